-- F9, Import: conversations on their way in. Files that were sent lie here until the worker, on whatever machine, has read them.

create table imports (
  hub_id int not null,
  id uuid not null,
  person_id uuid not null,
  title text not null default '',
  source text not null default '',
  licence text not null default '',
  state text not null default 'uploading' check (state in ('uploading', 'waiting', 'working', 'done', 'failed')),
  percent smallint not null default 0 check (percent between 0 and 100),
  counts jsonb,
  failure text check (failure in ('bad-lines', 'imported-before', 'given-up')),
  problems jsonb,
  debate_id uuid,
  begun_at timestamptz not null,
  ended_at timestamptz,
  primary key (hub_id, id),
  foreign key (hub_id, person_id) references actors (hub_id, id),
  foreign key (hub_id, debate_id) references debates (hub_id, id)
);
comment on column imports.percent is 'of the work: half of it is reading, half is writing';
comment on column imports.problems is 'bad lines by file, as they are told to whoever sent the files';
comment on column imports.debate_id is 'what became of it; where it had been imported before, that debate';
create index imports_unfinished on imports (hub_id, begun_at) where ended_at is null;

create table import_chunks (
  hub_id int not null,
  import_id uuid not null,
  file text not null check (file in ('comments.csv', 'votes.csv', 'participants-votes.csv', 'summary.csv')),
  n int not null check (n >= 0),
  bytes bytea not null,
  primary key (hub_id, import_id, file, n),
  foreign key (hub_id, import_id) references imports (hub_id, id)
);
comment on table import_chunks is 'files as they were sent, piece by piece; gone when the import has ended';

alter table imports enable row level security; alter table imports force row level security;
create policy hub on imports using (hub_id = current_setting('minna.hub')::int);
alter table import_chunks enable row level security; alter table import_chunks force row level security;
create policy hub on import_chunks using (hub_id = current_setting('minna.hub')::int);
