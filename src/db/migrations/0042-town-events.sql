-- F1.1, F1.4: events that groups, businesses, divisions and people hold: one row for each day, who comes, who waits, who came.

create table event_series (
  hub_id int not null references hubs (id),
  id uuid not null,
  host_id uuid not null,
  person_id uuid not null,
  rule jsonb not null,
  published_at timestamptz not null,
  primary key (hub_id, id),
  foreign key (hub_id, host_id) references actors (hub_id, id),
  foreign key (hub_id, person_id) references actors (hub_id, id)
);
comment on table event_series is 'what repeats: the rule as it was given; the days it gave are rows of town_events, each with a life of its own';
create index event_series_host on event_series (hub_id, host_id);

create table town_events (
  hub_id int not null references hubs (id),
  id uuid not null,
  series_id uuid,
  number int not null default 1 check (number between 1 and 60),
  host_id uuid not null,
  person_id uuid not null,
  title text not null check (length(title) between 1 and 100),
  about text not null default '',
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  place text not null default '',
  address text not null default '',
  district text not null default '',
  lat double precision check (lat between -90 and 90),
  lng double precision check (lng between -180 and 180),
  is_online boolean not null default false,
  online_link text not null default '',
  fee int not null default 0 check (fee between 0 and 1000000),
  fee_note text not null default '',
  audience text[] not null default '{}',
  audience_note text not null default '',
  fields smallint[] not null default '{}' check (fields <@ '{1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20}'::smallint[]),
  tags text[] not null default '{}',
  access text[] not null default '{}',
  access_note text not null default '',
  contact text not null default '',
  takes_registrations boolean not null default false,
  capacity int check (capacity between 1 and 100000),
  companions int not null default 0 check (companions between 0 and 20),
  registration_from timestamptz,
  registration_until timestamptz,
  taken int not null default 0 check (taken >= 0),
  waiting int not null default 0 check (waiting >= 0),
  came int not null default 0 check (came >= 0),
  attendance int check (attendance between 0 and 100000),
  grams tsvector not null,
  version int not null default 1 check (version > 0),
  published_at timestamptz not null,
  changed_at timestamptz not null,
  cancelled_at timestamptz,
  hidden_at timestamptz,
  primary key (hub_id, id),
  foreign key (hub_id, series_id) references event_series (hub_id, id),
  foreign key (hub_id, host_id) references actors (hub_id, id),
  foreign key (hub_id, person_id) references actors (hub_id, id),
  constraint events_end_after_they_begin check (ends_at > starts_at),
  constraint event_point_whole check ((lat is null) = (lng is null)),
  constraint nobody_is_let_in_beyond_the_places check (capacity is null or taken <= capacity)
);
comment on column town_events.number is 'which day of its series, from 1 on';
comment on column town_events.person_id is 'who entered it, whomever it is from';
comment on column town_events.online_link is 'shown to those who are registered, and to nobody else';
comment on column town_events.fee is 'yen; 0: free of charge';
comment on column town_events.capacity is 'people, companions among them; null: no limit';
comment on column town_events.companions is 'so many people one registration may bring along';
comment on column town_events.taken is 'people registered, companions among them; those who wait are not';
comment on column town_events.came is 'people checked in, companions among them';
comment on column town_events.attendance is 'counted by whoever holds it, where they count otherwise than by checking in';
create index town_events_time on town_events (hub_id, starts_at, id);
create index town_events_host on town_events (hub_id, host_id, starts_at, id);
create index town_events_series on town_events (hub_id, series_id, starts_at) where series_id is not null;
create index town_events_published on town_events (hub_id, published_at, id);
create index town_events_grams on town_events using gin (grams);

create table event_changes (
  hub_id int not null,
  id uuid not null,
  event_id uuid not null,
  kind text not null check (kind in ('moved', 'changed', 'cancelled')),
  reason text not null default '',
  was_from timestamptz not null,
  was_to timestamptz not null,
  was_place text not null,
  person_id uuid not null,
  at timestamptz not null,
  primary key (hub_id, id),
  foreign key (hub_id, event_id) references town_events (hub_id, id),
  foreign key (hub_id, person_id) references actors (hub_id, id)
);
create index event_changes_event on event_changes (hub_id, event_id, id);

