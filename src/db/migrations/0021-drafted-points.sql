-- F9.5: a first draft of the statement made by the machine and confirmed by people, and opinions of the same purport beside each other.

create table statement_drafts (
  hub_id int not null,
  debate_id uuid not null,
  round_id uuid not null,
  person_id uuid not null,
  drafted_at timestamptz not null,
  primary key (hub_id, debate_id),
  foreign key (hub_id, debate_id) references debates (hub_id, id),
  foreign key (hub_id, round_id) references rounds (hub_id, id),
  foreign key (hub_id, person_id) references actors (hub_id, id)
);
comment on table statement_drafts is 'one a debate: whoever asks again gets what is there';

create table drafted_points (
  hub_id int not null,
  point_id uuid not null,
  round_id uuid not null,
  drafted_at timestamptz not null,
  confirmed_by uuid,
  confirmed_at timestamptz,
  confirmed_how text check (confirmed_how in ('as-it-stands', 'edited')),
  primary key (hub_id, point_id),
  foreign key (hub_id, point_id) references points (hub_id, id),
  foreign key (hub_id, round_id) references rounds (hub_id, id),
  foreign key (hub_id, confirmed_by) references actors (hub_id, id),
  constraint confirmed_whole check ((confirmed_by is null) = (confirmed_at is null) and (confirmed_by is null) = (confirmed_how is null))
);
comment on table drafted_points is 'points whose first version is the machine''s';
create index drafted_points_unconfirmed on drafted_points (hub_id, round_id) where confirmed_at is null;

create table alike_debates (
  hub_id int not null,
  debate_id uuid not null,
  found_at timestamptz not null,
  fingerprint text not null,
  alike int not null,
  copies int not null,
  primary key (hub_id, debate_id),
  foreign key (hub_id, debate_id) references debates (hub_id, id)
);
comment on column alike_debates.fingerprint is 'number of opinions that can be read, their versions together, the last number: changes with what was compared';
comment on column alike_debates.copies is 'of those alike, how many stand with a copy of the same sentence';

create table alike_opinions (
  hub_id int not null,
  opinion_id uuid not null,
  debate_id uuid not null,
  family_id uuid not null,
  copied boolean not null,
  primary key (hub_id, opinion_id),
  foreign key (hub_id, opinion_id) references opinions (hub_id, id),
  foreign key (hub_id, debate_id) references debates (hub_id, id),
  foreign key (hub_id, family_id) references opinions (hub_id, id)
);
comment on column alike_opinions.family_id is 'the first opinion of those that say nearly the same';
create index alike_opinions_families on alike_opinions (hub_id, debate_id, family_id, opinion_id);

alter table statement_drafts enable row level security; alter table statement_drafts force row level security;
create policy hub on statement_drafts using (hub_id = current_setting('minna.hub')::int);
alter table drafted_points enable row level security; alter table drafted_points force row level security;
create policy hub on drafted_points using (hub_id = current_setting('minna.hub')::int);
alter table alike_debates enable row level security; alter table alike_debates force row level security;
create policy hub on alike_debates using (hub_id = current_setting('minna.hub')::int);
alter table alike_opinions enable row level security; alter table alike_opinions force row level security;
create policy hub on alike_opinions using (hub_id = current_setting('minna.hub')::int);
