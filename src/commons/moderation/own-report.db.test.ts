import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { shortId } from '#kernel/ids.ts';
import { LANGS } from '#kernel/lang.ts';
import { markupMistakes, openSite, type TestSite } from '#test/support/site.ts';
import { type ModeratedTown, openModeratedTown } from './moderation-for-tests.ts';
import { readReportKey, reportKey } from './report-key.ts';
import { settleAppeal } from './settle-appeal.ts';

let it: ModeratedTown;
let site: TestSite;
beforeAll(async () => {
  it = await openModeratedTown();
  site = await openSite(it.town);
});
afterAll(async () => {
  await site.close();
  await it.town.close();
});

const contact = 'mitsu@hinata.example';

/** Somebody who isn't signed in reports words of いわお; gives the case and the address of the result. */
async function reported(body: string, more: Record<string, string> = { contact }) {
  const id = await it.says(it.iwao, body);
  const fields = { kind: 'opinion', id: shortId(id), ground: 'personal-data', body: '番号があります', ...more };
  const thanks = await site.post('/moderation/reports', fields);
  const [row] = await it.town.rows<{ id: string }>('select id from moderation_cases where object_id = $1', [id]);
  const [, path] = /value="[^"]*(\/moderation\/own-reports\/[^"]+)"/.exec(thanks.body) ?? [];
  return { id, caseId: row!.id, path: path!, status: thanks.status };
}
const appeal = (path: string, reason = '番号はまだ読めます') => site.post(`${path}/appeals`, { reason });
const appeals = (decisionId: string) =>
  it.town.rows<{ id: string; side: string; person_id: string | null; reason: string }>(
    'select id, side, person_id, reason from moderation_appeals where decision_id = $1',
    [decisionId],
  );
const lettersTo = async (address: string) => (await it.letters()).filter((one) => one.recipient === address);

describe('X4 a report without signing in', () => {
  test('gives an address under which its fate is read, and from which another moderator is asked to look again', async () => {
    const { id, caseId, path, status } = await reported('番号は 090-0000-0000');
    expect(status).toBe(200);
    const { body: waiting } = await site.get(path);
    expect(waiting).toContain('届いた順に読んでいます');
    // Whoever reads a report about this page must not be given its key.
    expect(waiting).toContain('href="/reports/new?about=%2Fmoderation%2Fown-reports"');
    expect((await appeal(path)).status).toBe(404);
    const decisionId = await it.decides(it.kotone, caseId, 'left');
    const [letter] = await lettersTo(contact);
    expect(letter!.body_text).toContain(path);
    expect(letter!.body_text).toMatch(/^知らせてくださった方へ\n/);
    expect(letter!.body_text).toContain('ログインはいりません');
    for (const lang of LANGS) expect(await markupMistakes((await site.get(path, null, lang)).body)).toEqual([]);

    expect((await appeal(path, ' ')).status).toBe(422);
    const sent = await Promise.all([appeal(path), appeal(path)]);
    expect(sent.map((one) => one.status).sort()).toEqual([303, 409]);
    const [row, ...others] = await appeals(decisionId);
    expect([row, others]).toMatchObject([{ side: 'reporter', person_id: null, reason: '番号はまだ読めます' }, []]);
    expect((await site.get(path)).body).toContain('別のモデレーターが見直し');

    const settle = (by = it.ogata) =>
      it.town.refusal(by, settleAppeal, { id: row!.id, outcome: 'reversed', answer: '隠します' });
    expect(await settle(it.kotone)).toBe('another-decides');
    expect((await site.get('/moderation', it.ogata)).body).toContain('番号はまだ読めます');
    expect((await site.get(`/moderation/appeals/${shortId(row!.id)}`, it.ogata)).status).toBe(200);
    expect(await settle()).toBe('done');
    expect(await it.hiddenAt(id)).not.toBeNull();
    expect((await site.get(path)).body).toContain('異議申立てでくつがえりました');
    expect((await lettersTo(contact)).map((one) => one.subject)).toEqual([
      '知らせてくださった件の結果',
      '異議申立ての結果',
    ]);
    expect(site.faults).toEqual([]);
  });

  test('whose words were hidden has nothing to appeal; nor when the days are over', async () => {
    const followed = await reported('すぐ隠すことば', {});
    await it.decides(it.kotone, followed.caseId, 'hidden');
    expect((await site.get(followed.path)).body).not.toContain('id="appeal"');
    expect((await appeal(followed.path)).status).toBe(403);
    const late = await reported('そのままのことば', {});
    await it.decides(it.kotone, late.caseId, 'left');
    expect((await site.get(late.path)).body).toContain('id="appeal"');
    it.town.today('2027-03-01');
    expect((await site.get(late.path)).body).not.toContain('id="appeal"');
    expect((await appeal(late.path)).status).toBe(409);
    it.town.today('2026-11-10');
  });

  test('of somebody who is signed in has no such address, and no guessed or foreign one opens anything', async () => {
    const id = await it.says(it.iwao, 'ふみが知らせることば');
    await it.reports(it.fumi, id);
    const [row] = await it.town.rows<{ id: string }>(
      'select r.id from moderation_reports r join moderation_cases c on c.id = r.case_id where c.object_id = $1',
      [id],
    );
    const at = (hubId: number, way: 'report' | 'claim') =>
      site.get(`/moderation/own-reports/${reportKey({ hubId, way, id: row!.id })}`);
    const { path } = await reported('べつのことば', {});
    // Not the last letter: some of its bits may stand for nothing.
    const changed = path.replace(/.(?=.$)/, (letter) => (letter === 'A' ? 'B' : 'A'));
    const statuses = [at(it.town.hub.id, 'report'), at(it.town.hub.id, 'claim'), at(2, 'report'), site.get(changed)];
    expect((await Promise.all(statuses)).map((one) => one.status)).toEqual([404, 404, 404, 404]);
  });

  test('keys are read as they were written, and nothing else is', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2 ** 31 - 1 }),
        fc.constantFrom('report' as const, 'claim' as const),
        fc.uuid(),
        fc.nat(36),
        (hubId, way, id, at) => {
          const key = reportKey({ hubId, way, id });
          expect(readReportKey(key)).toEqual({ hubId, way, id });
          const bytes = Buffer.from(key, 'base64url');
          bytes[at]! ^= 1;
          expect(readReportKey(bytes.toString('base64url'))).toBeNull();
        },
      ),
      { numRuns: 50 },
    );
    expect(readReportKey(randomBytes(37).toString('base64url'))).toBeNull();
    expect(readReportKey('')).toBeNull();
  });
});

describe('X4 a rights claim without signing in', () => {
  test('is read and appealed in the same way', async () => {
    const id = await it.says(it.iwao, 'わたしの絵を無断で使ったことば');
    const fields = { right: 'copyright', passage: '絵', why: '無断です', claimant: '水野 みつ', relation: 'self' };
    const thanks = await site.post('/moderation/claims', { kind: 'opinion', id: shortId(id), contact, ...fields });
    const [, path] = /value="[^"]*(\/moderation\/own-reports\/[^"]+)"/.exec(thanks.body) ?? [];
    expect((await site.get(path!)).body).toContain('答えるようたずねています');
    expect((await lettersTo(contact)).at(-1)!.body_text).toContain(path);
    it.town.today('2026-11-25');
    const [row] = await it.town.rows<{ id: string }>('select id from moderation_cases where object_id = $1', [id]);
    const decisionId = await it.decides(it.kotone, row!.id, 'left', { ground: 'rights' });
    expect((await appeal(path!)).status).toBe(303);
    expect(await appeals(decisionId)).toMatchObject([{ side: 'reporter', person_id: null }]);
    expect(site.faults).toEqual([]);
  });
});
