-- F9.7, F9.9: sittings that move, lots of observers that can be drawn again, questions and comments that can be hidden,
-- explanation meetings that are meetings.

create table sitting_changes (
  hub_id int not null,
  id uuid not null,
  sitting_id uuid not null,
  reason text not null check (length(reason) > 0),
  was_from timestamptz not null,
  was_to timestamptz not null,
  was_place text not null,
  person_id uuid not null,
  at timestamptz not null,
  primary key (hub_id, id),
  foreign key (hub_id, sitting_id) references sittings (hub_id, id),
  foreign key (hub_id, person_id) references actors (hub_id, id)
);
comment on table sitting_changes is 'where and when a sitting was to be before it was moved';
create index sitting_changes_sitting on sitting_changes (hub_id, sitting_id, id desc);

alter table sittings
  add column lot_numbers int[],
  add column lot_drawn int[],
  add column lot_list_hash text,
  add constraint lots_of_observers_are_whole check (num_nonnulls(lot_numbers, lot_drawn, lot_list_hash) in (0, 3));
comment on column sittings.lot_numbers is 'numbers that were in the lot, those that withdrew later among them; null: none drawn, or before numbers were kept';

alter table follow_ups add column hidden_at timestamptz;
alter table plan_comments add column hidden_at timestamptz;

alter table answer_briefings
  add column meeting_id uuid,
  add foreign key (hub_id, meeting_id) references meetings (hub_id, id);
comment on column answer_briefings.meeting_id is 'the meeting of the open debate that it is held as';
create index answer_briefings_meeting on answer_briefings (hub_id, meeting_id) where meeting_id is not null;

alter table sitting_changes enable row level security; alter table sitting_changes force row level security;
create policy hub on sitting_changes using (hub_id = current_setting('minna.hub')::int);
