/** P9: what can be said against a decision of a hub about itself. */
import { refuser } from '#kernel/refusal.ts';
import type { RuleMistake } from './rule-leaves.ts';

export type HubsRefusal =
  | RuleMistake['code']
  | 'secretariat-only'
  | 'as-secretariat'
  | 'changed-meanwhile'
  | 'nothing-changed'
  | 'decided-later'
  | 'not-an-address'
  | 'no-organisation'
  | 'not-open'
  | 'hand-raised-already'
  | 'hand-gone'
  | 'member-only'
  | 'bad-colour'
  | 'pale-colour';

export const refuse = refuser<HubsRefusal>('hubs');
