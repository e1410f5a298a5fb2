-- F1.3: homepages to and from outside: brought in from elsewhere, under a host of their own, with letters from their readers and counts of visits.

-- Of the deployment: a host leads to one place in one town.
create table own_hosts (
  host text primary key check (host ~ '^[a-z0-9.-]{4,253}$'),
  hub_id int not null references hubs (id),
  thing_id uuid not null,
  since timestamptz not null
);
comment on table own_hosts is 'hosts beside those of the hubs, each shown a thing of one hub; taken only after its holder was verified';

create table site_domains (
  hub_id int not null,
  id uuid not null,
  site_id uuid not null,
  host text not null,
  token text not null,
  person_id uuid not null,
  claimed_at timestamptz not null,
  verified_at timestamptz,
  verified_by text check (verified_by in ('dns', 'file')),
  checked_at timestamptz,
  check_failure text check (check_failure in ('not-found', 'other-token', 'no-answer', 'private-address', 'taken')),
  failing_since timestamptz,
  ended_at timestamptz,
  end_reason text check (end_reason in ('given-up', 'expired', 'lost')),
  primary key (hub_id, id),
  foreign key (hub_id, site_id) references sites (hub_id, id),
  foreign key (hub_id, person_id) references actors (hub_id, id)
);
comment on column site_domains.token is 'what has to stand in the DNS or in the file; public, it proves nothing anywhere else';
create unique index site_domains_site on site_domains (hub_id, site_id) where ended_at is null;
create index site_domains_due on site_domains (hub_id, checked_at) where ended_at is null;

create table site_messages (
  hub_id int not null,
  id uuid not null,
  site_id uuid not null,
  name text not null,
  email text not null,
  subject text not null default '',
  body text not null,
  print text not null,
  sent_at timestamptz not null,
  read_at timestamptz,
  answered_at timestamptz,
  answered_by uuid,
  primary key (hub_id, id),
  foreign key (hub_id, site_id) references sites (hub_id, id),
  foreign key (hub_id, answered_by) references actors (hub_id, id),
  constraint site_messages_once unique (hub_id, site_id, print)
);
comment on column site_messages.print is 'hash of the form it came with: sent again it is the same message';
create index site_messages_site on site_messages (hub_id, site_id, id desc);
create index site_messages_age on site_messages (hub_id, sent_at);
create index site_messages_email on site_messages (hub_id, email);

create table site_visits (
  hub_id int not null,
  site_id uuid not null,
  day date not null,
  path text not null,
  views int not null default 0,
  visitors int not null default 0,
  primary key (hub_id, site_id, day, path),
  foreign key (hub_id, site_id) references sites (hub_id, id)
);
comment on column site_visits.path is 'below the site; empty: the site as a whole, on which a visitor counts once a day';

create table site_imports (
  hub_id int not null,
  id uuid not null,
  site_id uuid not null,
  person_id uuid not null,
  state text not null default 'sending' check (state in ('sending', 'looking', 'looked', 'bringing', 'done', 'refused', 'undone')),
  file_name text not null default '',
  sight jsonb,
  problem jsonb,
  choices jsonb,
  counts jsonb,
  percent smallint not null default 0 check (percent between 0 and 100),
  begun_at timestamptz not null,
  ended_at timestamptz,
  primary key (hub_id, id),
  foreign key (hub_id, site_id) references sites (hub_id, id),
  foreign key (hub_id, person_id) references actors (hub_id, id)
);
comment on column site_imports.sight is 'what would come: titles, days, what is left out';
create index site_imports_site on site_imports (hub_id, site_id, id desc);

create table site_import_pieces (
  hub_id int not null,
  import_id uuid not null,
  n int not null,
  bytes bytea not null,
  primary key (hub_id, import_id, n),
  foreign key (hub_id, import_id) references site_imports (hub_id, id)
);

create table site_import_pages (
  hub_id int not null,
  import_id uuid not null,
  page_id uuid not null,
  draft_version int not null,
  primary key (hub_id, import_id, page_id),
  foreign key (hub_id, import_id) references site_imports (hub_id, id),
  foreign key (hub_id, page_id) references site_pages (hub_id, id)
);
comment on column site_import_pages.draft_version is 'as it was brought in: changed since, it is not taken back';

create table site_import_pictures (
  hub_id int not null,
  import_id uuid not null,
  n int not null,
  page_id uuid not null,
  behind_id uuid,
  src text not null,
  caption text not null default '',
  file_id uuid,
  failure text check (failure in ('private-address', 'no-address', 'too-slow', 'unreachable', 'too-large', 'not-a-picture', 'too-many', 'redirected')),
  settled_at timestamptz,
  primary key (hub_id, import_id, n),
  foreign key (hub_id, import_id) references site_imports (hub_id, id),
  foreign key (hub_id, page_id) references site_pages (hub_id, id),
  foreign key (hub_id, file_id) references files (hub_id, id)
);
comment on table site_import_pictures is 'pictures that could not be fetched, and those that came without a word of what is on them';
comment on column site_import_pictures.behind_id is 'the block behind which it stands; null: at the beginning';

alter table site_domains enable row level security; alter table site_domains force row level security;
create policy hub on site_domains using (hub_id = current_setting('minna.hub')::int);
alter table site_messages enable row level security; alter table site_messages force row level security;
create policy hub on site_messages using (hub_id = current_setting('minna.hub')::int);
alter table site_visits enable row level security; alter table site_visits force row level security;
create policy hub on site_visits using (hub_id = current_setting('minna.hub')::int);
alter table site_imports enable row level security; alter table site_imports force row level security;
create policy hub on site_imports using (hub_id = current_setting('minna.hub')::int);
alter table site_import_pieces enable row level security; alter table site_import_pieces force row level security;
create policy hub on site_import_pieces using (hub_id = current_setting('minna.hub')::int);
alter table site_import_pages enable row level security; alter table site_import_pages force row level security;
create policy hub on site_import_pages using (hub_id = current_setting('minna.hub')::int);
alter table site_import_pictures enable row level security; alter table site_import_pictures force row level security;
create policy hub on site_import_pictures using (hub_id = current_setting('minna.hub')::int);
