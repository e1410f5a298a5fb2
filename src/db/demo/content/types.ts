// F9, P1: the shapes of the demo town's content. Pure data: the loader turns it into records and derives votes from `lean` and `common`.

export type ActorKind = 'person' | 'group' | 'business' | 'division' | 'body';

export interface CastMember {
  key: string;
  kind: ActorKind;
  name: string;
  reading: string;
  about: string;
  age?: number;
  /** persons only: key@hinata.example */
  email?: string;
  roles?: { organisation: string; role: 'representative' | 'editor' | 'member' }[];
  /** how this person tends to see things, −1…1: [change now ↔ keep what works, city should do it ↔ citizens do it themselves]; persons only */
  leaning?: [number, number];
}

export type RoundKey = 'closed' | 'settled' | 'answering' | 'checking' | 'debating' | 'collecting';
export type Stance = 'agree' | 'disagree' | 'pass';

export interface DemoOpinion {
  by: string;
  text: string;
  reason?: string;
  kind?: 'opinion' | 'question' | 'explanation';
  lang?: 'ja' | 'easy' | 'en';
  /** whom it attracts: the same two axes as CastMember.leaning */
  lean: [number, number];
  /** 0…1: how widely agreed regardless of leaning (1 = everybody agrees) */
  common: number;
  replies?: DemoReply[];
  positions?: { by: string; stance: Stance; reason: string }[];
  /** reason */
  withdrawn?: string;
  amendment?: string;
}

export interface DemoReply {
  by: string;
  text: string;
  /** answers a question to the proposer */
  answers?: boolean;
}

export interface DemoAnswer {
  kind: 'adopted' | 'partly' | 'alternative' | 'under-study' | 'already-done' | 'not-ours' | 'declined';
  division: string;
  reason: string;
  policy: string;
  decidedAfterDays: number;
  nextReviewAfterDays?: number;
  passedTo?: string;
}

export interface DemoStep {
  step: 'requested' | 'draft-budget' | 'voted' | 'under-way' | 'done' | 'dropped';
  afterDays: number;
  note: string;
  document?: string;
  page?: string;
  budgetLine?: string;
  amountYen?: number;
}

export interface DemoPoint {
  section: 'agreement' | 'views' | 'dissent' | 'minority' | 'questions' | 'proposals';
  text: string;
  /** indexes into opinions */
  cites: number[];
  editor: string;
  answer?: DemoAnswer;
  objection?: { by: string; opinion: number; text: string; reply?: string; resolution?: 'edited' | 'replied' };
}

export interface DemoDiscussion {
  key: string;
  round: RoundKey;
  kind: 'project' | 'plan';
  proposer: string;
  policy: string;
  title: string;
  problem: string;
  proposal: string;
  effect: string;
  roles: string;
  cost: string;
  area: string;
  /** earlier versions, oldest first: only the fields that were different then, and what changed */
  earlier?: { changed: string; title?: string; problem?: string; proposal?: string; cost?: string }[];
  withdrawn?: string;
  opinions: DemoOpinion[];
  points?: DemoPoint[];
  annex?: { opinion: number; reason: string; editor: string }[];
  answer?: DemoAnswer;
  steps?: DemoStep[];
}
