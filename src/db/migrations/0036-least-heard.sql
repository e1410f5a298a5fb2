-- X12: the front page offers the debates with the fewest opinions; a round may have thousands.

create index debates_least_heard on debates (hub_id, round_id, opinion_count, id);
