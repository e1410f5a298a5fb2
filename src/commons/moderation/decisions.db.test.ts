import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reviseOpinion } from '#commons/discussion/index.ts';
import { decideCases } from './decide-cases.ts';
import { reportThing } from './file-report.ts';
import { type ModeratedTown, openModeratedTown } from './moderation-for-tests.ts';

let it: ModeratedTown;
beforeAll(async () => {
  it = await openModeratedTown({ reportsDaily: 12 });
});
afterAll(() => it.town.close());

const refused = (by: Parameters<ModeratedTown['decides']>[0], caseId: string, outcome = 'hidden', version = 1) =>
  it.town.refusal(by, decideCases, {
    cases: [{ id: caseId, version }],
    outcome,
    ground: 'personal-data',
    reason: '理由です',
  });

describe('X4 reports', () => {
  test('several of one thing are one case, and nobody reports it twice', async () => {
    const id = await it.says(it.iwao, '090-0000-0000 に電話してください');
    const first = await it.reports(it.fumi, id);
    expect(await it.reports(it.toku, id, 'off-topic')).toBe(first);
    expect(await it.town.refusal(it.fumi, reportThing, { kind: 'opinion', id, ground: 'other' })).toBe(
      'reported-already',
    );
    const [row] = await it.town.rows('select report_count, ground, body from moderation_cases where id = $1', [first]);
    expect(row).toEqual({ report_count: 2, ground: 'personal-data', body: '090-0000-0000 に電話してください' });
  });

  test('one’s own words, what is not there, the neighbouring town and unknown grounds are refused', async () => {
    const id = await it.says(it.iwao, 'わたしの意見です');
    const input = { kind: 'opinion', id, ground: 'other' };
    expect(await it.town.refusal(it.iwao, reportThing, input)).toBe('own-words');
    expect(await it.town.refusal(it.fumi, reportThing, { ...input, id: it.debateId })).toBe('not-found');
    expect(await it.town.refusal(it.fumi, reportThing, { ...input, kind: 'dream' })).toBe('not-found');
    expect(await it.town.refusal(it.fumi, reportThing, { ...input, ground: 'taste' })).toBe('ground:not-a-choice');
    expect(await it.town.refusal(it.fumi, reportThing, input, { hub: it.town.neighbour })).toBe('not-found');
  });

  test('somebody who reports again and again is told to wait, and for how long', async () => {
    const eager = await it.town.person('何度も');
    const numbers = Array.from({ length: 13 }, (_, at) => at);
    const ids = await Promise.all(numbers.map((n) => it.says(it.matsu, `市の花壇についての意見その${n}`)));
    for (const id of ids.slice(0, 12)) await it.reports(eager, id, 'other');
    expect(await it.town.refusal(eager, reportThing, { kind: 'opinion', id: ids[12], ground: 'other' })).toBe(
      'too-fast',
    );
  });
});

