-- F7: groups register by their own declaration. What is public, what is kept, every version, what others asked, what the desk noted.

create table groups (
  hub_id int not null references hubs (id),
  id uuid not null,
  actor_id uuid,
  version int not null default 1 check (version > 0),
  kind text not null check (kind in ('voluntary', 'npo', 'association', 'public-interest', 'residents', 'welfare', 'cooperative',
    'school', 'student', 'company', 'other')),
  name text not null check (length(name) between 1 and 120),
  reading text not null default '',
  purpose text not null default '',
  fields smallint[] not null default '{}' check (fields <@ '{1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20}'::smallint[]),
  areas text[] not null default '{}',
  founded text not null default '' check (founded ~ '^(\d{4}(-\d{2}){0,2})?$'),
  member_count int check (member_count between 0 and 999999),
  number text check (number ~ '^[1-9]\d{12}$'),
  rules text not null default '',
  accounts text not null default '',
  seeks text not null default '',
  offers text not null default '',
  contacts jsonb not null default '{}',
  kept_contacts jsonb not null default '{}',
  name_key text not null,
  grams tsvector not null,
  declared_at timestamptz not null,
  confirmed_at timestamptz not null,
  asked_at timestamptz,
  resting_at timestamptz,
  withdrawn_at timestamptz,
  withdrawal_reason text not null default '',
  hidden_at timestamptz,
  known_at timestamptz,
  known_by text check (known_by in ('post', 'telephone', 'desk', 'vouched')),
  import_id uuid,
  open_questions int not null default 0,
  primary key (hub_id, id),
  foreign key (hub_id, actor_id) references actors (hub_id, id),
  constraint the_actor_bears_the_id_of_its_entry check (actor_id = id),
  constraint an_entry_is_imported_or_declared check (import_id is not null or actor_id is not null),
  constraint known_at_and_by_go_together check ((known_at is null) = (known_by is null))
);
comment on column groups.actor_id is 'null: brought in from a list, nobody of the group has taken the entry over';
comment on column groups.contacts is 'public ones only, by item; the others in kept_contacts';
comment on column groups.confirmed_at is 'when the group last declared, changed or confirmed it';
comment on column groups.asked_at is 'when the group was last asked whether it still holds';
comment on column groups.known_at is 'when the representative was confirmed through a contact that others know';
create index groups_name on groups (hub_id, name_key);
create index groups_number on groups (hub_id, number) where number is not null;
create index groups_import on groups (hub_id, import_id) where import_id is not null;
create index groups_confirmed on groups (hub_id, confirmed_at) where actor_id is not null and withdrawn_at is null;
create index groups_grams on groups using gin (grams);

create table group_versions (
  hub_id int not null,
  group_id uuid not null,
  version int not null check (version > 0),
  content jsonb not null,
  changed text not null default '',
  person_id uuid,
  declared_at timestamptz not null,
  primary key (hub_id, group_id, version),
  foreign key (hub_id, group_id) references groups (hub_id, id),
  foreign key (hub_id, person_id) references actors (hub_id, id)
);
comment on column group_versions.content is 'the declaration as everybody could read it';

create table group_drafts (
  hub_id int not null,
  id uuid not null,
  person_id uuid not null,
  group_id uuid,
  fields jsonb not null,
  version int not null default 1,
  saved_at timestamptz not null,
  primary key (hub_id, id),
  foreign key (hub_id, person_id) references actors (hub_id, id),
  foreign key (hub_id, group_id) references groups (hub_id, id)
);
create index group_drafts_person on group_drafts (hub_id, person_id, saved_at desc);

create table group_keys (
  hub_id int not null,
  key_hash text not null,
  group_id uuid not null,
  purpose text not null check (purpose in ('confirmation', 'claim', 'code')),
  person_id uuid,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (hub_id, key_hash),
  foreign key (hub_id, group_id) references groups (hub_id, id),
  foreign key (hub_id, person_id) references actors (hub_id, id)
);
comment on column group_keys.person_id is 'whom alone a claim is for';
create index group_keys_group on group_keys (hub_id, group_id);
create index group_keys_person on group_keys (hub_id, person_id);

create table group_claims (
  hub_id int not null,
  id uuid not null,
  group_id uuid not null,
  person_id uuid not null,
  word text not null,
  contact text not null,
  asked_at timestamptz not null,
  settled_at timestamptz,
  granted boolean,
  settled_by uuid,
  reason text not null default '',
  primary key (hub_id, id),
  foreign key (hub_id, group_id) references groups (hub_id, id),
  foreign key (hub_id, person_id) references actors (hub_id, id),
  foreign key (hub_id, settled_by) references actors (hub_id, id)
);
create index group_claims_open on group_claims (hub_id, id) where settled_at is null;
create unique index group_claims_once on group_claims (hub_id, group_id, person_id) where settled_at is null;

