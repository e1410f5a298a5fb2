import { describe, expect, test } from 'vitest';
import { defaultRules } from '#commons/hubs/index.ts';
import type { Reader } from '#kernel/context.ts';
import {
  commentsArePublic,
  firstOutOfOrder,
  isMember,
  mayBegin,
  mayComment,
  mayEnterPaper,
  mayLead,
  type StageFacts,
  stageAfter,
} from './rules.ts';

const hub = { rules: defaultRules };
const closes = new Date('2027-02-14T00:00:00+09:00');
const formal: StageFacts = {
  stage: 'comment',
  planned_on: '2027-01-15',
  began_on: '2027-01-15',
  began_at: new Date('2027-01-15T09:00:00+09:00'),
  until_on: '2027-02-13',
  closes_at: closes,
};
const plan = { actor_id: 'division', decided_at: null, ended_at: null };
const person = { id: 'p', kind: 'person' as const, name: 'はるママ' };
const citizen: Reader = { accountId: '', sessionId: '', person, acting: person, roles: [], level: 1 };
const division = { id: 'division', kind: 'division' as const, name: '公園緑地課' };
const officer: Reader = { ...citizen, acting: division, roles: [{ organisation: division, role: 'editor' }] };
const lastMoment = new Date(closes.getTime() - 1);

describe('F9.9 formal comments by the clock', () => {
  test('are taken until the last millisecond of the last day in Tokyo, and not one later', () => {
    expect(mayComment(hub, citizen, formal, plan, lastMoment)).toBeNull();
    expect(mayComment(hub, citizen, formal, plan, closes)).toBe('period-over');
    expect(commentsArePublic(formal, lastMoment)).toBe(false);
    expect(commentsArePublic(formal, closes)).toBe(true);
  });

  test('say first what holds for everybody, then what holds for this reader', () => {
    expect(mayComment(hub, null, formal, plan, closes)).toBe('period-over');
    expect(mayComment(hub, null, formal, plan, lastMoment)).toBe('sign-in');
    expect(mayComment(hub, { ...citizen, level: 0 }, formal, plan, lastMoment)).toBe('level');
    expect(mayComment(hub, citizen, { ...formal, began_at: null }, plan, lastMoment)).toBe('period-ahead');
    expect(mayComment(hub, citizen, { ...formal, stage: 'draft' }, plan, lastMoment)).toBe('not-formal');
    expect(mayComment(hub, citizen, formal, { ...plan, ended_at: lastMoment }, lastMoment)).toBe('ended');
  });

  test('on paper are entered by the division until the plan is decided', () => {
    expect(mayEnterPaper(officer, formal, plan)).toBeNull();
    expect(mayEnterPaper(officer, formal, { ...plan, decided_at: closes })).toBe('decided');
    expect(mayEnterPaper(citizen, formal, plan)).toBe('not-in-charge');
  });
});

describe('F9.9 who leads a plan', () => {
  test('whoever speaks for its division, acting for it', () => {
    expect(mayLead(officer, plan)).toBeNull();
    expect(mayLead({ ...officer, acting: person }, plan)).toBe('not-in-charge');
    expect(mayLead({ ...officer, roles: [{ organisation: division, role: 'member' }] }, plan)).toBe('not-in-charge');
    expect(mayLead(null, plan)).toBe('sign-in');
  });

  test('members see what is inside the division whoever they act as', () => {
    expect(isMember({ ...officer, acting: person }, plan)).toBe(true);
    expect(isMember(citizen, plan)).toBe(false);
  });
});

describe('F9.9 from stage to stage', () => {
  const next: StageFacts = { ...formal, stage: 'decision', planned_on: '2027-03-15', began_on: null, began_at: null };

  test('not before the period is over, and past unanswered opinions only with a reason', () => {
    expect(mayBegin(formal, next, 0, '', lastMoment)).toBe('still-open');
    expect(mayBegin(formal, next, 0, '', closes)).toBeNull();
    expect(mayBegin(formal, next, 2, '', closes)).toBe('answers-missing');
    expect(mayBegin(formal, next, 2, '理由', closes)).toBeNull();
    expect(mayBegin(formal, null, 0, '', closes)).toBe('last-stage');
  });

  test('a plan without formal comments goes from its draft to the decision', () => {
    const draft: StageFacts = { ...formal, stage: 'draft' };
    expect(stageAfter([draft, next], 'draft')).toBe(next);
    expect(stageAfter([draft, next], 'decision')).toBeNull();
  });

  test('days are held in the order of the stages', () => {
    expect(firstOutOfOrder([formal, next])).toBeNull();
    const early = { ...next, planned_on: '2027-01-15' };
    expect(firstOutOfOrder([formal, early])).toBe(early);
  });
});
