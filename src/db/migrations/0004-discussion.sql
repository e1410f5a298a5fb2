-- F9.2: the open debate. One debate per proposal, or one brought in from elsewhere.

create table debates (
  hub_id int not null,
  id uuid not null,
  kind text not null check (kind in ('proposal', 'imported')),
  title text not null,
  about text not null default '',
  round_id uuid,
  host_id uuid,
  opens_at timestamptz not null,
  closes_at timestamptz not null,
  closed_because text check (closed_because in ('withdrawn')),
  opinion_count int not null default 0,
  votable_count int not null default 0,
  vote_count int not null default 0,
  voter_count int not null default 0,
  source text,
  source_digest bytea,
  created_at timestamptz not null,
  primary key (hub_id, id),
  foreign key (hub_id, round_id) references rounds (hub_id, id),
  foreign key (hub_id, host_id) references actors (hub_id, id)
);
comment on column debates.host_id is 'who proposed, and answers the questions put to the proposer';
comment on column debates.closed_because is 'why it closed before its date: its proposal was withdrawn';
comment on column debates.opinion_count is 'opinions, questions and explanations ever said here; the last number given';
comment on column debates.votable_count is 'opinions that can be read, neither withdrawn nor hidden';
comment on column debates.vote_count is 'kept by the tally, as voter_count: persons whose vote stands on some opinion';
comment on column debates.id is 'for a proposal, the proposal''s own id';
create index debates_newest on debates (hub_id, kind, id desc);
create index debates_round on debates (hub_id, round_id);
create unique index debates_source on debates (hub_id, source_digest) where source_digest is not null;

create table opinions (
  hub_id int not null,
  id uuid not null,
  debate_id uuid not null,
  parent_id uuid,
  quoted_id uuid,
  number int,
  kind text not null check (kind in ('opinion', 'question', 'explanation', 'reply', 'answer')),
  actor_id uuid not null,
  person_id uuid not null,
  body text not null,
  reason text not null default '',
  version int not null default 1,
  amendment text,
  amended_at timestamptz,
  agree int not null default 0,
  disagree int not null default 0,
  pass int not null default 0,
  seen int generated always as (agree + disagree + pass) stored,
  reply_count int not null default 0,
  answered_at timestamptz,
  said_at timestamptz not null,
  withdrawn_at timestamptz,
  hidden_at timestamptz,
  primary key (hub_id, id),
  foreign key (hub_id, debate_id) references debates (hub_id, id),
  foreign key (hub_id, parent_id) references opinions (hub_id, id),
  foreign key (hub_id, quoted_id) references opinions (hub_id, id),
  foreign key (hub_id, actor_id) references actors (hub_id, id),
  foreign key (hub_id, person_id) references actors (hub_id, id),
  constraint replies_quote_replies check (quoted_id is null or parent_id is not null),
  constraint replies_have_a_parent check ((kind in ('reply', 'answer')) = (parent_id is not null))
);
comment on column opinions.parent_id is 'always an entry of its own, never a reply: threads are one level deep';
comment on column opinions.quoted_id is 'the reply of the same thread that this one answers';
comment on column opinions.person_id is 'who wrote it, whomever it speaks for';
create index opinions_newest on opinions (hub_id, debate_id, id desc) where parent_id is null;
create index opinions_kind on opinions (hub_id, debate_id, kind, id desc) where parent_id is null;
-- Whoever asks for the opinions seen least asks for those that can still be voted on.
create index opinions_least_seen on opinions (hub_id, debate_id, seen, id)
  where kind = 'opinion' and withdrawn_at is null and hidden_at is null;
create index opinions_replies on opinions (hub_id, parent_id, id) where parent_id is not null;
create index opinions_actor on opinions (hub_id, actor_id, id desc);
create index opinions_person on opinions (hub_id, person_id, said_at desc);
create unique index opinions_number on opinions (hub_id, debate_id, number) where number is not null;

