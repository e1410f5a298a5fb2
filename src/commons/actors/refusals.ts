/** The expected "no" of actors. Every code has words in all languages (words.*.ts). */
import { refuser } from '#kernel/refusal.ts';

export type ActorsRefusal =
  | 'secretariat-only'
  | 'name-taken'
  | 'not-representative'
  | 'last-representative'
  | 'not-a-member'
  | 'already-member'
  | 'invitation-over'
  | 'not-an-address'
  | 'too-many-invitations'
  | 'full-name'
  | 'school-name';

export const refuse = refuser<ActorsRefusal>('actors');
