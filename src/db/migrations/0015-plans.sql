-- F9.9: plans in preparation, opened while much can still change: stages with their dates, opinions, formal comments, answers.

alter table debates drop constraint debates_kind_check;
alter table debates add constraint debates_kind_check check (kind in ('proposal', 'imported', 'plan'));

create table plans (
  hub_id int not null references hubs (id),
  id uuid not null,
  kind text not null check (kind in ('plan', 'ordinance', 'measure')),
  actor_id uuid not null,
  policy_id uuid,
  rules_version int not null,
  version int not null default 1,
  title text not null,
  grams tsvector not null,
  stage text not null check (stage in ('concept', 'draft', 'comment', 'decision')),
  opened_stage text not null check (opened_stage in ('concept', 'draft', 'comment')),
  work_began_on date not null,
  work_began_with text not null check (length(work_began_with) > 0),
  draft_on date not null,
  decision_on date not null,
  open_until timestamptz,
  posted_at timestamptz not null,
  decided_at timestamptz,
  ended_at timestamptz,
  end_reason text,
  primary key (hub_id, id),
  foreign key (hub_id, actor_id) references actors (hub_id, id),
  foreign key (hub_id, policy_id) references policies (hub_id, id),
  foreign key (hub_id, rules_version) references hub_rules (hub_id, version),
  constraint ended_with_a_reason check ((ended_at is null) = (end_reason is null))
);
comment on column plans.opened_stage is 'the stage at which it was opened here';
comment on column plans.work_began_on is 'the day on which work on it began inside, as whoever posted it states; work_began_with says by what';
comment on column plans.draft_on is 'first day of the draft, of the decision: the real one, else the planned one; kept for the figures';
comment on column plans.open_until is 'until when opinions are taken at the present stage';
comment on column plans.ended_at is 'given up before a decision';
create index plans_newest on plans (hub_id, id desc);
create index plans_stage on plans (hub_id, stage, id desc);
create index plans_actor on plans (hub_id, actor_id, id desc);
create index plans_policy on plans (hub_id, policy_id, id desc);
create index plans_open on plans (hub_id, open_until);
create index plans_grams on plans using gin (grams);

create table plan_stages (
  hub_id int not null,
  id uuid not null,
  plan_id uuid not null,
  stage text not null check (stage in ('concept', 'draft', 'comment', 'decision')),
  place smallint not null check (place between 1 and 4),
  planned_on date not null,
  began_on date,
  began_at timestamptz,
  until_on date,
  closes_at timestamptz,
  open_points text not null default '',
  fixed_points text not null default '',
  changes text not null default '',
  short_reason text not null default '',
  ahead_reason text not null default '',
  left_unanswered int not null default 0,
  interim_answer_at timestamptz,
  final_answer_at timestamptz,
  comment_count int not null default 0,
  comments_published_at timestamptz,
  names_erased_at timestamptz,
  primary key (hub_id, id),
  foreign key (hub_id, plan_id) references plans (hub_id, id),
  constraint begun_on_a_day check (began_at is null or began_on is not null),
  constraint open_until_an_hour check ((until_on is null) = (closes_at is null))
);
comment on column plan_stages.id is 'also the id of its debate, where it has one';
comment on column plan_stages.began_at is 'when it was opened here; null for stages that were over before the plan was posted, which have began_on alone';
comment on column plan_stages.changes is 'what the opinions of the stages before have changed';
comment on column plan_stages.short_reason is 'why formal comments are taken for fewer days than the hub''s rule says';
comment on column plan_stages.ahead_reason is 'why it was begun while left_unanswered opinions had no answer yet';
comment on column plan_stages.comment_count is 'formal comments ever received; the last number given';
create unique index plan_stages_once on plan_stages (hub_id, plan_id, stage);
create index plan_stages_dates on plan_stages (hub_id, planned_on);
create index plan_stages_unpublished on plan_stages (hub_id, closes_at) where stage = 'comment' and comments_published_at is null;

