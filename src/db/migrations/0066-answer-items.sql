-- Safe while the previous version runs: what it doesn't write, a worker of this version counts anew. See docs/decisions/0063-kept-lists.md.

-- F9.7: every proposal and every point of a published round that the city owes an answer to, or gave one, in the order of the statement; kept with
-- the figures of the divisions, by the same count.
create table answer_items (
  hub_id int not null,
  subject_id uuid not null,
  item text not null check (item in ('proposal', 'point')),
  round_id uuid not null,
  debate_id uuid not null,
  section smallint not null,
  place int not null,
  division_id uuid,
  kind text not null default '',
  due_on date,
  primary key (hub_id, subject_id),
  foreign key (hub_id, round_id) references rounds (hub_id, id),
  foreign key (hub_id, debate_id) references debates (hub_id, id),
  foreign key (hub_id, division_id) references actors (hub_id, id)
);
comment on table answer_items is 'of published rounds alone; made anew with answer_figures';
comment on column answer_items.section is 'place of its section in the statement; 0 of a proposal, which stands before its points';
comment on column answer_items.division_id is 'who owes the answer or gave it; null: nobody yet';
comment on column answer_items.kind is 'of the present answer; empty: none';
comment on column answer_items.due_on is 'the day that counts now; null: nothing is due';
create index answer_items_round on answer_items (hub_id, round_id, debate_id, section, place, subject_id);
create index answer_items_kind on answer_items (hub_id, round_id, kind, debate_id, section, place, subject_id);
create index answer_items_division on answer_items (hub_id, round_id, division_id, debate_id, section, place, subject_id);
create index answer_items_due on answer_items (hub_id, division_id, due_on, subject_id) where due_on is not null;
create index answer_items_late on answer_items (hub_id, round_id, due_on) where due_on is not null;
alter table answer_items enable row level security; alter table answer_items force row level security;
create policy hub on answer_items using (hub_id = current_setting('minna.hub')::int);
create index answer_figures_due on answer_figures (hub_id, due_on) where due_on is not null;
create index follow_ups_owed on follow_ups (hub_id, division_id, due_on, id)
  where answered_at is null and withdrawn_at is null and hidden_at is null;

do $$
declare one int;
begin
  for one in select id from hubs loop
    perform set_config('minna.hub', one::text, true);
    insert into answer_items (hub_id, subject_id, item, round_id, debate_id, section, place, division_id, kind, due_on)
    select one, i.id, i.item, i.round_id, i.debate_id, i.section, i.place,
      case when a.kind <> 'under-study' then a.division_id else coalesce(i.lead_id, a.division_id, o.division_id) end, coalesce(a.kind, ''),
      case when a.id is null then (r.interim_answer_at at time zone 'Asia/Tokyo')::date - 1
        when a.kind = 'under-study' then coalesce(a.next_on, (r.final_answer_at at time zone 'Asia/Tokyo')::date - 1) end
    from (
      select p.id, 'proposal' as item, p.round_id, p.id as debate_id, 0 as section, 0 as place, p.lead_id, p.policy_id
      from proposals p where p.hub_id = one and p.withdrawn_at is null
      union all
      select t.id, 'point', t.round_id, t.debate_id,
        array_position(array['agreement', 'views', 'dissent', 'minority', 'questions', 'proposals'], t.section), t.place, t.lead_id, p.policy_id
      from points t left join proposals p on p.hub_id = t.hub_id and p.id = t.debate_id
      where t.hub_id = one and t.removed_at is null
    ) i
    join rounds r on r.hub_id = one and r.id = i.round_id and r.published_at is not null
    left join policies o on o.hub_id = one and o.id = i.policy_id
    left join answers a on a.hub_id = one and a.subject_id = i.id and a.is_current;
  end loop;
end
$$;
