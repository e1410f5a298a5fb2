-- F9.7, F9.8: the city's answer to every proposal and point, and what became of it.

create table answers (
  hub_id int not null,
  id uuid not null,
  round_id uuid not null,
  proposal_id uuid,
  point_id uuid,
  debate_id uuid not null,
  subject_id uuid not null generated always as (coalesce(proposal_id, point_id)) stored,
  version int not null,
  is_current boolean not null,
  kind text not null check (kind in ('adopted', 'partly', 'alternative', 'under-study', 'already-done', 'not-ours', 'declined')),
  reason text not null check (length(reason) > 0),
  decided_on date not null,
  division_id uuid not null,
  person_id uuid not null,
  policy_id uuid,
  next_on date,
  passed_to text,
  answered_at timestamptz not null,
  first_at timestamptz not null,
  final_at timestamptz,
  primary key (hub_id, id),
  foreign key (hub_id, round_id) references rounds (hub_id, id),
  foreign key (hub_id, proposal_id) references proposals (hub_id, id),
  foreign key (hub_id, point_id) references points (hub_id, id),
  foreign key (hub_id, debate_id) references debates (hub_id, id),
  foreign key (hub_id, division_id) references actors (hub_id, id),
  foreign key (hub_id, person_id) references actors (hub_id, id),
  foreign key (hub_id, policy_id) references policies (hub_id, id),
  constraint one_subject check ((proposal_id is null) <> (point_id is null)),
  constraint passed_on_says_to_whom check (kind <> 'not-ours' or passed_to is not null),
  constraint study_says_until_when check (kind <> 'under-study' or next_on is not null)
);
comment on column answers.debate_id is 'of the proposal, or of the one whose debate the point sums up';
comment on column answers.subject_id is 'whichever of the two it answers';
comment on column answers.first_at is 'of the first version: what the limit of the interim answer is held against';
comment on column answers.final_at is 'of the first version that is not under-study: what the limit of the final answer is held against';
create unique index answers_current_proposal on answers (hub_id, proposal_id) where is_current and proposal_id is not null;
create unique index answers_current_point on answers (hub_id, point_id) where is_current and point_id is not null;
create unique index answers_version on answers (hub_id, subject_id, version);
create index answers_round on answers (hub_id, round_id, id) where is_current;
create index answers_newest on answers (hub_id, id desc) where is_current;
create index answers_policy on answers (hub_id, policy_id, id desc) where is_current;
-- What still waits for a final answer: few rows, however many there were.
create index proposals_waiting on proposals (hub_id, round_id) where withdrawn_at is null and (answer_kind is null or answer_kind = 'under-study');
create index points_waiting on points (hub_id, round_id) where removed_at is null and (answer_kind is null or answer_kind = 'under-study');
create index answers_division on answers (hub_id, division_id, id desc) where is_current;

create table reflection_steps (
  hub_id int not null,
  id uuid not null,
  answer_id uuid not null,
  step text not null check (step in ('requested', 'draft-budget', 'voted', 'under-way', 'done', 'dropped')),
  happened_on date not null,
  note text not null,
  document text not null default '',
  page text not null default '',
  budget_line text not null default '',
  amount_yen bigint,
  link text not null default '',
  division_id uuid not null,
  person_id uuid not null,
  recorded_at timestamptz not null,
  corrects_id uuid,
  primary key (hub_id, id),
  foreign key (hub_id, answer_id) references answers (hub_id, id),
  foreign key (hub_id, corrects_id) references reflection_steps (hub_id, id),
  foreign key (hub_id, division_id) references actors (hub_id, id),
  foreign key (hub_id, person_id) references actors (hub_id, id)
);
comment on column reflection_steps.answer_id is 'the version of the answer that stood when the step was recorded';
comment on column reflection_steps.corrects_id is 'the step that this one puts right; that one stays, struck through';
create index reflection_steps_answer on reflection_steps (hub_id, answer_id, happened_on, id);
create unique index reflection_steps_corrected on reflection_steps (hub_id, corrects_id) where corrects_id is not null;
create index reflection_steps_newest on reflection_steps (hub_id, id desc);

alter table answers enable row level security; alter table answers force row level security;
create policy hub on answers using (hub_id = current_setting('minna.hub')::int);
alter table reflection_steps enable row level security; alter table reflection_steps force row level security;
create policy hub on reflection_steps using (hub_id = current_setting('minna.hub')::int);
