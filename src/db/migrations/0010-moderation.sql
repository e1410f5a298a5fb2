-- X4: reports and rights claims become cases; an accountable person decides each with ground and reason; hiding is a dated row,
-- reversible; an appeal is decided by somebody else. P5: all of it afterwards. P7: office and number are public.

alter table proposals add column hidden_at timestamptz;
alter table positions add column hidden_at timestamptz;
alter table actors add column about_hidden_at timestamptz;
comment on column actors.about_hidden_at is 'what an actor says of itself is hidden; its name stays';

create table moderators (
  hub_id int not null,
  id uuid not null,
  person_id uuid not null,
  office_id uuid not null,
  number int not null check (number > 0),
  appointed_by uuid not null,
  since timestamptz not null,
  until timestamptz,
  ended_by uuid,
  primary key (hub_id, id),
  foreign key (hub_id, person_id) references actors (hub_id, id),
  foreign key (hub_id, office_id) references actors (hub_id, id),
  foreign key (hub_id, appointed_by) references actors (hub_id, id),
  foreign key (hub_id, ended_by) references actors (hub_id, id),
  constraint ended_by_somebody check ((until is null) = (ended_by is null))
);
comment on column moderators.number is 'what the public sees of a moderator, beside its office';
create unique index moderators_number on moderators (hub_id, number);
create unique index moderators_once on moderators (hub_id, person_id) where until is null;
create index moderators_person on moderators (hub_id, person_id, since desc);

create table moderation_cases (
  hub_id int not null references hubs (id),
  id uuid not null,
  way text not null check (way in ('report', 'claim')),
  kind text not null,
  object_id uuid not null,
  object_version int not null,
  author_id uuid,
  author_person_id uuid,
  ground text not null,
  urgent boolean not null default false,
  title text not null,
  body text not null,
  context text not null,
  path text not null,
  report_count int not null default 0,
  opened_at timestamptz not null,
  waits_until timestamptz,
  decided_at timestamptz,
  primary key (hub_id, id),
  foreign key (hub_id, author_id) references actors (hub_id, id),
  foreign key (hub_id, author_person_id) references actors (hub_id, id)
);
comment on column moderation_cases.body is 'the words as they stood when they were reported: they may be changed since';
comment on column moderation_cases.waits_until is 'of a rights claim: until then the sender of the words is being asked';
comment on column moderation_cases.urgent is 'said to break the rules of an election that is under way: first in the queue';
-- One thing is one case, however many report it.
create unique index moderation_cases_one on moderation_cases (hub_id, kind, object_id) where decided_at is null and way = 'report';
create index moderation_cases_queue on moderation_cases (hub_id, urgent desc, id) where decided_at is null;
create index moderation_cases_object on moderation_cases (hub_id, kind, object_id, id desc);
create index moderation_cases_author on moderation_cases (hub_id, author_id, id desc);
create index moderation_cases_waiting on moderation_cases (hub_id, waits_until) where decided_at is null and waits_until is not null;

create table moderation_reports (
  hub_id int not null,
  id uuid not null,
  case_id uuid not null,
  person_id uuid,
  ground text not null,
  body text not null default '',
  contact text not null default '',
  lang text not null default 'ja' check (lang in ('ja', 'easy', 'en')),
  noticed text[] not null default '{}',
  reported_at timestamptz not null,
  primary key (hub_id, id),
  foreign key (hub_id, case_id) references moderation_cases (hub_id, id),
  foreign key (hub_id, person_id) references actors (hub_id, id)
);
comment on column moderation_reports.noticed is 'not empty: found by an automatic check, which saw this';
create index moderation_reports_case on moderation_reports (hub_id, case_id, id);
create index moderation_reports_person on moderation_reports (hub_id, person_id, reported_at desc) where person_id is not null;
create unique index moderation_reports_once on moderation_reports (hub_id, case_id, person_id) where person_id is not null;

create table rights_claims (
  hub_id int not null,
  case_id uuid not null,
  person_id uuid,
  claimant text not null,
  contact text not null,
  relation text not null check (relation in ('self', 'representative')),
  claimed_right text not null,
  passage text not null,
  why text not null,
  is_candidate boolean not null,
  lang text not null default 'ja' check (lang in ('ja', 'easy', 'en')),
  filed_at timestamptz not null,
  answer_by timestamptz not null,
  consent text check (consent in ('agreed', 'refused', 'silent')),
  consent_reason text not null default '',
  consented_at timestamptz,
  keep_until timestamptz not null,
  erased_at timestamptz,
  primary key (hub_id, case_id),
  foreign key (hub_id, case_id) references moderation_cases (hub_id, id),
  foreign key (hub_id, person_id) references actors (hub_id, id),
  constraint consent_is_dated check ((consent is null) = (consented_at is null))
);
comment on column rights_claims.keep_until is 'records about the claim are kept until then, for a court; then the private part is erased';
create index rights_claims_kept on rights_claims (hub_id, keep_until) where erased_at is null;

