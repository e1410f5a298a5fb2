-- F7.3: what registered groups have with each other: partnerships, messages, circles (連絡会) with letters among their members.

create table partnerships (
  hub_id int not null,
  id uuid not null,
  group_id uuid not null,
  other_id uuid not null,
  low_id uuid not null,
  high_id uuid not null,
  what text not null,
  person_id uuid not null,
  asked_at timestamptz not null,
  confirmed_by uuid,
  confirmed_at timestamptz,
  ended_at timestamptz,
  primary key (hub_id, id),
  foreign key (hub_id, group_id) references groups (hub_id, id),
  foreign key (hub_id, other_id) references groups (hub_id, id),
  foreign key (hub_id, person_id) references actors (hub_id, id),
  foreign key (hub_id, confirmed_by) references actors (hub_id, id),
  constraint partners_are_two check (group_id <> other_id),
  constraint the_pair_is_ordered check (low_id < high_id and low_id in (group_id, other_id) and high_id in (group_id, other_id))
);
comment on column partnerships.group_id is 'the one that asked';
create unique index partnerships_pair on partnerships (hub_id, low_id, high_id) where ended_at is null;
create index partnerships_group on partnerships (hub_id, group_id);
create index partnerships_other on partnerships (hub_id, other_id);
create index partnerships_standing on partnerships (hub_id, confirmed_at) where confirmed_at is not null and ended_at is null;

create table group_messages (
  hub_id int not null,
  id uuid not null,
  from_id uuid not null,
  to_id uuid not null,
  low_id uuid not null,
  high_id uuid not null,
  person_id uuid not null,
  body text not null,
  sent_at timestamptz not null,
  primary key (hub_id, id),
  foreign key (hub_id, from_id) references groups (hub_id, id),
  foreign key (hub_id, to_id) references groups (hub_id, id),
  foreign key (hub_id, person_id) references actors (hub_id, id),
  constraint messages_go_to_others check (from_id <> to_id)
);
create index group_messages_pair on group_messages (hub_id, low_id, high_id, id desc);
create index group_messages_to on group_messages (hub_id, to_id, id desc);
create index group_messages_from on group_messages (hub_id, from_id, id desc);

create table circles (
  hub_id int not null references hubs (id),
  id uuid not null,
  group_id uuid not null,
  person_id uuid not null,
  name text not null,
  about text not null,
  member_count int not null default 0,
  founded_at timestamptz not null,
  closed_at timestamptz,
  primary key (hub_id, id),
  foreign key (hub_id, group_id) references groups (hub_id, id),
  foreign key (hub_id, person_id) references actors (hub_id, id)
);
comment on column circles.group_id is 'the group that founded it and keeps its page';
create index circles_group on circles (hub_id, group_id);

create table circle_members (
  hub_id int not null,
  circle_id uuid not null,
  group_id uuid not null,
  person_id uuid not null,
  asked_at timestamptz not null,
  joined_at timestamptz,
  left_at timestamptz,
  primary key (hub_id, circle_id, group_id),
  foreign key (hub_id, circle_id) references circles (hub_id, id),
  foreign key (hub_id, group_id) references groups (hub_id, id),
  foreign key (hub_id, person_id) references actors (hub_id, id)
);
comment on column circle_members.asked_at is 'when it asked to join or was invited; `person_id` is who did';
create index circle_members_group on circle_members (hub_id, group_id);

create table circle_letters (
  hub_id int not null,
  id uuid not null,
  circle_id uuid not null,
  group_id uuid not null,
  person_id uuid not null,
  answers_id uuid,
  title text not null,
  body text not null,
  by_mail boolean not null default false,
  sent_at timestamptz not null,
  primary key (hub_id, id),
  foreign key (hub_id, circle_id) references circles (hub_id, id),
  foreign key (hub_id, group_id) references groups (hub_id, id),
  foreign key (hub_id, person_id) references actors (hub_id, id),
  foreign key (hub_id, answers_id) references circle_letters (hub_id, id)
);
comment on table circle_letters is 'read by the members of the circle alone';
create index circle_letters_circle on circle_letters (hub_id, circle_id, id desc);

create table circle_letter_keys (
  hub_id int not null,
  key_hash text not null,
  letter_id uuid not null,
  group_id uuid not null,
  person_id uuid not null,
  made_at timestamptz not null,
  primary key (hub_id, key_hash),
  foreign key (hub_id, letter_id) references circle_letters (hub_id, id),
  foreign key (hub_id, group_id) references groups (hub_id, id),
  foreign key (hub_id, person_id) references actors (hub_id, id)
);
comment on table circle_letter_keys is 'what stands in the address to which a mailed answer goes: who answers which letter, for which group';
create index circle_letter_keys_age on circle_letter_keys (hub_id, made_at);

alter table partnerships enable row level security; alter table partnerships force row level security;
create policy hub on partnerships using (hub_id = current_setting('minna.hub')::int);
alter table group_messages enable row level security; alter table group_messages force row level security;
create policy hub on group_messages using (hub_id = current_setting('minna.hub')::int);
alter table circles enable row level security; alter table circles force row level security;
create policy hub on circles using (hub_id = current_setting('minna.hub')::int);
alter table circle_members enable row level security; alter table circle_members force row level security;
create policy hub on circle_members using (hub_id = current_setting('minna.hub')::int);
alter table circle_letters enable row level security; alter table circle_letters force row level security;
create policy hub on circle_letters using (hub_id = current_setting('minna.hub')::int);
alter table circle_letter_keys enable row level security; alter table circle_letter_keys force row level security;
create policy hub on circle_letter_keys using (hub_id = current_setting('minna.hub')::int);
