-- F9.9: panels drawn by lot: the list and its hash before the draw, ranks and replies after it.

create table panels (
  hub_id int not null references hubs (id),
  id uuid not null,
  division_id uuid not null,
  person_id uuid not null,
  title text not null,
  about text not null,
  held_text text not null,
  contact text not null,
  size int not null check (size between 1 and 500),
  strata text[] not null,
  source text not null check (source in ('journal', 'event')),
  source_text text not null,
  source_at timestamptz not null,
  announced_at timestamptz not null,
  list_hash text,
  list_count int,
  committed_at timestamptz,
  chance text,
  evidence text,
  drawn_at timestamptz,
  primary key (hub_id, id),
  foreign key (hub_id, division_id) references actors (hub_id, id),
  foreign key (hub_id, person_id) references actors (hub_id, id),
  constraint draws_follow_their_list check (drawn_at is null or (committed_at is not null and chance is not null))
);
comment on column panels.source_at is 'the chance must not be known before this moment; the list is fixed before it';
comment on column panels.list_hash is 'SHA-256 of the list of numbers and strata';

create table panel_candidates (
  hub_id int not null,
  panel_id uuid not null,
  number text not null,
  strata text[] not null,
  contact text not null,
  rank int,
  state text not null default 'listed' check (state in ('listed', 'invited', 'accepted', 'declined')),
  replaces text,
  invited_at timestamptz,
  replied_at timestamptz,
  primary key (hub_id, panel_id, number),
  foreign key (hub_id, panel_id) references panels (hub_id, id)
);
comment on column panel_candidates.contact is 'kept by whoever invites; never published';

alter table panels enable row level security; alter table panels force row level security;
create policy hub on panels using (hub_id = current_setting('minna.hub')::int);
alter table panel_candidates enable row level security; alter table panel_candidates force row level security;
create policy hub on panel_candidates using (hub_id = current_setting('minna.hub')::int);
