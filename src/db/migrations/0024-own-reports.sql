-- X4: whoever reported without signing in reads what became of it, and appeals, by the signed address they were given.

alter table moderation_appeals alter column person_id drop not null;
alter table moderation_appeals add column by_report uuid;
alter table moderation_appeals add constraint appealed_by_somebody check (person_id is not null or by_report is not null) not valid;
comment on column moderation_appeals.by_report is 'of somebody not signed in: their report, or the case of their rights claim';
create unique index moderation_appeals_once_by_report on moderation_appeals (hub_id, decision_id, by_report) where by_report is not null;
