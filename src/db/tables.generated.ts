/** The tables as the migrations leave them. Written by `./minna types`; not to be edited. */
import type { ColumnType, Generated, GeneratedAlways } from 'kysely';

/** JSON that is there: anything but null. */
export type Json = ColumnType<unknown, NonNullable<unknown>, NonNullable<unknown>>;

export interface AccountExportChunksTable {
  hub_id: number;
  export_id: string;
  n: number;
  bytes: Buffer;
}

export interface AccountExportsTable {
  hub_id: number;
  id: string;
  person_id: string;
  lang: string;
  state: Generated<string>;
  percent: Generated<number>;
  bytes: Generated<number>;
  asked_at: Date;
  ended_at: Date | null;
  expires_at: Date;
}

export interface ActorsTable {
  hub_id: number;
  id: string;
  kind: string;
  name: string;
  reading: string | null;
  about: Generated<string>;
  account_id: string | null;
  level: Generated<number>;
  imported_from: string | null;
  created_at: Date;
  about_hidden_at: Date | null;
  left_at: Date | null;
}

export interface AlikeDebatesTable {
  hub_id: number;
  debate_id: string;
  found_at: Date;
  fingerprint: string;
  alike: number;
  copies: number;
}

export interface AlikeOpinionsTable {
  hub_id: number;
  opinion_id: string;
  debate_id: string;
  family_id: string;
  copied: boolean;
}

export interface AnnexEntriesTable {
  hub_id: number;
  round_id: string;
  opinion_id: string;
  reason: string;
  person_id: string;
  version: Generated<number>;
  at: Date;
}

export interface AnswerBriefingsTable {
  hub_id: number;
  id: string;
  answer_id: string;
  subject_id: string;
  debate_id: string;
  division_id: string;
  held_on: string;
  starts: string;
  ends: Generated<string>;
  place: string;
  note: Generated<string>;
  person_id: string;
  scheduled_at: Date;
  cancelled_at: Date | null;
  cancel_reason: Generated<string>;
  meeting_id: string | null;
}

export interface AnswerDraftNotesTable {
  hub_id: number;
  id: string;
  draft_id: string;
  version: number;
  approves: boolean;
  body: string;
  division_id: string;
  person_id: string;
  written_at: Date;
}

export interface AnswerDraftsTable {
  hub_id: number;
  id: string;
  proposal_id: string | null;
  point_id: string | null;
  subject_id: GeneratedAlways<string>;
  division_id: string;
  fields: Json;
  version: Generated<number>;
  person_id: string;
  saved_at: Date;
  published_at: Date | null;
}

export interface AnswerFiguresTable {
  hub_id: number;
  round_id: string;
  line: number;
  division_id: string | null;
  state: string;
  due_on: string | null;
  items: number;
  adopted: number;
  reflected: number;
}

export interface AnswerItemsTable {
  hub_id: number;
  subject_id: string;
  item: string;
  round_id: string;
  debate_id: string;
  section: number;
  place: number;
  division_id: string | null;
  kind: Generated<string>;
  due_on: string | null;
}

export interface AnswerLeadsTable {
  hub_id: number;
  id: string;
  proposal_id: string | null;
  point_id: string | null;
  subject_id: GeneratedAlways<string>;
  number: number;
  division_id: string;
  reason: string;
  actor_id: string;
  person_id: string;
  assigned_at: Date;
}

export interface AnswerPartnersTable {
  hub_id: number;
  id: string;
  proposal_id: string | null;
  point_id: string | null;
  subject_id: GeneratedAlways<string>;
  division_id: string;
  asked: string;
  asked_by: string;
  asked_at: Date;
  body: Generated<string>;
  person_id: string | null;
  given_at: Date | null;
}

export interface AnswersTable {
  hub_id: number;
  id: string;
  round_id: string;
  proposal_id: string | null;
  point_id: string | null;
  debate_id: string;
  subject_id: GeneratedAlways<string>;
  version: number;
  is_current: boolean;
  kind: string;
  reason: string;
  decided_on: string;
  division_id: string;
  person_id: string;
  policy_id: string | null;
  next_on: string | null;
  passed_to: string | null;
  answered_at: Date;
  first_at: Date;
  final_at: Date | null;
  on_budget: Generated<boolean>;
  passed_on: string | null;
  change_reason: Generated<string>;
}

export interface ApiTokensTable {
  hub_id: number;
  id: string;
  person_id: string;
  acting_id: string;
  name: string;
  scopes: string[];
  hash: Buffer;
  made_at: Date;
  expires_at: Date;
  last_used_on: string | null;
  revoked_at: Date | null;
}

export interface AttachmentsTable {
  hub_id: number;
  thing_kind: string;
  thing_id: string;
  version: Generated<number>;
  file_id: string;
  place: number;
  label: string;
  person_id: string;
  at: Date;
}

export interface BudgetLinesTable {
  hub_id: number;
  id: string;
  fiscal_year: number;
  title: string;
}

export interface CircleLetterKeysTable {
  hub_id: number;
  key_hash: string;
  letter_id: string;
  group_id: string;
  person_id: string;
  made_at: Date;
  refused_at: Date | null;
}

export interface CircleLettersTable {
  hub_id: number;
  id: string;
  circle_id: string;
  group_id: string;
  person_id: string;
  answers_id: string | null;
  title: string;
  body: string;
  by_mail: Generated<boolean>;
  sent_at: Date;
}

export interface CircleMembersTable {
  hub_id: number;
  circle_id: string;
  group_id: string;
  person_id: string;
  asked_at: Date;
  joined_at: Date | null;
  left_at: Date | null;
}

export interface CirclesTable {
  hub_id: number;
  id: string;
  group_id: string;
  person_id: string;
  name: string;
  about: string;
  member_count: Generated<number>;
  founded_at: Date;
  closed_at: Date | null;
}

export interface CitationsTable {
  hub_id: number;
  point_id: string;
  opinion_id: string;
  round_id: string;
}

export interface CoProposersTable {
  hub_id: number;
  id: string;
  draft_id: string | null;
  proposal_id: string | null;
  actor_id: string | null;
  key_hash: string | null;
  meant_for: Generated<string>;
  invited_by: string;
  invited_at: Date;
  digest: Buffer | null;
  consented_at: Date | null;
  person_id: string | null;
  ended: string | null;
  ended_at: Date | null;
  word: Generated<string>;
}

export interface CommitteeApplicationsTable {
  hub_id: number;
  id: string;
  call_id: string;
  person_id: string;
  number: number;
  name: string;
  contact: string;
  body: string;
  sent_at: Date;
  withdrawn_at: Date | null;
  is_chosen: boolean | null;
}

export interface CommitteeCallsTable {
  hub_id: number;
  id: string;
  committee_id: string;
  person_id: string;
  seats: number;
  method: string;
  criteria: string;
  opens_at: Date;
  closes_at: Date;
  application_count: Generated<number>;
  settled_at: Date | null;
  reason: string | null;
  list_hash: string | null;
  chance: string | null;
}

export interface CommitteeSeatsTable {
  hub_id: number;
  id: string;
  committee_id: string;
  number: number;
  kind: string;
  holder: Generated<string>;
  term_from: string | null;
  term_until: string | null;
  person_id: string;
  changed_at: Date;
}

export interface CommitteesTable {
  hub_id: number;
  id: string;
  division_id: string;
  person_id: string;
  name: string;
  about: string;
  basis: string;
  contact: Generated<string>;
  women: number | null;
  under_forty: number | null;
  counted_on: string | null;
  minutes_days: Generated<number>;
  set_up_at: Date;
}

export interface CoverageFiguresTable {
  hub_id: number;
  debate_id: string;
  total: Generated<number>;
  cited: Generated<number>;
  annexed: Generated<number>;
  hidden: Generated<number>;
  points: Generated<number>;
  points_without_citation: Generated<number>;
  unconfirmed_points: Generated<number>;
}

export interface DebateVotersTable {
  hub_id: number;
  debate_id: string;
  person_id: string;
}

