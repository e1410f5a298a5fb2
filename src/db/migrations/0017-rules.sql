-- P9, F9.4, P3, X11: rules changed by recorded decisions, dates of a round moved with a reason, functions opened one by one.
-- The version before writes none of these columns; every one has a default that means "nothing more is known".

alter table hubs add column uid uuid not null default gen_random_uuid();
comment on column hubs.uid is 'names the hub where an event names what it is about';

-- A version of the rules says which decision is behind it: by whom, when, in which document.
alter table hub_rules
  add column id uuid not null default gen_random_uuid(),
  add column decision text not null default '',
  add column decided_by text not null default '',
  add column decided_on date,
  add column link text not null default '',
  add column actor_id uuid,
  add column person_id uuid,
  add foreign key (hub_id, actor_id) references actors (hub_id, id),
  add foreign key (hub_id, person_id) references actors (hub_id, id);
comment on column hub_rules.decided_at is 'when it was recorded here; rounds that begin later follow it';
comment on column hub_rules.decision is 'document the decision stands in';
comment on column hub_rules.person_id is 'who entered it';
create unique index hub_rules_id on hub_rules (hub_id, id);

-- F9.4: one row for each date that a move changed; the first is the one that was meant, the others follow from it.
create table round_moves (
  hub_id int not null,
  id uuid not null,
  boundary text not null check (boundary in ('collecting', 'debating', 'drafting', 'checking', 'publishing')),
  round_id uuid not null,
  is_meant boolean not null,
  old_at timestamptz not null,
  new_at timestamptz not null,
  reason text not null check (length(reason) > 0),
  actor_id uuid not null,
  person_id uuid not null,
  moved_at timestamptz not null,
  primary key (hub_id, id, boundary),
  foreign key (hub_id, round_id) references rounds (hub_id, id),
  foreign key (hub_id, actor_id) references actors (hub_id, id),
  foreign key (hub_id, person_id) references actors (hub_id, id),
  constraint move_changes_something check (old_at <> new_at)
);
create index round_moves_round on round_moves (hub_id, round_id, id);

-- P9: the debate of a round keeps the rules the round began under.
alter table debates add column rules_version int;
comment on column debates.rules_version is 'of its round; null: the rules in force';
alter table debates add foreign key (hub_id, rules_version) references hub_rules (hub_id, version);
do $$
declare one int;
begin
  for one in select id from hubs loop
    perform set_config('minna.hub', one::text, true);
    update debates d set rules_version = r.rules_version from rounds r where r.hub_id = d.hub_id and r.id = d.round_id;
  end loop;
end
$$;

-- P3: a time during which a function was open, who ran it, and with how much it set out.
create table function_terms (
  hub_id int not null,
  id uuid not null,
  function text not null,
  steward_id uuid not null,
  people int not null check (people between 1 and 999),
  hours int not null check (hours between 1 and 9999),
  how text not null default '',
  begins_at timestamptz not null,
  begins_version int not null,
  ends_at timestamptz,
  ends_version int,
  person_id uuid not null,
  primary key (hub_id, id),
  foreign key (hub_id, steward_id) references actors (hub_id, id),
  foreign key (hub_id, person_id) references actors (hub_id, id),
  foreign key (hub_id, begins_version) references hub_rules (hub_id, version),
  foreign key (hub_id, ends_version) references hub_rules (hub_id, version)
);
comment on column function_terms.hours is 'a week, of all people together';
create unique index function_terms_now on function_terms (hub_id, function) where ends_at is null;
create index function_terms_function on function_terms (hub_id, function, begins_at desc);

-- P2, P3: 「いっしょに始めたい」: who would help to open a function that isn't open yet, or to run one that is.
create table function_hands (
  hub_id int not null,
  id uuid not null,
  function text not null,
  actor_id uuid not null,
  person_id uuid not null,
  word text not null check (length(word) > 0),
  raised_at timestamptz not null,
  lowered_at timestamptz,
  reply text not null default '',
  replied_at timestamptz,
  replied_by uuid,
  primary key (hub_id, id),
  foreign key (hub_id, actor_id) references actors (hub_id, id),
  foreign key (hub_id, person_id) references actors (hub_id, id),
  foreign key (hub_id, replied_by) references actors (hub_id, id)
);
create unique index function_hands_once on function_hands (hub_id, function, actor_id) where lowered_at is null;
create index function_hands_list on function_hands (hub_id, function, id) where lowered_at is null;

alter table round_moves enable row level security; alter table round_moves force row level security;
create policy hub on round_moves using (hub_id = current_setting('minna.hub')::int);
alter table function_terms enable row level security; alter table function_terms force row level security;
create policy hub on function_terms using (hub_id = current_setting('minna.hub')::int);
alter table function_hands enable row level security; alter table function_hands force row level security;
create policy hub on function_hands using (hub_id = current_setting('minna.hub')::int);
