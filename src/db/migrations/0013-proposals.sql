-- F9.1: co-proposers who consented, merging by consent of both sides, and where on the map a proposal is about.

-- Where: a point in degrees (WGS 84), and perhaps an area around it as a ring of [latitude, longitude].
alter table proposal_versions
  add column lat double precision check (lat between -90 and 90),
  add column lng double precision check (lng between -180 and 180),
  add column shape jsonb check (jsonb_typeof(shape) = 'array'),
  add constraint point_whole check ((lat is null) = (lng is null)),
  add constraint shape_has_a_point check (shape is null or lat is not null);

alter table proposals
  add column lat double precision,
  add column lng double precision,
  add column shape jsonb,
  add column district text not null default '',
  add column merged_into_id uuid,
  add foreign key (hub_id, merged_into_id) references proposals (hub_id, id),
  add constraint merged_is_over check (merged_into_id is null or withdrawn_at is not null);
comment on column proposals.lat is 'with lng and shape: of the present version';
comment on column proposals.district is 'the district of the outline the point lies in, by its name; empty: none';
comment on column proposals.merged_into_id is 'set with withdrawn_at: it no longer stands by itself, but in the other one';
create index proposals_district on proposals (hub_id, district, id desc);
create index proposals_merged on proposals (hub_id, merged_into_id, id) where merged_into_id is not null;

-- The debate of a proposal that went into another is closed for a reason of its own.
alter table debates drop constraint debates_closed_because_check;
alter table debates add constraint debates_closed_because_check check (closed_because in ('withdrawn', 'merged'));
comment on column debates.closed_because is 'why it closed before its date: its proposal was withdrawn, or went into another';

-- The outline of the town, every version of it: the newest is in force.
create table outlines (
  hub_id int not null,
  version int not null check (version > 0),
  geojson jsonb not null,
  source text not null check (length(source) > 0),
  person_id uuid not null,
  drawn_at timestamptz not null,
  primary key (hub_id, version),
  foreign key (hub_id, person_id) references actors (hub_id, id)
);
comment on column outlines.source is 'where the outline comes from, in words everybody reads below the map';

create table co_proposers (
  hub_id int not null,
  id uuid not null,
  draft_id uuid,
  proposal_id uuid,
  actor_id uuid,
  key_hash text,
  meant_for text not null default '',
  invited_by uuid not null,
  invited_at timestamptz not null,
  digest bytea check (length(digest) = 32),
  consented_at timestamptz,
  person_id uuid,
  ended text check (ended in ('declined', 'left', 'taken-back')),
  ended_at timestamptz,
  word text not null default '',
  primary key (hub_id, id),
  foreign key (hub_id, draft_id) references proposal_drafts (hub_id, id) on delete cascade,
  foreign key (hub_id, proposal_id) references proposals (hub_id, id),
  foreign key (hub_id, actor_id) references actors (hub_id, id),
  foreign key (hub_id, invited_by) references actors (hub_id, id),
  foreign key (hub_id, person_id) references actors (hub_id, id),
  constraint ended_whole check ((ended is null) = (ended_at is null)),
  constraint consent_whole check ((digest is null) = (consented_at is null) and (digest is null) = (person_id is null)),
  constraint of_something check (draft_id is not null or proposal_id is not null),
  constraint somebody_meant check (actor_id is not null or key_hash is not null or ended is not null)
);
comment on column co_proposers.draft_id is 'the draft somebody was invited in; its proposal is known once it is public';
comment on column co_proposers.actor_id is 'null while only the holder of a letter is meant';
comment on column co_proposers.digest is 'SHA-256 of the text consented to: a changed text is asked about again';
comment on column co_proposers.person_id is 'who consented, for itself or for the organisation';
create index co_proposers_draft on co_proposers (hub_id, draft_id, id) where draft_id is not null;
create index co_proposers_proposal on co_proposers (hub_id, proposal_id, id) where proposal_id is not null;
create index co_proposers_actor on co_proposers (hub_id, actor_id, id desc) where ended is null;
create unique index co_proposers_key on co_proposers (hub_id, key_hash) where key_hash is not null;
create unique index co_proposers_once_draft on co_proposers (hub_id, draft_id, actor_id)
  where ended is null and actor_id is not null and draft_id is not null;
create unique index co_proposers_once on co_proposers (hub_id, proposal_id, actor_id)
  where ended is null and actor_id is not null and proposal_id is not null;

