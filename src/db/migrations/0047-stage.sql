-- F1.4: a stage for presenting (発表の場): showcases with slots, the hands groups raise for them, what the audience says on the day.

create table showcases (
  hub_id int not null references hubs (id),
  id uuid not null,
  host_id uuid not null,
  person_id uuid not null,
  event_id uuid,
  kind text not null check (kind in ('presentation', 'exhibition', 'online')),
  title text not null,
  about text not null,
  place text not null,
  address text not null,
  link text not null,
  equipment text[] not null,
  contact text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  call_until timestamptz not null,
  rule text not null check (rule in ('first', 'choice', 'lot')),
  rule_note text not null,
  hall_code text not null,
  version int not null default 1,
  announced_at timestamptz not null,
  cancelled_at timestamptz,
  cancel_reason text not null default '',
  drawn_at timestamptz,
  chance text not null default '',
  report text not null default '',
  recording text not null default '',
  reported_at timestamptz,
  hidden_at timestamptz,
  primary key (hub_id, id),
  foreign key (hub_id, host_id) references actors (hub_id, id),
  foreign key (hub_id, person_id) references actors (hub_id, id),
  foreign key (hub_id, event_id) references town_events (hub_id, id),
  constraint showcases_end_after_they_begin check (ends_at > starts_at)
);
comment on column showcases.event_id is 'the event at which the audience registers and is checked in';
comment on column showcases.rule is 'how a slot for which several raise their hands is given: to the first, by choice with a reason, by lot';
comment on column showcases.hall_code is 'six digits shown in the hall: who has no account speaks with them';
comment on column showcases.chance is 'of the lot: the head of the journal that was signed first after the call ended';
create index showcases_ends on showcases (hub_id, ends_at, id);
create index showcases_starts on showcases (hub_id, starts_at, id);
create index showcases_host on showcases (hub_id, host_id);
create index showcases_event on showcases (hub_id, event_id) where event_id is not null;

create table showcase_slots (
  hub_id int not null,
  id uuid not null,
  showcase_id uuid not null,
  label text not null,
  place text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  cheers int not null default 0,
  removed_at timestamptz,
  primary key (hub_id, id),
  unique (hub_id, id, showcase_id),
  foreign key (hub_id, showcase_id) references showcases (hub_id, id),
  constraint slots_end_after_they_begin check (ends_at > starts_at)
);
create index showcase_slots_of on showcase_slots (hub_id, showcase_id, starts_at, id);

create table showcase_hands (
  hub_id int not null,
  id uuid not null,
  showcase_id uuid not null,
  slot_id uuid not null,
  group_id uuid not null,
  person_id uuid not null,
  title text not null,
  about text not null,
  needs text[] not null,
  needs_note text not null,
  state text not null check (state in ('raised', 'asked', 'holding', 'lowered', 'declined', 'given-back')),
  rank int,
  reason text not null default '',
  recording text not null default '',
  version int not null default 1,
  raised_at timestamptz not null,
  decided_at timestamptz,
  ended_at timestamptz,
  hidden_at timestamptz,
  primary key (hub_id, id),
  foreign key (hub_id, slot_id, showcase_id) references showcase_slots (hub_id, id, showcase_id),
  foreign key (hub_id, group_id) references groups (hub_id, id),
  foreign key (hub_id, person_id) references actors (hub_id, id),
  constraint hands_end_with_their_state check ((ended_at is null) = (state in ('raised', 'asked', 'holding')))
);
comment on column showcase_hands.rank is 'the order the lot gave within the slot, from 1';
comment on column showcase_hands.reason is 'why the organiser chose this one; public';
create unique index showcase_hands_one_of_a_group on showcase_hands (hub_id, showcase_id, group_id) where ended_at is null;
create unique index showcase_hands_one_in_a_slot on showcase_hands (hub_id, slot_id) where state in ('holding', 'asked');
create index showcase_hands_showcase on showcase_hands (hub_id, showcase_id, id);
create index showcase_hands_slot on showcase_hands (hub_id, slot_id, id);
create index showcase_hands_group on showcase_hands (hub_id, group_id, id desc);

