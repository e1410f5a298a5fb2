-- F1.1, P8: what people and organisations post to the activity database, letters about it, and searches that are kept and tell what is new.
-- See docs/decisions/0051-entries-and-saved-searches.md.

create table entries (
  hub_id int not null references hubs (id),
  id uuid not null,
  kind text not null check (kind in ('activity', 'call', 'know-how', 'place', 'skill', 'document')),
  actor_id uuid not null,
  person_id uuid not null,
  version int not null default 1 check (version > 0),
  title text not null check (length(title) between 1 and 120),
  body text not null,
  facts jsonb not null default '{}',
  fields smallint[] not null default '{}' check (fields <@ '{1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20}'::smallint[]),
  districts text[] not null default '{}',
  starts_on date,
  ends_on date,
  lat double precision check (lat between -90 and 90),
  lng double precision check (lng between -180 and 180),
  audience text[] not null default '{}',
  fee int check (fee between 0 and 9999999),
  accessibility text[] not null default '{}',
  tags text[] not null default '{}',
  takes_letters boolean not null default true,
  published_at timestamptz not null,
  changed_at timestamptz not null,
  confirmed_at timestamptz not null,
  asked_at timestamptz,
  resting_at timestamptz,
  ended_at timestamptz,
  ended_by text check (ended_by in ('poster', 'date')),
  withdrawn_at timestamptz,
  hidden_at timestamptz,
  primary key (hub_id, id),
  foreign key (hub_id, actor_id) references actors (hub_id, id),
  foreign key (hub_id, person_id) references actors (hub_id, id),
  constraint a_point_has_both_degrees check ((lat is null) = (lng is null)),
  constraint an_entry_ends_after_it_starts check (starts_on is null or ends_on is null or starts_on <= ends_on),
  constraint ended_at_and_by_go_together check ((ended_at is null) = (ended_by is null))
);
comment on table entries is 'activities, calls for people, know-how, places offered, skills offered, documents';
comment on column entries.facts is 'texts of the kind alone: tasks, days, size, conditions; see entry.ts';
comment on column entries.ends_on is 'the last day: of a call, until when people are looked for; the entry ends with it';
comment on column entries.audience is 'codes of kernel/facets.ts, as accessibility';
comment on column entries.fee is 'yen; 0: free; null: nothing said';
comment on column entries.confirmed_at is 'when it was last published, changed or confirmed to hold';
create index entries_kind on entries (hub_id, kind, id desc) where withdrawn_at is null;
create index entries_newest on entries (hub_id, id desc) where withdrawn_at is null;
create index entries_actor on entries (hub_id, actor_id, id desc);
create index entries_person on entries (hub_id, person_id, id desc);
create index entries_due on entries (hub_id, ends_on) where ended_at is null and withdrawn_at is null and ends_on is not null;
create index entries_confirmed on entries (hub_id, confirmed_at) where ended_at is null and withdrawn_at is null;

create table entry_versions (
  hub_id int not null,
  entry_id uuid not null,
  version int not null check (version > 0),
  content jsonb not null,
  changed text not null default '',
  person_id uuid not null,
  at timestamptz not null,
  primary key (hub_id, entry_id, version),
  foreign key (hub_id, entry_id) references entries (hub_id, id),
  foreign key (hub_id, person_id) references actors (hub_id, id)
);

create table entry_drafts (
  hub_id int not null,
  id uuid not null,
  person_id uuid not null,
  actor_id uuid not null,
  kind text not null check (kind in ('activity', 'call', 'know-how', 'place', 'skill', 'document')),
  entry_id uuid,
  fields jsonb not null,
  version int not null default 1,
  saved_at timestamptz not null,
  primary key (hub_id, id),
  foreign key (hub_id, person_id) references actors (hub_id, id),
  foreign key (hub_id, actor_id) references actors (hub_id, id),
  foreign key (hub_id, entry_id) references entries (hub_id, id)
);
create index entry_drafts_person on entry_drafts (hub_id, person_id, saved_at desc);

