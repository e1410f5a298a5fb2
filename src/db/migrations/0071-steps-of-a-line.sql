-- The steps of a budget line in the order its page shows them, and what was voted on it: every step of every line on the page was read.
create index reflection_steps_line_order on reflection_steps (hub_id, budget_line_id, happened_on, id) where budget_line_id is not null;
create index reflection_steps_line_voted on reflection_steps (hub_id, budget_line_id, id) include (amount_yen) where step = 'voted';
drop index reflection_steps_line;
