-- F9.1, F9.4, F10.3: the policy tree, the rounds of a fiscal year, and the proposals that go into them.

create table policies (
  hub_id int not null references hubs (id),
  id uuid not null,
  parent_id uuid,
  code text not null,
  kind text not null check (kind in ('field', 'policy', 'measure')),
  title text not null,
  about text not null default '',
  division_id uuid,
  created_at timestamptz not null,
  primary key (hub_id, id),
  foreign key (hub_id, parent_id) references policies (hub_id, id),
  foreign key (hub_id, division_id) references actors (hub_id, id)
);
create unique index policies_code on policies (hub_id, code);

create table rounds (
  hub_id int not null references hubs (id),
  id uuid not null,
  fiscal_year int not null,
  number int not null check (number > 0),
  rules_version int not null,
  collecting_at timestamptz not null,
  debating_at timestamptz not null,
  drafting_at timestamptz not null,
  checking_at timestamptz not null,
  publishing_at timestamptz not null,
  interim_answer_at timestamptz not null,
  final_answer_at timestamptz not null,
  closing_at timestamptz not null,
  published_at timestamptz,
  submitted_at timestamptz,
  proposal_count int not null default 0,
  created_at timestamptz not null,
  primary key (hub_id, id),
  foreign key (hub_id, rules_version) references hub_rules (hub_id, version),
  constraint stages_in_order check (collecting_at < debating_at and debating_at < drafting_at and drafting_at < checking_at
    and checking_at < publishing_at and publishing_at < interim_answer_at and interim_answer_at <= final_answer_at and final_answer_at < closing_at)
);
create unique index rounds_number on rounds (hub_id, fiscal_year, number);
create index rounds_start on rounds (hub_id, collecting_at desc);

create table proposal_drafts (
  hub_id int not null,
  id uuid not null,
  actor_id uuid not null,
  person_id uuid not null,
  proposal_id uuid,
  fields jsonb not null,
  version int not null default 1,
  share_key uuid not null,
  saved_at timestamptz not null,
  published_at timestamptz,
  primary key (hub_id, id),
  foreign key (hub_id, actor_id) references actors (hub_id, id),
  foreign key (hub_id, person_id) references actors (hub_id, id)
);
create index proposal_drafts_person on proposal_drafts (hub_id, person_id, saved_at desc) where published_at is null;
create unique index proposal_drafts_share on proposal_drafts (hub_id, share_key);

create table proposals (
  hub_id int not null,
  id uuid not null,
  round_id uuid not null,
  kind text not null check (kind in ('plan', 'project')),
  actor_id uuid not null,
  policy_id uuid,
  version int not null default 1,
  title text not null,
  grams tsvector not null,
  answer_kind text,
  published_at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (hub_id, id),
  foreign key (hub_id, round_id) references rounds (hub_id, id),
  foreign key (hub_id, actor_id) references actors (hub_id, id),
  foreign key (hub_id, policy_id) references policies (hub_id, id)
);
create index proposals_newest on proposals (hub_id, id desc);
create index proposals_round on proposals (hub_id, round_id, id desc);
create index proposals_policy on proposals (hub_id, policy_id, id desc);
create index proposals_actor on proposals (hub_id, actor_id, id desc);
create index proposals_grams on proposals using gin (grams);

create table proposal_versions (
  hub_id int not null,
  proposal_id uuid not null,
  version int not null check (version > 0),
  title text not null,
  problem text not null,
  proposal text not null,
  effect text not null,
  roles text not null,
  cost text not null,
  area text not null,
  changed text not null default '',
  person_id uuid not null,
  written_at timestamptz not null,
  primary key (hub_id, proposal_id, version),
  foreign key (hub_id, proposal_id) references proposals (hub_id, id),
  foreign key (hub_id, person_id) references actors (hub_id, id)
);

create table proposal_withdrawals (
  hub_id int not null,
  proposal_id uuid not null,
  person_id uuid not null,
  reason text not null check (length(reason) > 0),
  at timestamptz not null,
  primary key (hub_id, proposal_id),
  foreign key (hub_id, proposal_id) references proposals (hub_id, id),
  foreign key (hub_id, person_id) references actors (hub_id, id)
);

alter table policies enable row level security; alter table policies force row level security;
create policy hub on policies using (hub_id = current_setting('minna.hub')::int);
alter table rounds enable row level security; alter table rounds force row level security;
create policy hub on rounds using (hub_id = current_setting('minna.hub')::int);
alter table proposal_drafts enable row level security; alter table proposal_drafts force row level security;
create policy hub on proposal_drafts using (hub_id = current_setting('minna.hub')::int);
alter table proposals enable row level security; alter table proposals force row level security;
create policy hub on proposals using (hub_id = current_setting('minna.hub')::int);
alter table proposal_versions enable row level security; alter table proposal_versions force row level security;
create policy hub on proposal_versions using (hub_id = current_setting('minna.hub')::int);
alter table proposal_withdrawals enable row level security; alter table proposal_withdrawals force row level security;
create policy hub on proposal_withdrawals using (hub_id = current_setting('minna.hub')::int);
