-- F1.3: homepages of registered groups: pages and news made of blocks, their versions, what each editor did, links to look before.

create table sites (
  hub_id int not null,
  id uuid not null,
  group_id uuid not null,
  key text not null constraint sites_key_shape check (key ~ '^[a-z0-9][a-z0-9-]{1,38}[a-z0-9]$'),
  title text not null,
  tagline text not null default '',
  theme text not null,
  colour text not null default '',
  version int not null default 1,
  person_id uuid not null,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  closed_at timestamptz,
  hidden_at timestamptz,
  primary key (hub_id, id),
  foreign key (hub_id, group_id) references groups (hub_id, id),
  foreign key (hub_id, person_id) references actors (hub_id, id),
  constraint sites_group unique (hub_id, group_id)
);
comment on column sites.key is 'the short name in its address now';
comment on column sites.colour is '#rrggbb, or nothing for the colour of the theme';
comment on column sites.version is 'of name, look and address: a form that was shown with an older one is stale';
create index sites_changed on sites (hub_id, changed_at desc, id desc);

create table site_keys (
  hub_id int not null,
  key text not null,
  site_id uuid not null,
  since timestamptz not null,
  constraint site_keys_taken primary key (hub_id, key),
  foreign key (hub_id, site_id) references sites (hub_id, id)
);
comment on table site_keys is 'every short name a site ever had: the earlier ones lead on and are nobody else''s';
create index site_keys_site on site_keys (hub_id, site_id);

create table site_pages (
  hub_id int not null,
  id uuid not null,
  site_id uuid not null,
  kind text not null check (kind in ('page', 'post')),
  slug text not null default '',
  title text not null,
  parent_id uuid,
  place int not null default 0,
  in_menu boolean not null default true,
  draft_version int not null default 1,
  shown_version int not null default 0,
  shown_at timestamptz,
  person_id uuid not null,
  made_at timestamptz not null,
  saved_by uuid not null,
  saved_at timestamptz not null,
  withdrawn_at timestamptz,
  hidden_at timestamptz,
  primary key (hub_id, id),
  foreign key (hub_id, site_id) references sites (hub_id, id),
  foreign key (hub_id, parent_id) references site_pages (hub_id, id),
  foreign key (hub_id, person_id) references actors (hub_id, id),
  foreign key (hub_id, saved_by) references actors (hub_id, id),
  constraint nothing_is_below_itself check (parent_id is null or parent_id <> id)
);
comment on column site_pages.title is 'of the draft; what is shown has the title of its version';
comment on column site_pages.draft_version is 'grows with every change of the draft';
comment on column site_pages.shown_version is 'the version whose publication was announced last; 0: none. What is shown now follows from valid_from';
create unique index site_pages_slug on site_pages (hub_id, site_id, slug) where kind = 'page';
create index site_pages_site on site_pages (hub_id, site_id, kind, place, id);
create index site_pages_posts on site_pages (hub_id, site_id, shown_at desc, id desc) where kind = 'post';

create table site_page_versions (
  hub_id int not null,
  page_id uuid not null,
  version int not null check (version > 0),
  title text not null,
  words text not null,
  changed text not null default '',
  person_id uuid not null,
  written_at timestamptz not null,
  valid_from timestamptz not null,
  cancelled_at timestamptz,
  primary key (hub_id, page_id, version),
  foreign key (hub_id, page_id) references site_pages (hub_id, id),
  foreign key (hub_id, person_id) references actors (hub_id, id)
);
comment on column site_page_versions.words is 'everything in its blocks as plain text, for search and comparison';
comment on column site_page_versions.valid_from is 'it is shown from then on, until a later one is';
create index site_page_versions_valid on site_page_versions (hub_id, page_id, valid_from desc, version desc) where cancelled_at is null;
create index site_page_versions_coming on site_page_versions (hub_id, valid_from) where cancelled_at is null;

create table site_blocks (
  hub_id int not null,
  id uuid not null,
  version int not null default 0 check (version >= 0),
  page_id uuid not null,
  place int not null,
  kind text not null,
  content jsonb not null,
  rev int not null default 1,
  person_id uuid not null,
  changed_at timestamptz not null,
  primary key (hub_id, id, version),
  foreign key (hub_id, page_id) references site_pages (hub_id, id),
  foreign key (hub_id, person_id) references actors (hub_id, id)
);
comment on column site_blocks.version is '0: of the draft; else of the version of the page it was published with';
comment on column site_blocks.rev is 'grows with every change: a form that was shown with an older one overwrites nothing';
create index site_blocks_page on site_blocks (hub_id, page_id, version, place);

create table site_edits (
  hub_id int not null,
  id uuid not null,
  page_id uuid not null,
  block_id uuid,
  act text not null,
  kind text not null default '',
  before jsonb,
  person_id uuid not null,
  at timestamptz not null,
  primary key (hub_id, id),
  foreign key (hub_id, page_id) references site_pages (hub_id, id),
  foreign key (hub_id, person_id) references actors (hub_id, id)
);
comment on table site_edits is 'who changed what in a draft, with the words that stood there before; for the editors of the site';
create index site_edits_page on site_edits (hub_id, page_id, id desc);

create table site_members (
  hub_id int not null,
  site_id uuid not null,
  person_id uuid not null,
  words text not null default '',
  since timestamptz not null,
  primary key (hub_id, site_id, person_id),
  foreign key (hub_id, site_id) references sites (hub_id, id),
  foreign key (hub_id, person_id) references actors (hub_id, id)
);
comment on table site_members is 'who said of themselves that the site may name them';

create table site_previews (
  hub_id int not null,
  key_hash text not null,
  page_id uuid not null,
  person_id uuid not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (hub_id, key_hash),
  foreign key (hub_id, page_id) references site_pages (hub_id, id),
  foreign key (hub_id, person_id) references actors (hub_id, id)
);
create index site_previews_page on site_previews (hub_id, page_id, made_at desc);
create index site_previews_end on site_previews (hub_id, expires_at);

alter table sites enable row level security; alter table sites force row level security;
create policy hub on sites using (hub_id = current_setting('minna.hub')::int);
alter table site_keys enable row level security; alter table site_keys force row level security;
create policy hub on site_keys using (hub_id = current_setting('minna.hub')::int);
alter table site_pages enable row level security; alter table site_pages force row level security;
create policy hub on site_pages using (hub_id = current_setting('minna.hub')::int);
alter table site_page_versions enable row level security; alter table site_page_versions force row level security;
create policy hub on site_page_versions using (hub_id = current_setting('minna.hub')::int);
alter table site_blocks enable row level security; alter table site_blocks force row level security;
create policy hub on site_blocks using (hub_id = current_setting('minna.hub')::int);
alter table site_edits enable row level security; alter table site_edits force row level security;
create policy hub on site_edits using (hub_id = current_setting('minna.hub')::int);
alter table site_members enable row level security; alter table site_members force row level security;
create policy hub on site_members using (hub_id = current_setting('minna.hub')::int);
alter table site_previews enable row level security; alter table site_previews force row level security;
create policy hub on site_previews using (hub_id = current_setting('minna.hub')::int);
