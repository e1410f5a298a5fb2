-- X11, X12: a town that moved to another deployment: where to, and up to which of its rows it was taken along.

alter table hubs add column moved_to text;
alter table hubs add column moved_at timestamptz;
alter table hubs add column exported jsonb;
alter table hubs add constraint hubs_moved check ((moved_to is null) = (moved_at is null));
comment on column hubs.moved_to is 'scheme and host where it is now; nothing is read or written here any more';
comment on column hubs.exported is 'the last whole export: server, and snapshot as pg_current_snapshot() gave it';