export interface DebatesTable {
  hub_id: number;
  id: string;
  kind: string;
  title: string;
  about: Generated<string>;
  round_id: string | null;
  host_id: string | null;
  opens_at: Date;
  closes_at: Date;
  closed_because: string | null;
  opinion_count: Generated<number>;
  votable_count: Generated<number>;
  vote_count: Generated<number>;
  voter_count: Generated<number>;
  source: string | null;
  source_digest: Buffer | null;
  created_at: Date;
  rules_version: number | null;
  map_changes: number | null;
}

export interface DeskCodesTable {
  hub_id: number;
  id: string;
  code_hash: string;
  office_id: string;
  made_at: Date;
  expires_at: Date;
}

export interface DocumentErrataTable {
  hub_id: number;
  id: string;
  document_id: string;
  number: number;
  part: string;
  proposal_id: string | null;
  place: string;
  wrong: string;
  corrected: string;
  reason: string;
  actor_id: string;
  person_id: string;
  recorded_at: Date;
}

export interface DocumentReceiptsTable {
  hub_id: number;
  document_id: string;
  number: string;
  division_id: string;
  office: string;
  receiver: Generated<string>;
  means: string;
  received_on: string;
  person_id: string;
  recorded_at: Date;
}

export interface DocumentsTable {
  hub_id: number;
  id: string;
  round_id: string;
  number: string;
  content: string;
  sha256: Buffer;
  person_id: string;
  published_at: Date;
}

export interface DraftedPointsTable {
  hub_id: number;
  point_id: string;
  round_id: string;
  drafted_at: Date;
  confirmed_by: string | null;
  confirmed_at: Date | null;
  confirmed_how: string | null;
}

export interface EditorsTable {
  hub_id: number;
  round_id: string;
  person_id: string;
  why: Generated<string>;
  raised_at: Date;
  lowered_at: Date | null;
}

export interface EntriesTable {
  hub_id: number;
  id: string;
  kind: string;
  actor_id: string;
  person_id: string;
  version: Generated<number>;
  title: string;
  body: string;
  facts: Generated<unknown>;
  fields: Generated<number[]>;
  districts: Generated<string[]>;
  starts_on: string | null;
  ends_on: string | null;
  lat: number | null;
  lng: number | null;
  audience: Generated<string[]>;
  fee: number | null;
  accessibility: Generated<string[]>;
  tags: Generated<string[]>;
  takes_letters: Generated<boolean>;
  published_at: Date;
  changed_at: Date;
  confirmed_at: Date;
  asked_at: Date | null;
  resting_at: Date | null;
  ended_at: Date | null;
  ended_by: string | null;
  withdrawn_at: Date | null;
  hidden_at: Date | null;
}

export interface EntryDraftsTable {
  hub_id: number;
  id: string;
  person_id: string;
  actor_id: string;
  kind: string;
  entry_id: string | null;
  fields: Json;
  version: Generated<number>;
  saved_at: Date;
}

export interface EntryLettersTable {
  hub_id: number;
  id: string;
  entry_id: string;
  asker_id: string;
  actor_id: string;
  person_id: string;
  body: string;
  at: Date;
}

export interface EntryVersionsTable {
  hub_id: number;
  entry_id: string;
  version: number;
  content: Json;
  changed: Generated<string>;
  person_id: string;
  at: Date;
}

export interface EventChangesTable {
  hub_id: number;
  id: string;
  event_id: string;
  kind: string;
  reason: Generated<string>;
  was_from: Date;
  was_to: Date;
  was_place: string;
  person_id: string;
  at: Date;
}

export interface EventDraftsTable {
  hub_id: number;
  id: string;
  person_id: string;
  event_id: string | null;
  fields: Generated<unknown>;
  version: Generated<number>;
  saved_at: Date;
}

export interface EventPartsTable {
  hub_id: number;
  event_id: string;
  part: string;
  actor_id: string | null;
  salt: Buffer | null;
  content: unknown;
  commitment: Buffer;
  erased_at: Date | null;
}

export interface EventRegistrationsTable {
  hub_id: number;
  id: string;
  event_id: string;
  way: string;
  person_id: string | null;
  name: Generated<string>;
  email: string | null;
  lang: Generated<string>;
  companions: Generated<number>;
  places: GeneratedAlways<number | null>;
  note: Generated<string>;
  ticket: string;
  check_code: string;
  entered_by: string | null;
  asked_at: Date;
  confirmed_at: Date | null;
  admitted_at: Date | null;
  cancelled_at: Date | null;
  reminded_at: Date | null;
  checked_in_at: Date | null;
  checked_in_by: string | null;
  forgotten_at: Date | null;
}

export interface EventSeriesTable {
  hub_id: number;
  id: string;
  host_id: string;
  person_id: string;
  rule: Json;
  published_at: Date;
}

export interface EventThingsTable {
  hub_id: number;
  thing_id: string;
  event_id: string;
}

export interface EventsTable {
  hub_id: number;
  id: string;
  journal_id: string;
  at: Date;
  verb: string;
  object_kind: string;
  object_id: string;
  object_version: Generated<number>;
  is_public: boolean;
  public: Generated<unknown>;
  actor_id: string | null;
  person_id: string | null;
  tags: Generated<string[]>;
  leaf: number | null;
}

export interface FilesTable {
  hub_id: number;
  id: string;
  person_id: string;
  kind: string;
  type: string;
  extension: string;
  bytes: number;
  sha256: Buffer;
  width: number | null;
  height: number | null;
  widths: Generated<number[]>;
  uploaded_at: Date;
}

export interface FollowUpAnswersTable {
  hub_id: number;
  follow_up_id: string;
  version: number;
  body: string;
  change_reason: Generated<string>;
  division_id: string;
  person_id: string;
  answered_at: Date;
}

export interface FollowUpsTable {
  hub_id: number;
  id: string;
  answer_id: string;
  subject_id: string;
  round_id: string;
  debate_id: string;
  division_id: string;
  number: number;
  actor_id: string;
  person_id: string;
  body: string;
  asked_at: Date;
  due_on: string;
  answered_at: Date | null;
  withdrawn_at: Date | null;
  hidden_at: Date | null;
}

export interface FollowsTable {
  hub_id: number;
  person_id: string;
  thing_id: string;
  kind: string;
  title: string;
  href: string;
  scope: string;
  cause: string;
  since: Date;
}

export interface FunctionHandsTable {
  hub_id: number;
  id: string;
  function: string;
  actor_id: string;
  person_id: string;
  word: string;
  raised_at: Date;
  lowered_at: Date | null;
  reply: Generated<string>;
  replied_at: Date | null;
  replied_by: string | null;
}

export interface FunctionTermsTable {
  hub_id: number;
  id: string;
  function: string;
  steward_id: string;
  people: number;
  hours: number;
  how: Generated<string>;
  begins_at: Date;
  begins_version: number;
  ends_at: Date | null;
  ends_version: number | null;
  person_id: string;
}

export interface GroupClaimsTable {
  hub_id: number;
  id: string;
  group_id: string;
  person_id: string;
  word: string;
  contact: string;
  asked_at: Date;
  settled_at: Date | null;
  granted: boolean | null;
  settled_by: string | null;
  reason: Generated<string>;
}

export interface GroupDraftsTable {
  hub_id: number;
  id: string;
  person_id: string;
  group_id: string | null;
  fields: Json;
  version: Generated<number>;
  saved_at: Date;
}

export interface GroupFactsTable {
  hub_id: number;
  id: string;
  group_id: string;
  set_id: string;
  item: number;
  word: Generated<string>;
  figure: number | null;
  person_id: string;
  handed_in_at: Date;
  state: Generated<string>;
  checked_by: string | null;
  checked_at: Date | null;
  reason: Generated<string>;
  to_do: Generated<string>;
  valid_until: string | null;
  appeal: Generated<string>;
  appealed_at: Date | null;
  appeal_answer: Generated<string>;
  appeal_by: string | null;
  appeal_decided_at: Date | null;
  reminded_at: Date | null;
  papers_erased_at: Date | null;
}

export interface GroupImportPiecesTable {
  hub_id: number;
  import_id: string;
  n: number;
  bytes: Buffer;
}

export interface GroupImportsTable {
  hub_id: number;
  id: string;
  person_id: string;
  state: Generated<string>;
  file_name: Generated<string>;
  format: unknown;
  mapping: unknown;
  sight: unknown;
  problems: unknown;
  counts: unknown;
  percent: Generated<number>;
  begun_at: Date;
  ended_at: Date | null;
}

