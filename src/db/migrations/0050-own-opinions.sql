-- Safe while the previous version runs. What a person said in one debate is found by both: with neither index alone naming both,
-- all of a large debate's opinions were gone through for each page of it.
create index opinions_own on opinions (hub_id, person_id, debate_id)
  where kind = 'opinion' and withdrawn_at is null and hidden_at is null;
