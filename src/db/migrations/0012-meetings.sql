-- F9.2: meetings in a hall are part of the open debate: who calls them, when and where, their minutes, and what was said there.

create table meetings (
  hub_id int not null references hubs (id),
  id uuid not null,
  round_id uuid,
  debate_id uuid,
  host_id uuid not null,
  person_id uuid not null,
  voice_id uuid not null,
  title text not null,
  about text not null default '',
  agenda text[] not null default '{}',
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  place text not null,
  address text not null default '',
  step_free text not null default 'unknown' check (step_free in ('yes', 'partly', 'no', 'unknown')),
  captions boolean not null default false,
  sign_language boolean not null default false,
  note_taking boolean not null default false,
  access_note text not null default '',
  contact text not null default '',
  grams tsvector not null,
  version int not null default 1,
  attendance int check (attendance between 0 and 100000),
  saying_count int not null default 0,
  minutes_version int not null default 0,
  called_at timestamptz not null,
  cancelled_at timestamptz,
  primary key (hub_id, id),
  foreign key (hub_id, round_id) references rounds (hub_id, id),
  foreign key (hub_id, debate_id) references debates (hub_id, id),
  foreign key (hub_id, host_id) references actors (hub_id, id),
  foreign key (hub_id, person_id) references actors (hub_id, id),
  foreign key (hub_id, voice_id) references actors (hub_id, id),
  constraint meetings_end_after_they_start check (ends_at > starts_at),
  constraint meetings_are_about_one_thing check (num_nonnulls(round_id, debate_id) = 1)
);
comment on column meetings.person_id is 'who entered it, whomever it called for';
comment on column meetings.voice_id is 'stands for participants whose name was not given; nobody can sign in as it';
comment on column meetings.saying_count is 'opinions and questions from the hall that stand';
comment on column meetings.minutes_version is 'version of the minutes that is public; 0: none yet';
create index meetings_time on meetings (hub_id, starts_at, id);
create index meetings_round on meetings (hub_id, round_id, starts_at) where round_id is not null;
create index meetings_debate on meetings (hub_id, debate_id, starts_at) where debate_id is not null;
create index meetings_host on meetings (hub_id, host_id, starts_at);
create index meetings_grams on meetings using gin (grams);

create table meeting_changes (
  hub_id int not null,
  id uuid not null,
  meeting_id uuid not null,
  kind text not null check (kind in ('moved', 'cancelled')),
  reason text not null check (length(reason) > 0),
  was_from timestamptz not null,
  was_to timestamptz not null,
  was_place text not null,
  person_id uuid not null,
  at timestamptz not null,
  primary key (hub_id, id),
  foreign key (hub_id, meeting_id) references meetings (hub_id, id),
  foreign key (hub_id, person_id) references actors (hub_id, id)
);
create index meeting_changes_meeting on meeting_changes (hub_id, meeting_id, id);

create table meeting_scribes (
  hub_id int not null,
  meeting_id uuid not null,
  person_id uuid not null,
  appointed_by uuid not null,
  appointed_at timestamptz not null,
  ended_at timestamptz,
  primary key (hub_id, meeting_id, person_id),
  foreign key (hub_id, meeting_id) references meetings (hub_id, id),
  foreign key (hub_id, person_id) references actors (hub_id, id),
  foreign key (hub_id, appointed_by) references actors (hub_id, id)
);
create index meeting_scribes_person on meeting_scribes (hub_id, person_id) where ended_at is null;

create table meeting_minutes (
  hub_id int not null,
  meeting_id uuid not null,
  version int not null check (version > 0),
  body text not null,
  changed text not null default '',
  person_id uuid not null,
  saved_at timestamptz not null,
  saves int not null default 1,
  published_at timestamptz,
  primary key (hub_id, meeting_id, version),
  foreign key (hub_id, meeting_id) references meetings (hub_id, id),
  foreign key (hub_id, person_id) references actors (hub_id, id),
  constraint corrections_say_what_changed check (version = 1 or published_at is null or length(changed) > 0)
);
comment on column meeting_minutes.saves is 'counted up by every save of a draft: a form shown with an older one is stale';

