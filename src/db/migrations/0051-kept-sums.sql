-- Safe while the previous version runs. Two sums over whole tables are kept: see docs/decisions/0056-kept-sums.md.

-- F9.2: what was counted of a hub's votes. Raised once a batch of the tally, under its lock; the worker's first turn counts it anew.
create table vote_tallies (
  hub_id int primary key references hubs (id),
  turns bigint not null default 0 check (turns >= 0),
  votes bigint not null default 0
);
comment on table vote_tallies is 'the votes of a hub as they were counted last';
comment on column vote_tallies.turns is 'how often something was counted: whoever keeps a figure sees by it that it may be old';
comment on column vote_tallies.votes is 'the sum of vote_count over the debates of the hub';
alter table vote_tallies enable row level security; alter table vote_tallies force row level security;
create policy hub on vote_tallies using (hub_id = current_setting('minna.hub')::int);

do $$
declare one int;
begin
  for one in select id from hubs loop
    perform set_config('minna.hub', one::text, true);
    insert into vote_tallies (hub_id, turns, votes) select one, 1, coalesce(sum(vote_count), 0) from debates where hub_id = one;
  end loop;
end
$$;

-- F1.2: where the parts of the sitemap begin. A list without a row has one part.
create table sitemap_parts (
  hub_id int not null references hubs (id),
  list text not null,
  after uuid not null,
  primary key (hub_id, list, after)
);
comment on table sitemap_parts is 'a part names the pages whose ids come after this one, up to where the next begins; the first part has no row';
alter table sitemap_parts enable row level security; alter table sitemap_parts force row level security;
create policy hub on sitemap_parts using (hub_id = current_setting('minna.hub')::int);
