import { describe, expect, test } from 'vitest';
import { defaultRules } from '#commons/hubs/index.ts';
import type { Actor, Hub, Reader, RoleName } from '#kernel/context.ts';
import { datesFrom } from '../rounds/stages.ts';
import { mayEdit, mayObject, mayRaiseHand, maySettle, mayStandIn, speaksAs } from './rules.ts';

const person: Actor = { id: 'p', kind: 'person', name: 'しおり' };
const office: Actor = { id: 'office', kind: 'body', name: '事務局' };
const hub = { secretariatId: office.id, rules: defaultRules } as Hub;
const round = { ...datesFrom('2026-10-01', defaultRules.rounds), published_at: null };
const published = { ...round, published_at: new Date('2027-01-10T00:00:00+09:00') };
const at = (date: string) => new Date(`${date}T12:00:00+09:00`);
const reader = (acting: Actor = person, role: RoleName | null = null): Reader => ({
  accountId: 'a',
  sessionId: 's',
  person,
  acting,
  roles: role ? [{ organisation: office, role }] : [],
  level: 1,
});

describe('F9.5 who may do what to the statement', () => {
  test('hands: the state of the round is said before anything about the reader', () => {
    expect(mayRaiseHand(hub, null, round, at('2026-10-10'))).toBe('hands-later');
    expect(mayRaiseHand(hub, null, round, at('2026-11-10'))).toBe('sign-in');
    expect(mayRaiseHand(hub, reader(), round, new Date(round.checking_at.getTime() - 1))).toBe(null);
    expect(mayRaiseHand(hub, reader(), round, round.checking_at)).toBe('hands-closed');
    expect(mayRaiseHand(hub, { ...reader(), level: 0 }, round, at('2026-11-10'))).toBe('level');
  });

  test('editing: from drafting until publication, also while objections are checked', () => {
    expect(mayEdit(reader(), round, true, new Date(round.drafting_at.getTime() - 1))).toBe('not-yet');
    for (const day of ['2026-12-10', '2026-12-25', '2027-02-01'])
      expect(mayEdit(reader(), round, true, at(day))).toBe(null);
    expect(mayEdit(reader(), published, true, at('2027-02-01'))).toBe('published');
    expect(mayEdit(reader(), round, false, at('2026-12-10'))).toBe('not-editor');
  });

  test('the secretariat stands in only after the date and only where nobody edits', () => {
    const acting = reader(office, 'member');
    expect(mayStandIn(hub, acting, round, 0, at('2026-12-10'))).toBe('editors-may-come');
    expect(mayStandIn(hub, acting, round, 0, at('2026-12-25'))).toBe(null);
    expect(mayStandIn(hub, acting, round, 1, at('2026-12-25'))).toBe('has-editors');
    expect(mayStandIn(hub, reader(person, 'member'), round, 0, at('2026-12-25'))).toBe('not-secretariat');
    expect(mayStandIn({ ...hub, secretariatId: null }, acting, round, 0, at('2026-12-25'))).toBe('not-secretariat');
    expect(mayStandIn(hub, acting, published, 0, at('2027-02-01'))).toBe('published');
    expect(maySettle(hub, acting, round, { edits: false, editors: 0 }, at('2026-12-25'))).toBe(null);
    expect(maySettle(hub, acting, round, { edits: false, editors: 2 }, at('2026-12-25'))).toBe('not-editor');
    expect(mayEdit(acting, round, false, at('2026-12-25'))).toBe('not-editor');
  });

  test('objections: by whoever said it, from checking until publication', () => {
    expect(mayObject(reader(), 'p', round, at('2026-12-10'))).toBe('not-checking');
    expect(mayObject(reader(), 'p', round, at('2026-12-25'))).toBe(null);
    expect(mayObject(reader(), 'p', round, at('2027-02-01'))).toBe(null);
    expect(mayObject(reader(), 'p', published, at('2027-02-01'))).toBe('not-checking');
    expect(mayObject(reader(), 'somebody', round, at('2026-12-25'))).toBe('not-author');
    expect(speaksAs(reader(office, 'editor'), 'office')).toBe(true);
    expect(speaksAs(reader(office, 'member'), 'office')).toBe(false);
    expect(speaksAs(reader(person, 'editor'), 'office')).toBe(false);
  });
});
