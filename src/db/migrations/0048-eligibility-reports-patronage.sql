-- F7.6, F7.7: what places and calls require of a group, and its dated facts; reports of its year; requests for 後援名義 and letters of recommendation.

create table requirement_sets (
  hub_id int not null references hubs (id),
  id uuid not null,
  owner_id uuid not null,
  person_id uuid not null,
  name text not null check (length(name) between 1 and 80),
  about text not null default '',
  items jsonb not null check (jsonb_typeof(items) = 'array' and jsonb_array_length(items) between 1 and 12),
  valid_months smallint not null check (valid_months between 1 and 60),
  papers_days smallint not null check (papers_days between 1 and 400),
  published_at timestamptz not null,
  closed_at timestamptz,
  primary key (hub_id, id),
  foreign key (hub_id, owner_id) references actors (hub_id, id),
  foreign key (hub_id, person_id) references actors (hub_id, id)
);
comment on column requirement_sets.items is 'in their order: kind, what is required in words, least (people or per cent), whether a paper is wanted';
comment on column requirement_sets.papers_days is 'so many days after the last word on it a paper is erased';
create index requirement_sets_owner on requirement_sets (hub_id, owner_id);

create table group_facts (
  hub_id int not null,
  id uuid not null,
  group_id uuid not null,
  set_id uuid not null,
  item smallint not null check (item >= 0),
  word text not null default '',
  figure int check (figure between 0 and 999999),
  person_id uuid not null,
  handed_in_at timestamptz not null,
  state text not null default 'handed-in' check (state in ('handed-in', 'confirmed', 'refused', 'taken-back')),
  checked_by uuid,
  checked_at timestamptz,
  reason text not null default '',
  to_do text not null default '',
  valid_until date,
  appeal text not null default '',
  appealed_at timestamptz,
  appeal_answer text not null default '',
  appeal_by uuid,
  appeal_decided_at timestamptz,
  reminded_at timestamptz,
  papers_erased_at timestamptz,
  primary key (hub_id, id),
  foreign key (hub_id, group_id) references groups (hub_id, id),
  foreign key (hub_id, set_id) references requirement_sets (hub_id, id),
  foreign key (hub_id, person_id) references actors (hub_id, id),
  foreign key (hub_id, checked_by) references actors (hub_id, id),
  foreign key (hub_id, appeal_by) references actors (hub_id, id),
  constraint a_checked_fact_says_when check (state not in ('confirmed', 'refused') or checked_at is not null),
  constraint a_confirmed_fact_says_until_when check (state <> 'confirmed' or valid_until is not null),
  constraint an_appeal_is_decided_by_another check (appeal_by is null or appeal_by <> checked_by)
);
comment on table group_facts is 'what a group hands in, item by item; the newest confirmed one holds until its day';
create unique index group_facts_open on group_facts (hub_id, group_id, set_id, item) where state = 'handed-in';
create index group_facts_group on group_facts (hub_id, group_id, id desc);
create index group_facts_set on group_facts (hub_id, set_id, id desc);
create index group_facts_waiting on group_facts (hub_id, set_id, handed_in_at)
  where state = 'handed-in' or (appealed_at is not null and appeal_decided_at is null);
create index group_facts_until on group_facts (hub_id, valid_until) where state = 'confirmed' and reminded_at is null;
create index group_facts_papers on group_facts (hub_id, checked_at) where papers_erased_at is null;

create table shown_eligibility (
  hub_id int not null,
  group_id uuid not null,
  set_id uuid not null,
  primary key (hub_id, group_id, set_id),
  foreign key (hub_id, group_id) references groups (hub_id, id),
  foreign key (hub_id, set_id) references requirement_sets (hub_id, id)
);
comment on table shown_eligibility is 'sets of which the group shows everybody what is confirmed, and until when';

