// P1: how a member of the demo town's cast is written down.

import type { CastMember } from './types.ts';

/** A person: key (also the name in the address), name, reading, age in years, leaning, a word about themselves, roles. */
export const person = (
  key: string,
  name: string,
  reading: string,
  age: number,
  leaning: [number, number],
  about: string,
  roles?: CastMember['roles'],
): CastMember => ({
  key,
  kind: 'person',
  name,
  reading,
  about,
  age,
  email: `${key}@hinata.example`,
  leaning,
  ...(roles ? { roles } : {}),
});

/** A group, business, division or body. */
export const organisation = (
  key: string,
  kind: Exclude<CastMember['kind'], 'person'>,
  name: string,
  reading: string,
  about: string,
): CastMember => ({ key, kind, name, reading, about });

export const lead = (of: string) => ({ organisation: of, role: 'representative' as const });
export const editor = (of: string) => ({ organisation: of, role: 'editor' as const });
export const member = (of: string) => ({ organisation: of, role: 'member' as const });
