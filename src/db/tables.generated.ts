/** The tables as the migrations leave them. Written by `./minna types`; not to be edited. */
import type { ColumnType, Generated, GeneratedAlways } from 'kysely';

/** JSON that is there: anything but null. */
export type Json = ColumnType<unknown, NonNullable<unknown>, NonNullable<unknown>>;

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
}

export interface CitationsTable {
  hub_id: number;
  point_id: string;
  opinion_id: string;
  round_id: string;
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

export interface EditorsTable {
  hub_id: number;
  round_id: string;
  person_id: string;
  why: Generated<string>;
  raised_at: Date;
  lowered_at: Date | null;
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

export interface HubRulesTable {
  hub_id: number;
  version: number;
  rules: Json;
  reason: string;
  decided_at: Date;
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
}

export interface RolesTable {
  hub_id: number;
  person_id: string;
  organisation_id: string;
  role: string;
  since: Date;
  until: Date | null;
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

export interface VoteChangesTable {
  hub_id: number;
  id: GeneratedAlways<number>;
  opinion_id: string;
  debate_id: string;
  person_id: string;
}

export interface VotesTable {
  hub_id: number;
  opinion_id: string;
  person_id: string;
  debate_id: string;
  stance: number;
  at: Date;
}

export interface WorkersTable {
  id: string;
  beat_at: Date;
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
  actors: ActorsTable;
  annex_entries: AnnexEntriesTable;
  answers: AnswersTable;
  citations: CitationsTable;
  debate_voters: DebateVotersTable;
  debates: DebatesTable;
  documents: DocumentsTable;
  editors: EditorsTable;
  event_parts: EventPartsTable;
  events: EventsTable;
  hub_rules: HubRulesTable;
  hubs: HubsTable;
  import_chunks: ImportChunksTable;
  imports: ImportsTable;
  invitations: InvitationsTable;
  journal_checkpoints: JournalCheckpointsTable;
  journal_leaves: JournalLeavesTable;
  journal_tiles: JournalTilesTable;
  mails: MailsTable;
  objections: ObjectionsTable;
  opinion_versions: OpinionVersionsTable;
  opinion_withdrawals: OpinionWithdrawalsTable;
  opinions: OpinionsTable;
  point_versions: PointVersionsTable;
  points: PointsTable;
  policies: PoliciesTable;
  positions: PositionsTable;
  problem_reports: ProblemReportsTable;
  proposal_drafts: ProposalDraftsTable;
  proposal_versions: ProposalVersionsTable;
  proposal_withdrawals: ProposalWithdrawalsTable;
  proposals: ProposalsTable;
  rate_limits: RateLimitsTable;
  reflection_steps: ReflectionStepsTable;
  roles: RolesTable;
  rounds: RoundsTable;
  submissions: SubmissionsTable;
  submissions_to_city: SubmissionsToCityTable;
  vote_changes: VoteChangesTable;
  votes: VotesTable;
  workers: WorkersTable;
  'auth.credentials': AuthCredentialsTable;
  'auth.session_acting': AuthSessionActingTable;
  'auth.sessions': AuthSessionsTable;
  'auth.users': AuthUsersTable;
  'auth.verifications': AuthVerificationsTable;
}
