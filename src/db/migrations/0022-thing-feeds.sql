-- X3: a feed for each thing that can be followed. The worker notes which things an event concerns while it tells their followers.

create table event_things (
  hub_id int not null,
  thing_id uuid not null,
  event_id uuid not null,
  primary key (hub_id, thing_id, event_id),
  foreign key (hub_id, event_id) references events (hub_id, id)
);
comment on table event_things is 'what followers of a thing are told of; its feed. Public events only';
create index event_things_event on event_things (hub_id, event_id);

alter table event_things enable row level security; alter table event_things force row level security;
create policy hub on event_things using (hub_id = current_setting('minna.hub')::int);
