-- F7.1, X9, X13: groups whose people have no e-mail declare themselves on paper; the desk enters it, and writes for them until they take it over.
-- Safe while the previous version runs: it reads none of this, and shows such a group as one for which nobody speaks.

alter table groups add column desk_since timestamptz;
comment on column groups.desk_since is 'declared on paper, entered by the desk, which writes for the group until one of it takes it over; null otherwise';
create index groups_at_the_desk on groups (hub_id, id) where desk_since is not null;

create table group_papers (
  hub_id int not null references hubs (id),
  id uuid not null,
  group_id uuid not null,
  entry uuid not null,
  received_on date not null,
  office_id uuid not null,
  person_id uuid not null,
  entered_at timestamptz not null,
  primary key (hub_id, id),
  foreign key (hub_id, group_id) references groups (hub_id, id),
  foreign key (hub_id, office_id) references actors (hub_id, id),
  foreign key (hub_id, person_id) references actors (hub_id, id)
);
comment on column group_papers.entry is 'number the form had before it was sent: sent again, it is the same paper';
comment on column group_papers.office_id is 'the office that took the paper; person_id is who entered it';
create unique index group_papers_entry on group_papers (hub_id, entry);
create index group_papers_group on group_papers (hub_id, group_id, id);

alter table group_papers enable row level security; alter table group_papers force row level security;
create policy hub on group_papers using (hub_id = current_setting('minna.hub')::int);
