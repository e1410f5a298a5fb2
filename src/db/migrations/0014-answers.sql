-- F9.6 errata and receipt, F9.7 who answers, drafts inside, follow-up questions, F9.8 budget lines and kept figures.

create table document_errata (
  hub_id int not null,
  id uuid not null,
  document_id uuid not null,
  number int not null check (number > 0),
  part text not null check (part in ('proposal', 'statement', 'rest')),
  proposal_id uuid,
  place text not null check (length(place) > 0),
  wrong text not null check (length(wrong) > 0),
  corrected text not null,
  reason text not null check (length(reason) > 0),
  actor_id uuid not null,
  person_id uuid not null,
  recorded_at timestamptz not null,
  primary key (hub_id, id),
  foreign key (hub_id, document_id) references documents (hub_id, id),
  foreign key (hub_id, proposal_id) references proposals (hub_id, id),
  foreign key (hub_id, actor_id) references actors (hub_id, id),
  foreign key (hub_id, person_id) references actors (hub_id, id)
);
comment on table document_errata is 'the document itself never changes: what was wrong in it is told beside it';
comment on column document_errata.corrected is 'empty: the wrong words are to be left out';
comment on column document_errata.proposal_id is 'the proposal, or the one whose debate the part of the statement sums up';
create unique index document_errata_number on document_errata (hub_id, document_id, number);

create table document_receipts (
  hub_id int not null,
  document_id uuid not null,
  number text not null check (length(number) > 0),
  division_id uuid not null,
  office text not null,
  receiver text not null default '',
  means text not null check (means in ('in-person', 'electronic', 'post', 'fax')),
  received_on date not null,
  person_id uuid not null,
  recorded_at timestamptz not null,
  primary key (hub_id, document_id),
  foreign key (hub_id, document_id) references documents (hub_id, id),
  foreign key (hub_id, division_id) references actors (hub_id, id),
  foreign key (hub_id, person_id) references actors (hub_id, id)
);
comment on column document_receipts.receiver is 'as whoever received it wishes to be named; empty: the office alone';

alter table answers add column on_budget boolean not null default false;
alter table answers add column passed_on date;
alter table answers add column change_reason text not null default '';
comment on column answers.on_budget is 'adopted on condition that the council votes the budget';
comment on column answers.passed_on is 'the day on which it was handed to passed_to';
comment on column answers.change_reason is 'why this version took the place of the one before';

-- Kept from answer_leads, as answer_kind is from answers: lists need it for every item.
alter table proposals add column lead_id uuid;
alter table proposals add foreign key (hub_id, lead_id) references actors (hub_id, id);
alter table points add column lead_id uuid;
alter table points add foreign key (hub_id, lead_id) references actors (hub_id, id);

create table answer_leads (
  hub_id int not null,
  id uuid not null,
  proposal_id uuid,
  point_id uuid,
  subject_id uuid not null generated always as (coalesce(proposal_id, point_id)) stored,
  number int not null check (number > 0),
  division_id uuid not null,
  reason text not null,
  actor_id uuid not null,
  person_id uuid not null,
  assigned_at timestamptz not null,
  primary key (hub_id, id),
  foreign key (hub_id, proposal_id) references proposals (hub_id, id),
  foreign key (hub_id, point_id) references points (hub_id, id),
  foreign key (hub_id, division_id) references actors (hub_id, id),
  foreign key (hub_id, actor_id) references actors (hub_id, id),
  foreign key (hub_id, person_id) references actors (hub_id, id),
  constraint lead_of_one_subject check ((proposal_id is null) <> (point_id is null))
);
comment on table answer_leads is 'who led the answer to what, one after another; the last one leads. A proposal''s lead takes its points along';
create unique index answer_leads_number on answer_leads (hub_id, subject_id, number);

create table answer_partners (
  hub_id int not null,
  id uuid not null,
  proposal_id uuid,
  point_id uuid,
  subject_id uuid not null generated always as (coalesce(proposal_id, point_id)) stored,
  division_id uuid not null,
  asked text not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  body text not null default '',
  person_id uuid,
  given_at timestamptz,
  primary key (hub_id, id),
  foreign key (hub_id, proposal_id) references proposals (hub_id, id),
  foreign key (hub_id, point_id) references points (hub_id, id),
  foreign key (hub_id, division_id) references actors (hub_id, id),
  foreign key (hub_id, asked_by) references actors (hub_id, id),
  foreign key (hub_id, person_id) references actors (hub_id, id),
  constraint partner_of_one_subject check ((proposal_id is null) <> (point_id is null)),
  constraint share_given_whole check ((given_at is null) = (person_id is null))
);
comment on table answer_partners is 'divisions concerned beside the lead; what each contributes is seen by these divisions alone';
create unique index answer_partners_once on answer_partners (hub_id, subject_id, division_id);
create index answer_partners_division on answer_partners (hub_id, division_id, id desc);

