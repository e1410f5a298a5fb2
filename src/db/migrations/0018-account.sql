-- X1, X13: taking everything about oneself along, leaving for good, and being under age.

alter table actors add column left_at timestamptz;
comment on column actors.left_at is 'the person has left: what it was called and who it was is erased, what it said in public stays';

-- What a person asked to be handed over. The bytes lie in the database, because web and worker may run on different machines.
create table account_exports (
  hub_id int not null references hubs (id),
  id uuid not null,
  person_id uuid not null,
  lang text not null check (lang in ('ja', 'easy', 'en')),
  state text not null default 'waiting' check (state in ('waiting', 'working', 'done')),
  percent smallint not null default 0 check (percent between 0 and 100),
  bytes bigint not null default 0,
  asked_at timestamptz not null,
  ended_at timestamptz,
  expires_at timestamptz not null,
  primary key (hub_id, id),
  foreign key (hub_id, person_id) references actors (hub_id, id),
  constraint ended_when_done check ((state = 'done') = (ended_at is not null))
);
comment on column account_exports.expires_at is 'from then on it is gone, made or not';
create index account_exports_person on account_exports (hub_id, person_id, id desc);
create index account_exports_expiry on account_exports (hub_id, expires_at);
create unique index account_exports_once on account_exports (hub_id, person_id) where state <> 'done';

create table account_export_chunks (
  hub_id int not null,
  export_id uuid not null,
  n int not null check (n >= 0),
  bytes bytea not null,
  primary key (hub_id, export_id, n),
  foreign key (hub_id, export_id) references account_exports (hub_id, id) on delete cascade
);

-- Of the deployment, as the accounts are: who leaves, leaves every town of it.
create table auth.departures (
  account_id uuid primary key references auth.users (id) on delete cascade,
  asked_in int not null references hubs (id),
  withdraws boolean not null,
  asked_at timestamptz not null,
  due_at timestamptz not null
);
comment on column auth.departures.withdraws is 'public contributions are taken back, as far as that may be still';
create index departures_due on auth.departures (due_at);

-- X13: said at sign-up where the town asks; whoever is under age writes once a guardian has agreed, where the town wants that.
create table auth.minors (
  account_id uuid primary key references auth.users (id) on delete cascade,
  birth_year smallint check (birth_year between 1900 and 2200),
  declared_at timestamptz not null,
  guardian_email text check (guardian_email = lower(guardian_email)),
  asked_at timestamptz,
  consented_at timestamptz,
  waits boolean not null
);
comment on column auth.minors.waits is 'a guardian has not agreed yet, and the town wants that: until then this account reads only';

alter table account_exports enable row level security; alter table account_exports force row level security;
create policy hub on account_exports using (hub_id = current_setting('minna.hub')::int);
alter table account_export_chunks enable row level security; alter table account_export_chunks force row level security;
create policy hub on account_export_chunks using (hub_id = current_setting('minna.hub')::int);

do $$
begin
  if exists (select from pg_roles where rolname = 'minna_app') then
    grant select, insert, update, delete on account_exports, account_export_chunks, auth.departures, auth.minors to minna_app;
  end if;
end
$$;
