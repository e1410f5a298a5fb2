-- X10: files and pictures, and the things they hang on. The bytes lie in the store, under the hub's number and their SHA-256.

create table files (
  hub_id int not null references hubs (id),
  id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('picture', 'document')),
  type text not null,
  extension text not null check (extension ~ '^[a-z0-9]{1,5}$'),
  bytes int not null check (bytes > 0),
  sha256 bytea not null check (octet_length(sha256) = 32),
  width int,
  height int,
  widths int[] not null default '{}',
  uploaded_at timestamptz not null,
  primary key (hub_id, id),
  foreign key (hub_id, person_id) references actors (hub_id, id),
  constraint only_pictures_have_sizes check ((kind = 'picture') = (width is not null and height is not null))
);
comment on column files.sha256 is 'of the bytes as they are handed out: of a picture, after everything but the picture was taken out of it';
comment on column files.widths is 'of the smaller WebP copies, in pixels, ascending; stored beside the picture under its SHA-256';
create index files_person on files (hub_id, person_id, uploaded_at desc);
create index files_content on files (hub_id, sha256);
create index files_age on files (hub_id, uploaded_at);

-- Any thing may carry files: kind and id name it, version is 0 where it has none. What a version carried stays with that version.
create table attachments (
  hub_id int not null,
  thing_kind text not null,
  thing_id uuid not null,
  version int not null default 0 check (version >= 0),
  file_id uuid not null,
  place int not null,
  label text not null check (length(label) between 1 and 300),
  person_id uuid not null,
  at timestamptz not null,
  primary key (hub_id, thing_kind, thing_id, version, file_id),
  constraint attachments_file foreign key (hub_id, file_id) references files (hub_id, id),
  foreign key (hub_id, person_id) references actors (hub_id, id)
);
comment on column attachments.label is 'of a picture, what can be seen on it, for those who do not see it; of a document, its title';
create index attachments_files on attachments (hub_id, file_id);

alter table files enable row level security; alter table files force row level security;
create policy hub on files using (hub_id = current_setting('minna.hub')::int);
alter table attachments enable row level security; alter table attachments force row level security;
create policy hub on attachments using (hub_id = current_setting('minna.hub')::int);
