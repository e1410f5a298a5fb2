-- F1.3: where pages of a homepage stood before they were brought here. Safe while the previous version runs.

create table site_old_addresses (
  hub_id int not null,
  site_id uuid not null,
  host text not null,
  path text not null,
  page_id uuid not null,
  since timestamptz not null,
  primary key (hub_id, site_id, host, path, page_id),
  foreign key (hub_id, site_id) references sites (hub_id, id),
  foreign key (hub_id, page_id) references site_pages (hub_id, id)
);
comment on table site_old_addresses is 'links to these lead to the page, whichever page of the site they stand on and whenever it was written';
comment on column site_old_addresses.host is 'without www. and port';
comment on column site_old_addresses.path is 'decoded, without the slash at its end, with what names a page in its query';
create index site_old_addresses_path on site_old_addresses (hub_id, site_id, path);
create index site_old_addresses_page on site_old_addresses (hub_id, page_id);

alter table site_old_addresses enable row level security; alter table site_old_addresses force row level security;
create policy hub on site_old_addresses using (hub_id = current_setting('minna.hub')::int);