create table entry_letters (
  hub_id int not null,
  id uuid not null,
  entry_id uuid not null,
  asker_id uuid not null,
  actor_id uuid not null,
  person_id uuid not null,
  body text not null,
  at timestamptz not null,
  primary key (hub_id, id),
  foreign key (hub_id, entry_id) references entries (hub_id, id),
  foreign key (hub_id, asker_id) references actors (hub_id, id),
  foreign key (hub_id, actor_id) references actors (hub_id, id),
  foreign key (hub_id, person_id) references actors (hub_id, id)
);
comment on table entry_letters is 'between whoever posted an entry and whoever wants to hear more; nobody else reads them';
comment on column entry_letters.asker_id is 'with whom: one conversation an entry and asker';
comment on column entry_letters.actor_id is 'who writes: the asker, or the poster';
create index entry_letters_conversation on entry_letters (hub_id, entry_id, asker_id, id desc);
create index entry_letters_asker on entry_letters (hub_id, asker_id, id desc);
create index entry_letters_person on entry_letters (hub_id, person_id, id desc);

create table saved_searches (
  hub_id int not null,
  id uuid not null,
  person_id uuid not null,
  name text not null check (length(name) between 1 and 80),
  page text not null check (page in ('search', 'activities')),
  query text not null,
  rhythm text not null check (rhythm in ('at-once', 'daily', 'weekly', 'off')),
  after_news bigint not null check (after_news >= 0),
  saved_at timestamptz not null,
  primary key (hub_id, id),
  foreign key (hub_id, person_id) references actors (hub_id, id)
);
comment on column saved_searches.after_news is 'number in search_news; what came before it is no news for this search';
comment on column saved_searches.query is 'as in the address of the page, without the first sign';
create unique index saved_searches_once on saved_searches (hub_id, person_id, page, query);
create index saved_searches_page on saved_searches (hub_id, page, id) where rhythm <> 'off';

create table saved_search_finds (
  hub_id int not null,
  search_id uuid not null,
  kind text not null,
  object_id uuid not null,
  found_at timestamptz not null,
  mail_after timestamptz,
  primary key (hub_id, search_id, kind, object_id),
  foreign key (hub_id, search_id) references saved_searches (hub_id, id) on delete cascade
);
comment on table saved_search_finds is 'what was new for a saved search, once for ever';
comment on column saved_search_finds.mail_after is 'from when on it may be in a letter; null: it was in one';
create index saved_search_finds_due on saved_search_finds (hub_id, mail_after) where mail_after is not null;

create table saved_search_cursors (
  hub_id int primary key references hubs (id),
  n bigint not null check (n >= 0)
);
comment on table saved_search_cursors is 'up to which of search_news everything was compared with saved searches';

alter table entries enable row level security; alter table entries force row level security;
create policy hub on entries using (hub_id = current_setting('minna.hub')::int);
alter table entry_versions enable row level security; alter table entry_versions force row level security;
create policy hub on entry_versions using (hub_id = current_setting('minna.hub')::int);
alter table entry_drafts enable row level security; alter table entry_drafts force row level security;
create policy hub on entry_drafts using (hub_id = current_setting('minna.hub')::int);
alter table entry_letters enable row level security; alter table entry_letters force row level security;
create policy hub on entry_letters using (hub_id = current_setting('minna.hub')::int);
alter table saved_searches enable row level security; alter table saved_searches force row level security;
create policy hub on saved_searches using (hub_id = current_setting('minna.hub')::int);
alter table saved_search_finds enable row level security; alter table saved_search_finds force row level security;
create policy hub on saved_search_finds using (hub_id = current_setting('minna.hub')::int);
alter table saved_search_cursors enable row level security; alter table saved_search_cursors force row level security;
create policy hub on saved_search_cursors using (hub_id = current_setting('minna.hub')::int);
