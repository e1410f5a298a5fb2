-- P1, X11: hubs (towns, centres), and the five kinds of actor on equal terms.
-- Deployment-level tables (no hub_id, no policy): hubs, rate_limits, mails. Everything civic belongs to a hub and is forced to it.

create table hubs (
  id int primary key,
  key text not null unique check (key ~ '^[a-z][a-z0-9-]{1,30}$'),
  host text not null unique,
  name jsonb not null,
  tagline jsonb not null,
  town jsonb not null default '{"ja": "このまち", "easy": "この まち", "en": "this town"}',
  accent text not null default 'green',
  is_demo boolean not null default false,
  secretariat_id uuid,
  created_at timestamptz not null
);

-- P9: the rules of a hub are data, versioned; what was decided under an old version stays under it.
create table hub_rules (
  hub_id int not null references hubs (id),
  version int not null check (version > 0),
  rules jsonb not null,
  reason text not null,
  decided_at timestamptz not null,
  primary key (hub_id, version)
);

create table actors (
  hub_id int not null references hubs (id),
  id uuid not null,
  kind text not null check (kind in ('person', 'group', 'business', 'division', 'body')),
  name text not null check (length(name) between 1 and 80),
  reading text,
  about text not null default '',
  account_id uuid,
  level smallint not null default 0 check (level between 0 and 2),
  imported_from uuid,
  created_at timestamptz not null,
  primary key (hub_id, id),
  constraint only_persons_sign_in check (account_id is null or kind = 'person')
);
create unique index actors_account on actors (hub_id, account_id) where account_id is not null;
create index actors_kind on actors (hub_id, kind, id) where imported_from is null;

create table roles (
  hub_id int not null,
  person_id uuid not null,
  organisation_id uuid not null,
  role text not null check (role in ('representative', 'editor', 'member')),
  since timestamptz not null,
  until timestamptz,
  primary key (hub_id, person_id, organisation_id),
  foreign key (hub_id, person_id) references actors (hub_id, id),
  foreign key (hub_id, organisation_id) references actors (hub_id, id)
);
create index roles_organisation on roles (hub_id, organisation_id);

-- A form sent twice is carried out once: the first result is kept and given again.
create table submissions (
  hub_id int not null references hubs (id),
  key uuid not null,
  person_id uuid not null,
  action text not null,
  result jsonb,
  at timestamptz not null,
  primary key (hub_id, key)
);
create index submissions_age on submissions (hub_id, at);

create table rate_limits (
  key text primary key,
  window_start timestamptz not null,
  count int not null
);

-- Each worker process says every ten seconds that it lives; the jobs of one that is silent are given to another.
create table workers (
  id text primary key,
  beat_at timestamptz not null
);

create table mails (
  id uuid primary key,
  hub_id int not null references hubs (id),
  recipient text not null,
  subject text not null,
  body_text text not null,
  body_html text,
  created_at timestamptz not null,
  sent_at timestamptz,
  attempts int not null default 0,
  last_error text
);
create index mails_unsent on mails (created_at) where sent_at is null;

alter table hub_rules enable row level security; alter table hub_rules force row level security;
create policy hub on hub_rules using (hub_id = current_setting('minna.hub')::int);
alter table actors enable row level security; alter table actors force row level security;
create policy hub on actors using (hub_id = current_setting('minna.hub')::int);
alter table roles enable row level security; alter table roles force row level security;
create policy hub on roles using (hub_id = current_setting('minna.hub')::int);
alter table submissions enable row level security; alter table submissions force row level security;
create policy hub on submissions using (hub_id = current_setting('minna.hub')::int);

-- P4: "is something wrong here?" on every page. Read by the secretariat.
create table problem_reports (
  hub_id int not null references hubs (id),
  id uuid not null,
  about text not null,
  body text not null,
  contact text not null default '',
  person_id uuid,
  reported_at timestamptz not null,
  settled_at timestamptz,
  settled_by uuid,
  reply text not null default '',
  primary key (hub_id, id),
  foreign key (hub_id, person_id) references actors (hub_id, id),
  foreign key (hub_id, settled_by) references actors (hub_id, id)
);
create index problem_reports_open on problem_reports (hub_id, id desc) where settled_at is null;
alter table problem_reports enable row level security; alter table problem_reports force row level security;
create policy hub on problem_reports using (hub_id = current_setting('minna.hub')::int);
