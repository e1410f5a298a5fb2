-- F7.7, P9: how long papers stay is a rule of the town, and each request keeps the one it was made under; what its office was told.
-- Safe while the previous version runs: it asked for ninety days, and told nothing.

alter table patronage_requests
  add column paper_days smallint not null default 90 check (paper_days > 0),
  add column told_due date,
  add column told_step smallint not null default 0 check (told_step >= 0);
comment on column patronage_requests.paper_days is 'papers are erased so many days after the decision: the rule in force when it was made';
comment on column patronage_requests.told_due is 'the day told_step counts for: moved, its office is told anew';
comment on column patronage_requests.told_step is 'how often the office was told that it is due or over';
create index patronage_requests_due on patronage_requests (hub_id, due_on) where state = 'received';
create index patronage_requests_papers on patronage_requests (hub_id, decided_at) where papers_erased_at is null and decided_at is not null;
