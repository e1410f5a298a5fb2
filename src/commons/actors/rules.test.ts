import { describe, expect, test } from 'vitest';
import type { Reader, RoleName } from '#kernel/context.ts';
import {
  keepsRepresentative,
  mayAnswerInvitation,
  mayCreateOrganisation,
  mayEndRole,
  mayManageMembers,
  maySeeMembers,
  ORGANISATION_KINDS,
  roleIn,
  votingPerson,
} from './rules.ts';

const person = { id: 'p', kind: 'person' as const, name: 'れんこん' };
const group = { id: 'g', kind: 'group' as const, name: 'ひなた東地区まちづくりの会' };
const reader = (level: 0 | 1 | 2, role?: RoleName): Reader => ({
  accountId: 'a',
  sessionId: 's',
  person,
  acting: role ? group : person,
  roles: role ? [{ organisation: group, role }] : [],
  level,
});

test('one person, one voice: whoever speaks, the vote is the person’s', () => {
  expect(votingPerson(reader(1, 'representative'))).toBe(person);
  expect(votingPerson(reader(1))).toBe(person);
});

describe('registering an organisation', () => {
  test('needs a confirmed contact, for every kind alike', () => {
    for (const kind of ORGANISATION_KINDS)
      expect(mayCreateOrganisation(reader(0), { secretariatId: 'g' }, kind)).toBe('level');
    for (const kind of ['group', 'business', 'body'] as const) {
      expect(mayCreateOrganisation(reader(1), { secretariatId: null }, kind)).toBeNull();
    }
  });

  test('of the city is the desk’s', () => {
    const of = (role: RoleName | undefined, secretariatId: string | null) =>
      mayCreateOrganisation(reader(1, role), { secretariatId }, 'division');
    expect(of('representative', 'g')).toBeNull();
    expect(of('editor', 'g')).toBeNull();
    expect(of('member', 'g')).toBe('secretariat-only');
    expect(of(undefined, 'g')).toBe('secretariat-only');
    expect(of('representative', 'other')).toBe('secretariat-only');
    expect(of('representative', null)).toBe('secretariat-only');
  });
});

describe('P1 members of an organisation', () => {
  test('are managed by representatives, seen by members, and leave by themselves', () => {
    const roles = ['representative', 'editor', 'member', null] as const;
    expect(roles.map((role) => mayManageMembers(role))).toEqual([null, ...Array(3).fill('not-representative')]);
    expect(roles.map((role) => maySeeMembers(role))).toEqual([true, true, true, false]);
    expect(roles.map((role) => mayEndRole(role, true))).toEqual([null, null, null, null]);
    expect(roles.map((role) => mayEndRole(role, false))).toEqual([null, ...Array(3).fill('not-representative')]);
    expect(roleIn(null, 'g')).toBeNull();
    expect(roleIn(reader(1, 'editor'), 'g')).toBe('editor');
  });

  test('never leave an organisation without a representative', () => {
    expect(keepsRepresentative('representative', null, 0)).toBe('last-representative');
    expect(keepsRepresentative('representative', 'editor', 0)).toBe('last-representative');
    expect(keepsRepresentative('representative', 'representative', 0)).toBeNull();
    expect(keepsRepresentative('representative', null, 1)).toBeNull();
    expect(keepsRepresentative('editor', null, 0)).toBeNull();
  });
});

test('an invitation is answered once and in time', () => {
  const now = new Date('2026-10-10T12:00:00+09:00');
  const later = new Date(now.getTime() + 1);
  const open = { expiresAt: later, acceptedAt: null, withdrawnAt: null };
  expect(mayAnswerInvitation(open, now)).toBeNull();
  expect(mayAnswerInvitation(open, later)).toBe('invitation-over');
  expect(mayAnswerInvitation({ ...open, acceptedAt: now }, now)).toBe('invitation-over');
  expect(mayAnswerInvitation({ ...open, withdrawnAt: now }, now)).toBe('invitation-over');
});
