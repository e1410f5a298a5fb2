// F9.9: the shapes of what ひなた市 prepares. Days count from today.

export interface DemoPlanOpinion {
  by: string;
  /** days from today */
  day: number;
  text: string;
  reason?: string;
  kind?: 'question';
  /** the division's answer to a question */
  reply?: string;
}

export interface DemoComment {
  /** a person of the cast; none: it came on paper */
  by?: string;
  day: number;
  name: string;
  address: string;
  text: string;
}

export interface DemoPlanAnswer {
  day: number;
  /** indexes into the stage's opinions and comments */
  opinions?: number[];
  comments?: number[];
  gist?: string;
  kind: 'adopted' | 'partly' | 'alternative' | 'under-study' | 'already-done' | 'not-ours' | 'declined';
  reason: string;
  nextDay?: number;
  passedTo?: string;
}

export interface DemoStage {
  stage: 'concept' | 'draft' | 'comment' | 'decision';
  day: number;
  until?: number;
  open: string;
  fixed: string;
  changes?: string;
  shortReason?: string;
  aheadReason?: string;
  /** papers at an address, or handed in as a table (CSV) */
  documents?: ({ title: string; link: string } | { title: string; table: string })[];
  opinions?: DemoPlanOpinion[];
  comments?: DemoComment[];
  answers?: DemoPlanAnswer[];
}

export interface DemoPlan {
  key: string;
  division: string;
  kind: 'plan' | 'ordinance' | 'measure';
  policy: string;
  title: string;
  about: string;
  why: string;
  workBegan: { day: number; with: string };
  /** days on which stages before the first opened one began */
  before?: { concept?: number; draft?: number };
  /** days on which stages were planned when the plan was opened; those that began later began on `stages` */
  planned: { draft?: number; comment?: number; decision: number };
  stages: DemoStage[];
  move?: { day: number; stage: 'draft' | 'comment' | 'decision'; to: number; reason: string };
  /** what the division wrote anew in the plan's text, and why */
  revision?: { day: number; why: string; changed: string };
}
