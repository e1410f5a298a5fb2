-- Events that have not ended, among those of many years: what goes on for longer than a day is found apart (see still-going.ts).
create index town_events_long on town_events (hub_id, starts_at, id) where ends_at - starts_at > interval '1 day';
create index meetings_long on meetings (hub_id, starts_at, id) where ends_at - starts_at > interval '1 day';

-- A month of activities passed over everything that was only published in it.
create index search_dates_happening on search_dates (hub_id, generation, starts_at, number) where happens;

-- Plans on which one can speak now, the first to end first; their debates among those of all plans there ever were.
drop index plans_open;
create index plans_open on plans (hub_id, open_until, id);
create index debates_open_plans on debates (hub_id, closes_at) where kind = 'plan' and closed_because is null;

-- The front page shows the debates with the fewest opinions, and none that was ended early.
drop index debates_least_heard;
create index debates_least_heard on debates (hub_id, round_id, opinion_count, id) where closed_because is null;
