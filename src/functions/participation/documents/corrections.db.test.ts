import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#kernel/context.ts';
import { shortId } from '#kernel/ids.ts';
import type { Lang } from '#kernel/lang.ts';
import { PUBLISHED_ON } from '#test/support/published-round.ts';
import { markupMistakes, openSite, type TestSite } from '#test/support/site.ts';
import { publishTold, type ToldRound, writtenRound } from '#test/support/told-round.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { recordErratum } from './record-erratum.ts';
import { recordReceipt } from './record-receipt.ts';
import { documentHref } from './views/cover.ts';

let town: TestTown;
let site: TestSite;
let round: ToldRound;
let centre: Actor;
let at: string;

beforeAll(async () => {
  town = await openTestTown();
  round = await writtenRound(town);
  centre = await town.organisation('body', '市民活動センター', [[round.citizen, 'editor']]);
  (town.hub as { secretariatId: string | null }).secretariatId = centre.id;
  site = await openSite(town);
  at = documentHref(town.roundId);
});
afterAll(async () => {
  await site.close();
  await town.close();
});

const erratum = (more: Record<string, unknown> = {}) => ({
  roundId: town.roundId,
  part: 'statement',
  proposalId: round.proposalId,
  place: '項目1',
  wrong: '暗い所から',
  corrected: 'とくに暗い所から',
  reason: '写しまちがい。',
  ...more,
});
const correct = (more: Record<string, unknown> = {}, reader = round.editor) =>
  town.refusal(reader, recordErratum, erratum(more));
const receipt = (more: Record<string, unknown> = {}) => ({
  roundId: town.roundId,
  number: 'ひ協第123号',
  means: 'in-person',
  receivedOn: PUBLISHED_ON,
  ...more,
});
const receive = (more: Record<string, unknown> = {}, reader = round.office) =>
  town.refusal(reader, recordReceipt, receipt(more));

describe('F9.6 errata and receipt, refused', () => {
  test('before there is a document, and of another hub', async () => {
    expect(await correct()).toBe('not-published');
    expect(await receive()).toBe('not-published');
    expect(await correct({ roundId: round.proposalId, proposalId: '', part: 'rest' })).toBe('not-found');
    await publishTold(town, round);
    expect(await town.refusal(round.editor, recordErratum, erratum(), { hub: town.neighbour })).toBe('not-found');
    expect(await town.refusal(round.office, recordReceipt, receipt(), { hub: town.neighbour })).toBe('not-found');
  });

  test('by whoever did not write that part', async () => {
    expect(await correct({}, round.proposer)).toBe('not-statement-editor');
    expect(await correct({ part: 'proposal', wrong: '第2版' }, round.editor)).toBe('not-proposer');
    expect(await correct({ part: 'rest', wrong: 'R8-3' }, round.editor)).toBe('not-secretariat');
    expect(await correct({ part: 'rest', wrong: 'R8-3' }, round.citizen)).toBe('not-secretariat');
    const group = await town.organisation('group', '灯りの会', [[round.editor, 'representative']]);
    expect(await correct({}, town.as(round.editor, group))).toBe('not-statement-editor');
  });

  test('at the field: words that are not there, nothing corrected, no place, no reason', async () => {
    expect(await correct({ wrong: 'どこにもないことば' })).toBe('wrong:not-in-document');
    expect(await correct({ wrong: '意見その3', part: 'proposal' }, round.proposer)).toBe('wrong:not-in-document');
    expect(await correct({ corrected: '暗い所から' })).toBe('corrected:nothing-corrected');
    expect(await correct({ place: ' ' })).toBe('place:required');
    expect(await correct({ reason: '' })).toBe('reason:required');
    expect(await correct({ part: 'cover' })).toBe('part:not-a-choice');
    expect(await correct({ proposalId: '' })).toBe('proposalId:required');
    expect(await correct({ reason: 'あ'.repeat(401) })).toBe('reason:too-long');
  });

  test('a receipt by another division, by a citizen, with days that cannot be', async () => {
    expect(await receive({}, round.citizen)).toBe('not-the-receiver');
    expect(await receive({}, town.as(round.officer, round.other, 'editor'))).toBe('not-the-receiver');
    expect(await receive({ receivedOn: '2027-01-08' })).toBe('receivedOn:before-submission');
    expect(await receive({ receivedOn: '2027-01-10' })).toBe('receivedOn:in-the-future');
    expect(await receive({ means: 'pigeon' })).toBe('means:not-a-choice');
    expect(await receive({ number: '' })).toBe('number:required');
  });

  test('nothing half-written stays', async () => {
    expect(await town.rows('select id from document_errata')).toEqual([]);
    expect(await town.rows('select number from document_receipts')).toEqual([]);
  });
});

