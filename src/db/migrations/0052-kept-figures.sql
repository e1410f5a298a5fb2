-- Safe while the previous version runs: what it doesn't raise, a worker of this version counts anew. See docs/decisions/0056-kept-sums.md.

-- F10.3: what is tied to each policy, raised by the acts that tie and untie.
create table policy_figures (
  hub_id int not null references hubs (id),
  policy_id uuid not null,
  proposals int not null default 0,
  answers int not null default 0,
  primary key (hub_id, policy_id),
  foreign key (hub_id, policy_id) references policies (hub_id, id)
);
comment on column policy_figures.proposals is 'withdrawn ones left out';
comment on column policy_figures.answers is 'the present ones';
alter table policy_figures enable row level security; alter table policy_figures force row level security;
create policy hub on policy_figures using (hub_id = current_setting('minna.hub')::int);

do $$
declare one int;
begin
  for one in select id from hubs loop
    perform set_config('minna.hub', one::text, true);
    insert into policy_figures (hub_id, policy_id, proposals, answers)
    select one, o.id, (select count(*) from proposals p where p.hub_id = one and p.policy_id = o.id and p.withdrawn_at is null),
      (select count(*) from answers a where a.hub_id = one and a.policy_id = o.id and a.is_current)
    from policies o where o.hub_id = one;
  end loop;
end
$$;

-- F1.1: what lasts longer than a day is found without going through all that was in the days before; and of a series the day that speaks for it.
create index search_dates_long on search_dates (hub_id, generation, starts_at, number) where ends_at - starts_at > interval '1 day';
create index town_events_speaking on town_events (hub_id, series_id, (cancelled_at is null) desc, starts_at desc)
  where hidden_at is null and series_id is not null;