create table showcase_seats (
  hub_id int not null,
  id uuid not null,
  showcase_id uuid not null,
  key_hash text not null,
  taken_at timestamptz not null,
  primary key (hub_id, id),
  foreign key (hub_id, showcase_id) references showcases (hub_id, id)
);
comment on table showcase_seats is 'somebody in the audience without an account; deleted some days after the showcase';
create unique index showcase_seats_key on showcase_seats (hub_id, key_hash);
create index showcase_seats_showcase on showcase_seats (hub_id, showcase_id);

create table showcase_voices (
  hub_id int not null,
  id uuid not null,
  showcase_id uuid not null,
  slot_id uuid not null,
  kind text not null check (kind in ('question', 'word')),
  person_id uuid,
  seat_id uuid,
  nickname text not null,
  body text not null,
  answer text not null default '',
  said_at timestamptz not null,
  answered_at timestamptz,
  answered_by uuid,
  withdrawn_at timestamptz,
  hidden_at timestamptz,
  primary key (hub_id, id),
  foreign key (hub_id, slot_id, showcase_id) references showcase_slots (hub_id, id, showcase_id),
  foreign key (hub_id, person_id) references actors (hub_id, id),
  foreign key (hub_id, answered_by) references actors (hub_id, id),
  foreign key (hub_id, seat_id) references showcase_seats (hub_id, id) on delete set null (seat_id)
);
comment on column showcase_voices.nickname is 'what the audience sees; empty: somebody in the audience';
create index showcase_voices_slot on showcase_voices (hub_id, slot_id, kind, id desc);
create index showcase_voices_showcase on showcase_voices (hub_id, showcase_id, id desc);
create index showcase_voices_person on showcase_voices (hub_id, person_id, said_at) where person_id is not null;
create index showcase_voices_seat on showcase_voices (hub_id, seat_id, said_at) where seat_id is not null;

create table showcase_cheers (
  hub_id int not null,
  id uuid not null,
  slot_id uuid not null,
  person_id uuid,
  seat_id uuid,
  at timestamptz not null,
  primary key (hub_id, id),
  foreign key (hub_id, slot_id) references showcase_slots (hub_id, id),
  foreign key (hub_id, person_id) references actors (hub_id, id),
  foreign key (hub_id, seat_id) references showcase_seats (hub_id, id) on delete cascade,
  constraint cheers_are_of_somebody check ((person_id is null) <> (seat_id is null))
);
comment on table showcase_cheers is '応援: once a person and slot; the sum stands in showcase_slots.cheers';
create unique index showcase_cheers_person on showcase_cheers (hub_id, slot_id, person_id) where person_id is not null;
create unique index showcase_cheers_seat on showcase_cheers (hub_id, slot_id, seat_id) where seat_id is not null;

alter table showcases enable row level security; alter table showcases force row level security;
create policy hub on showcases using (hub_id = current_setting('minna.hub')::int);
alter table showcase_slots enable row level security; alter table showcase_slots force row level security;
create policy hub on showcase_slots using (hub_id = current_setting('minna.hub')::int);
alter table showcase_hands enable row level security; alter table showcase_hands force row level security;
create policy hub on showcase_hands using (hub_id = current_setting('minna.hub')::int);
alter table showcase_seats enable row level security; alter table showcase_seats force row level security;
create policy hub on showcase_seats using (hub_id = current_setting('minna.hub')::int);
alter table showcase_voices enable row level security; alter table showcase_voices force row level security;
create policy hub on showcase_voices using (hub_id = current_setting('minna.hub')::int);
alter table showcase_cheers enable row level security; alter table showcase_cheers force row level security;
create policy hub on showcase_cheers using (hub_id = current_setting('minna.hub')::int);