export interface GroupKeysTable {
  hub_id: number;
  key_hash: string;
  group_id: string;
  purpose: string;
  person_id: string | null;
  made_at: Date;
  expires_at: Date;
  used_at: Date | null;
}

export interface GroupMessagesTable {
  hub_id: number;
  id: string;
  from_id: string;
  to_id: string;
  low_id: string;
  high_id: string;
  person_id: string;
  body: string;
  sent_at: Date;
}

export interface GroupNotesTable {
  hub_id: number;
  id: string;
  group_id: string;
  person_id: string;
  body: string;
  at: Date;
  ended_at: Date | null;
}

export interface GroupPapersTable {
  hub_id: number;
  id: string;
  group_id: string;
  entry: string;
  received_on: string;
  office_id: string;
  person_id: string;
  entered_at: Date;
}

export interface GroupQuestionsTable {
  hub_id: number;
  id: string;
  group_id: string;
  actor_id: string;
  person_id: string;
  body: string;
  asked_at: Date;
  answer: Generated<string>;
  answered_by: string | null;
  answered_at: Date | null;
  withdrawn_at: Date | null;
  hidden_at: Date | null;
}

export interface GroupVersionsTable {
  hub_id: number;
  group_id: string;
  version: number;
  content: Json;
  changed: Generated<string>;
  person_id: string | null;
  declared_at: Date;
}

export interface GroupVouchesTable {
  hub_id: number;
  group_id: string;
  voucher_id: string;
  person_id: string;
  at: Date;
}

export interface GroupsTable {
  hub_id: number;
  id: string;
  actor_id: string | null;
  version: Generated<number>;
  kind: string;
  name: string;
  reading: Generated<string>;
  purpose: Generated<string>;
  fields: Generated<number[]>;
  areas: Generated<string[]>;
  founded: Generated<string>;
  member_count: number | null;
  number: string | null;
  rules: Generated<string>;
  accounts: Generated<string>;
  seeks: Generated<string>;
  offers: Generated<string>;
  contacts: Generated<unknown>;
  kept_contacts: Generated<unknown>;
  name_key: string;
  grams: string;
  declared_at: Date;
  confirmed_at: Date;
  asked_at: Date | null;
  resting_at: Date | null;
  withdrawn_at: Date | null;
  withdrawal_reason: Generated<string>;
  hidden_at: Date | null;
  known_at: Date | null;
  known_by: string | null;
  import_id: string | null;
  open_questions: Generated<number>;
  desk_since: Date | null;
}

export interface HallSayingsTable {
  hub_id: number;
  opinion_id: string;
  meeting_id: string;
  entry: string;
  person_id: string;
  office_id: string;
  named_id: string | null;
  entered_at: Date;
  counted_at: Date | null;
  confirmed_at: Date | null;
  contested_at: Date | null;
  contest_reason: string | null;
}

export interface HidingsTable {
  hub_id: number;
  id: string;
  kind: string;
  object_id: string;
  decision_id: string;
  appeal_id: string | null;
  moderator_id: string;
  ground: string;
  reason: string;
  since: Date;
  until: Date | null;
}

export interface HubRulesTable {
  hub_id: number;
  version: number;
  rules: Json;
  reason: string;
  decided_at: Date;
  id: Generated<string>;
  decision: Generated<string>;
  decided_by: Generated<string>;
  decided_on: string | null;
  link: Generated<string>;
  actor_id: string | null;
  person_id: string | null;
}

export interface HubsTable {
  id: number;
  key: string;
  host: string;
  name: Json;
  tagline: Json;
  town: Generated<unknown>;
  accent: Generated<string>;
  is_demo: Generated<boolean>;
  secretariat_id: string | null;
  created_at: Date;
  uid: Generated<string>;
  moved_to: string | null;
  moved_at: Date | null;
  exported: unknown;
}

export interface HushedThingsTable {
  hub_id: number;
  thing_id: string;
  kind: string;
  at: Date;
}

export interface ImportChunksTable {
  hub_id: number;
  import_id: string;
  file: string;
  n: number;
  bytes: Buffer;
}

export interface ImportsTable {
  hub_id: number;
  id: string;
  person_id: string;
  title: Generated<string>;
  source: Generated<string>;
  licence: Generated<string>;
  state: Generated<string>;
  percent: Generated<number>;
  counts: unknown;
  failure: string | null;
  problems: unknown;
  debate_id: string | null;
  begun_at: Date;
  ended_at: Date | null;
}

export interface InvitationsTable {
  hub_id: number;
  id: string;
  organisation_id: string;
  role: string;
  key_hash: string;
  meant_for: string;
  by_mail: boolean;
  invited_by: string;
  created_at: Date;
  expires_at: Date;
  accepted_at: Date | null;
  accepted_by: string | null;
  withdrawn_at: Date | null;
}

export interface JournalCheckpointsTable {
  hub_id: number;
  size: number;
  root: Buffer;
  note: string;
  signed_at: Date;
}

export interface JournalLeavesTable {
  hub_id: number;
  n: number;
  event_id: string | null;
  entry: Buffer;
  leaf_hash: Buffer;
}

export interface JournalTilesTable {
  hub_id: number;
  level: number;
  n: number;
  width: number;
  hashes: Buffer;
}

export interface LetterBlocksTable {
  hub_id: number;
  id: string;
  receiver_id: string;
  sender_id: string | null;
  writer_id: string | null;
  sender_mail: Generated<string>;
  sender_name: string;
  person_id: string;
  at: Date;
}

export interface LetterStopsTable {
  hub_id: number;
  kind: string;
  object_id: string;
  writer_id: string | null;
  sender_mail: Generated<string>;
  since: Date;
  until: Date;
}

export interface LevelConfirmationsTable {
  hub_id: number;
  person_id: string;
  method: string;
  office_id: string | null;
  confirmed_at: Date;
}

export interface MailAddressesTable {
  email: string;
  hard_bounces: number;
  last_status: string;
  last_at: Date;
  stopped_at: Date | null;
}

export interface MailsTable {
  id: string;
  hub_id: number;
  recipient: string;
  subject: string;
  body_text: string;
  body_html: string | null;
  created_at: Date;
  sent_at: Date | null;
  attempts: Generated<number>;
  last_error: string | null;
  unsubscribe: string | null;
}

export interface MeetingChangesTable {
  hub_id: number;
  id: string;
  meeting_id: string;
  kind: string;
  reason: string;
  was_from: Date;
  was_to: Date;
  was_place: string;
  person_id: string;
  at: Date;
}

export interface MeetingMinutesTable {
  hub_id: number;
  meeting_id: string;
  version: number;
  body: string;
  changed: Generated<string>;
  person_id: string;
  saved_at: Date;
  saves: Generated<number>;
  published_at: Date | null;
}

export interface MeetingScribesTable {
  hub_id: number;
  meeting_id: string;
  person_id: string;
  appointed_by: string;
  appointed_at: Date;
  ended_at: Date | null;
}

export interface MeetingsTable {
  hub_id: number;
  id: string;
  round_id: string | null;
  debate_id: string | null;
  host_id: string;
  person_id: string;
  voice_id: string;
  title: string;
  about: Generated<string>;
  agenda: Generated<string[]>;
  starts_at: Date;
  ends_at: Date;
  place: string;
  address: Generated<string>;
  step_free: Generated<string>;
  captions: Generated<boolean>;
  sign_language: Generated<boolean>;
  note_taking: Generated<boolean>;
  access_note: Generated<string>;
  contact: Generated<string>;
  grams: string;
  version: Generated<number>;
  attendance: number | null;
  saying_count: Generated<number>;
  minutes_version: Generated<number>;
  called_at: Date;
  cancelled_at: Date | null;
}

export interface MergeConsentsTable {
  hub_id: number;
  merge_id: string;
  actor_id: string;
  person_id: string;
  at: Date;
}

export interface MergeQuestionsTable {
  hub_id: number;
  merge_id: string;
  actor_id: string;
  asked_at: Date;
  settled_at: Date | null;
}

export interface MergesTable {
  hub_id: number;
  id: string;
  round_id: string;
  absorbed_id: string;
  target_id: string;
  suggested_by: string;
  person_id: string;
  plan: string;
  text: unknown;
  absorbed_version: number;
  target_version: number;
  suggested_at: Date;
  outcome: string | null;
  ended_at: Date | null;
  word: Generated<string>;
}

