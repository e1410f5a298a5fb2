// F9.2, F9.5, F9.7, P1: the demo town's content is whole: its people, its coverage, its answers and its variety.

import { describe, expect, test } from 'vitest';
import { nearDuplicateShare } from '../near-duplicates.ts';
import { cast, discussions, plan, policies } from './index.ts';
import type { DemoAnswer, DemoDiscussion, DemoOpinion } from './types.ts';

const byKey = new Map(cast.map((c) => [c.key, c]));
const divisions = new Set(cast.filter((c) => c.kind === 'division').map((c) => c.key));
const measures = new Set(policies.filter((p) => p.kind === 'measure').map((p) => p.code));
const kindOf = (o: DemoOpinion) => o.kind ?? 'opinion';
const every = discussions.flatMap((d) => d.opinions.map((o, index) => ({ d, o, index })));
const answersOf = (d: DemoDiscussion): DemoAnswer[] =>
  [d.answer, ...(d.points ?? []).map((p) => p.answer)].filter((a): a is DemoAnswer => a !== undefined);
/** From the submission of the settled round to any today: what lies later would not have happened yet. */
const SETTLED_STEPS_WITHIN_DAYS = 262;
const length = (text: string) => [...text].length;

describe('cast', () => {
  test('is eighty actors of every kind, with unique keys and names', () => {
    expect([cast.length, byKey.size, new Set(cast.map((c) => c.name)).size]).toEqual([80, 80, 80]);
    const counts = Object.groupBy(cast, (c) => c.kind);
    expect(Object.fromEntries(Object.entries(counts).map(([kind, of]) => [kind, of.length]))).toEqual({
      person: 56,
      group: 11,
      business: 5,
      division: 6,
      body: 2,
    });
  });

  test('every organisation has somebody who represents it, the centre two people with a role', () => {
    const roles = cast.flatMap((c) => c.roles ?? []);
    for (const c of cast.filter((one) => one.kind !== 'person')) {
      expect(roles.some((r) => r.organisation === c.key && r.role === 'representative')).toBe(true);
    }
    for (const r of roles) expect(byKey.get(r.organisation)?.kind).toMatch(/group|business|division|body/);
    expect(roles.filter((r) => r.organisation === 'center').length).toBeGreaterThanOrEqual(2);
  });

  test('people have an address of the town, a leaning in bounds, and minors no full name', () => {
    for (const c of cast.filter((one) => one.kind === 'person')) {
      expect(c.email).toBe(`${c.key}@hinata.example`);
      for (const axis of c.leaning ?? [9]) expect(Math.abs(axis)).toBeLessThanOrEqual(1);
      expect(c.age).toBeGreaterThanOrEqual(14);
      if ((c.age ?? 0) < 18) expect(c.name).not.toMatch(/\s/);
    }
  });
});

describe('policies and plan', () => {
  test('form a tree of 3, 9 and 19 under divisions of the cast', () => {
    expect(['field', 'policy', 'measure'].map((k) => policies.filter((p) => p.kind === k).length)).toEqual([3, 9, 19]);
    const codes = new Set(policies.map((p) => p.code));
    for (const p of policies) {
      expect(divisions).toContain(p.division);
      if (p.kind !== 'field') expect(codes).toContain(p.code.slice(0, p.code.lastIndexOf('-')));
    }
  });

  test('the discussions are those planned, in order', () => {
    const shape = ({ key, round, kind, proposer, policy }: Omit<(typeof plan)[number], 'number' | 'theme'>) => ({
      key,
      round,
      kind,
      proposer,
      policy,
    });
    expect(discussions.map(shape)).toEqual(plan.map(shape));
    expect(plan.map((d) => Number(d.number))).toEqual(Array.from({ length: 50 }, (_, at) => at + 1));
    for (const d of discussions) {
      expect(byKey.has(d.proposer)).toBe(true);
      expect(measures).toContain(d.policy);
      for (const field of [d.title, d.problem, d.proposal, d.effect, d.roles, d.cost, d.area])
        expect(field).not.toBe('');
    }
  });
});

describe('opinions', () => {
  test('are over a thousand in all, with questions, explanations, easy Japanese and English among them', () => {
    expect(every.length).toBeGreaterThan(1000);
    const count = (is: (o: DemoOpinion) => boolean) => every.filter(({ o }) => is(o)).length;
    expect(count((o) => kindOf(o) === 'opinion')).toBeGreaterThanOrEqual(800);
    expect(count((o) => kindOf(o) === 'question')).toBeGreaterThanOrEqual(90);
    expect(count((o) => kindOf(o) === 'explanation')).toBeGreaterThanOrEqual(30);
    expect(count((o) => o.lang === 'easy') / every.length).toBeGreaterThan(0.05);
    expect(count((o) => o.lang === 'en') / every.length).toBeGreaterThan(0.025);
    expect(count((o) => (o.replies ?? []).length > 0) / every.length).toBeGreaterThan(0.25);
  });

  test('a debate has twenty or more, a round still collecting has questions only', () => {
    for (const d of discussions) {
      if (d.round !== 'collecting') expect(d.opinions.length, d.key).toBeGreaterThanOrEqual(20);
      else expect(d.opinions.map(kindOf), d.key).toEqual(d.opinions.map(() => 'question'));
    }
  });

  test('are short, and every speaker is of the cast', () => {
    for (const { d, o, index } of every) {
      const at = `${d.key} ${index}`;
      const texts = [o.text, o.reason ?? '', o.amendment ?? '', ...(o.replies ?? []).map((r) => r.text)];
      for (const text of texts) expect(length(text), at).toBeLessThanOrEqual(280);
      for (const { by } of [o, ...(o.replies ?? [])]) expect(byKey.has(by), `${at}: ${by}`).toBe(true);
      for (const part of [...o.lean, o.common - 1]) expect(Math.abs(part), at).toBeLessThanOrEqual(1);
    }
  });

  test('only organisations state positions, only divisions explain', () => {
    for (const { d, o, index } of every) {
      for (const p of o.positions ?? []) {
        expect(byKey.get(p.by)?.kind, `${d.key} ${index}`).toMatch(/group|business|division|body/);
        expect(p.reason).not.toBe('');
      }
      if (kindOf(o) === 'explanation') expect(divisions, `${d.key} ${index}`).toContain(o.by);
    }
  });

  test('every question is answered for the proposer', () => {
    for (const { d, o, index } of every) {
      const given = (o.replies ?? []).filter((r) => r.answers);
      if (kindOf(o) === 'question') expect(given.length, `${d.key} ${index}`).toBeGreaterThan(0);
      for (const r of given) {
        const speaksFor = [r.by, ...(byKey.get(r.by)?.roles ?? []).map((role) => role.organisation)];
        expect(speaksFor, `${d.key} ${index}: ${r.by}`).toContain(d.proposer);
      }
    }
  });

  test('hardly any repeats another: below 2 % have a near-duplicate (bigram Jaccard ≥ 0.6)', () => {
    expect(nearDuplicateShare(every.map(({ o }) => o.text))).toBeLessThan(0.02);
  });
});