create table opinion_versions (
  hub_id int not null,
  opinion_id uuid not null,
  version int not null,
  body text not null,
  reason text not null,
  amendment text,
  written_at timestamptz not null,
  primary key (hub_id, opinion_id, version),
  foreign key (hub_id, opinion_id) references opinions (hub_id, id)
);

comment on column opinion_versions.amendment is 'set on a version that only adds to an opinion people had voted on';

create table opinion_withdrawals (
  hub_id int not null,
  opinion_id uuid not null,
  person_id uuid not null,
  reason text not null,
  at timestamptz not null,
  primary key (hub_id, opinion_id),
  foreign key (hub_id, opinion_id) references opinions (hub_id, id),
  foreign key (hub_id, person_id) references actors (hub_id, id)
);

create table votes (
  hub_id int not null,
  opinion_id uuid not null,
  person_id uuid not null,
  debate_id uuid not null,
  stance smallint not null check (stance in (-1, 0, 1)),
  at timestamptz not null,
  primary key (hub_id, opinion_id, person_id),
  foreign key (hub_id, opinion_id) references opinions (hub_id, id),
  foreign key (hub_id, person_id) references actors (hub_id, id)
);
create index votes_person on votes (hub_id, person_id, debate_id);

-- Append-only, emptied by the worker as it recounts: keeps a vote one short statement.
create table vote_changes (
  hub_id int not null,
  id bigint generated always as identity,
  opinion_id uuid not null,
  debate_id uuid not null,
  person_id uuid not null,
  primary key (hub_id, id)
);

-- Who has a vote standing in a debate: kept by the tally, so that people need not be counted among a million votes.
create table debate_voters (
  hub_id int not null,
  debate_id uuid not null,
  person_id uuid not null,
  primary key (hub_id, debate_id, person_id),
  foreign key (hub_id, debate_id) references debates (hub_id, id),
  foreign key (hub_id, person_id) references actors (hub_id, id)
);

create table positions (
  hub_id int not null,
  id uuid not null,
  debate_id uuid not null,
  opinion_id uuid,
  organisation_id uuid not null,
  person_id uuid not null,
  stance smallint not null check (stance in (-1, 0, 1)),
  reason text not null check (length(reason) > 0),
  version int not null default 1,
  at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (hub_id, id),
  foreign key (hub_id, debate_id) references debates (hub_id, id),
  foreign key (hub_id, opinion_id) references opinions (hub_id, id),
  foreign key (hub_id, organisation_id) references actors (hub_id, id),
  foreign key (hub_id, person_id) references actors (hub_id, id)
);
create unique index positions_once on positions (hub_id, debate_id, opinion_id, organisation_id) nulls not distinct;

alter table debates enable row level security; alter table debates force row level security;
create policy hub on debates using (hub_id = current_setting('minna.hub')::int);
alter table opinions enable row level security; alter table opinions force row level security;
create policy hub on opinions using (hub_id = current_setting('minna.hub')::int);
alter table opinion_versions enable row level security; alter table opinion_versions force row level security;
create policy hub on opinion_versions using (hub_id = current_setting('minna.hub')::int);
alter table opinion_withdrawals enable row level security; alter table opinion_withdrawals force row level security;
create policy hub on opinion_withdrawals using (hub_id = current_setting('minna.hub')::int);
alter table votes enable row level security; alter table votes force row level security;
create policy hub on votes using (hub_id = current_setting('minna.hub')::int);
alter table vote_changes enable row level security; alter table vote_changes force row level security;
create policy hub on vote_changes using (hub_id = current_setting('minna.hub')::int);
alter table debate_voters enable row level security; alter table debate_voters force row level security;
create policy hub on debate_voters using (hub_id = current_setting('minna.hub')::int);
alter table positions enable row level security; alter table positions force row level security;
create policy hub on positions using (hub_id = current_setting('minna.hub')::int);
