-- X11: a town made on a page, once, by whom the operator invited. Safe while the previous version runs: it knows nothing of it. See docs/decisions/0065-invited-towns.md.
create table town_invitations (
  token_hash text primary key check (length(token_hash) = 43),
  host text not null check (host ~ '^https?://[^/]+$'),
  made_at timestamptz not null,
  ends_at timestamptz not null,
  withdrawn_at timestamptz,
  used_at timestamptz,
  hub_made int references hubs (id),
  constraint town_invitations_end_after_they_begin check (ends_at > made_at),
  constraint a_used_invitation_made_a_town check ((used_at is null) = (hub_made is null)),
  constraint a_withdrawn_invitation_is_not_used check (used_at is null or withdrawn_at is null)
);
comment on table town_invitations is 'what the operator gave out for new towns; of the deployment, since the town isn''t there yet';
comment on column town_invitations.token_hash is 'SHA-256 of what stands in the address, base64url; the address itself is kept nowhere';
comment on column town_invitations.host is 'the new town''s address, by its scheme; whoever founds it can''t choose another';
create unique index town_invitations_one_open on town_invitations (host) where used_at is null and withdrawn_at is null;