-- Who stands for a version besides its proposer: those who consented to exactly this text.
create table version_co_proposers (
  hub_id int not null,
  proposal_id uuid not null,
  version int not null,
  actor_id uuid not null,
  co_proposer_id uuid not null,
  consented_at timestamptz not null,
  primary key (hub_id, proposal_id, version, actor_id),
  foreign key (hub_id, proposal_id, version) references proposal_versions (hub_id, proposal_id, version),
  foreign key (hub_id, actor_id) references actors (hub_id, id),
  foreign key (hub_id, co_proposer_id) references co_proposers (hub_id, id)
);
create index version_co_proposers_actor on version_co_proposers (hub_id, actor_id, proposal_id);

-- Merging: one proposal goes into another of the same round. `absorbed` goes, `target` stays.
create table merges (
  hub_id int not null,
  id uuid not null,
  round_id uuid not null,
  absorbed_id uuid not null,
  target_id uuid not null,
  suggested_by uuid not null,
  person_id uuid not null,
  plan text not null check (length(plan) > 0),
  text jsonb,
  absorbed_version int not null,
  target_version int not null,
  suggested_at timestamptz not null,
  outcome text check (outcome in ('merged', 'refused', 'taken-back', 'overtaken', 'timed-out')),
  ended_at timestamptz,
  word text not null default '',
  primary key (hub_id, id),
  foreign key (hub_id, round_id) references rounds (hub_id, id),
  foreign key (hub_id, absorbed_id) references proposals (hub_id, id),
  foreign key (hub_id, target_id) references proposals (hub_id, id),
  foreign key (hub_id, suggested_by) references proposals (hub_id, id),
  foreign key (hub_id, person_id) references actors (hub_id, id),
  constraint two_proposals check (absorbed_id <> target_id),
  constraint suggested_by_one_of_them check (suggested_by in (absorbed_id, target_id)),
  constraint outcome_whole check ((outcome is null) = (ended_at is null))
);
comment on column merges.suggested_by is 'the proposal whose proposer suggests it';
comment on column merges.text is 'the new common text, where there is one: the next version of the target';
comment on column merges.absorbed_version is 'with target_version: the texts that everybody was asked about';
create index merges_absorbed on merges (hub_id, absorbed_id, id desc);
create index merges_target on merges (hub_id, target_id, id desc);
create index merges_open on merges (hub_id, round_id) where outcome is null;
create unique index merges_once on merges (hub_id, least(absorbed_id, target_id), greatest(absorbed_id, target_id)) where outcome is null;

create table merge_consents (
  hub_id int not null,
  merge_id uuid not null,
  actor_id uuid not null,
  person_id uuid not null,
  at timestamptz not null,
  primary key (hub_id, merge_id, actor_id),
  foreign key (hub_id, merge_id) references merges (hub_id, id),
  foreign key (hub_id, actor_id) references actors (hub_id, id),
  foreign key (hub_id, person_id) references actors (hub_id, id)
);

-- Who supported what was merged is asked again; whom that concerns is nobody else's business.
create table merge_questions (
  hub_id int not null,
  merge_id uuid not null,
  actor_id uuid not null,
  asked_at timestamptz not null,
  settled_at timestamptz,
  primary key (hub_id, merge_id, actor_id),
  foreign key (hub_id, merge_id) references merges (hub_id, id),
  foreign key (hub_id, actor_id) references actors (hub_id, id)
);
create index merge_questions_actor on merge_questions (hub_id, actor_id, merge_id) where settled_at is null;

alter table outlines enable row level security; alter table outlines force row level security;
create policy hub on outlines using (hub_id = current_setting('minna.hub')::int);
alter table co_proposers enable row level security; alter table co_proposers force row level security;
create policy hub on co_proposers using (hub_id = current_setting('minna.hub')::int);
alter table version_co_proposers enable row level security; alter table version_co_proposers force row level security;
create policy hub on version_co_proposers using (hub_id = current_setting('minna.hub')::int);
alter table merges enable row level security; alter table merges force row level security;
create policy hub on merges using (hub_id = current_setting('minna.hub')::int);
alter table merge_consents enable row level security; alter table merge_consents force row level security;
create policy hub on merge_consents using (hub_id = current_setting('minna.hub')::int);
alter table merge_questions enable row level security; alter table merge_questions force row level security;
create policy hub on merge_questions using (hub_id = current_setting('minna.hub')::int);