export interface ModerationAppealsTable {
  hub_id: number;
  id: string;
  decision_id: string;
  first_decider_id: string;
  side: string;
  person_id: string | null;
  reason: string;
  filed_at: Date;
  outcome: string | null;
  answer: Generated<string>;
  moderator_id: string | null;
  decider_id: string | null;
  settled_at: Date | null;
  by_report: string | null;
}

export interface ModerationCasesTable {
  hub_id: number;
  id: string;
  way: string;
  kind: string;
  object_id: string;
  object_version: number;
  author_id: string | null;
  author_person_id: string | null;
  ground: string;
  urgent: Generated<boolean>;
  title: string;
  body: string;
  context: string;
  path: string;
  report_count: Generated<number>;
  opened_at: Date;
  waits_until: Date | null;
  decided_at: Date | null;
}

export interface ModerationDecisionsTable {
  hub_id: number;
  id: string;
  case_id: string;
  way: string;
  kind: string;
  object_id: string;
  object_version: number;
  author_id: string | null;
  author_person_id: string | null;
  ground: string;
  outcome: string;
  reason: string;
  path: string;
  moderator_id: string;
  person_id: string;
  opened_at: Date;
  decided_at: Date;
  reversed_at: Date | null;
}

export interface ModerationFiguresTable {
  hub_id: number;
  month: string;
  ground: string;
  decided: number;
  hidden: number;
  left_alone: number;
  asked: number;
  appealed: number;
  reversed: number;
  median_seconds: number;
}

export interface ModerationReportsTable {
  hub_id: number;
  id: string;
  case_id: string;
  person_id: string | null;
  ground: string;
  body: Generated<string>;
  contact: Generated<string>;
  lang: Generated<string>;
  noticed: Generated<string[]>;
  reported_at: Date;
}

export interface ModeratorsTable {
  hub_id: number;
  id: string;
  person_id: string;
  office_id: string;
  number: number;
  appointed_by: string;
  since: Date;
  until: Date | null;
  ended_by: string | null;
}

export interface NoticeCursorsTable {
  hub_id: number;
  leaf: number;
}

export interface NoticePeopleTable {
  hub_id: number;
  person_id: string;
  follows_written: Generated<boolean>;
  follows_voted: Generated<boolean>;
  push_scope: Generated<string>;
  calendar_key: string | null;
}

export interface NoticeSettingsTable {
  hub_id: number;
  person_id: string;
  topic: string;
  rhythm: string;
}

export interface NoticesTable {
  hub_id: number;
  person_id: string;
  id: string;
  at: Date;
  kind: string;
  topic: string;
  event_id: string | null;
  thing_id: string | null;
  about_kind: string;
  about_id: string;
  title: Generated<string>;
  href: string | null;
  facts: Generated<unknown>;
  read_at: Date | null;
  mail_after: Date | null;
  is_push_due: Generated<boolean>;
  is_hushed: Generated<boolean>;
}

export interface ObjectionsTable {
  hub_id: number;
  id: string;
  round_id: string;
  debate_id: string;
  point_id: string | null;
  version: number;
  opinion_id: string;
  person_id: string;
  actor_id: string;
  body: string;
  raised_at: Date;
  resolution: string | null;
  reply: Generated<string>;
  resolved_by: string | null;
  resolved_at: Date | null;
}

export interface OpinionMapDaysTable {
  hub_id: number;
  debate_id: string;
  day: string;
  picture: Json;
}

export interface OpinionMapPeopleTable {
  hub_id: number;
  debate_id: string;
  person_id: string;
}

export interface OpinionMapsTable {
  hub_id: number;
  debate_id: string;
  drawn_at: Date;
  cost_ms: number;
  picture: Json;
  state: Json;
}

export interface OpinionVersionsTable {
  hub_id: number;
  opinion_id: string;
  version: number;
  body: string;
  reason: string;
  amendment: string | null;
  written_at: Date;
}

export interface OpinionWithdrawalsTable {
  hub_id: number;
  opinion_id: string;
  person_id: string;
  reason: string;
  at: Date;
}

export interface OpinionsTable {
  hub_id: number;
  id: string;
  debate_id: string;
  parent_id: string | null;
  quoted_id: string | null;
  number: number | null;
  kind: string;
  actor_id: string;
  person_id: string;
  body: string;
  reason: Generated<string>;
  version: Generated<number>;
  amendment: string | null;
  amended_at: Date | null;
  agree: Generated<number>;
  disagree: Generated<number>;
  pass: Generated<number>;
  seen: GeneratedAlways<number | null>;
  reply_count: Generated<number>;
  answered_at: Date | null;
  said_at: Date;
  withdrawn_at: Date | null;
  hidden_at: Date | null;
  meeting_id: string | null;
  spoken_as: string | null;
  hall_agree: number | null;
  hall_disagree: number | null;
  hall_pass: number | null;
  extremity: Generated<number>;
  paper_on: string | null;
  paper_signed: boolean | null;
}

export interface OutlinesTable {
  hub_id: number;
  version: number;
  geojson: Json;
  source: string;
  person_id: string;
  drawn_at: Date;
}

export interface OverdueReportsTable {
  hub_id: number;
  subject_id: string;
  due_on: string;
  step: number;
  division_id: string | null;
  reported_at: Date;
}

export interface OwnHostsTable {
  host: string;
  hub_id: number;
  thing_id: string;
  since: Date;
}

export interface PanelCandidatesTable {
  hub_id: number;
  panel_id: string;
  number: string;
  strata: string[];
  contact: string;
  rank: number | null;
  state: Generated<string>;
  replaces: string | null;
  invited_at: Date | null;
  replied_at: Date | null;
}

export interface PanelsTable {
  hub_id: number;
  id: string;
  division_id: string;
  person_id: string;
  title: string;
  about: string;
  held_text: string;
  contact: string;
  size: number;
  strata: string[];
  source: string;
  source_text: string;
  source_at: Date;
  announced_at: Date;
  list_hash: string | null;
  list_count: number | null;
  committed_at: Date | null;
  chance: string | null;
  evidence: string | null;
  drawn_at: Date | null;
}

export interface PaperOpinionsTable {
  hub_id: number;
  opinion_id: string;
  debate_id: string;
  entry: string;
  office_id: string;
  person_id: string;
  entered_at: Date;
}

export interface PartnershipsTable {
  hub_id: number;
  id: string;
  group_id: string;
  other_id: string;
  low_id: string;
  high_id: string;
  what: string;
  person_id: string;
  asked_at: Date;
  confirmed_by: string | null;
  confirmed_at: Date | null;
  ended_at: Date | null;
}

export interface PatronageRequestsTable {
  hub_id: number;
  id: string;
  kind: string;
  group_id: string;
  asked_id: string;
  person_id: string;
  title: string;
  held_on: string;
  held_until: string | null;
  place: Generated<string>;
  purpose: string;
  state: Generated<string>;
  asked_at: Date;
  due_on: string;
  question: Generated<string>;
  question_at: Date | null;
  answer: Generated<string>;
  answered_at: Date | null;
  decided_by: string | null;
  decided_at: Date | null;
  reason: Generated<string>;
  conditions: Generated<string>;
  number_year: number | null;
  number: number | null;
  papers_erased_at: Date | null;
  paper_days: Generated<number>;
  told_due: string | null;
  told_step: Generated<number>;
}

export interface PlanAnswerVersionsTable {
  hub_id: number;
  answer_id: string;
  version: number;
  gist: string;
  kind: string;
  reason: string;
  decided_on: string;
  next_on: string | null;
  passed_to: string | null;
  person_id: string;
  written_at: Date;
}

export interface PlanAnsweredItemsTable {
  hub_id: number;
  item_id: GeneratedAlways<string>;
  answer_id: string;
  stage_id: string;
  opinion_id: string | null;
  comment_id: string | null;
}

export interface PlanAnswersTable {
  hub_id: number;
  id: string;
  plan_id: string;
  stage_id: string;
  version: Generated<number>;
  gist: string;
  kind: string;
  reason: string;
  decided_on: string;
  next_on: string | null;
  passed_to: string | null;
  division_id: string;
  answered_at: Date;
  first_at: Date;
  final_at: Date | null;
}

