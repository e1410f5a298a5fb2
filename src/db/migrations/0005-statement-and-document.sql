-- F9.5, F9.6: the opinion statement written by editors, its checking, and the document that goes to the city.

create table editors (
  hub_id int not null,
  round_id uuid not null,
  person_id uuid not null,
  why text not null default '',
  raised_at timestamptz not null,
  lowered_at timestamptz,
  primary key (hub_id, round_id, person_id),
  foreign key (hub_id, round_id) references rounds (hub_id, id),
  foreign key (hub_id, person_id) references actors (hub_id, id)
);

create table points (
  hub_id int not null,
  id uuid not null,
  round_id uuid not null,
  debate_id uuid not null,
  section text not null check (section in ('agreement', 'views', 'dissent', 'minority', 'questions', 'proposals')),
  place int not null,
  body text not null check (length(body) > 0),
  version int not null default 1,
  person_id uuid not null,
  edited_at timestamptz not null,
  removed_at timestamptz,
  removed_by uuid,
  answer_kind text,
  primary key (hub_id, id),
  foreign key (hub_id, round_id) references rounds (hub_id, id),
  foreign key (hub_id, debate_id) references debates (hub_id, id),
  foreign key (hub_id, person_id) references actors (hub_id, id),
  foreign key (hub_id, removed_by) references actors (hub_id, id),
  constraint removal_whole check ((removed_at is null) = (removed_by is null))
);
comment on column points.version is 'of its words and of what it cites; a place among the others has no version';
create index points_round on points (hub_id, round_id, debate_id, section, place);

create table point_versions (
  hub_id int not null,
  point_id uuid not null,
  version int not null,
  section text not null,
  body text not null,
  cites uuid[] not null,
  person_id uuid not null,
  written_at timestamptz not null,
  primary key (hub_id, point_id, version),
  foreign key (hub_id, point_id) references points (hub_id, id),
  foreign key (hub_id, person_id) references actors (hub_id, id)
);

-- Only those of points that stand: when a point is removed, its versions still say what it cited.
create table citations (
  hub_id int not null,
  point_id uuid not null,
  opinion_id uuid not null,
  round_id uuid not null,
  primary key (hub_id, point_id, opinion_id),
  foreign key (hub_id, point_id) references points (hub_id, id),
  foreign key (hub_id, opinion_id) references opinions (hub_id, id),
  foreign key (hub_id, round_id) references rounds (hub_id, id)
);
create index citations_opinion on citations (hub_id, opinion_id);
create index citations_round on citations (hub_id, round_id, opinion_id);

create table annex_entries (
  hub_id int not null,
  round_id uuid not null,
  opinion_id uuid not null,
  reason text not null check (length(reason) > 0),
  person_id uuid not null,
  version int not null default 1,
  at timestamptz not null,
  primary key (hub_id, round_id, opinion_id),
  foreign key (hub_id, round_id) references rounds (hub_id, id),
  foreign key (hub_id, opinion_id) references opinions (hub_id, id),
  foreign key (hub_id, person_id) references actors (hub_id, id)
);

create table objections (
  hub_id int not null,
  id uuid not null,
  round_id uuid not null,
  debate_id uuid not null,
  point_id uuid,
  version int not null,
  opinion_id uuid not null,
  person_id uuid not null,
  actor_id uuid not null,
  body text not null check (length(body) > 0),
  raised_at timestamptz not null,
  resolution text check (resolution in ('edited', 'replied', 'taken-back')),
  reply text not null default '',
  resolved_by uuid,
  resolved_at timestamptz,
  primary key (hub_id, id),
  foreign key (hub_id, round_id) references rounds (hub_id, id),
  foreign key (hub_id, point_id) references points (hub_id, id),
  foreign key (hub_id, opinion_id) references opinions (hub_id, id),
  foreign key (hub_id, person_id) references actors (hub_id, id),
  foreign key (hub_id, actor_id) references actors (hub_id, id),
  foreign key (hub_id, debate_id) references debates (hub_id, id),
  foreign key (hub_id, resolved_by) references actors (hub_id, id),
  constraint resolved_whole check ((resolution is null) = (resolved_at is null) and (resolution is null) = (resolved_by is null))
);
comment on column objections.point_id is 'null: the objection is to the opinion standing in the annex';
comment on column objections.version is 'of the point, or of the entry in the annex, that was objected to';
create index objections_round on objections (hub_id, round_id, raised_at);
create index objections_debate on objections (hub_id, debate_id, raised_at);
create index objections_point on objections (hub_id, point_id) where point_id is not null;
create index objections_open on objections (hub_id, round_id) where resolution is null;
create unique index objections_once on objections (hub_id, opinion_id, point_id) nulls not distinct where resolution is null;

create table documents (
  hub_id int not null,
  id uuid not null,
  round_id uuid not null,
  number text not null,
  content text not null,
  sha256 bytea not null check (length(sha256) = 32),
  person_id uuid not null,
  published_at timestamptz not null,
  primary key (hub_id, id),
  foreign key (hub_id, round_id) references rounds (hub_id, id),
  foreign key (hub_id, person_id) references actors (hub_id, id)
);
comment on column documents.content is 'canonical JSON, byte for byte what sha256 was taken of; text, because jsonb keeps no bytes';
create unique index documents_round on documents (hub_id, round_id);
create unique index documents_number on documents (hub_id, number);

create table submissions_to_city (
  hub_id int not null,
  document_id uuid not null,
  submitted_by uuid not null,
  received_by uuid not null,
  received_office text not null,
  submitted_at timestamptz not null,
  primary key (hub_id, document_id),
  foreign key (hub_id, document_id) references documents (hub_id, id),
  foreign key (hub_id, submitted_by) references actors (hub_id, id),
  foreign key (hub_id, received_by) references actors (hub_id, id)
);

alter table editors enable row level security; alter table editors force row level security;
create policy hub on editors using (hub_id = current_setting('minna.hub')::int);
alter table points enable row level security; alter table points force row level security;
create policy hub on points using (hub_id = current_setting('minna.hub')::int);
alter table point_versions enable row level security; alter table point_versions force row level security;
create policy hub on point_versions using (hub_id = current_setting('minna.hub')::int);
alter table citations enable row level security; alter table citations force row level security;
create policy hub on citations using (hub_id = current_setting('minna.hub')::int);
alter table annex_entries enable row level security; alter table annex_entries force row level security;
create policy hub on annex_entries using (hub_id = current_setting('minna.hub')::int);
alter table objections enable row level security; alter table objections force row level security;
create policy hub on objections using (hub_id = current_setting('minna.hub')::int);
alter table documents enable row level security; alter table documents force row level security;
create policy hub on documents using (hub_id = current_setting('minna.hub')::int);
alter table submissions_to_city enable row level security; alter table submissions_to_city force row level security;
create policy hub on submissions_to_city using (hub_id = current_setting('minna.hub')::int);
