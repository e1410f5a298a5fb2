-- X8: a webhook's signing key can be renewed by its owner. Safe while the previous version runs: it goes on signing with the first key.
alter table webhooks add column key_turn smallint not null default 0 check (key_turn between 0 and 30000);
alter table webhooks add column key_turned_at timestamptz;
comment on column webhooks.key_turn is 'how often the signing key was renewed; the key itself is derived from it and kept nowhere';
comment on column webhooks.key_turned_at is 'for a day after it messages carry the signature of the key before as well';
