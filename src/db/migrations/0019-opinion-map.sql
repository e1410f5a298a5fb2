-- F9.3: the opinion map of each debate, kept as it was computed last and as it was at the end of each day.

-- Debates that are there already get their map; new ones when somebody has chosen.
alter table debates add column map_changes int default 1;
alter table debates alter column map_changes drop default;
comment on column debates.map_changes is 'counts what the map does not show yet: votes counted, opinions that came and went; null when it shows all';
create index debates_map_changes on debates (hub_id, id) where map_changes is not null;

alter table opinions add column extremity real not null default 0;
comment on column opinions.extremity is 'how much it parts people: length of its place on the map; weighs in what is shown next';

create table opinion_maps (
  hub_id int not null,
  debate_id uuid not null,
  drawn_at timestamptz not null,
  cost_ms int not null,
  picture jsonb not null,
  state jsonb not null,
  primary key (hub_id, debate_id),
  foreign key (hub_id, debate_id) references debates (hub_id, id)
);
comment on column opinion_maps.picture is 'what the page shows: opinions and groups, nobody by name or number';
comment on column opinion_maps.state is 'where the next computation begins: means, components and centres';

create table opinion_map_days (
  hub_id int not null,
  debate_id uuid not null,
  day date not null,
  picture jsonb not null,
  primary key (hub_id, debate_id, day),
  foreign key (hub_id, debate_id) references debates (hub_id, id)
);

-- Once in, always in: who had chosen often enough to stand in a group.
create table opinion_map_people (
  hub_id int not null,
  debate_id uuid not null,
  person_id uuid not null,
  primary key (hub_id, debate_id, person_id),
  foreign key (hub_id, debate_id) references debates (hub_id, id),
  foreign key (hub_id, person_id) references actors (hub_id, id)
);

alter table opinion_maps enable row level security; alter table opinion_maps force row level security;
create policy hub on opinion_maps using (hub_id = current_setting('minna.hub')::int);
alter table opinion_map_days enable row level security; alter table opinion_map_days force row level security;
create policy hub on opinion_map_days using (hub_id = current_setting('minna.hub')::int);
alter table opinion_map_people enable row level security; alter table opinion_map_people force row level security;
create policy hub on opinion_map_people using (hub_id = current_setting('minna.hub')::int);
