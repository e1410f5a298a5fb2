/** X8: words that may be said against a token or a webhook. */
import { refuser } from '#kernel/refusal.ts';

export type ProgramsRefusal =
  | 'not-your-role'
  | 'too-many-tokens'
  | 'not-https'
  | 'private-address'
  | 'too-many-webhooks';

export const refuse = refuser<ProgramsRefusal>('programs');