describe('X4 decisions', () => {
  test('hiding leaves a dated row with reason, an event of the office, and letters to author and reporter', async () => {
    const id = await it.says(it.iwao, '中傷のことば');
    const caseId = await it.reports(it.fumi, id, 'defamation');
    const before = (await it.letters()).length;
    const decision = await it.decides(it.kotone, caseId, 'hidden');
    expect(await it.hiddenAt(id)).toEqual(it.town.now());
    const [hiding] = await it.town.rows('select ground, reason, decision_id, until from hidings where object_id = $1', [
      id,
    ]);
    expect(hiding).toEqual({
      ground: 'personal-data',
      reason: '電話番号が書かれていました。',
      decision_id: decision,
      until: null,
    });
    const [event] = await it.town.rows<{ actor_id: string; person_id: string; public: object }>(
      `select actor_id, person_id, public from events where object_id = $1 and verb = 'moderation.hidden'`,
      [id],
    );
    expect(event).toMatchObject({ actor_id: it.centre.id, person_id: it.kotone.person.id });
    expect(event!.public).toMatchObject({ reason: '電話番号が書かれていました。', moderator: 1 });
    const letters = (await it.letters()).slice(before);
    expect(letters.map((one) => one.recipient).sort()).toEqual(['fumi@hinata.example', 'iwao@hinata.example']);
    for (const letter of letters) expect(letter.body_text).toContain('電話番号が書かれていました。');
    expect(letters.find((one) => one.recipient.startsWith('fumi'))!.body_text).not.toContain('いわお');
    const notices = await it.town.rows<{ kind: string; person_id: string }>(
      'select kind, person_id from notices where about_id = $1 order by kind',
      [decision],
    );
    expect(notices).toEqual([
      { kind: 'moderation.hidden', person_id: it.iwao.person.id },
      { kind: 'moderation.reported', person_id: it.fumi.person.id },
    ]);
  });

  test('leaving alone names no thing in public, and troubles no author', async () => {
    const id = await it.says(it.iwao, '市の説明は足りないと思います');
    const caseId = await it.reports(it.fumi, id, 'defamation');
    const before = (await it.letters()).length;
    const decision = await it.decides(it.kotone, caseId, 'left', { ground: 'defamation' });
    expect(await it.hiddenAt(id)).toBeNull();
    expect((await it.letters()).slice(before).map((one) => one.recipient)).toEqual(['fumi@hinata.example']);
    const events = await it.town.rows<{ public: object }>(
      `select public from events where is_public and object_id = $1`,
      [decision],
    );
    expect(JSON.stringify(events)).not.toContain(id);
    expect(events).toHaveLength(1);
  });

  test('somebody who is no moderator, the author, a reporter, another town: refused', async () => {
    const id = await it.says(it.iwao, 'ことば');
    const caseId = await it.reports(it.fumi, id);
    for (const reader of [it.fumi, it.toku, it.matsu]) expect(await refused(reader, caseId)).toBe('not-a-moderator');
    const own = await it.says(it.kotone, '事務局の人の意見');
    expect(await refused(it.kotone, await it.reports(it.fumi, own))).toBe('own-case');
    const reportedByHer = await it.says(it.iwao, '別の意見');
    expect(await refused(it.kotone, await it.reports(it.kotone, reportedByHer))).toBe('own-case');
    const there = { hub: it.town.neighbour };
    const input = { cases: [{ id: caseId, version: 1 }], outcome: 'left', ground: 'other', reason: 'x' };
    expect(await it.town.refusal(it.kotone, decideCases, input, there)).toBe('not-a-moderator');
  });

  test('twice, or at once by two: one decision', async () => {
    const id = await it.says(it.iwao, '同時に決める');
    const caseId = await it.reports(it.fumi, id);
    const outcomes = await Promise.all([refused(it.kotone, caseId), refused(it.ogata, caseId)]);
    expect(outcomes.sort()).toEqual(['decided-already', 'done']);
    expect(await refused(it.kotone, caseId)).toBe('decided-already');
  });

  test('words that were changed after the report are read first', async () => {
    const id = await it.says(it.iwao, '書き直す前');
    const caseId = await it.reports(it.fumi, id);
    await it.town.perform(it.iwao, reviseOpinion, { id, version: 1, body: '書き直したあと', reason: '' });
    expect(await refused(it.kotone, caseId)).toBe('changed-meanwhile');
    expect(await refused(it.kotone, caseId, 'hidden', 2)).toBe('done');
  });

  test('several alike are decided at once, each with its own decision; one that can’t be takes all back', async () => {
    const ids = await Promise.all(['宣伝その一', '宣伝その二'].map((body) => it.says(it.iwao, body)));
    const cases = await Promise.all(ids.map((id) => it.reports(it.toku, id, 'advertising')));
    const all = { outcome: 'hidden', ground: 'advertising', reason: '宣伝です' };
    const one = (id: string) => ({ id, version: 1 });
    const own = await it.reports(it.toku, await it.says(it.kotone, '事務局の案内'), 'advertising');
    expect(await it.town.refusal(it.kotone, decideCases, { ...all, cases: [...cases, own].map(one) })).toBe('own-case');
    expect(await it.hiddenAt(ids[0]!)).toBeNull();
    const { decisions } = await it.town.perform(it.kotone, decideCases, { ...all, cases: cases.map(one) });
    expect(new Set(decisions).size).toBe(2);
    expect(await it.town.refusal(it.kotone, decideCases, { ...all, cases: [] })).toBe('cases:nothing-chosen');
  });

  test('a number is given once, to whoever decides first for the secretariat', async () => {
    const rows = await it.town.rows<{ number: number; person_id: string }>(
      'select number, person_id from moderators order by number',
    );
    expect(rows.map((row) => row.number)).toEqual(rows.map((_, at) => at + 1));
    expect(new Set(rows.map((row) => row.person_id)).size).toBe(rows.length);
  });

  test('the figures of the month follow every decision', async () => {
    const [kept] = await it.town.rows(
      `select decided, hidden, left_alone, asked from moderation_figures where ground = ''`,
    );
    const [counted] = await it.town.rows(
      `select count(*)::int as decided, count(*) filter (where outcome = 'hidden')::int as hidden,
         count(*) filter (where outcome = 'left')::int as left_alone, count(*) filter (where outcome = 'asked')::int as asked
       from moderation_decisions`,
    );
    expect(kept).toEqual(counted);
  });
});
