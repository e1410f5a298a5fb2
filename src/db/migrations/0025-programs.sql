-- X8: tokens of programs, and addresses that are told what happens.

create table api_tokens (
  hub_id int not null references hubs (id),
  id uuid not null,
  person_id uuid not null,
  -- the person itself, or the organisation it speaks for with this token
  acting_id uuid not null,
  name text not null,
  scopes text[] not null,
  -- SHA-256 of the token, which is shown once and kept nowhere
  hash bytea not null check (length(hash) = 32),
  made_at timestamptz not null,
  expires_at timestamptz not null,
  last_used_on date,
  revoked_at timestamptz,
  primary key (hub_id, id),
  constraint api_tokens_hash unique (hub_id, hash),
  foreign key (hub_id, person_id) references actors (hub_id, id),
  foreign key (hub_id, acting_id) references actors (hub_id, id)
);
create index api_tokens_of_person on api_tokens (hub_id, person_id, id);

create table webhooks (
  hub_id int not null references hubs (id),
  id uuid not null,
  person_id uuid not null,
  url text not null,
  -- verbs of public events; empty: all of them
  verbs text[] not null,
  made_at timestamptz not null,
  -- since when nothing has arrived
  failing_since timestamptz,
  stopped_at timestamptz,
  stopped_because text check (stopped_because in ('taken-back', 'failing')),
  check ((stopped_at is null) = (stopped_because is null)),
  primary key (hub_id, id),
  foreign key (hub_id, person_id) references actors (hub_id, id)
);
create index webhooks_of_person on webhooks (hub_id, person_id, id);
create index webhooks_in_use on webhooks (hub_id) where stopped_at is null;

-- How far in the journal webhooks were told.
create table webhook_cursors (
  hub_id int primary key references hubs (id),
  leaf bigint not null
);

create table webhook_deliveries (
  hub_id int not null references hubs (id),
  webhook_id uuid not null,
  event_id uuid not null,
  verb text not null,
  begun_at timestamptz not null,
  attempts int not null default 0,
  tried_at timestamptz,
  -- of the last try: what was answered, or why nothing was
  status int,
  failure text,
  delivered_at timestamptz,
  given_up_at timestamptz,
  primary key (hub_id, webhook_id, event_id),
  foreign key (hub_id, webhook_id) references webhooks (hub_id, id) on delete cascade
);
create index webhook_deliveries_age on webhook_deliveries (hub_id, begun_at);

alter table api_tokens enable row level security; alter table api_tokens force row level security;
create policy hub on api_tokens using (hub_id = current_setting('minna.hub')::int);
alter table webhooks enable row level security; alter table webhooks force row level security;
create policy hub on webhooks using (hub_id = current_setting('minna.hub')::int);
alter table webhook_cursors enable row level security; alter table webhook_cursors force row level security;
create policy hub on webhook_cursors using (hub_id = current_setting('minna.hub')::int);
alter table webhook_deliveries enable row level security; alter table webhook_deliveries force row level security;
create policy hub on webhook_deliveries using (hub_id = current_setting('minna.hub')::int);
