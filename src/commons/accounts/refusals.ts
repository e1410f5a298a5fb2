/** The expected "no" of accounts. Every code has words in all languages (words.*.ts). */
import { refuser } from '#kernel/refusal.ts';

export type AccountsRefusal =
  | 'address-missing'
  | 'not-an-address'
  | 'password-missing'
  | 'password-too-short'
  | 'password-too-long'
  | 'password-too-simple'
  | 'name-missing'
  | 'name-too-long'
  | 'broken-text'
  | 'wrong-sign-in'
  | 'wrong-password'
  | 'same-address'
  | 'key-over'
  | 'session-gone'
  | 'role-ended'
  | 'guardian-missing'
  | 'guardian-is-self'
  | 'full-name'
  | 'school-name'
  | 'no-cast';

export const refuse = refuser<AccountsRefusal>('accounts');