-- What was said in the hall is an ordinary opinion of the debate; it keeps where it was said, and as whom.
alter table opinions add column meeting_id uuid;
alter table opinions add column spoken_as text;
alter table opinions add column hall_agree int;
alter table opinions add column hall_disagree int;
alter table opinions add column hall_pass int;
comment on column opinions.meeting_id is 'said in this meeting and entered by its scribe';
comment on column opinions.spoken_as is 'participant: without a name; named: by the scribe, not confirmed yet; confirmed: by whoever was named';
comment on column opinions.hall_agree is 'hands raised in the hall, never added to the votes of persons; null: not counted';
alter table opinions add constraint opinions_meeting foreign key (hub_id, meeting_id) references meetings (hub_id, id) not valid;
alter table opinions validate constraint opinions_meeting;
alter table opinions add constraint opinions_spoken_as
  check ((spoken_as is null) = (meeting_id is null) and spoken_as in ('participant', 'named', 'confirmed')) not valid;
alter table opinions validate constraint opinions_spoken_as;
alter table opinions add constraint opinions_hands
  check (num_nonnulls(hall_agree, hall_disagree, hall_pass) in (0, 3)
    and least(hall_agree, hall_disagree, hall_pass) >= 0 and greatest(hall_agree, hall_disagree, hall_pass) <= 100000) not valid;
alter table opinions validate constraint opinions_hands;

create table hall_sayings (
  hub_id int not null,
  opinion_id uuid not null,
  meeting_id uuid not null,
  entry uuid not null,
  person_id uuid not null,
  office_id uuid not null,
  named_id uuid,
  entered_at timestamptz not null,
  counted_at timestamptz,
  confirmed_at timestamptz,
  contested_at timestamptz,
  contest_reason text,
  primary key (hub_id, opinion_id),
  foreign key (hub_id, opinion_id) references opinions (hub_id, id),
  foreign key (hub_id, meeting_id) references meetings (hub_id, id),
  foreign key (hub_id, person_id) references actors (hub_id, id),
  foreign key (hub_id, office_id) references actors (hub_id, id),
  foreign key (hub_id, named_id) references actors (hub_id, id),
  constraint a_name_is_settled_once check (num_nonnulls(confirmed_at, contested_at) <= 1)
);
comment on column hall_sayings.entry is 'number the scribe''s screen gave it before it was sent: sent again, it is the same one';
comment on column hall_sayings.person_id is 'the scribe; office_id is whom the scribe wrote for';
comment on column hall_sayings.named_id is 'who spoke, by the scribe; null for a participant without a name';
create unique index hall_sayings_entry on hall_sayings (hub_id, meeting_id, entry);
create index hall_sayings_meeting on hall_sayings (hub_id, meeting_id, opinion_id desc);
create index hall_sayings_pace on hall_sayings (hub_id, meeting_id, entered_at desc);

alter table meetings enable row level security; alter table meetings force row level security;
create policy hub on meetings using (hub_id = current_setting('minna.hub')::int);
alter table meeting_changes enable row level security; alter table meeting_changes force row level security;
create policy hub on meeting_changes using (hub_id = current_setting('minna.hub')::int);
alter table meeting_scribes enable row level security; alter table meeting_scribes force row level security;
create policy hub on meeting_scribes using (hub_id = current_setting('minna.hub')::int);
alter table meeting_minutes enable row level security; alter table meeting_minutes force row level security;
create policy hub on meeting_minutes using (hub_id = current_setting('minna.hub')::int);
alter table hall_sayings enable row level security; alter table hall_sayings force row level security;
create policy hub on hall_sayings using (hub_id = current_setting('minna.hub')::int);