export interface PlanCommentNamesTable {
  hub_id: number;
  comment_id: string;
  name: string;
  address: string;
}

export interface PlanCommentsTable {
  hub_id: number;
  id: string;
  plan_id: string;
  stage_id: string;
  number: number;
  body: string;
  means: string;
  person_id: string | null;
  entered_by: string | null;
  received_on: string;
  sent_at: Date;
  withdrawn_at: Date | null;
  hidden_at: Date | null;
}

export interface PlanDocumentsTable {
  hub_id: number;
  id: string;
  plan_id: string;
  stage_id: string;
  title: string;
  link: string;
  person_id: string;
  added_at: Date;
  removed_at: Date | null;
  removal_reason: string | null;
}

export interface PlanMovesTable {
  hub_id: number;
  id: string;
  plan_id: string;
  stage_id: string;
  which: string;
  from_on: string;
  to_on: string;
  reason: string;
  person_id: string;
  moved_at: Date;
}

export interface PlanNameReadingsTable {
  hub_id: number;
  id: string;
  stage_id: string;
  person_id: string;
  reason: string;
  names: number;
  read_at: Date;
}

export interface PlanStagesTable {
  hub_id: number;
  id: string;
  plan_id: string;
  stage: string;
  place: number;
  planned_on: string;
  began_on: string | null;
  began_at: Date | null;
  until_on: string | null;
  closes_at: Date | null;
  open_points: Generated<string>;
  fixed_points: Generated<string>;
  changes: Generated<string>;
  short_reason: Generated<string>;
  ahead_reason: Generated<string>;
  left_unanswered: Generated<number>;
  interim_answer_at: Date | null;
  final_answer_at: Date | null;
  comment_count: Generated<number>;
  comments_published_at: Date | null;
  names_erased_at: Date | null;
}

export interface PlanVersionsTable {
  hub_id: number;
  plan_id: string;
  version: number;
  title: string;
  about: string;
  why: string;
  stage: string;
  open_points: string;
  fixed_points: string;
  changed: Generated<string>;
  person_id: string;
  written_at: Date;
}

export interface PlansTable {
  hub_id: number;
  id: string;
  kind: string;
  actor_id: string;
  policy_id: string | null;
  rules_version: number;
  version: Generated<number>;
  title: string;
  grams: string;
  stage: string;
  opened_stage: string;
  work_began_on: string;
  work_began_with: string;
  draft_on: string;
  decision_on: string;
  open_until: Date | null;
  posted_at: Date;
  decided_at: Date | null;
  ended_at: Date | null;
  end_reason: string | null;
}

export interface PointVersionsTable {
  hub_id: number;
  point_id: string;
  version: number;
  section: string;
  body: string;
  cites: string[];
  person_id: string;
  written_at: Date;
}

export interface PointsTable {
  hub_id: number;
  id: string;
  round_id: string;
  debate_id: string;
  section: string;
  place: number;
  body: string;
  version: Generated<number>;
  person_id: string;
  edited_at: Date;
  removed_at: Date | null;
  removed_by: string | null;
  answer_kind: string | null;
  lead_id: string | null;
}

export interface PoliciesTable {
  hub_id: number;
  id: string;
  parent_id: string | null;
  code: string;
  kind: string;
  title: string;
  about: Generated<string>;
  division_id: string | null;
  created_at: Date;
}

export interface PolicyFiguresTable {
  hub_id: number;
  policy_id: string;
  proposals: Generated<number>;
  answers: Generated<number>;
}

export interface PositionsTable {
  hub_id: number;
  id: string;
  debate_id: string;
  opinion_id: string | null;
  organisation_id: string;
  person_id: string;
  stance: number;
  reason: string;
  version: Generated<number>;
  at: Date;
  withdrawn_at: Date | null;
  hidden_at: Date | null;
}

export interface ProblemReportsTable {
  hub_id: number;
  id: string;
  about: string;
  body: string;
  contact: Generated<string>;
  person_id: string | null;
  reported_at: Date;
  settled_at: Date | null;
  settled_by: string | null;
  reply: Generated<string>;
}

export interface ProposalDraftsTable {
  hub_id: number;
  id: string;
  actor_id: string;
  person_id: string;
  proposal_id: string | null;
  fields: Json;
  version: Generated<number>;
  share_key: string;
  saved_at: Date;
  published_at: Date | null;
}

export interface ProposalVersionsTable {
  hub_id: number;
  proposal_id: string;
  version: number;
  title: string;
  problem: string;
  proposal: string;
  effect: string;
  roles: string;
  cost: string;
  area: string;
  changed: Generated<string>;
  person_id: string;
  written_at: Date;
  lat: number | null;
  lng: number | null;
  shape: unknown;
}

export interface ProposalWithdrawalsTable {
  hub_id: number;
  proposal_id: string;
  person_id: string;
  reason: string;
  at: Date;
}

export interface ProposalsTable {
  hub_id: number;
  id: string;
  round_id: string;
  kind: string;
  actor_id: string;
  policy_id: string | null;
  version: Generated<number>;
  title: string;
  grams: string;
  answer_kind: string | null;
  published_at: Date;
  withdrawn_at: Date | null;
  hidden_at: Date | null;
  lat: number | null;
  lng: number | null;
  shape: unknown;
  district: Generated<string>;
  merged_into_id: string | null;
  lead_id: string | null;
}

export interface PushSubscriptionsTable {
  hub_id: number;
  id: string;
  person_id: string;
  endpoint: string;
  endpoint_digest: Buffer;
  public_key: string;
  auth: string;
  device: Generated<string>;
  subscribed_at: Date;
}

export interface RateLimitsTable {
  key: string;
  window_start: Date;
  count: number;
}

export interface ReflectionStepsTable {
  hub_id: number;
  id: string;
  answer_id: string;
  step: string;
  happened_on: string;
  note: string;
  document: Generated<string>;
  page: Generated<string>;
  budget_line: Generated<string>;
  amount_yen: number | null;
  link: Generated<string>;
  division_id: string;
  person_id: string;
  recorded_at: Date;
  corrects_id: string | null;
  budget_year: number | null;
  budget_line_id: string | null;
}

export interface RequirementSetsTable {
  hub_id: number;
  id: string;
  owner_id: string;
  person_id: string;
  name: string;
  about: Generated<string>;
  items: Json;
  valid_months: number;
  papers_days: number;
  published_at: Date;
  closed_at: Date | null;
}

export interface RightsClaimsTable {
  hub_id: number;
  case_id: string;
  person_id: string | null;
  claimant: string;
  contact: string;
  relation: string;
  claimed_right: string;
  passage: string;
  why: string;
  is_candidate: boolean;
  lang: Generated<string>;
  filed_at: Date;
  answer_by: Date;
  consent: string | null;
  consent_reason: Generated<string>;
  consented_at: Date | null;
  keep_until: Date;
  erased_at: Date | null;
}

export interface RolesTable {
  hub_id: number;
  person_id: string;
  organisation_id: string;
  role: string;
  since: Date;
  until: Date | null;
}

export interface RoundMovesTable {
  hub_id: number;
  id: string;
  boundary: string;
  round_id: string;
  is_meant: boolean;
  old_at: Date;
  new_at: Date;
  reason: string;
  actor_id: string;
  person_id: string;
  moved_at: Date;
}

export interface RoundsTable {
  hub_id: number;
  id: string;
  fiscal_year: number;
  number: number;
  rules_version: number;
  collecting_at: Date;
  debating_at: Date;
  drafting_at: Date;
  checking_at: Date;
  publishing_at: Date;
  interim_answer_at: Date;
  final_answer_at: Date;
  closing_at: Date;
  published_at: Date | null;
  submitted_at: Date | null;
  proposal_count: Generated<number>;
  created_at: Date;
}

export interface SavedSearchCursorsTable {
  hub_id: number;
  n: number;
}

export interface SavedSearchFindsTable {
  hub_id: number;
  search_id: string;
  kind: string;
  object_id: string;
  found_at: Date;
  mail_after: Date | null;
}

