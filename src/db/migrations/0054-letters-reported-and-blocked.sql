-- X4, X13: letters between people and groups: whom a receiver hears no more from, and whose letters were stopped by a decision.

create table letter_blocks (
  hub_id int not null references hubs (id),
  id uuid not null,
  receiver_id uuid not null,
  sender_id uuid,
  writer_id uuid,
  sender_mail text not null default '',
  sender_name text not null,
  person_id uuid not null,
  at timestamptz not null,
  primary key (hub_id, id),
  foreign key (hub_id, receiver_id) references actors (hub_id, id),
  foreign key (hub_id, sender_id) references actors (hub_id, id),
  foreign key (hub_id, writer_id) references actors (hub_id, id),
  foreign key (hub_id, person_id) references actors (hub_id, id),
  constraint blocks_are_of_somebody check ((sender_id is null) = (sender_mail <> ''))
);
comment on table letter_blocks is 'a receiver takes no letters from a sender; seen by those who speak for the receiver alone';
comment on column letter_blocks.writer_id is 'the person who wrote the letter, who isn''t heard under another name either';
comment on column letter_blocks.sender_mail is 'hash of the address of somebody without an account';
create unique index letter_blocks_actor on letter_blocks (hub_id, receiver_id, sender_id) where sender_id is not null;
create unique index letter_blocks_mail on letter_blocks (hub_id, receiver_id, sender_mail) where sender_mail <> '';

create table letter_stops (
  hub_id int not null references hubs (id),
  kind text not null,
  object_id uuid not null,
  writer_id uuid,
  sender_mail text not null default '',
  since timestamptz not null,
  until timestamptz not null,
  primary key (hub_id, kind, object_id),
  foreign key (hub_id, writer_id) references actors (hub_id, id),
  constraint stops_are_of_somebody check ((writer_id is null) = (sender_mail <> '')),
  constraint stops_end_after_they_begin check (until > since)
);
comment on table letter_stops is 'a letter was hidden by a decision: until then whoever wrote it sends no letters';
create index letter_stops_writer on letter_stops (hub_id, writer_id, until desc) where writer_id is not null;
create index letter_stops_mail on letter_stops (hub_id, sender_mail, until desc) where sender_mail <> '';

alter table letter_blocks enable row level security; alter table letter_blocks force row level security;
create policy hub on letter_blocks using (hub_id = current_setting('minna.hub')::int);
alter table letter_stops enable row level security; alter table letter_stops force row level security;
create policy hub on letter_stops using (hub_id = current_setting('minna.hub')::int);