create table group_vouches (
  hub_id int not null,
  group_id uuid not null,
  voucher_id uuid not null,
  person_id uuid not null,
  at timestamptz not null,
  primary key (hub_id, group_id, voucher_id),
  foreign key (hub_id, group_id) references groups (hub_id, id),
  foreign key (hub_id, voucher_id) references groups (hub_id, id),
  foreign key (hub_id, person_id) references actors (hub_id, id),
  constraint no_group_vouches_for_itself check (group_id <> voucher_id)
);

create table group_questions (
  hub_id int not null,
  id uuid not null,
  group_id uuid not null,
  actor_id uuid not null,
  person_id uuid not null,
  body text not null,
  asked_at timestamptz not null,
  answer text not null default '',
  answered_by uuid,
  answered_at timestamptz,
  withdrawn_at timestamptz,
  hidden_at timestamptz,
  primary key (hub_id, id),
  foreign key (hub_id, group_id) references groups (hub_id, id),
  foreign key (hub_id, actor_id) references actors (hub_id, id),
  foreign key (hub_id, person_id) references actors (hub_id, id),
  foreign key (hub_id, answered_by) references actors (hub_id, id)
);
create index group_questions_group on group_questions (hub_id, group_id, id desc);

create table group_notes (
  hub_id int not null,
  id uuid not null,
  group_id uuid not null,
  person_id uuid not null,
  body text not null,
  at timestamptz not null,
  ended_at timestamptz,
  primary key (hub_id, id),
  foreign key (hub_id, group_id) references groups (hub_id, id),
  foreign key (hub_id, person_id) references actors (hub_id, id)
);
create index group_notes_group on group_notes (hub_id, group_id, id desc);

create table group_imports (
  hub_id int not null references hubs (id),
  id uuid not null,
  person_id uuid not null,
  state text not null default 'sending' check (state in ('sending', 'looking', 'looked', 'bringing', 'done', 'refused', 'undone')),
  file_name text not null default '',
  format jsonb,
  mapping jsonb,
  sight jsonb,
  problems jsonb,
  counts jsonb,
  percent smallint not null default 0 check (percent between 0 and 100),
  begun_at timestamptz not null,
  ended_at timestamptz,
  primary key (hub_id, id),
  foreign key (hub_id, person_id) references actors (hub_id, id)
);
comment on column group_imports.format is 'encoding, delimiter, names of the columns';
comment on column group_imports.mapping is 'which column is which item';
comment on column group_imports.sight is 'first lines as they would come, duplicates found: the dry run';
alter table groups add foreign key (hub_id, import_id) references group_imports (hub_id, id);

create table group_import_pieces (
  hub_id int not null,
  import_id uuid not null,
  n int not null check (n >= 0),
  bytes bytea not null,
  primary key (hub_id, import_id, n),
  foreign key (hub_id, import_id) references group_imports (hub_id, id)
);
comment on table group_import_pieces is 'the file as it was sent; gone when the import has ended';

alter table groups enable row level security; alter table groups force row level security;
create policy hub on groups using (hub_id = current_setting('minna.hub')::int);
alter table group_versions enable row level security; alter table group_versions force row level security;
create policy hub on group_versions using (hub_id = current_setting('minna.hub')::int);
alter table group_drafts enable row level security; alter table group_drafts force row level security;
create policy hub on group_drafts using (hub_id = current_setting('minna.hub')::int);
alter table group_keys enable row level security; alter table group_keys force row level security;
create policy hub on group_keys using (hub_id = current_setting('minna.hub')::int);
alter table group_claims enable row level security; alter table group_claims force row level security;
create policy hub on group_claims using (hub_id = current_setting('minna.hub')::int);
alter table group_vouches enable row level security; alter table group_vouches force row level security;
create policy hub on group_vouches using (hub_id = current_setting('minna.hub')::int);
alter table group_questions enable row level security; alter table group_questions force row level security;
create policy hub on group_questions using (hub_id = current_setting('minna.hub')::int);
alter table group_notes enable row level security; alter table group_notes force row level security;
create policy hub on group_notes using (hub_id = current_setting('minna.hub')::int);
alter table group_imports enable row level security; alter table group_imports force row level security;
create policy hub on group_imports using (hub_id = current_setting('minna.hub')::int);
alter table group_import_pieces enable row level security; alter table group_import_pieces force row level security;
create policy hub on group_import_pieces using (hub_id = current_setting('minna.hub')::int);