describe('statements', () => {
  const withPoints = discussions.filter((d) => ['closed', 'settled', 'answering', 'checking'].includes(d.round));

  test('cover every visible opinion and question, each citation pointing at one', () => {
    for (const d of withPoints) {
      const visible = d.opinions.flatMap((o, i) => (o.withdrawn || kindOf(o) === 'explanation' ? [] : [i]));
      const cited = [...(d.points ?? []).flatMap((p) => p.cites), ...(d.annex ?? []).map((a) => a.opinion)];
      expect(
        [...new Set(cited)].sort((a, b) => a - b),
        d.key,
      ).toEqual(visible);
      for (const p of d.points ?? []) {
        expect(p.cites.length, d.key).toBeGreaterThanOrEqual(1);
        expect(p.cites.length, d.key).toBeLessThanOrEqual(6);
      }
      for (const { editor } of [...(d.points ?? []), ...(d.annex ?? [])])
        expect(byKey.get(editor)?.kind).toBe('person');
      expect(d.points?.length, d.key).toBeGreaterThanOrEqual(5);
      expect(d.points?.length, d.key).toBeLessThanOrEqual(8);
    }
    expect(withPoints.filter((d) => d.points?.some((p) => p.section === 'minority')).length).toBeGreaterThan(20);
  });

  test('objections come from the author of the opinion; one is open, one resolved', () => {
    const objections = withPoints.flatMap((d) =>
      (d.points ?? []).flatMap((p) => (p.objection ? [{ d, objection: p.objection }] : [])),
    );
    for (const { d, objection } of objections) {
      expect(d.round).toBe('checking');
      expect(d.opinions[objection.opinion]?.by).toBe(objection.by);
    }
    expect(objections.some(({ objection }) => !objection.resolution)).toBe(true);
    expect(objections.some(({ objection }) => objection.resolution)).toBe(true);
  });

  test('nothing is stated or answered before its round', () => {
    for (const d of discussions.filter((one) => !withPoints.includes(one))) {
      expect([d.points, d.annex], d.key).toEqual([undefined, undefined]);
    }
    for (const d of discussions.filter((one) => !['closed', 'settled', 'answering'].includes(one.round))) {
      expect(answersOf(d), d.key).toEqual([]);
    }
  });
});

describe('answers and steps', () => {
  const closed = discussions.filter((d) => d.round === 'closed' || d.round === 'settled');

  test('in the closed rounds the proposal and every point are answered', () => {
    for (const d of closed) expect(answersOf(d).length, d.key).toBe(1 + (d.points?.length ?? 0));
  });

  test('answers name a division and a measure, hand over what is not theirs, and occur in all kinds', () => {
    const answers = discussions.flatMap(answersOf);
    for (const a of answers) {
      expect(divisions).toContain(a.division);
      expect(measures).toContain(a.policy);
      expect(a.reason).not.toBe('');
      expect(a.passedTo !== undefined).toBe(a.kind === 'not-ours');
      if (a.kind === 'under-study') expect(a.nextReviewAfterDays).toBeGreaterThan(a.decidedAfterDays);
    }
    expect(new Set(answers.map((a) => a.kind)).size).toBe(7);
  });

  test('steps follow an adoption in a closed round, go forward in time and show the evidence of a vote', () => {
    for (const d of discussions.filter((one) => one.steps)) {
      expect(d.round, d.key).toMatch(/closed|settled/);
      expect(d.answer?.kind, d.key).toMatch(/adopted|partly/);
      const days = d.steps?.map((s) => s.afterDays) ?? [];
      expect(days).toEqual([...days].sort((a, b) => a - b));
      expect(days[0]).toBeGreaterThan(d.answer?.decidedAfterDays ?? Number.POSITIVE_INFINITY);
      if (d.round === 'settled') expect(days.at(-1), d.key).toBeLessThanOrEqual(SETTLED_STEPS_WITHIN_DAYS);
      const voted = d.steps?.find((s) => s.step === 'voted');
      if (!voted && d.steps?.some((s) => s.step === 'dropped')) continue;
      for (const evidence of [voted?.document, voted?.page, voted?.budgetLine]) expect(evidence, d.key).toBeTruthy();
      expect(voted?.amountYen, d.key).toBeGreaterThan(0);
    }
    for (const d of closed.filter((one) => one.answer?.kind !== 'alternative'))
      expect(d.steps?.length).toBeGreaterThan(2);
  });
});