export interface SavedSearchesTable {
  hub_id: number;
  id: string;
  person_id: string;
  name: string;
  page: string;
  query: string;
  rhythm: string;
  after_news: number;
  saved_at: Date;
}

export interface SearchDatesTable {
  hub_id: number;
  generation: number;
  number: number;
  starts_at: Date;
  ends_at: Date;
  happens: boolean;
}

export interface SearchEntriesTable {
  hub_id: number;
  generation: number;
  number: number;
  kind: string;
  object_id: string;
  at: Date;
  folded_title: string;
  folded: string;
  facets: unknown;
}

export interface SearchNewsTable {
  hub_id: number;
  n: number;
  kind: string;
  object_id: string;
}

export interface SearchPostingsTable {
  hub_id: number;
  generation: number;
  gram: string;
  segment: number;
  entries: Buffer;
}

export interface SearchStatesTable {
  hub_id: number;
  generation: Generated<number>;
  next_number: Generated<number>;
  leaf: Generated<number>;
  news: Generated<number>;
}

export interface ShowcaseCheersTable {
  hub_id: number;
  id: string;
  slot_id: string;
  person_id: string | null;
  seat_id: string | null;
  at: Date;
}

export interface ShowcaseDraftsTable {
  hub_id: number;
  id: string;
  person_id: string;
  showcase_id: string | null;
  fields: Generated<unknown>;
  version: Generated<number>;
  saved_at: Date;
}

export interface ShowcaseHandsTable {
  hub_id: number;
  id: string;
  showcase_id: string;
  slot_id: string;
  group_id: string;
  person_id: string;
  title: string;
  about: string;
  needs: string[];
  needs_note: string;
  state: string;
  rank: number | null;
  reason: Generated<string>;
  recording: Generated<string>;
  version: Generated<number>;
  raised_at: Date;
  decided_at: Date | null;
  ended_at: Date | null;
  hidden_at: Date | null;
}

export interface ShowcaseSeatsTable {
  hub_id: number;
  id: string;
  showcase_id: string;
  key_hash: string;
  taken_at: Date;
}

export interface ShowcaseSlotsTable {
  hub_id: number;
  id: string;
  showcase_id: string;
  label: string;
  place: string;
  starts_at: Date;
  ends_at: Date;
  cheers: Generated<number>;
  removed_at: Date | null;
}

export interface ShowcaseVoicesTable {
  hub_id: number;
  id: string;
  showcase_id: string;
  slot_id: string;
  kind: string;
  person_id: string | null;
  seat_id: string | null;
  nickname: string;
  body: string;
  answer: Generated<string>;
  said_at: Date;
  answered_at: Date | null;
  answered_by: string | null;
  withdrawn_at: Date | null;
  hidden_at: Date | null;
}

export interface ShowcasesTable {
  hub_id: number;
  id: string;
  host_id: string;
  person_id: string;
  event_id: string | null;
  kind: string;
  title: string;
  about: string;
  place: string;
  address: string;
  link: string;
  equipment: string[];
  contact: string;
  starts_at: Date;
  ends_at: Date;
  call_until: Date;
  rule: string;
  rule_note: string;
  hall_code: string;
  version: Generated<number>;
  announced_at: Date;
  cancelled_at: Date | null;
  cancel_reason: Generated<string>;
  drawn_at: Date | null;
  chance: Generated<string>;
  report: Generated<string>;
  recording: Generated<string>;
  reported_at: Date | null;
  hidden_at: Date | null;
  fields: Generated<number[]>;
  district: Generated<string>;
  audience: Generated<string[]>;
  fee: Generated<number>;
  access: Generated<string[]>;
  moved_at: Date | null;
  moved_reason: Generated<string>;
  was_from: Date | null;
  was_to: Date | null;
  was_place: Generated<string>;
}

export interface ShownEligibilityTable {
  hub_id: number;
  group_id: string;
  set_id: string;
}

export interface SiteBlocksTable {
  hub_id: number;
  id: string;
  version: Generated<number>;
  page_id: string;
  place: number;
  kind: string;
  content: Json;
  rev: Generated<number>;
  person_id: string;
  changed_at: Date;
}

export interface SiteDomainsTable {
  hub_id: number;
  id: string;
  site_id: string;
  host: string;
  token: string;
  person_id: string;
  claimed_at: Date;
  verified_at: Date | null;
  verified_by: string | null;
  checked_at: Date | null;
  check_failure: string | null;
  failing_since: Date | null;
  ended_at: Date | null;
  end_reason: string | null;
}

export interface SiteEditsTable {
  hub_id: number;
  id: string;
  page_id: string;
  block_id: string | null;
  act: string;
  kind: Generated<string>;
  before: unknown;
  person_id: string;
  at: Date;
}

export interface SiteImportPagesTable {
  hub_id: number;
  import_id: string;
  page_id: string;
  draft_version: number;
}

export interface SiteImportPicturesTable {
  hub_id: number;
  import_id: string;
  n: number;
  page_id: string;
  behind_id: string | null;
  src: string;
  caption: Generated<string>;
  file_id: string | null;
  failure: string | null;
  settled_at: Date | null;
}

export interface SiteImportPiecesTable {
  hub_id: number;
  import_id: string;
  n: number;
  bytes: Buffer;
}

export interface SiteImportsTable {
  hub_id: number;
  id: string;
  site_id: string;
  person_id: string;
  state: Generated<string>;
  file_name: Generated<string>;
  sight: unknown;
  problem: unknown;
  choices: unknown;
  counts: unknown;
  percent: Generated<number>;
  begun_at: Date;
  ended_at: Date | null;
}

export interface SiteKeysTable {
  hub_id: number;
  key: string;
  site_id: string;
  since: Date;
}

export interface SiteMembersTable {
  hub_id: number;
  site_id: string;
  person_id: string;
  words: Generated<string>;
  since: Date;
}

export interface SiteMessagesTable {
  hub_id: number;
  id: string;
  site_id: string;
  name: string;
  email: string;
  subject: Generated<string>;
  body: string;
  print: string;
  sent_at: Date;
  read_at: Date | null;
  answered_at: Date | null;
  answered_by: string | null;
}

export interface SiteOldAddressesTable {
  hub_id: number;
  site_id: string;
  host: string;
  path: string;
  page_id: string;
  since: Date;
}

export interface SitePageVersionsTable {
  hub_id: number;
  page_id: string;
  version: number;
  title: string;
  words: string;
  changed: Generated<string>;
  person_id: string;
  written_at: Date;
  valid_from: Date;
  cancelled_at: Date | null;
}

export interface SitePagesTable {
  hub_id: number;
  id: string;
  site_id: string;
  kind: string;
  slug: Generated<string>;
  title: string;
  parent_id: string | null;
  place: Generated<number>;
  in_menu: Generated<boolean>;
  draft_version: Generated<number>;
  shown_version: Generated<number>;
  shown_at: Date | null;
  person_id: string;
  made_at: Date;
  saved_by: string;
  saved_at: Date;
  withdrawn_at: Date | null;
  hidden_at: Date | null;
}

export interface SitePreviewsTable {
  hub_id: number;
  key_hash: string;
  page_id: string;
  person_id: string;
  made_at: Date;
  expires_at: Date;
}

export interface SiteVisitsTable {
  hub_id: number;
  site_id: string;
  day: string;
  path: string;
  views: Generated<number>;
  visitors: Generated<number>;
}

export interface SitemapPartsTable {
  hub_id: number;
  list: string;
  after: string;
}

export interface SitesTable {
  hub_id: number;
  id: string;
  group_id: string;
  key: string;
  title: string;
  tagline: Generated<string>;
  theme: string;
  colour: Generated<string>;
  version: Generated<number>;
  person_id: string;
  made_at: Date;
  changed_at: Date;
  closed_at: Date | null;
  hidden_at: Date | null;
}

export interface SittingChangesTable {
  hub_id: number;
  id: string;
  sitting_id: string;
  reason: string;
  was_from: Date;
  was_to: Date;
  was_place: string;
  person_id: string;
  at: Date;
}

export interface SittingMinutesTable {
  hub_id: number;
  sitting_id: string;
  version: number;
  body: string;
  changed: Generated<string>;
  person_id: string;
  saved_at: Date;
  saves: Generated<number>;
  published_at: Date | null;
}