create table moderation_decisions (
  hub_id int not null,
  id uuid not null,
  case_id uuid not null,
  way text not null check (way in ('report', 'claim')),
  kind text not null,
  object_id uuid not null,
  object_version int not null,
  author_id uuid,
  author_person_id uuid,
  ground text not null,
  outcome text not null check (outcome in ('hidden', 'left', 'asked')),
  reason text not null check (length(reason) > 0),
  path text not null,
  moderator_id uuid not null,
  person_id uuid not null,
  opened_at timestamptz not null,
  decided_at timestamptz not null,
  reversed_at timestamptz,
  primary key (hub_id, id),
  unique (hub_id, id, person_id),
  constraint case_is_decided_once unique (hub_id, case_id),
  foreign key (hub_id, case_id) references moderation_cases (hub_id, id),
  foreign key (hub_id, moderator_id) references moderators (hub_id, id),
  foreign key (hub_id, person_id) references actors (hub_id, id),
  foreign key (hub_id, author_id) references actors (hub_id, id),
  foreign key (hub_id, author_person_id) references actors (hub_id, id)
);
create index moderation_decisions_ground on moderation_decisions (hub_id, ground, id desc);
create index moderation_decisions_outcome on moderation_decisions (hub_id, outcome, id desc);
create index moderation_decisions_author on moderation_decisions (hub_id, author_id, id desc);
create index moderation_decisions_time on moderation_decisions (hub_id, decided_at);

create table moderation_appeals (
  hub_id int not null,
  id uuid not null,
  decision_id uuid not null,
  first_decider_id uuid not null,
  side text not null check (side in ('author', 'reporter')),
  person_id uuid not null,
  reason text not null check (length(reason) > 0),
  filed_at timestamptz not null,
  outcome text check (outcome in ('kept', 'reversed')),
  answer text not null default '',
  moderator_id uuid,
  decider_id uuid,
  settled_at timestamptz,
  primary key (hub_id, id),
  foreign key (hub_id, decision_id, first_decider_id) references moderation_decisions (hub_id, id, person_id),
  foreign key (hub_id, person_id) references actors (hub_id, id),
  foreign key (hub_id, moderator_id) references moderators (hub_id, id),
  foreign key (hub_id, decider_id) references actors (hub_id, id),
  constraint appeal_is_settled_whole check ((outcome is null) = (settled_at is null) and (outcome is null) = (decider_id is null)
    and (outcome is null) = (moderator_id is null)),
  -- the foreign key above makes first_decider_id the one who decided
  constraint another_person_decides check (decider_id is null or decider_id <> first_decider_id)
);
create unique index moderation_appeals_once on moderation_appeals (hub_id, decision_id, person_id);
create index moderation_appeals_open on moderation_appeals (hub_id, id) where outcome is null;

create table hidings (
  hub_id int not null,
  id uuid not null,
  kind text not null,
  object_id uuid not null,
  decision_id uuid not null,
  appeal_id uuid,
  moderator_id uuid not null,
  ground text not null,
  reason text not null,
  since timestamptz not null,
  until timestamptz,
  primary key (hub_id, id),
  foreign key (hub_id, decision_id) references moderation_decisions (hub_id, id),
  foreign key (hub_id, appeal_id) references moderation_appeals (hub_id, id),
  foreign key (hub_id, moderator_id) references moderators (hub_id, id)
);
create unique index hidings_present on hidings (hub_id, kind, object_id) where until is null;
create index hidings_decision on hidings (hub_id, decision_id);

-- Figures are kept, not counted on a page: written anew for a month whenever something in it is decided.
create table moderation_figures (
  hub_id int not null references hubs (id),
  month date not null,
  ground text not null,
  decided int not null,
  hidden int not null,
  left_alone int not null,
  asked int not null,
  appealed int not null,
  reversed int not null,
  median_seconds bigint not null,
  primary key (hub_id, month, ground)
);
comment on column moderation_figures.ground is 'empty: all grounds together';
comment on column moderation_figures.median_seconds is 'from the first report to the decision';

alter table moderators enable row level security; alter table moderators force row level security;
create policy hub on moderators using (hub_id = current_setting('minna.hub')::int);
alter table moderation_cases enable row level security; alter table moderation_cases force row level security;
create policy hub on moderation_cases using (hub_id = current_setting('minna.hub')::int);
alter table moderation_reports enable row level security; alter table moderation_reports force row level security;
create policy hub on moderation_reports using (hub_id = current_setting('minna.hub')::int);
alter table rights_claims enable row level security; alter table rights_claims force row level security;
create policy hub on rights_claims using (hub_id = current_setting('minna.hub')::int);
alter table moderation_decisions enable row level security; alter table moderation_decisions force row level security;
create policy hub on moderation_decisions using (hub_id = current_setting('minna.hub')::int);
alter table moderation_appeals enable row level security; alter table moderation_appeals force row level security;
create policy hub on moderation_appeals using (hub_id = current_setting('minna.hub')::int);
alter table hidings enable row level security; alter table hidings force row level security;
create policy hub on hidings using (hub_id = current_setting('minna.hub')::int);
alter table moderation_figures enable row level security; alter table moderation_figures force row level security;
create policy hub on moderation_figures using (hub_id = current_setting('minna.hub')::int);
