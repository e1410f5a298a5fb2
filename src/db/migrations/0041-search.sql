-- X7: one search over everything public: what can be found, and in which entries each pair of characters stands. See docs/decisions/0043-search.md.

create table search_states (
  hub_id int primary key references hubs (id),
  generation int not null default 1 check (generation > 0),
  next_number int not null default 0 check (next_number >= 0),
  leaf bigint not null default -1
);
comment on table search_states is 'which generation of the index is read, the number of the next entry, and how far the journal was followed';

create table search_entries (
  hub_id int not null references hubs (id),
  generation int not null check (generation > 0),
  number int not null check (number >= 0),
  kind text not null,
  object_id uuid not null,
  at timestamptz not null,
  folded_title text collate "C" not null,
  folded text collate "C" not null,
  primary key (hub_id, generation, number)
);
comment on column search_entries.number is 'a changed entry gets a new one: the higher the newer';
comment on table search_entries is 'texts as they are compared; what is shown is read from where it is from';
comment on column search_entries.folded is 'title and body as they are compared, a line each';
create unique index search_entries_object on search_entries (hub_id, generation, object_id, kind);

create table search_postings (
  hub_id int not null references hubs (id),
  generation int not null check (generation > 0),
  gram text collate "C" not null,
  segment int not null check (segment >= 0),
  entries bytea not null,
  primary key (hub_id, generation, gram, segment)
);
comment on column search_postings.gram is 'one or two characters; ^ before those of titles, # before kinds (#k) and months (#m)';
comment on column search_postings.entries is 'which of the 8192 entries of the segment: a list of places, or one bit each';

alter table search_states enable row level security; alter table search_states force row level security;
create policy hub on search_states using (hub_id = current_setting('minna.hub')::int);
alter table search_entries enable row level security; alter table search_entries force row level security;
create policy hub on search_entries using (hub_id = current_setting('minna.hub')::int);
alter table search_postings enable row level security; alter table search_postings force row level security;
create policy hub on search_postings using (hub_id = current_setting('minna.hub')::int);