export interface SittingObserversTable {
  hub_id: number;
  sitting_id: string;
  person_id: string;
  number: number;
  rank: number | null;
  name: string;
  contact: string;
  state: string;
  asked_at: Date;
}

export interface SittingsTable {
  hub_id: number;
  id: string;
  committee_id: string;
  person_id: string;
  number: number;
  starts_at: Date;
  ends_at: Date;
  place: string;
  agenda: string[];
  closed_reason: Generated<string>;
  observer_places: Generated<number>;
  observer_method: Generated<string>;
  observers_until: Date;
  observer_count: Generated<number>;
  observers_drawn_at: Date | null;
  chance: string | null;
  called_at: Date;
  cancelled_at: Date | null;
  cancel_reason: string | null;
  minutes_due_on: string;
  minutes_version: Generated<number>;
  version: Generated<number>;
  lot_numbers: number[] | null;
  lot_drawn: number[] | null;
  lot_list_hash: string | null;
}

export interface StatementDraftsTable {
  hub_id: number;
  debate_id: string;
  round_id: string;
  person_id: string;
  drafted_at: Date;
}

export interface SubmissionsTable {
  hub_id: number;
  key: string;
  person_id: string;
  action: string;
  result: unknown;
  at: Date;
}

export interface SubmissionsToCityTable {
  hub_id: number;
  document_id: string;
  submitted_by: string;
  received_by: string;
  received_office: string;
  submitted_at: Date;
}

export interface TownEventsTable {
  hub_id: number;
  id: string;
  series_id: string | null;
  number: Generated<number>;
  host_id: string;
  person_id: string;
  title: string;
  about: Generated<string>;
  starts_at: Date;
  ends_at: Date;
  place: Generated<string>;
  address: Generated<string>;
  district: Generated<string>;
  lat: number | null;
  lng: number | null;
  is_online: Generated<boolean>;
  online_link: Generated<string>;
  fee: Generated<number>;
  fee_note: Generated<string>;
  audience: Generated<string[]>;
  audience_note: Generated<string>;
  fields: Generated<number[]>;
  tags: Generated<string[]>;
  access: Generated<string[]>;
  access_note: Generated<string>;
  contact: Generated<string>;
  takes_registrations: Generated<boolean>;
  capacity: number | null;
  companions: Generated<number>;
  registration_from: Date | null;
  registration_until: Date | null;
  taken: Generated<number>;
  waiting: Generated<number>;
  came: Generated<number>;
  attendance: number | null;
  grams: string;
  version: Generated<number>;
  published_at: Date;
  changed_at: Date;
  cancelled_at: Date | null;
  hidden_at: Date | null;
}

export interface TownInvitationsTable {
  token_hash: string;
  host: string;
  made_at: Date;
  ends_at: Date;
  withdrawn_at: Date | null;
  used_at: Date | null;
  hub_made: number | null;
}

export interface VersionCoProposersTable {
  hub_id: number;
  proposal_id: string;
  version: number;
  actor_id: string;
  co_proposer_id: string;
  consented_at: Date;
}

export interface VoteChangesTable {
  hub_id: number;
  id: GeneratedAlways<number>;
  opinion_id: string;
  debate_id: string;
  person_id: string;
}

export interface VoteTalliesTable {
  hub_id: number;
  turns: Generated<number>;
  votes: Generated<number>;
}

export interface VotesTable {
  hub_id: number;
  opinion_id: string;
  person_id: string;
  debate_id: string;
  stance: number;
  at: Date;
}

export interface WebhookCursorsTable {
  hub_id: number;
  leaf: number;
}

export interface WebhookDeliveriesTable {
  hub_id: number;
  webhook_id: string;
  event_id: string;
  verb: string;
  begun_at: Date;
  attempts: Generated<number>;
  tried_at: Date | null;
  status: number | null;
  failure: string | null;
  delivered_at: Date | null;
  given_up_at: Date | null;
}

export interface WebhooksTable {
  hub_id: number;
  id: string;
  person_id: string;
  url: string;
  verbs: string[];
  made_at: Date;
  failing_since: Date | null;
  stopped_at: Date | null;
  stopped_because: string | null;
  key_turn: Generated<number>;
  key_turned_at: Date | null;
}

export interface WorkersTable {
  id: string;
  beat_at: Date;
}

export interface YearReportRemindersTable {
  hub_id: number;
  group_id: string;
  fiscal_year: number;
  at: Date;
}

export interface YearReportVersionsTable {
  hub_id: number;
  report_id: string;
  version: number;
  content: Json;
  changed: Generated<string>;
  person_id: string;
  at: Date;
}

export interface YearReportsTable {
  hub_id: number;
  id: string;
  group_id: string;
  fiscal_year: number;
  version: Generated<number>;
  reach: string;
  done: string;
  people: number | null;
  brought: number;
  income: Json;
  expense: Json;
  carried: number;
  note: Generated<string>;
  person_id: string;
  first_at: Date;
  changed_at: Date;
  hidden_at: Date | null;
}

export interface AuthCredentialsTable {
  id: Generated<string>;
  account_id: string;
  provider_id: string;
  user_id: string;
  access_token: string | null;
  refresh_token: string | null;
  id_token: string | null;
  access_token_expires_at: Date | null;
  refresh_token_expires_at: Date | null;
  scope: string | null;
  password: string | null;
  created_at: Generated<Date>;
  updated_at: Date;
}

export interface AuthDeparturesTable {
  account_id: string;
  asked_in: number;
  withdraws: boolean;
  asked_at: Date;
  due_at: Date;
}

export interface AuthKnownDevicesTable {
  account_id: string;
  device_hash: string;
  first_at: Date;
  last_at: Date;
}

export interface AuthMinorsTable {
  account_id: string;
  birth_year: number | null;
  declared_at: Date;
  guardian_email: string | null;
  asked_at: Date | null;
  consented_at: Date | null;
  waits: boolean;
}

export interface AuthPasskeysTable {
  id: string;
  account_id: string;
  credential_id: string;
  public_key: Buffer;
  counter: number;
  transports: string[];
  rp_id: string;
  name: string;
  backed_up: boolean;
  created_at: Date;
  last_used_at: Date | null;
  halted_at: Date | null;
}

export interface AuthRecoveryCodesTable {
  account_id: string;
  code_hash: string;
  made_at: Date;
  used_at: Date | null;
}

export interface AuthSecondStepsTable {
  account_id: string;
  secret: Buffer;
  begun_at: Date;
  confirmed_at: Date | null;
  last_counter: number | null;
}

export interface AuthSessionActingTable {
  hub_id: number;
  session_id: string;
  organisation_id: string;
  since: Date;
}

export interface AuthSessionsTable {
  id: Generated<string>;
  expires_at: Date;
  token: string;
  created_at: Generated<Date>;
  updated_at: Date;
  ip_address: string | null;
  user_agent: string | null;
  user_id: string;
  method: Generated<string>;
  second: string | null;
  proved_at: Date | null;
}

export interface AuthUsersTable {
  id: Generated<string>;
  name: string;
  email: string;
  email_confirmed: boolean;
  image: string | null;
  created_at: Generated<Date>;
  updated_at: Generated<Date>;
  lang: string;
}

export interface AuthVerificationsTable {
  id: Generated<string>;
  identifier: string;
  value: string;
  expires_at: Date;
  created_at: Generated<Date>;
  updated_at: Generated<Date>;
}

