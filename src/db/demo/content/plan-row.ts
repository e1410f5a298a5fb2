// F9.1, F9.4: one line of the plan of the demo town's discussions.

import type { RoundKey } from './types.ts';

export interface PlannedDiscussion {
  /** '01'…'50' */
  number: string;
  /** the same as DemoDiscussion.key */
  key: string;
  round: RoundKey;
  kind: 'project' | 'plan';
  theme: string;
  /** key of the cast */
  proposer: string;
  /** code of a measure in policies.ts */
  policy: string;
}

export const row = (
  number: string,
  key: string,
  round: RoundKey,
  kind: 'project' | 'plan',
  proposer: string,
  policy: string,
  theme: string,
): PlannedDiscussion => ({ number, key, round, kind, theme, proposer, policy });
