import { describe, expect, test } from 'vitest';
import type { Reader, RoleName } from '#kernel/context.ts';
import { actsAsSecretariat, isSecretariat, leadsSecretariat } from './secretariat.ts';

const person = { id: 'p', kind: 'person' as const, name: 'れんこん' };
const desk = { id: 's', kind: 'body' as const, name: '市民活動センター' };
const reader = (role: RoleName | null, acting = desk): Reader => ({
  accountId: 'a',
  sessionId: 's',
  person,
  acting: role ? acting : person,
  roles: role ? [{ organisation: desk, role }] : [],
  level: 1,
});
const hub = { secretariatId: 's' };

describe('the desk', () => {
  test('is whoever works in the organisation that the hub names', () => {
    for (const role of ['representative', 'editor', 'member'] as const) {
      expect(isSecretariat({ hub, reader: reader(role) })).toBe(true);
      expect(isSecretariat({ hub: { secretariatId: 'other' }, reader: reader(role) })).toBe(false);
    }
    expect(isSecretariat({ hub, reader: reader(null) })).toBe(false);
    expect(isSecretariat({ hub, reader: null })).toBe(false);
    expect(isSecretariat({ hub: { secretariatId: null }, reader: reader('editor') })).toBe(false);
  });

  test('is led by its representatives and editors', () => {
    expect(
      (['representative', 'editor', 'member'] as const).map((role) => leadsSecretariat({ hub, reader: reader(role) })),
    ).toEqual([true, true, false]);
    expect(leadsSecretariat({ hub: { secretariatId: null }, reader: reader('editor') })).toBe(false);
  });

  test('speaks through whoever acts for it now', () => {
    expect(actsAsSecretariat({ hub, reader: reader('editor') })).toBe(true);
    expect(actsAsSecretariat({ hub, reader: reader('editor', person as never) })).toBe(false);
    expect(actsAsSecretariat({ hub: { secretariatId: null }, reader: reader('editor') })).toBe(false);
    expect(actsAsSecretariat({ hub, reader: null })).toBe(false);
  });
});
