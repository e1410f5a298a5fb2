-- Safe while the previous version runs: what it doesn't raise, a worker of this version counts anew. See docs/decisions/0063-kept-lists.md.

-- F9.5: how far the statement has come on each debate of a round, raised by the acts that say, hide, take back, cite and annex.
create table coverage_figures (
  hub_id int not null,
  debate_id uuid not null,
  total int not null default 0,
  cited int not null default 0,
  annexed int not null default 0,
  hidden int not null default 0,
  points int not null default 0,
  points_without_citation int not null default 0,
  unconfirmed_points int not null default 0,
  primary key (hub_id, debate_id),
  foreign key (hub_id, debate_id) references debates (hub_id, id)
);
comment on table coverage_figures is 'what the statement of a round has to deal with, and what it deals with already, debate by debate; no row: nothing';
comment on column coverage_figures.total is 'opinions and questions that can be read';
comment on column coverage_figures.cited is 'of these, by some point';
comment on column coverage_figures.annexed is 'of these, in the annex and cited by no point';
comment on column coverage_figures.points_without_citation is 'points that cite nothing that can be read';
comment on column coverage_figures.unconfirmed_points is 'points that stand as the machine drafted them';
alter table coverage_figures enable row level security; alter table coverage_figures force row level security;
create policy hub on coverage_figures using (hub_id = current_setting('minna.hub')::int);

-- The few that moderation hid are found without going through a debate.
create index opinions_hidden on opinions (hub_id, debate_id) where hidden_at is not null and withdrawn_at is null and parent_id is null;

do $$
declare one int;
begin
  for one in select id from hubs loop
    perform set_config('minna.hub', one::text, true);
    insert into coverage_figures (hub_id, debate_id, total, cited, annexed, hidden)
    select one, d.id, count(*) filter (where o.hidden_at is null), count(*) filter (where o.hidden_at is null and c.opinion_id is not null),
      count(*) filter (where o.hidden_at is null and c.opinion_id is null and n.opinion_id is not null), count(*) filter (where o.hidden_at is not null)
    from debates d
    join opinions o on o.hub_id = d.hub_id and o.debate_id = d.id
    left join (select distinct round_id, opinion_id from citations where hub_id = one) c on c.round_id = d.round_id and c.opinion_id = o.id
    left join annex_entries n on n.hub_id = o.hub_id and n.round_id = d.round_id and n.opinion_id = o.id
    where d.hub_id = one and d.round_id is not null and o.parent_id is null and o.kind in ('opinion', 'question') and o.withdrawn_at is null
    group by d.id;
    insert into coverage_figures as f (hub_id, debate_id, points, points_without_citation, unconfirmed_points)
    select one, p.debate_id, count(*), count(*) filter (where not exists (
        select from citations c join opinions o on o.hub_id = c.hub_id and o.id = c.opinion_id
        where c.hub_id = one and c.point_id = p.id and o.withdrawn_at is null and o.hidden_at is null)),
      count(*) filter (where exists (select from drafted_points t where t.hub_id = one and t.point_id = p.id and t.confirmed_at is null))
    from points p where p.hub_id = one and p.removed_at is null
    group by p.debate_id
    on conflict (hub_id, debate_id) do update set points = excluded.points,
      points_without_citation = excluded.points_without_citation, unconfirmed_points = excluded.unconfirmed_points;
  end loop;
end
$$;
