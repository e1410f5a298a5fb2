-- X3: following things, notices of what happened, how each person wants to be told, and letters that come back.

create table follows (
  hub_id int not null references hubs (id),
  person_id uuid not null,
  thing_id uuid not null,
  kind text not null,
  title text not null,
  href text not null,
  scope text not null check (scope in ('all', 'turns', 'none')),
  cause text not null check (cause in ('chosen', 'wrote', 'voted')),
  since timestamptz not null,
  primary key (hub_id, person_id, thing_id),
  foreign key (hub_id, person_id) references actors (hub_id, id)
);
comment on column follows.scope is 'none: left on purpose, so that writing or voting there does not begin it again';
comment on column follows.thing_id is 'ids are unlike over all kinds; a proposal and its debate are one thing';
create index follows_thing on follows (hub_id, thing_id, person_id) where scope <> 'none';
create index follows_newest on follows (hub_id, person_id, since desc, thing_id) where scope <> 'none';

create table notices (
  hub_id int not null references hubs (id),
  person_id uuid not null,
  id uuid not null,
  at timestamptz not null,
  kind text not null,
  topic text not null,
  event_id uuid,
  thing_id uuid,
  about_kind text not null,
  about_id uuid not null,
  title text not null default '',
  href text,
  facts jsonb not null default '{}',
  read_at timestamptz,
  mail_after timestamptz,
  is_push_due boolean not null default false,
  is_hushed boolean not null default false,
  primary key (hub_id, person_id, id),
  foreign key (hub_id, person_id) references actors (hub_id, id),
  foreign key (hub_id, event_id) references events (hub_id, id)
);
comment on column notices.id is 'one for all who are told of the same; for an event its own id, so nobody is told of it twice';
comment on column notices.kind is 'event, or what the words of a module are kept under';
comment on column notices.topic is 'own, or the kind of the followed thing';
comment on column notices.mail_after is 'from when on it may be in a letter; null: it was, or is not to be';
create index notices_unread on notices (hub_id, person_id, id desc) where read_at is null and not is_hushed;
create index notices_due on notices (hub_id, mail_after) where mail_after is not null;
create index notices_push on notices (hub_id, person_id) where is_push_due;
create index notices_about on notices (hub_id, about_id);
create index notices_age on notices (hub_id, at);

-- No row: the defaults in src/commons/notices/rhythm.ts. Topic '' is for all that have none of their own.
create table notice_settings (
  hub_id int not null references hubs (id),
  person_id uuid not null,
  topic text not null,
  rhythm text not null check (rhythm in ('off', 'at-once', 'daily', 'weekly')),
  primary key (hub_id, person_id, topic),
  foreign key (hub_id, person_id) references actors (hub_id, id)
);

create table notice_people (
  hub_id int not null references hubs (id),
  person_id uuid not null,
  follows_written boolean not null default true,
  follows_voted boolean not null default true,
  push_scope text not null default 'own' check (push_scope in ('own', 'all')),
  calendar_key uuid,
  primary key (hub_id, person_id),
  foreign key (hub_id, person_id) references actors (hub_id, id)
);
create unique index notice_people_calendar on notice_people (hub_id, calendar_key) where calendar_key is not null;

create table push_subscriptions (
  hub_id int not null references hubs (id),
  id uuid not null,
  person_id uuid not null,
  endpoint text not null,
  endpoint_digest bytea not null check (length(endpoint_digest) = 32),
  public_key text not null,
  auth text not null,
  device text not null default '',
  subscribed_at timestamptz not null,
  primary key (hub_id, id),
  foreign key (hub_id, person_id) references actors (hub_id, id)
);
create unique index push_subscriptions_endpoint on push_subscriptions (hub_id, endpoint_digest);
create index push_subscriptions_person on push_subscriptions (hub_id, person_id);

-- How far followers were told: the journal's own order, so that nothing is left out and nothing told again after a crash.
create table notice_cursors (
  hub_id int primary key references hubs (id),
  leaf bigint not null
);

-- Things of which nobody is told while they are hidden (X4).
create table hushed_things (
  hub_id int not null references hubs (id),
  thing_id uuid not null,
  kind text not null,
  at timestamptz not null,
  primary key (hub_id, thing_id)
);

alter table mails add column unsubscribe text;
comment on column mails.unsubscribe is 'address that ends such letters (RFC 8058); with it the letter is not sent to an address that is stopped';

-- Addresses from which letters came back for good. Of the deployment, as the accounts are.
create table mail_addresses (
  email text primary key check (email = lower(email)),
  hard_bounces int not null,
  last_status text not null,
  last_at timestamptz not null,
  stopped_at timestamptz
);

alter table follows enable row level security; alter table follows force row level security;
create policy hub on follows using (hub_id = current_setting('minna.hub')::int);
alter table notices enable row level security; alter table notices force row level security;
create policy hub on notices using (hub_id = current_setting('minna.hub')::int);
alter table notice_settings enable row level security; alter table notice_settings force row level security;
create policy hub on notice_settings using (hub_id = current_setting('minna.hub')::int);
alter table notice_people enable row level security; alter table notice_people force row level security;
create policy hub on notice_people using (hub_id = current_setting('minna.hub')::int);
alter table push_subscriptions enable row level security; alter table push_subscriptions force row level security;
create policy hub on push_subscriptions using (hub_id = current_setting('minna.hub')::int);
alter table notice_cursors enable row level security; alter table notice_cursors force row level security;
create policy hub on notice_cursors using (hub_id = current_setting('minna.hub')::int);
alter table hushed_things enable row level security; alter table hushed_things force row level security;
create policy hub on hushed_things using (hub_id = current_setting('minna.hub')::int);