create table answer_drafts (
  hub_id int not null,
  id uuid not null,
  proposal_id uuid,
  point_id uuid,
  subject_id uuid not null generated always as (coalesce(proposal_id, point_id)) stored,
  division_id uuid not null,
  fields jsonb not null,
  version int not null default 1,
  person_id uuid not null,
  saved_at timestamptz not null,
  published_at timestamptz,
  primary key (hub_id, id),
  foreign key (hub_id, proposal_id) references proposals (hub_id, id),
  foreign key (hub_id, point_id) references points (hub_id, id),
  foreign key (hub_id, division_id) references actors (hub_id, id),
  foreign key (hub_id, person_id) references actors (hub_id, id),
  constraint draft_of_one_subject check ((proposal_id is null) <> (point_id is null))
);
comment on column answer_drafts.person_id is 'who saved the present version';
create unique index answer_drafts_open on answer_drafts (hub_id, subject_id, division_id) where published_at is null;
create index answer_drafts_division on answer_drafts (hub_id, division_id, saved_at desc) where published_at is null;

create table answer_draft_notes (
  hub_id int not null,
  id uuid not null,
  draft_id uuid not null,
  version int not null,
  approves boolean not null,
  body text not null,
  division_id uuid not null,
  person_id uuid not null,
  written_at timestamptz not null,
  primary key (hub_id, id),
  foreign key (hub_id, draft_id) references answer_drafts (hub_id, id),
  foreign key (hub_id, division_id) references actors (hub_id, id),
  foreign key (hub_id, person_id) references actors (hub_id, id)
);
comment on column answer_draft_notes.approves is '決裁: this version may be published; a comment otherwise';
create index answer_draft_notes_draft on answer_draft_notes (hub_id, draft_id, id);
create unique index answer_draft_notes_approval on answer_draft_notes (hub_id, draft_id, version, person_id) where approves;

create table follow_ups (
  hub_id int not null,
  id uuid not null,
  answer_id uuid not null,
  subject_id uuid not null,
  round_id uuid not null,
  debate_id uuid not null,
  division_id uuid not null,
  number int not null check (number > 0),
  actor_id uuid not null,
  person_id uuid not null,
  body text not null check (length(body) > 0),
  asked_at timestamptz not null,
  due_on date not null,
  answered_at timestamptz,
  withdrawn_at timestamptz,
  primary key (hub_id, id),
  foreign key (hub_id, answer_id) references answers (hub_id, id),
  foreign key (hub_id, round_id) references rounds (hub_id, id),
  foreign key (hub_id, debate_id) references debates (hub_id, id),
  foreign key (hub_id, division_id) references actors (hub_id, id),
  foreign key (hub_id, actor_id) references actors (hub_id, id),
  foreign key (hub_id, person_id) references actors (hub_id, id)
);
comment on column follow_ups.answer_id is 'the version of the answer that was asked about';
comment on column follow_ups.division_id is 'who answers: the division of that answer';
comment on column follow_ups.answered_at is 'of the first version of its answer: what the limit is held against';
create unique index follow_ups_number on follow_ups (hub_id, subject_id, number);
create index follow_ups_newest on follow_ups (hub_id, id desc);
create index follow_ups_person on follow_ups (hub_id, person_id, asked_at desc);
create index follow_ups_open on follow_ups (hub_id, due_on, id) where answered_at is null and withdrawn_at is null;

create table follow_up_answers (
  hub_id int not null,
  follow_up_id uuid not null,
  version int not null check (version > 0),
  body text not null check (length(body) > 0),
  change_reason text not null default '',
  division_id uuid not null,
  person_id uuid not null,
  answered_at timestamptz not null,
  primary key (hub_id, follow_up_id, version),
  foreign key (hub_id, follow_up_id) references follow_ups (hub_id, id),
  foreign key (hub_id, division_id) references actors (hub_id, id),
  foreign key (hub_id, person_id) references actors (hub_id, id)
);

