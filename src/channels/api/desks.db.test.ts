import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openAccounts } from '#commons/accounts/index.ts';
import { reportThing } from '#commons/moderation/file-report.ts';
import { openReportKeys } from '#commons/moderation/report-key.ts';
import { askPartner } from '#functions/participation/answers/ask-partner.ts';
import { saveDraft } from '#functions/participation/answers/save-draft.ts';
import { raiseHand } from '#functions/participation/statement/raise-hand.ts';
import type { Reader } from '#kernel/context.ts';
import { randomId } from '#kernel/ids.ts';
import { publishRound, type RoundOfOne, roundOfOne } from '#test/support/published-round.ts';
import { openSite, type TestSite } from '#test/support/site.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { call, tokenOf } from './api-for-tests.ts';

let town: TestTown;
let site: TestSite;
let round: RoundOfOne;
let officer: Reader;
let clerk: Reader;
let fumi: Reader;
/** of a division, of the secretariat, of somebody else: each with every scope */
let office: string;
let desk: string;
let other: string;

beforeAll(async () => {
  openReportKeys('a secret of thirty-two characters!');
  town = await openTestTown();
  const person = await town.person('緒方 まさえ');
  const centre = await town.organisation('body', '市民活動センター', [[person, 'representative']]);
  town.hub.secretariatId = centre.id;
  round = await roundOfOne(town);
  await town.hubwise.write(town.hub.id, (db) =>
    db.updateTable('debates').set({ opinion_count: 3 }).where('hub_id', '=', town.hub.id).execute(),
  );
  const secret = 'a secret of thirty-two characters!';
  openAccounts({ hubwise: town.hubwise, secret, baseUrl: 'http://hinata.example', demo: false });
  site = await openSite(town);
  officer = town.as(round.officer, round.division, 'editor');
  clerk = town.as(person, centre);
  fumi = await town.person('ふみ');
  [office, desk, other] = await Promise.all([tokenOf(town, officer), tokenOf(town, clerk), tokenOf(town, fumi)]);
});
afterAll(async () => {
  await site.close();
  await town.close();
  expect(site.faults).toEqual([]);
});

const part = () => `/rounds/${town.roundId}/statement/${round.proposalId}`;

describe('X8 desks: the workshop of the statement', () => {
  test('says to everybody what is covered, and to editors what they work with', async () => {
    town.today('2026-12-10');
    expect((await call(site, `${part()}/coverage`)).body).toMatchObject({
      total: 3,
      cited: 2,
      uncovered: 1,
      editors: 0,
    });
    const uncovered = await call(site, `${part()}/opinions?show=uncovered`);
    expect(uncovered.body.items).toMatchObject([{ id: round.opinionIds[2], covered: false, citedBy: [] }]);
    const first = await call(site, `${part()}/opinions?limit=1`);
    const second = await call(site, `${part()}/opinions?limit=1&after=${first.body.next}`);
    expect([first, second].map(({ body }) => body.items[0].number)).toEqual([3, 1]);
    expect((await call(site, `${part()}/opinions?after=x`)).status).toBe(400);

    const refused = await call(site, `${part()}/workshop`, { token: other });
    expect([refused.status, refused.body.code]).toEqual([422, 'statement.not-editor']);
    await town.perform(fumi, raiseHand, { roundId: town.roundId, why: '' });
    expect((await call(site, `${part()}/workshop?show=cited`, { token: other })).body.items).toHaveLength(2);
    expect((await call(site, `/rounds/${randomId()}/statement/${round.proposalId}/coverage`)).status).toBe(404);
  });

  test('says to each where its own opinions went', async () => {
    const token = await tokenOf(town, round.citizen, ['read']);
    const mine = await call(site, `/rounds/${town.roundId}/statement/mine?limit=2`, { token });
    expect(mine.body).toMatchObject({
      items: [{ number: 1, covered: true }, { number: 2 }],
      next: round.opinionIds[1],
    });
    expect((await call(site, `/rounds/${town.roundId}/statement/mine`, { token: office })).body.items).toEqual([]);
  });
});

