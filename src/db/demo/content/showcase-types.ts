// F1.4: what the showcases of the demo town consist of. Days count from today.

export interface DemoPart {
  /** of the slot, from 0 on, in the order in which the slots were made */
  slot: number;
  /** keys of the cast, in the order of raising */
  by: string;
  title: string;
  about: string;
  needs?: string;
  needsNote?: string;
  /** chosen, with this reason */
  chosen?: string;
  /** given back afterwards */
  givenBack?: true;
  recording?: string;
  /** as a table (CSV) */
  material?: { title: string; table: string };
}

export interface DemoVoice {
  slot: number;
  kind: 'question' | 'word';
  body: string;
  nickname?: string;
  by: string;
  /** days from today and hour */
  day: number;
  at: number;
  answered?: string;
}

export interface DemoShowcase {
  key: string;
  host: string;
  kind: 'presentation' | 'exhibition' | 'online';
  title: string;
  about: string;
  place: string;
  address: string;
  equipment: string;
  contact: string;
  /** days from today */
  day: number;
  lastDay?: number;
  from: string;
  to: string;
  announcedDaysAgo: number;
  callUntil: number;
  rule: 'first' | 'choice' | 'lot';
  ruleNote: string;
  capacity: string;
  fields: string;
  district: string;
  audience: string;
  /** yen */
  fee?: string;
  access: string;
  slots: {
    day: number;
    lastDay?: number;
    from: string;
    to: string;
    minutes?: string;
    pause?: string;
    places?: string;
  }[];
  parts: DemoPart[];
  voices?: DemoVoice[];
  /** keys of those who pressed, by slot */
  cheers?: Record<number, string[]>;
  report?: { daysAgo: number; text: string; recording: string };
}
