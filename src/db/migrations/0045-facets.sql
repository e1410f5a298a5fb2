-- F1.1, X7: what found things are about besides their words, when they happen, and which of them are new. See docs/decisions/0050-facets.md.

alter table search_entries add column facets jsonb check (jsonb_typeof(facets) = 'object');
comment on column search_entries.facets is 'fields, districts, dates, place and so on, as they were kept; null: of a version that knew none, looked at again';
create index search_entries_without_facets on search_entries (hub_id, generation, kind) where facets is null;

create table search_dates (
  hub_id int not null references hubs (id),
  generation int not null check (generation > 0),
  number int not null check (number >= 0),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  happens boolean not null,
  primary key (hub_id, generation, number, starts_at),
  constraint search_dates_end_after_they_start check (ends_at >= starts_at)
);
comment on table search_dates is 'when entries of the activity database happen: for the soonest first, the days asked for, the timeline';
comment on column search_dates.happens is 'false: it has no dates, and stands at the moment it was published';
create index search_dates_time on search_dates (hub_id, generation, starts_at, number);

alter table search_states add column news bigint not null default 0 check (news >= 0);
comment on column search_states.news is 'number of the newest of search_news';

create table search_news (
  hub_id int not null references hubs (id),
  n bigint not null check (n > 0),
  kind text not null,
  object_id uuid not null,
  primary key (hub_id, n)
);
comment on table search_news is 'things in the order in which they were first found, each once, whatever became of the index since';
create unique index search_news_object on search_news (hub_id, object_id, kind);

alter table search_dates enable row level security; alter table search_dates force row level security;
create policy hub on search_dates using (hub_id = current_setting('minna.hub')::int);
alter table search_news enable row level security; alter table search_news force row level security;
create policy hub on search_news using (hub_id = current_setting('minna.hub')::int);