describe('X8 desks: the city’s answers', () => {
  test('are read by divisions alone, and each draft by its own', async () => {
    await publishRound(town);
    const waiting = await call(site, '/answer-desk?of=everything', { token: office });
    expect(waiting.body.items.map(({ subject }: { subject: string }) => subject).sort()).toEqual(['point', 'proposal']);
    expect(waiting.body.items[0].clock).toMatchObject({ state: 'open', overdueDays: 0 });
    expect((await call(site, '/answer-desk', { token: other })).body.code).toBe('answers.not-a-division');
    expect((await call(site, '/answer-desk')).status).toBe(401);
    const voter = await tokenOf(town, officer, ['vote']);
    expect((await call(site, '/answer-desk', { token: voter })).body.code).toBe('api.scope');

    const of = { proposalId: round.proposalId };
    await town.perform(officer, saveDraft, {
      ...of,
      kind: 'adopted',
      reason: '進めます。',
      draftVersion: 0,
      version: 0,
    });
    await town.perform(officer, askPartner, { ...of, divisionId: round.other.id, asked: '公園の灯りは？' });
    const at = `/proposals/${round.proposalId}/answer-desk`;
    const seen = await call(site, at, { token: office });
    expect(seen.body).toMatchObject({
      draft: { fields: { reason: '進めます。' } },
      partners: [{ asked: '公園の灯りは？' }],
    });
    expect((await call(site, at, { token: other })).status).toBe(404);
    // The secretariat sees who was asked, not what is said between divisions.
    expect((await call(site, at, { token: desk })).body).toMatchObject({ draft: null, partners: [{ asked: '' }] });
  });

  test('are seen whole by the secretariat, which assigns them', async () => {
    const all = await call(site, '/answer-assignments?show=all', { token: desk });
    expect(all.body.items).toHaveLength(2);
    expect((await call(site, '/answer-assignments', { token: office })).status).toBe(404);
  });
});

describe('X8 desks: moderation', () => {
  test('is there for moderators and for nobody else', async () => {
    town.today('2026-11-10');
    const [id] = round.opinionIds;
    const { caseId } = await town.perform(fumi, reportThing, { kind: 'opinion', id, ground: 'personal-data' });
    const listed = await call(site, '/moderation/cases', { token: desk });
    expect(listed.body.items).toMatchObject([{ id: caseId, objectId: id, reports: [{ name: 'ふみ' }], claim: null }]);
    expect(JSON.stringify(listed.body)).not.toMatch(/reporterIds|authorPersonId/);
    expect((await call(site, `/moderation/cases/${caseId}`, { token: desk })).body.present).toMatchObject({
      version: 1,
    });
    expect((await call(site, '/moderation/appeals', { token: desk })).body.items).toEqual([]);
    for (const path of ['/moderation/cases', `/moderation/cases/${caseId}`, '/moderation/appeals'])
      expect((await call(site, path, { token: other })).status).toBe(404);
  });
});

describe('X8 desks: the counter', () => {
  test('enters papers, once each, and takes them back', async () => {
    const sheet = { entry: randomId(), kind: 'opinion', body: '紙で言います。', receivedOn: '2026-11-09' };
    const path = `/debates/${round.proposalId}/paper-opinions`;
    const entered = await call(site, path, { token: desk, body: sheet });
    expect(entered.body).toMatchObject({ number: 4 });
    expect((await call(site, path, { token: desk, body: sheet })).body).toEqual(entered.body);
    expect((await call(site, path, { token: office, body: sheet })).body.code).toBe('paper.not-secretariat');
    const listed = await call(site, '/paper-opinions', { token: desk });
    expect(listed.body.items).toMatchObject([{ id: entered.body.id, paperOn: '2026-11-09', signedName: null }]);
    expect((await call(site, '/paper-opinions', { token: other })).status).toBe(403);
    const back = `/paper-opinions/${entered.body.id}/removal`;
    expect((await call(site, back, { token: desk, body: { reason: '本人の求めで' } })).status).toBe(200);
    expect((await call(site, `/paper-opinions/${entered.body.id}`, { token: desk })).body.withdrawnAt).not.toBeNull();
  });

  test('gives a code that is said once, and takes it back', async () => {
    const headers = { 'idempotency-key': 'code-1' };
    const given = await call(site, '/desk-codes', { token: desk, body: {}, headers });
    expect(given.body.code).toMatch(/^[0-9A-Z-]{8,}$/i);
    const again = await call(site, '/desk-codes', { token: desk, body: {}, headers });
    expect(again.body).toEqual({ id: given.body.id, code: null });
    expect(JSON.stringify(await town.rows('select * from submissions'))).not.toContain(given.body.code);
    const open = await call(site, '/desk-codes', { token: desk });
    expect(open.body.items.map(({ id }: { id: string }) => id)).toEqual([given.body.id]);
    expect((await call(site, '/desk-codes', { token: other })).status).toBe(403);
    expect((await call(site, '/desk-codes', { token: other, body: {} })).status).toBe(403);
    const back = `/desk-codes/${given.body.id}/withdrawal`;
    expect((await call(site, back, { token: desk, body: {} })).status).toBe(204);
    expect((await call(site, '/desk-codes', { token: desk })).body.items).toEqual([]);
  });
});
