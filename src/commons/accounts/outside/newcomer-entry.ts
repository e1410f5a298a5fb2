/** X1, X13: what somebody whom a provider vouches for still has to say: a nickname, an address where the provider has none, their age. */
import { signUpEntry } from '../entries.ts';
import type { NewcomerEntry } from './newcomer.ts';

interface Typed {
  get(name: string): string | undefined;
}

/** They need no password; the sign-up form's own rules say the rest. @throws Refusal with every mistake */
export function newcomerEntry(form: Typed, verified: string | null, wantsGuardian: boolean): NewcomerEntry {
  const given = (name: string) => (name === 'email' && verified !== null ? verified : form.get(name));
  const { name, email, isMinor, guardian } = signUpEntry({ get: given }, wantsGuardian, false);
  return { name, email, isMinor, guardian };
}
