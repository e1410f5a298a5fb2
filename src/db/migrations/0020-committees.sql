-- F9.9: committees: seats, calls for citizens, sittings with observers and minutes.

create table committees (
  hub_id int not null references hubs (id),
  id uuid not null,
  division_id uuid not null,
  person_id uuid not null,
  name text not null,
  about text not null,
  basis text not null,
  contact text not null default '',
  women int check (women between 0 and 999),
  under_forty int check (under_forty between 0 and 999),
  counted_on date,
  minutes_days int not null default 30 check (minutes_days between 1 and 365),
  set_up_at timestamptz not null,
  primary key (hub_id, id),
  foreign key (hub_id, division_id) references actors (hub_id, id),
  foreign key (hub_id, person_id) references actors (hub_id, id),
  constraint shares_are_stated_together check (num_nonnulls(women, under_forty, counted_on) in (0, 3))
);
comment on column committees.women is 'as the committee states it; nobody is asked';
comment on column committees.minutes_days is 'minutes are published within so many days of a sitting';
create index committees_division on committees (hub_id, division_id, id);

create table committee_seats (
  hub_id int not null,
  id uuid not null,
  committee_id uuid not null,
  number int not null check (number > 0),
  kind text not null check (kind in ('citizen', 'expert', 'group', 'other')),
  holder text not null default '',
  term_from date,
  term_until date,
  person_id uuid not null,
  changed_at timestamptz not null,
  primary key (hub_id, id),
  foreign key (hub_id, committee_id) references committees (hub_id, id),
  foreign key (hub_id, person_id) references actors (hub_id, id),
  constraint terms_end_after_they_begin check (term_until > term_from)
);
comment on column committee_seats.holder is 'public name; empty: vacant';
create unique index committee_seats_number on committee_seats (hub_id, committee_id, number);

create table committee_calls (
  hub_id int not null,
  id uuid not null,
  committee_id uuid not null,
  person_id uuid not null,
  seats int not null check (seats between 1 and 50),
  method text not null check (method in ('chosen', 'lot')),
  criteria text not null,
  opens_at timestamptz not null,
  closes_at timestamptz not null,
  application_count int not null default 0,
  settled_at timestamptz,
  reason text,
  list_hash text,
  chance text,
  primary key (hub_id, id),
  foreign key (hub_id, committee_id) references committees (hub_id, id),
  foreign key (hub_id, person_id) references actors (hub_id, id),
  constraint calls_close_after_they_open check (closes_at > opens_at)
);
create index committee_calls_committee on committee_calls (hub_id, committee_id, id desc);
create unique index committee_calls_one_at_a_time on committee_calls (hub_id, committee_id) where settled_at is null;

create table committee_applications (
  hub_id int not null,
  id uuid not null,
  call_id uuid not null,
  person_id uuid not null,
  number int not null check (number > 0),
  name text not null,
  contact text not null,
  body text not null,
  sent_at timestamptz not null,
  withdrawn_at timestamptz,
  is_chosen boolean,
  primary key (hub_id, id),
  foreign key (hub_id, call_id) references committee_calls (hub_id, id),
  foreign key (hub_id, person_id) references actors (hub_id, id)
);
comment on column committee_applications.number is 'what the public knows an application by';
create unique index committee_applications_person on committee_applications (hub_id, call_id, person_id);
create unique index committee_applications_number on committee_applications (hub_id, call_id, number);

create table sittings (
  hub_id int not null,
  id uuid not null,
  committee_id uuid not null,
  person_id uuid not null,
  number int not null check (number > 0),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  place text not null,
  agenda text[] not null,
  closed_reason text not null default '',
  observer_places int not null default 0 check (observer_places between 0 and 1000),
  observer_method text not null default 'first' check (observer_method in ('first', 'lot')),
  observers_until timestamptz not null,
  observer_count int not null default 0,
  observers_drawn_at timestamptz,
  chance text,
  called_at timestamptz not null,
  cancelled_at timestamptz,
  cancel_reason text,
  minutes_due_on date not null,
  minutes_version int not null default 0,
  version int not null default 1,
  primary key (hub_id, id),
  foreign key (hub_id, committee_id) references committees (hub_id, id),
  foreign key (hub_id, person_id) references actors (hub_id, id),
  constraint sittings_end_after_they_start check (ends_at > starts_at),
  constraint closed_sittings_take_no_observers check (closed_reason = '' or observer_places = 0)
);
create unique index sittings_number on sittings (hub_id, committee_id, number);
create index sittings_time on sittings (hub_id, starts_at, id);

create table sitting_observers (
  hub_id int not null,
  sitting_id uuid not null,
  person_id uuid not null,
  number int not null check (number > 0),
  rank int,
  name text not null,
  contact text not null,
  state text not null check (state in ('asked', 'place', 'waiting', 'withdrawn')),
  asked_at timestamptz not null,
  primary key (hub_id, sitting_id, person_id),
  foreign key (hub_id, sitting_id) references sittings (hub_id, id),
  foreign key (hub_id, person_id) references actors (hub_id, id)
);
comment on column sitting_observers.rank is 'order of the waiting list; of a lot, as drawn';
create unique index sitting_observers_number on sitting_observers (hub_id, sitting_id, number);
create index sitting_observers_person on sitting_observers (hub_id, person_id);

create table sitting_minutes (
  hub_id int not null,
  sitting_id uuid not null,
  version int not null check (version > 0),
  body text not null,
  changed text not null default '',
  person_id uuid not null,
  saved_at timestamptz not null,
  saves int not null default 1,
  published_at timestamptz,
  primary key (hub_id, sitting_id, version),
  foreign key (hub_id, sitting_id) references sittings (hub_id, id),
  foreign key (hub_id, person_id) references actors (hub_id, id)
);

alter table committees enable row level security; alter table committees force row level security;
create policy hub on committees using (hub_id = current_setting('minna.hub')::int);
alter table committee_seats enable row level security; alter table committee_seats force row level security;
create policy hub on committee_seats using (hub_id = current_setting('minna.hub')::int);
alter table committee_calls enable row level security; alter table committee_calls force row level security;
create policy hub on committee_calls using (hub_id = current_setting('minna.hub')::int);
alter table committee_applications enable row level security; alter table committee_applications force row level security;
create policy hub on committee_applications using (hub_id = current_setting('minna.hub')::int);
alter table sittings enable row level security; alter table sittings force row level security;
create policy hub on sittings using (hub_id = current_setting('minna.hub')::int);
alter table sitting_observers enable row level security; alter table sitting_observers force row level security;
create policy hub on sitting_observers using (hub_id = current_setting('minna.hub')::int);
alter table sitting_minutes enable row level security; alter table sitting_minutes force row level security;
create policy hub on sitting_minutes using (hub_id = current_setting('minna.hub')::int);