create table answer_briefings (
  hub_id int not null,
  id uuid not null,
  answer_id uuid not null,
  subject_id uuid not null,
  debate_id uuid not null,
  division_id uuid not null,
  held_on date not null,
  starts text not null,
  ends text not null default '',
  place text not null check (length(place) > 0),
  note text not null default '',
  person_id uuid not null,
  scheduled_at timestamptz not null,
  cancelled_at timestamptz,
  cancel_reason text not null default '',
  primary key (hub_id, id),
  foreign key (hub_id, answer_id) references answers (hub_id, id),
  foreign key (hub_id, debate_id) references debates (hub_id, id),
  foreign key (hub_id, division_id) references actors (hub_id, id),
  foreign key (hub_id, person_id) references actors (hub_id, id)
);
comment on column answer_briefings.starts is 'HH:MM in Tokyo, as ends';
create index answer_briefings_subject on answer_briefings (hub_id, subject_id, held_on);

create table overdue_reports (
  hub_id int not null,
  subject_id uuid not null,
  due_on date not null,
  step smallint not null check (step > 0),
  division_id uuid,
  reported_at timestamptz not null,
  primary key (hub_id, subject_id, due_on, step),
  foreign key (hub_id, division_id) references actors (hub_id, id)
);
comment on table overdue_reports is 'what was told of an overdue answer, so that it is told again only at the next step';
comment on column overdue_reports.subject_id is 'a proposal, a point, or a follow-up question';

create table budget_lines (
  hub_id int not null references hubs (id),
  id uuid not null,
  fiscal_year int not null,
  title text not null check (length(title) > 0),
  primary key (hub_id, id)
);
comment on table budget_lines is '款・項・目 of one fiscal year, as the steps name them';
create unique index budget_lines_title on budget_lines (hub_id, fiscal_year, title);

alter table reflection_steps add column budget_year int;
alter table reflection_steps add column budget_line_id uuid;
alter table reflection_steps add foreign key (hub_id, budget_line_id) references budget_lines (hub_id, id);
create index reflection_steps_line on reflection_steps (hub_id, budget_line_id, id) where budget_line_id is not null;
create index reflection_steps_unfiled on reflection_steps (hub_id, id) where budget_line <> '' and budget_line_id is null;

-- P10: kept in the transaction of the act that changes them, because counting them for a page took a fifth of a second.
create table answer_figures (
  hub_id int not null,
  round_id uuid not null,
  line int not null,
  division_id uuid,
  state text not null check (state in ('open', 'under-study', 'on-time', 'late')),
  due_on date,
  items int not null,
  adopted int not null,
  reflected int not null,
  primary key (hub_id, round_id, line),
  foreign key (hub_id, round_id) references rounds (hub_id, id),
  foreign key (hub_id, division_id) references actors (hub_id, id)
);
comment on column answer_figures.due_on is 'what is not answered by then is overdue: the only thing that the clock changes';

alter table document_errata enable row level security; alter table document_errata force row level security;
create policy hub on document_errata using (hub_id = current_setting('minna.hub')::int);
alter table document_receipts enable row level security; alter table document_receipts force row level security;
create policy hub on document_receipts using (hub_id = current_setting('minna.hub')::int);
alter table answer_leads enable row level security; alter table answer_leads force row level security;
create policy hub on answer_leads using (hub_id = current_setting('minna.hub')::int);
alter table answer_partners enable row level security; alter table answer_partners force row level security;
create policy hub on answer_partners using (hub_id = current_setting('minna.hub')::int);
alter table answer_drafts enable row level security; alter table answer_drafts force row level security;
create policy hub on answer_drafts using (hub_id = current_setting('minna.hub')::int);
alter table answer_draft_notes enable row level security; alter table answer_draft_notes force row level security;
create policy hub on answer_draft_notes using (hub_id = current_setting('minna.hub')::int);
alter table follow_ups enable row level security; alter table follow_ups force row level security;
create policy hub on follow_ups using (hub_id = current_setting('minna.hub')::int);
alter table follow_up_answers enable row level security; alter table follow_up_answers force row level security;
create policy hub on follow_up_answers using (hub_id = current_setting('minna.hub')::int);
alter table answer_briefings enable row level security; alter table answer_briefings force row level security;
create policy hub on answer_briefings using (hub_id = current_setting('minna.hub')::int);
alter table overdue_reports enable row level security; alter table overdue_reports force row level security;
create policy hub on overdue_reports using (hub_id = current_setting('minna.hub')::int);
alter table budget_lines enable row level security; alter table budget_lines force row level security;
create policy hub on budget_lines using (hub_id = current_setting('minna.hub')::int);
alter table answer_figures enable row level security; alter table answer_figures force row level security;
create policy hub on answer_figures using (hub_id = current_setting('minna.hub')::int);