create table plan_versions (
  hub_id int not null,
  plan_id uuid not null,
  version int not null check (version > 0),
  title text not null,
  about text not null,
  why text not null,
  stage text not null,
  open_points text not null,
  fixed_points text not null,
  changed text not null default '',
  person_id uuid not null,
  written_at timestamptz not null,
  primary key (hub_id, plan_id, version),
  foreign key (hub_id, plan_id) references plans (hub_id, id),
  foreign key (hub_id, person_id) references actors (hub_id, id)
);

create table plan_moves (
  hub_id int not null,
  id uuid not null,
  plan_id uuid not null,
  stage_id uuid not null,
  which text not null check (which in ('start', 'until')),
  from_on date not null,
  to_on date not null,
  reason text not null check (length(reason) > 0),
  person_id uuid not null,
  moved_at timestamptz not null,
  primary key (hub_id, id),
  foreign key (hub_id, plan_id) references plans (hub_id, id),
  foreign key (hub_id, stage_id) references plan_stages (hub_id, id),
  foreign key (hub_id, person_id) references actors (hub_id, id)
);
create index plan_moves_plan on plan_moves (hub_id, plan_id, id);

create table plan_documents (
  hub_id int not null,
  id uuid not null,
  plan_id uuid not null,
  stage_id uuid not null,
  title text not null,
  link text not null,
  person_id uuid not null,
  added_at timestamptz not null,
  removed_at timestamptz,
  removal_reason text,
  primary key (hub_id, id),
  foreign key (hub_id, plan_id) references plans (hub_id, id),
  foreign key (hub_id, stage_id) references plan_stages (hub_id, id),
  foreign key (hub_id, person_id) references actors (hub_id, id),
  constraint removed_with_a_reason check ((removed_at is null) = (removal_reason is null))
);
create index plan_documents_plan on plan_documents (hub_id, plan_id, id);

create table plan_comments (
  hub_id int not null,
  id uuid not null,
  plan_id uuid not null,
  stage_id uuid not null,
  number int not null,
  body text not null,
  means text not null check (means in ('web', 'paper')),
  person_id uuid,
  entered_by uuid,
  received_on date not null,
  sent_at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (hub_id, id),
  foreign key (hub_id, plan_id) references plans (hub_id, id),
  foreign key (hub_id, stage_id) references plan_stages (hub_id, id),
  foreign key (hub_id, person_id) references actors (hub_id, id),
  foreign key (hub_id, entered_by) references actors (hub_id, id),
  constraint sent_or_entered check ((means = 'web') = (person_id is not null) and (means = 'paper') = (entered_by is not null))
);
comment on table plan_comments is 'formal comments (パブリックコメント); their text is public when the period is over, who sent them never';
create unique index plan_comments_number on plan_comments (hub_id, stage_id, number);
create index plan_comments_person on plan_comments (hub_id, person_id, stage_id);

-- Kept apart so that it can be erased whole and is read by nothing that doesn't mean to.
create table plan_comment_names (
  hub_id int not null,
  comment_id uuid not null,
  name text not null,
  address text not null,
  primary key (hub_id, comment_id),
  foreign key (hub_id, comment_id) references plan_comments (hub_id, id)
);

create table plan_name_readings (
  hub_id int not null,
  id uuid not null,
  stage_id uuid not null,
  person_id uuid not null,
  reason text not null check (length(reason) > 0),
  names int not null,
  read_at timestamptz not null,
  primary key (hub_id, id),
  foreign key (hub_id, stage_id) references plan_stages (hub_id, id),
  foreign key (hub_id, person_id) references actors (hub_id, id)
);
create index plan_name_readings_stage on plan_name_readings (hub_id, stage_id, id desc);