describe('F9.6 errata', () => {
  test('are numbered one after another, also when two are recorded at the same moment', async () => {
    const outcomes = await Promise.all([
      correct(),
      correct({ part: 'proposal', wrong: '第2版の提案です。', corrected: '' }, round.proposer),
      correct(
        { part: 'rest', place: '資料編の理由', wrong: '提案の範囲の外のため。', corrected: '提案と別の話のため。' },
        town.as(round.citizen, centre),
      ),
    ]);
    expect(outcomes).toEqual(['done', 'done', 'done']);
    expect(
      (await town.rows<{ number: number }>('select number from document_errata order by number')).map(
        (one) => one.number,
      ),
    ).toEqual([1, 2, 3]);
  });

  test('the same form sent twice is carried out once', async () => {
    const once = crypto.randomUUID();
    const input = erratum({ wrong: '賛成が多かった', corrected: '賛成の人が多かった' });
    const first = await town.perform(round.editor, recordErratum, input, { once });
    expect(await town.perform(round.editor, recordErratum, input, { once })).toEqual(first);
    expect(await town.rows('select id from document_errata')).toHaveLength(4);
  });

  test('are in the journal, with the words as part of whoever recorded them', async () => {
    const parts = await town.rows<{ actor_id: string; content: Record<string, unknown> }>(
      `select p.actor_id, p.content from events e join event_parts p on p.hub_id = e.hub_id and p.event_id = e.id
       where e.verb = 'documents.corrected' and e.is_public`,
    );
    expect(parts).toHaveLength(4);
    expect(parts.find((one) => one.content.part === 'proposal')).toMatchObject({
      actor_id: round.proposer.person.id,
      content: { wrong: '第2版の提案です。', corrected: '' },
    });
  });

  test('stand beside the document, in all its forms, and never in the file that was hashed', async () => {
    for (const path of [at, `${at}/full`, `${at}/errata`])
      expect((await site.get(path)).body).toContain('とくに暗い所から');
    expect((await site.get(`${at}.json`)).body).not.toContain('とくに暗い所から');
    expect((await site.get(`${at}.csv`)).body).toContain('とくに暗い所から');
    const data = JSON.parse((await site.get(`${at}/errata.json`)).body);
    expect(data.document.number).toBe('R8-3');
    expect(data.items).toContainEqual(
      expect.objectContaining({ place: '項目1', wrong: '暗い所から', right: 'とくに暗い所から' }),
    );
    expect((await site.get(`${at}/errata.csv`)).body).toContain('写しまちがい。');
  });
});

describe('F9.6 the receipt', () => {
  test('is recorded once by the division that took it, and can be printed', async () => {
    expect((await site.get(`${at}/receipt`)).status).toBe(404);
    expect(await markupMistakes((await site.get(`${at}/receipt/new`, round.office)).body)).toEqual([]);
    const refused = await site.post(
      `${at}/receipt`,
      { number: 'ひ協第123号', receivedOn: '2027-02-01', means: 'post' },
      round.office,
    );
    expect([
      refused.status,
      refused.body.includes('ひ協第123号'),
      refused.body.includes('これからの日付は書けません'),
    ]).toEqual([422, true, true]);
    const outcomes = await Promise.all([receive({ receiver: 'まつばら' }), receive({ receiver: 'まつばら' })]);
    expect(outcomes.sort()).toEqual(['done', 'received-already']);
    for (const path of [at, `${at}/receipt`, `/rounds/${shortId(town.roundId)}`]) {
      const { body } = await site.get(path);
      for (const shown of path.startsWith(at)
        ? ['ひ協第123号', '持参', 'まつばら', '交通政策課']
        : ['ひ協第123号', '交通政策課', '市が受け取りました'])
        expect(body).toContain(shown);
    }
  });

  test('the name of whoever took it is a part of its own, which can be erased alone', async () => {
    const parts = await town.rows<{ part: string; content: Record<string, unknown> }>(
      `select p.part, p.content from events e join event_parts p on p.hub_id = e.hub_id and p.event_id = e.id
       where e.verb = 'documents.received' order by p.part`,
    );
    expect(parts.map((one) => one.part)).toEqual(['receipt', 'receiver']);
    expect(JSON.stringify(parts[0])).not.toContain('まつばら');
  });

  test.each<Lang>(['ja', 'easy', 'en'])('pages are whole and valid in %s', async (lang) => {
    const pages: [string, typeof round.editor | null][] = [
      [at, null],
      [`${at}/errata`, null],
      [`${at}/receipt`, null],
      [`${at}/errata/new`, round.editor],
    ];
    for (const [path, reader] of pages) {
      const { status, body } = await site.get(path, reader, lang);
      expect([path, status, await markupMistakes(body)]).toEqual([path, 200, []]);
      expect(body).not.toMatch(/undefined|NaN|\[object/);
    }
    expect(site.faults).toEqual([]);
  });
});
