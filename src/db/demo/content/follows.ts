// X3: who in the demo town follows what, since how many days, and how their letters come. Keys of content/cast.ts and of the discussions.

export interface DemoFollow {
  by: string;
  /** key of a discussion, of somebody in the cast, or 'round:' and the round's key */
  thing: string;
  scope?: 'turns';
  daysAgo: number;
}

export const follows: DemoFollow[] = [
  { by: 'fumi', thing: 'cycle-lanes', daysAgo: 30 },
  { by: 'fumi', thing: 'hospital-bus', daysAgo: 30 },
  { by: 'fumi', thing: 'koutsu', scope: 'turns', daysAgo: 200 },
  { by: 'toku', thing: 'sign-counters', daysAgo: 40 },
  { by: 'toku', thing: 'round:debating', scope: 'turns', daysAgo: 60 },
  { by: 'ogata', thing: 'round:debating', daysAgo: 20 },
  { by: 'ogata', thing: 'round:checking', daysAgo: 60 },
  { by: 'haruka', thing: 'vacant-houses', daysAgo: 25 },
  { by: 'haruka', thing: 'kosodate', scope: 'turns', daysAgo: 200 },
  { by: 'emma', thing: 'easy-letters', daysAgo: 25 },
  { by: 'chari', thing: 'cycle-lanes', daysAgo: 40 },
  { by: 'yamane', thing: 'rengo', daysAgo: 90 },
];

/** How letters come, where somebody chose; the rest keep the town's defaults. */
export const rhythms: { by: string; overall: 'at-once' | 'daily' | 'weekly' | 'off' }[] = [
  { by: 'ogata', overall: 'daily' },
  { by: 'emma', overall: 'weekly' },
  { by: 'chari', overall: 'off' },
];