create table plan_answers (
  hub_id int not null,
  id uuid not null,
  plan_id uuid not null,
  stage_id uuid not null,
  version int not null default 1,
  gist text not null,
  kind text not null check (kind in ('adopted', 'partly', 'alternative', 'under-study', 'already-done', 'not-ours', 'declined')),
  reason text not null check (length(reason) > 0),
  decided_on date not null,
  next_on date,
  passed_to text,
  division_id uuid not null,
  answered_at timestamptz not null,
  first_at timestamptz not null,
  final_at timestamptz,
  primary key (hub_id, id),
  foreign key (hub_id, plan_id) references plans (hub_id, id),
  foreign key (hub_id, stage_id) references plan_stages (hub_id, id),
  foreign key (hub_id, division_id) references actors (hub_id, id),
  constraint plan_answers_passed_on check (kind <> 'not-ours' or passed_to is not null),
  constraint plan_answers_study_until check (kind <> 'under-study' or next_on is not null)
);
comment on column plan_answers.gist is 'what the opinions it answers have in common, in the division''s words';
create index plan_answers_stage on plan_answers (hub_id, stage_id, id);

create table plan_answer_versions (
  hub_id int not null,
  answer_id uuid not null,
  version int not null check (version > 0),
  gist text not null,
  kind text not null,
  reason text not null,
  decided_on date not null,
  next_on date,
  passed_to text,
  person_id uuid not null,
  written_at timestamptz not null,
  primary key (hub_id, answer_id, version),
  foreign key (hub_id, answer_id) references plan_answers (hub_id, id),
  foreign key (hub_id, person_id) references actors (hub_id, id)
);

create table plan_answered_items (
  hub_id int not null,
  item_id uuid not null generated always as (coalesce(opinion_id, comment_id)) stored,
  answer_id uuid not null,
  stage_id uuid not null,
  opinion_id uuid,
  comment_id uuid,
  primary key (hub_id, item_id),
  foreign key (hub_id, answer_id) references plan_answers (hub_id, id),
  foreign key (hub_id, stage_id) references plan_stages (hub_id, id),
  foreign key (hub_id, opinion_id) references opinions (hub_id, id),
  foreign key (hub_id, comment_id) references plan_comments (hub_id, id),
  constraint one_kind_of_item check ((opinion_id is null) <> (comment_id is null))
);
create index plan_answered_items_answer on plan_answered_items (hub_id, answer_id);
create index plan_answered_items_stage on plan_answered_items (hub_id, stage_id);

alter table plans enable row level security; alter table plans force row level security;
create policy hub on plans using (hub_id = current_setting('minna.hub')::int);
alter table plan_stages enable row level security; alter table plan_stages force row level security;
create policy hub on plan_stages using (hub_id = current_setting('minna.hub')::int);
alter table plan_versions enable row level security; alter table plan_versions force row level security;
create policy hub on plan_versions using (hub_id = current_setting('minna.hub')::int);
alter table plan_moves enable row level security; alter table plan_moves force row level security;
create policy hub on plan_moves using (hub_id = current_setting('minna.hub')::int);
alter table plan_documents enable row level security; alter table plan_documents force row level security;
create policy hub on plan_documents using (hub_id = current_setting('minna.hub')::int);
alter table plan_comments enable row level security; alter table plan_comments force row level security;
create policy hub on plan_comments using (hub_id = current_setting('minna.hub')::int);
alter table plan_comment_names enable row level security; alter table plan_comment_names force row level security;
create policy hub on plan_comment_names using (hub_id = current_setting('minna.hub')::int);
alter table plan_name_readings enable row level security; alter table plan_name_readings force row level security;
create policy hub on plan_name_readings using (hub_id = current_setting('minna.hub')::int);
alter table plan_answers enable row level security; alter table plan_answers force row level security;
create policy hub on plan_answers using (hub_id = current_setting('minna.hub')::int);
alter table plan_answer_versions enable row level security; alter table plan_answer_versions force row level security;
create policy hub on plan_answer_versions using (hub_id = current_setting('minna.hub')::int);
alter table plan_answered_items enable row level security; alter table plan_answered_items force row level security;
create policy hub on plan_answered_items using (hub_id = current_setting('minna.hub')::int);
