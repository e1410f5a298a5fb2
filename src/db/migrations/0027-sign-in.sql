-- X1, X2: passkeys, a second factor, how a session was opened, and that somebody was confirmed as 市民.
-- What belongs to an account belongs to the deployment, as the account does; the level belongs to a hub.

alter table auth.sessions add column method text not null default 'password'
  check (method in ('password', 'passkey', 'outside', 'letter', 'cast', 'hand-over'));
alter table auth.sessions add column second text check (second in ('totp', 'recovery', 'passkey', 'outside'));
alter table auth.sessions add column proved_at timestamptz;
comment on column auth.sessions.second is 'the second factor it was opened with or raised by; null: none';
comment on column auth.sessions.proved_at is 'when its owner last showed again that it is they';

create table auth.passkeys (
  id uuid primary key,
  account_id uuid not null references auth.users (id) on delete cascade,
  credential_id text not null unique,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  -- the host it works on: browsers offer it nowhere else
  rp_id text not null,
  name text not null check (length(name) between 1 and 80),
  backed_up boolean not null,
  created_at timestamptz not null,
  last_used_at timestamptz,
  halted_at timestamptz
);
comment on column auth.passkeys.halted_at is 'its counter went backwards: there may be a copy, so it opens nothing any more';
create index passkeys_account on auth.passkeys (account_id, id);

create table auth.second_steps (
  account_id uuid primary key references auth.users (id) on delete cascade,
  -- sealed with a key that is kept outside the database
  secret bytea not null,
  begun_at timestamptz not null,
  confirmed_at timestamptz,
  last_counter bigint
);
comment on column auth.second_steps.last_counter is 'the half minute of the last code that was taken: no code is taken twice';

create table auth.recovery_codes (
  account_id uuid not null references auth.users (id) on delete cascade,
  code_hash text not null,
  made_at timestamptz not null,
  used_at timestamptz,
  primary key (account_id, code_hash)
);

-- Devices an account was signed in on: a letter is sent about a new one. A coarse word, no address of the network.
create table auth.known_devices (
  account_id uuid not null references auth.users (id) on delete cascade,
  device_hash text not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  primary key (account_id, device_hash)
);
create index known_devices_age on auth.known_devices (last_at);

-- X2: that somebody was confirmed as 市民, how, when and by which office. No copy of a document, nobody's number, not which clerk.
create table level_confirmations (
  hub_id int not null references hubs (id),
  person_id uuid not null,
  method text not null check (method in ('desk', 'outside')),
  office_id uuid,
  confirmed_at timestamptz not null,
  primary key (hub_id, person_id),
  foreign key (hub_id, person_id) references actors (hub_id, id),
  foreign key (hub_id, office_id) references actors (hub_id, id),
  constraint office_at_the_desk check ((method = 'desk') = (office_id is not null))
);
create index level_confirmations_office on level_confirmations (hub_id, office_id) where office_id is not null;

-- What a desk gives to somebody whose document it has looked at. The code itself is on the slip of paper alone; the row goes when it is used,
-- so that nothing leads from a person to whoever sat at the desk.
create table desk_codes (
  hub_id int not null references hubs (id),
  id uuid not null,
  code_hash text not null,
  office_id uuid not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (hub_id, id),
  foreign key (hub_id, office_id) references actors (hub_id, id)
);
create unique index desk_codes_code on desk_codes (hub_id, code_hash);
create index desk_codes_list on desk_codes (hub_id, office_id, id desc);
create index desk_codes_expiry on desk_codes (hub_id, expires_at);

alter table level_confirmations enable row level security; alter table level_confirmations force row level security;
create policy hub on level_confirmations using (hub_id = current_setting('minna.hub')::int);
alter table desk_codes enable row level security; alter table desk_codes force row level security;
create policy hub on desk_codes using (hub_id = current_setting('minna.hub')::int);

do $$
begin
  if exists (select from pg_roles where rolname = 'minna_app') then
    grant select, insert, update, delete on auth.passkeys, auth.second_steps, auth.recovery_codes, auth.known_devices to minna_app;
    grant select, insert, update, delete on level_confirmations, desk_codes to minna_app;
  end if;
end
$$;
