-- The claims of one person, in their own list of where their name is: all claims of the town were gone through.
create index rights_claims_person on rights_claims (hub_id, person_id) where erased_at is null;

-- How a group stands beside a set: of each item its newest fact and the one that holds longest, not everything it ever handed in.
create index group_facts_newest on group_facts (hub_id, group_id, set_id, item, id desc) where state <> 'taken-back';
create index group_facts_holding on group_facts (hub_id, group_id, set_id, item, valid_until desc) where state = 'confirmed';
create index group_facts_sets on group_facts (hub_id, group_id, set_id);
create index requirement_sets_open on requirement_sets (hub_id, id) where closed_at is null;
