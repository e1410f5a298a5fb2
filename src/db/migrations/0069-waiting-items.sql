-- What waits for an answer, whoever owes it, by its day: the secretariat's list and the divisions' read a page, not every item of the town.
create index answer_items_next on answer_items (hub_id, due_on, subject_id) where due_on is not null;
create index answer_partners_owed on answer_partners (hub_id, division_id, subject_id) where given_at is null;