create table event_drafts (
  hub_id int not null,
  id uuid not null,
  person_id uuid not null,
  event_id uuid,
  fields jsonb not null default '{}',
  version int not null default 1 check (version > 0),
  saved_at timestamptz not null,
  primary key (hub_id, id),
  foreign key (hub_id, person_id) references actors (hub_id, id),
  foreign key (hub_id, event_id) references town_events (hub_id, id)
);
comment on column event_drafts.event_id is 'the event this draft changes; null: a new one';
create index event_drafts_person on event_drafts (hub_id, person_id, saved_at desc);

create table event_registrations (
  hub_id int not null,
  id uuid not null,
  event_id uuid not null,
  way text not null check (way in ('account', 'mail', 'desk')),
  person_id uuid,
  name text not null default '',
  email text,
  lang text not null default 'ja',
  companions int not null default 0 check (companions between 0 and 20),
  places int generated always as (companions + 1) stored,
  note text not null default '',
  ticket uuid not null,
  check_code uuid not null,
  entered_by uuid,
  asked_at timestamptz not null,
  confirmed_at timestamptz,
  admitted_at timestamptz,
  cancelled_at timestamptz,
  reminded_at timestamptz,
  checked_in_at timestamptz,
  checked_in_by uuid,
  forgotten_at timestamptz,
  primary key (hub_id, id),
  foreign key (hub_id, event_id) references town_events (hub_id, id),
  foreign key (hub_id, person_id) references actors (hub_id, id),
  foreign key (hub_id, entered_by) references actors (hub_id, id),
  foreign key (hub_id, checked_in_by) references actors (hub_id, id),
  constraint an_account_registers_a_person check (way <> 'account' or person_id is not null),
  constraint whoever_is_admitted_has_confirmed check (admitted_at is null or confirmed_at is not null),
  constraint whoever_came_was_admitted check (checked_in_at is null or admitted_at is not null)
);
comment on table event_registrations is 'read by whoever holds the event, and by whoever registered; everybody else sees sums';
comment on column event_registrations.way is 'account: somebody signed in; mail: a guest, by a letter to their address; desk: entered by whoever holds the event';
comment on column event_registrations.ticket is 'random; opens the page of this registration without signing in';
comment on column event_registrations.check_code is 'random; what the QR code says, and no way to the ticket';
comment on column event_registrations.confirmed_at is 'its turn: the queue is in the order of this moment, then of the id';
comment on column event_registrations.admitted_at is 'null: waits';
comment on column event_registrations.forgotten_at is 'names, addresses and notes were erased then';
create unique index one_registration_a_person on event_registrations (hub_id, event_id, person_id)
  where person_id is not null and cancelled_at is null;
create unique index one_registration_an_address on event_registrations (hub_id, event_id, email)
  where email is not null and cancelled_at is null;
create unique index event_registrations_ticket on event_registrations (hub_id, ticket);
create unique index event_registrations_code on event_registrations (hub_id, check_code);
create index event_registrations_queue on event_registrations (hub_id, event_id, confirmed_at, id) where cancelled_at is null;
create index event_registrations_person on event_registrations (hub_id, person_id, id desc) where person_id is not null;
create index event_registrations_unconfirmed on event_registrations (hub_id, asked_at) where confirmed_at is null;

alter table event_series enable row level security; alter table event_series force row level security;
create policy hub on event_series using (hub_id = current_setting('minna.hub')::int);
alter table town_events enable row level security; alter table town_events force row level security;
create policy hub on town_events using (hub_id = current_setting('minna.hub')::int);
alter table event_changes enable row level security; alter table event_changes force row level security;
create policy hub on event_changes using (hub_id = current_setting('minna.hub')::int);
alter table event_drafts enable row level security; alter table event_drafts force row level security;
create policy hub on event_drafts using (hub_id = current_setting('minna.hub')::int);
alter table event_registrations enable row level security; alter table event_registrations force row level security;
create policy hub on event_registrations using (hub_id = current_setting('minna.hub')::int);
