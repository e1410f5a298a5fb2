-- F1.1, F1.4: what a showcase is about besides its words, why it moved, and the form in which it is announced, kept step by step.

alter table showcases
  add column fields smallint[] not null default '{}',
  add column district text not null default '',
  add column audience text[] not null default '{}',
  add column fee int not null default 0 check (fee >= 0),
  add column access text[] not null default '{}',
  add column moved_at timestamptz,
  add column moved_reason text not null default '',
  add column was_from timestamptz,
  add column was_to timestamptz,
  add column was_place text not null default '';
comment on column showcases.fee is 'yen that the audience pays; 0: nothing';
comment on column showcases.moved_at is 'when its day, time or place last changed; before that it was as was_from, was_to and was_place say';

-- What was said of its event until now. The search looks at showcases again: it knew none of this.
do $$
declare one int;
begin
  for one in select id from hubs loop
    perform set_config('minna.hub', one::text, true);
    update showcases s set fields = e.fields, district = e.district, audience = e.audience, fee = e.fee, access = e.access
      from town_events e where e.hub_id = s.hub_id and e.id = s.event_id;
    update search_entries set facets = null where kind = 'showcase';
  end loop;
end $$;

create table showcase_drafts (
  hub_id int not null references hubs (id),
  id uuid not null,
  person_id uuid not null,
  showcase_id uuid,
  fields jsonb not null default '{}',
  version int not null default 1 check (version > 0),
  saved_at timestamptz not null,
  primary key (hub_id, id),
  foreign key (hub_id, person_id) references actors (hub_id, id),
  foreign key (hub_id, showcase_id) references showcases (hub_id, id)
);
comment on column showcase_drafts.showcase_id is 'the showcase this draft changes; null: a new one';
create index showcase_drafts_person on showcase_drafts (hub_id, person_id, saved_at desc);

alter table showcase_drafts enable row level security; alter table showcase_drafts force row level security;
create policy hub on showcase_drafts using (hub_id = current_setting('minna.hub')::int);
