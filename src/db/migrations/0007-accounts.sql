-- X1, X2, P1: accounts, sessions and one-time keys belong to the deployment (one login serves several towns), so the schema
-- `auth` has no hub and no policy; only as whom a session acts, and invitations into organisations, belong to a hub.
-- The first four tables are what better-auth's getMigrations().compileMigrations() gives for the options in
-- commons/accounts/auth-engine.ts; our additions stand below them.

create schema if not exists auth;

create table auth.users (
  id uuid default pg_catalog.gen_random_uuid() not null primary key,
  name text not null,
  email text not null unique,
  email_confirmed boolean not null,
  image text,
  created_at timestamptz default current_timestamp not null,
  updated_at timestamptz default current_timestamp not null,
  lang text not null
);

-- `token` holds the SHA-256 of what the browser keeps: who reads this table can't sign in with it.
create table auth.sessions (
  id uuid default pg_catalog.gen_random_uuid() not null primary key,
  expires_at timestamptz not null,
  token text not null unique,
  created_at timestamptz default current_timestamp not null,
  updated_at timestamptz not null,
  ip_address text,
  user_agent text,
  user_id uuid not null references auth.users (id) on delete cascade
);

create table auth.credentials (
  id uuid default pg_catalog.gen_random_uuid() not null primary key,
  account_id text not null,
  provider_id text not null,
  user_id uuid not null references auth.users (id) on delete cascade,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz default current_timestamp not null,
  updated_at timestamptz not null
);

-- One-time keys of mails; `identifier` is hashed as well.
create table auth.verifications (
  id uuid default pg_catalog.gen_random_uuid() not null primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz default current_timestamp not null,
  updated_at timestamptz default current_timestamp not null
);

create index sessions_user_id_idx on auth.sessions (user_id);
create index credentials_user_id_idx on auth.credentials (user_id);
create index verifications_identifier_idx on auth.verifications (identifier);

-- Ours: addresses are kept in lower case, or one person could have two accounts; one sign-in of a kind a person.
alter table auth.users add constraint email_in_lower_case check (email = lower(email));
alter table auth.users add constraint known_language check (lang in ('ja', 'easy', 'en'));
create unique index credentials_provider on auth.credentials (provider_id, account_id);
create index sessions_expiry on auth.sessions (expires_at);
create index verifications_expiry on auth.verifications (expires_at);

-- P1: as whom a session speaks in a hub. No row: as the person itself. Whether the role still holds is asked at every reading.
create table auth.session_acting (
  hub_id int not null,
  session_id uuid not null references auth.sessions (id) on delete cascade,
  organisation_id uuid not null,
  since timestamptz not null,
  primary key (hub_id, session_id),
  foreign key (hub_id, organisation_id) references actors (hub_id, id)
);
create index session_acting_session on auth.session_acting (session_id);
create index session_acting_organisation on auth.session_acting (hub_id, organisation_id);

-- P1: nobody is made a member without saying yes. The key itself is in the letter or link alone.
create table invitations (
  hub_id int not null,
  id uuid not null,
  organisation_id uuid not null,
  role text not null check (role in ('representative', 'editor', 'member')),
  key_hash text not null,
  -- whom the inviter meant, in their own words (an address or a nickname); blanked when the invitation is over
  meant_for text not null check (length(meant_for) <= 254),
  by_mail boolean not null,
  invited_by uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  accepted_by uuid,
  withdrawn_at timestamptz,
  primary key (hub_id, id),
  foreign key (hub_id, organisation_id) references actors (hub_id, id),
  foreign key (hub_id, invited_by) references actors (hub_id, id),
  foreign key (hub_id, accepted_by) references actors (hub_id, id),
  constraint accepted_by_somebody check ((accepted_at is null) = (accepted_by is null)),
  constraint accepted_or_withdrawn check (accepted_at is null or withdrawn_at is null)
);
create unique index invitations_key on invitations (hub_id, key_hash);
create index invitations_open on invitations (hub_id, organisation_id, id) where accepted_at is null and withdrawn_at is null;
create index invitations_invited_by on invitations (hub_id, invited_by);
create index invitations_accepted_by on invitations (hub_id, accepted_by) where accepted_by is not null;

alter table auth.session_acting enable row level security; alter table auth.session_acting force row level security;
create policy hub on auth.session_acting using (hub_id = current_setting('minna.hub')::int);
alter table invitations enable row level security; alter table invitations force row level security;
create policy hub on invitations using (hub_id = current_setting('minna.hub')::int);

do $$
begin
  if exists (select from pg_roles where rolname = 'minna_app') then
    grant usage on schema auth to minna_app;
    grant select, insert, update, delete on all tables in schema auth to minna_app;
    grant select, insert, update, delete on invitations to minna_app;
  end if;
end
$$;
