-- X9, F9.2: opinions that came on paper: the secretariat enters them, in the words of whoever filled in the form.

alter table opinions add column paper_on date;
alter table opinions add column paper_signed boolean;
comment on column opinions.paper_on is 'handed in on paper on this day and entered by the secretariat';
comment on column opinions.paper_signed is 'whoever wrote the paper wants their name in public: it is that of the actor';
alter table opinions add constraint opinions_paper
  check ((paper_on is null) = (paper_signed is null) and (paper_on is null or meeting_id is null)) not valid;
alter table opinions validate constraint opinions_paper;

create table paper_opinions (
  hub_id int not null references hubs (id),
  opinion_id uuid not null,
  debate_id uuid not null,
  entry uuid not null,
  office_id uuid not null,
  person_id uuid not null,
  entered_at timestamptz not null,
  primary key (hub_id, opinion_id),
  foreign key (hub_id, opinion_id) references opinions (hub_id, id),
  foreign key (hub_id, debate_id) references debates (hub_id, id),
  foreign key (hub_id, office_id) references actors (hub_id, id),
  foreign key (hub_id, person_id) references actors (hub_id, id)
);
comment on column paper_opinions.entry is 'number the form had before it was sent: sent again, it is the same paper';
comment on column paper_opinions.office_id is 'the office that took the paper; person_id is who entered it';
create unique index paper_opinions_entry on paper_opinions (hub_id, debate_id, entry);
create index paper_opinions_newest on paper_opinions (hub_id, opinion_id desc);
create index paper_opinions_debate on paper_opinions (hub_id, debate_id, opinion_id desc);

alter table paper_opinions enable row level security; alter table paper_opinions force row level security;
create policy hub on paper_opinions using (hub_id = current_setting('minna.hub')::int);