create table year_reports (
  hub_id int not null,
  id uuid not null,
  group_id uuid not null,
  fiscal_year smallint not null check (fiscal_year between 1900 and 2200),
  version int not null default 1 check (version > 0),
  reach text not null check (reach in ('public', 'members', 'checkers')),
  done text not null,
  people int check (people between 0 and 9999999),
  brought bigint not null,
  income jsonb not null,
  expense jsonb not null,
  carried bigint not null,
  note text not null default '',
  person_id uuid not null,
  first_at timestamptz not null,
  changed_at timestamptz not null,
  hidden_at timestamptz,
  primary key (hub_id, id),
  foreign key (hub_id, group_id) references groups (hub_id, id),
  foreign key (hub_id, person_id) references actors (hub_id, id)
);
comment on column year_reports.income is 'lines: what for, and yen; brought + income - expense = carried, all whole yen';
comment on column year_reports.reach is 'whoever may read it: everybody, the members of the group, or those who check requirements (and the group)';
create unique index year_reports_year on year_reports (hub_id, group_id, fiscal_year);
create index year_reports_public on year_reports (hub_id, id desc) where reach = 'public' and hidden_at is null;

create table year_report_versions (
  hub_id int not null,
  report_id uuid not null,
  version int not null check (version > 0),
  content jsonb not null,
  changed text not null default '',
  person_id uuid not null,
  at timestamptz not null,
  primary key (hub_id, report_id, version),
  foreign key (hub_id, report_id) references year_reports (hub_id, id),
  foreign key (hub_id, person_id) references actors (hub_id, id)
);

create table year_report_reminders (
  hub_id int not null,
  group_id uuid not null,
  fiscal_year smallint not null,
  at timestamptz not null,
  primary key (hub_id, group_id, fiscal_year),
  foreign key (hub_id, group_id) references groups (hub_id, id)
);

create table patronage_requests (
  hub_id int not null,
  id uuid not null,
  kind text not null check (kind in ('patronage', 'recommendation')),
  group_id uuid not null,
  asked_id uuid not null,
  person_id uuid not null,
  title text not null check (length(title) between 1 and 120),
  held_on date not null,
  held_until date,
  place text not null default '',
  purpose text not null,
  state text not null default 'received' check (state in ('received', 'question', 'granted', 'refused', 'taken-back')),
  asked_at timestamptz not null,
  due_on date not null,
  question text not null default '',
  question_at timestamptz,
  answer text not null default '',
  answered_at timestamptz,
  decided_by uuid,
  decided_at timestamptz,
  reason text not null default '',
  conditions text not null default '',
  number_year smallint,
  number int check (number > 0),
  papers_erased_at timestamptz,
  primary key (hub_id, id),
  foreign key (hub_id, group_id) references groups (hub_id, id),
  foreign key (hub_id, asked_id) references actors (hub_id, id),
  foreign key (hub_id, person_id) references actors (hub_id, id),
  foreign key (hub_id, decided_by) references actors (hub_id, id),
  constraint an_event_ends_after_it_begins check (held_until is null or held_until >= held_on),
  constraint a_granted_request_has_its_number check ((state = 'granted') = (number is not null)),
  constraint a_number_belongs_to_a_year check ((number is null) = (number_year is null))
);
comment on column patronage_requests.due_on is 'until when it is to be decided; moved by the days a question waited for its answer';
create unique index patronage_requests_number on patronage_requests (hub_id, asked_id, number_year, number) where number is not null;
create index patronage_requests_group on patronage_requests (hub_id, group_id, id desc);
create index patronage_requests_asked on patronage_requests (hub_id, asked_id, id desc);
create index patronage_requests_granted on patronage_requests (hub_id, decided_at desc, id desc) where state = 'granted' and kind = 'patronage';

alter table requirement_sets enable row level security; alter table requirement_sets force row level security;
create policy hub on requirement_sets using (hub_id = current_setting('minna.hub')::int);
alter table group_facts enable row level security; alter table group_facts force row level security;
create policy hub on group_facts using (hub_id = current_setting('minna.hub')::int);
alter table shown_eligibility enable row level security; alter table shown_eligibility force row level security;
create policy hub on shown_eligibility using (hub_id = current_setting('minna.hub')::int);
alter table year_reports enable row level security; alter table year_reports force row level security;
create policy hub on year_reports using (hub_id = current_setting('minna.hub')::int);
alter table year_report_versions enable row level security; alter table year_report_versions force row level security;
create policy hub on year_report_versions using (hub_id = current_setting('minna.hub')::int);
alter table year_report_reminders enable row level security; alter table year_report_reminders force row level security;
create policy hub on year_report_reminders using (hub_id = current_setting('minna.hub')::int);
alter table patronage_requests enable row level security; alter table patronage_requests force row level security;
create policy hub on patronage_requests using (hub_id = current_setting('minna.hub')::int);