export interface Database {
  account_export_chunks: AccountExportChunksTable;
  account_exports: AccountExportsTable;
  actors: ActorsTable;
  alike_debates: AlikeDebatesTable;
  alike_opinions: AlikeOpinionsTable;
  annex_entries: AnnexEntriesTable;
  answer_briefings: AnswerBriefingsTable;
  answer_draft_notes: AnswerDraftNotesTable;
  answer_drafts: AnswerDraftsTable;
  answer_figures: AnswerFiguresTable;
  answer_items: AnswerItemsTable;
  answer_leads: AnswerLeadsTable;
  answer_partners: AnswerPartnersTable;
  answers: AnswersTable;
  api_tokens: ApiTokensTable;
  attachments: AttachmentsTable;
  budget_lines: BudgetLinesTable;
  circle_letter_keys: CircleLetterKeysTable;
  circle_letters: CircleLettersTable;
  circle_members: CircleMembersTable;
  circles: CirclesTable;
  citations: CitationsTable;
  co_proposers: CoProposersTable;
  committee_applications: CommitteeApplicationsTable;
  committee_calls: CommitteeCallsTable;
  committee_seats: CommitteeSeatsTable;
  committees: CommitteesTable;
  coverage_figures: CoverageFiguresTable;
  debate_voters: DebateVotersTable;
  debates: DebatesTable;
  desk_codes: DeskCodesTable;
  document_errata: DocumentErrataTable;
  document_receipts: DocumentReceiptsTable;
  documents: DocumentsTable;
  drafted_points: DraftedPointsTable;
  editors: EditorsTable;
  entries: EntriesTable;
  entry_drafts: EntryDraftsTable;
  entry_letters: EntryLettersTable;
  entry_versions: EntryVersionsTable;
  event_changes: EventChangesTable;
  event_drafts: EventDraftsTable;
  event_parts: EventPartsTable;
  event_registrations: EventRegistrationsTable;
  event_series: EventSeriesTable;
  event_things: EventThingsTable;
  events: EventsTable;
  files: FilesTable;
  follow_up_answers: FollowUpAnswersTable;
  follow_ups: FollowUpsTable;
  follows: FollowsTable;
  function_hands: FunctionHandsTable;
  function_terms: FunctionTermsTable;
  group_claims: GroupClaimsTable;
  group_drafts: GroupDraftsTable;
  group_facts: GroupFactsTable;
  group_import_pieces: GroupImportPiecesTable;
  group_imports: GroupImportsTable;
  group_keys: GroupKeysTable;
  group_messages: GroupMessagesTable;
  group_notes: GroupNotesTable;
  group_papers: GroupPapersTable;
  group_questions: GroupQuestionsTable;
  group_versions: GroupVersionsTable;
  group_vouches: GroupVouchesTable;
  groups: GroupsTable;
  hall_sayings: HallSayingsTable;
  hidings: HidingsTable;
  hub_rules: HubRulesTable;
  hubs: HubsTable;
  hushed_things: HushedThingsTable;
  import_chunks: ImportChunksTable;
  imports: ImportsTable;
  invitations: InvitationsTable;
  journal_checkpoints: JournalCheckpointsTable;
  journal_leaves: JournalLeavesTable;
  journal_tiles: JournalTilesTable;
  letter_blocks: LetterBlocksTable;
  letter_stops: LetterStopsTable;
  level_confirmations: LevelConfirmationsTable;
  mail_addresses: MailAddressesTable;
  mails: MailsTable;
  meeting_changes: MeetingChangesTable;
  meeting_minutes: MeetingMinutesTable;
  meeting_scribes: MeetingScribesTable;
  meetings: MeetingsTable;
  merge_consents: MergeConsentsTable;
  merge_questions: MergeQuestionsTable;
  merges: MergesTable;
  moderation_appeals: ModerationAppealsTable;
  moderation_cases: ModerationCasesTable;
  moderation_decisions: ModerationDecisionsTable;
  moderation_figures: ModerationFiguresTable;
  moderation_reports: ModerationReportsTable;
  moderators: ModeratorsTable;
  notice_cursors: NoticeCursorsTable;
  notice_people: NoticePeopleTable;
  notice_settings: NoticeSettingsTable;
  notices: NoticesTable;
  objections: ObjectionsTable;
  opinion_map_days: OpinionMapDaysTable;
  opinion_map_people: OpinionMapPeopleTable;
  opinion_maps: OpinionMapsTable;
  opinion_versions: OpinionVersionsTable;
  opinion_withdrawals: OpinionWithdrawalsTable;
  opinions: OpinionsTable;
  outlines: OutlinesTable;
  overdue_reports: OverdueReportsTable;
  own_hosts: OwnHostsTable;
  panel_candidates: PanelCandidatesTable;
  panels: PanelsTable;
  paper_opinions: PaperOpinionsTable;
  partnerships: PartnershipsTable;
  patronage_requests: PatronageRequestsTable;
  plan_answer_versions: PlanAnswerVersionsTable;
  plan_answered_items: PlanAnsweredItemsTable;
  plan_answers: PlanAnswersTable;
  plan_comment_names: PlanCommentNamesTable;
  plan_comments: PlanCommentsTable;
  plan_documents: PlanDocumentsTable;
  plan_moves: PlanMovesTable;
  plan_name_readings: PlanNameReadingsTable;
  plan_stages: PlanStagesTable;
  plan_versions: PlanVersionsTable;
  plans: PlansTable;
  point_versions: PointVersionsTable;
  points: PointsTable;
  policies: PoliciesTable;
  policy_figures: PolicyFiguresTable;
  positions: PositionsTable;
  problem_reports: ProblemReportsTable;
  proposal_drafts: ProposalDraftsTable;
  proposal_versions: ProposalVersionsTable;
  proposal_withdrawals: ProposalWithdrawalsTable;
  proposals: ProposalsTable;
  push_subscriptions: PushSubscriptionsTable;
  rate_limits: RateLimitsTable;
  reflection_steps: ReflectionStepsTable;
  requirement_sets: RequirementSetsTable;
  rights_claims: RightsClaimsTable;
  roles: RolesTable;
  round_moves: RoundMovesTable;
  rounds: RoundsTable;
  saved_search_cursors: SavedSearchCursorsTable;
  saved_search_finds: SavedSearchFindsTable;
  saved_searches: SavedSearchesTable;
  search_dates: SearchDatesTable;
  search_entries: SearchEntriesTable;
  search_news: SearchNewsTable;
  search_postings: SearchPostingsTable;
  search_states: SearchStatesTable;
  showcase_cheers: ShowcaseCheersTable;
  showcase_drafts: ShowcaseDraftsTable;
  showcase_hands: ShowcaseHandsTable;
  showcase_seats: ShowcaseSeatsTable;
  showcase_slots: ShowcaseSlotsTable;
  showcase_voices: ShowcaseVoicesTable;
  showcases: ShowcasesTable;
  shown_eligibility: ShownEligibilityTable;
  site_blocks: SiteBlocksTable;
  site_domains: SiteDomainsTable;
  site_edits: SiteEditsTable;
  site_import_pages: SiteImportPagesTable;
  site_import_pictures: SiteImportPicturesTable;
  site_import_pieces: SiteImportPiecesTable;
  site_imports: SiteImportsTable;
  site_keys: SiteKeysTable;
  site_members: SiteMembersTable;
  site_messages: SiteMessagesTable;
  site_old_addresses: SiteOldAddressesTable;
  site_page_versions: SitePageVersionsTable;
  site_pages: SitePagesTable;
  site_previews: SitePreviewsTable;
  site_visits: SiteVisitsTable;
  sitemap_parts: SitemapPartsTable;
  sites: SitesTable;
  sitting_changes: SittingChangesTable;
  sitting_minutes: SittingMinutesTable;
  sitting_observers: SittingObserversTable;
  sittings: SittingsTable;
  statement_drafts: StatementDraftsTable;
  submissions: SubmissionsTable;
  submissions_to_city: SubmissionsToCityTable;
  town_events: TownEventsTable;
  town_invitations: TownInvitationsTable;
  version_co_proposers: VersionCoProposersTable;
  vote_changes: VoteChangesTable;
  vote_tallies: VoteTalliesTable;
  votes: VotesTable;
  webhook_cursors: WebhookCursorsTable;
  webhook_deliveries: WebhookDeliveriesTable;
  webhooks: WebhooksTable;
  workers: WorkersTable;
  year_report_reminders: YearReportRemindersTable;
  year_report_versions: YearReportVersionsTable;
  year_reports: YearReportsTable;
  'auth.credentials': AuthCredentialsTable;
  'auth.departures': AuthDeparturesTable;
  'auth.known_devices': AuthKnownDevicesTable;
  'auth.minors': AuthMinorsTable;
  'auth.passkeys': AuthPasskeysTable;
  'auth.recovery_codes': AuthRecoveryCodesTable;
  'auth.second_steps': AuthSecondStepsTable;
  'auth.session_acting': AuthSessionActingTable;
  'auth.sessions': AuthSessionsTable;
  'auth.users': AuthUsersTable;
  'auth.verifications': AuthVerificationsTable;
}
