-- P6: one event row per act is audit trail, activity feed, and source of the journal.

create table events (
  hub_id int not null references hubs (id),
  id uuid not null,
  journal_id uuid not null,
  at timestamptz not null,
  verb text not null check (verb ~ '^[a-z-]+\.[a-z-]+$'),
  object_kind text not null,
  object_id uuid not null,
  object_version int not null default 1,
  is_public boolean not null,
  public jsonb not null default '{}',
  actor_id uuid,
  person_id uuid,
  tags text[] not null default '{}',
  leaf bigint,
  primary key (hub_id, id),
  foreign key (hub_id, actor_id) references actors (hub_id, id)
);
create unique index events_journal_id on events (hub_id, journal_id);
create index events_feed on events (hub_id, id desc) where is_public;
create index events_object on events (hub_id, object_kind, object_id, id);
create index events_actor on events (hub_id, actor_id, id desc) where is_public;
create index events_without_leaf on events (hub_id, id) where is_public and leaf is null;

create table event_parts (
  hub_id int not null,
  event_id uuid not null,
  part text not null,
  actor_id uuid,
  salt bytea check (salt is null or length(salt) = 32),
  content jsonb,
  commitment bytea not null check (length(commitment) = 32),
  erased_at timestamptz,
  primary key (hub_id, event_id, part),
  foreign key (hub_id, event_id) references events (hub_id, id)
);
create index event_parts_actor on event_parts (hub_id, actor_id);

create table journal_leaves (
  hub_id int not null,
  n bigint not null,
  event_id uuid,
  entry bytea not null,
  leaf_hash bytea not null check (length(leaf_hash) = 32),
  primary key (hub_id, n),
  foreign key (hub_id, event_id) references events (hub_id, id)
);
create unique index journal_leaves_event on journal_leaves (hub_id, event_id);

create table journal_tiles (
  hub_id int not null references hubs (id),
  level smallint not null,
  n bigint not null,
  width smallint not null check (width between 1 and 256),
  hashes bytea not null,
  primary key (hub_id, level, n),
  check (length(hashes) = width * 32)
);

create table journal_checkpoints (
  hub_id int not null references hubs (id),
  size bigint not null,
  root bytea not null check (length(root) = 32),
  note text not null,
  signed_at timestamptz not null,
  primary key (hub_id, size)
);

alter table events enable row level security; alter table events force row level security;
create policy hub on events using (hub_id = current_setting('minna.hub')::int);
alter table event_parts enable row level security; alter table event_parts force row level security;
create policy hub on event_parts using (hub_id = current_setting('minna.hub')::int);
alter table journal_leaves enable row level security; alter table journal_leaves force row level security;
create policy hub on journal_leaves using (hub_id = current_setting('minna.hub')::int);
alter table journal_tiles enable row level security; alter table journal_tiles force row level security;
create policy hub on journal_tiles using (hub_id = current_setting('minna.hub')::int);
alter table journal_checkpoints enable row level security; alter table journal_checkpoints force row level security;
create policy hub on journal_checkpoints using (hub_id = current_setting('minna.hub')::int);
