-- A round's debates in the order its pages show them: without it, tens of thousands of other rounds' were read before the first.
create index debates_round_order on debates (hub_id, round_id, id);
drop index debates_round;
