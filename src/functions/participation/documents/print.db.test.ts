import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openFilesWith } from '#commons/files/index.ts';
import { localStore } from '#commons/files/local-store.ts';
import { shortId } from '#kernel/ids.ts';
import { PUBLISHED_ON } from '#test/support/published-round.ts';
import { markupMistakes, openSite, type TestSite } from '#test/support/site.ts';
import { publishTold, type ToldRound, writtenRound } from '#test/support/told-round.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { documentOf } from './queries.ts';
import { recordErratum } from './record-erratum.ts';

let town: TestTown;
let site: TestSite;
let round: ToldRound;
let at: string;
const folder = mkdtempSync(join(tmpdir(), 'minna-print-'));

beforeAll(async () => {
  openFilesWith({ store: localStore(folder), scan: null, arrivals: folder });
  town = await openTestTown();
  site = await openSite(town);
  round = await writtenRound(town);
  at = `/rounds/${shortId(town.roundId)}/document`;
});
afterAll(async () => {
  await site.close();
  await town.close();
  rmSync(folder, { recursive: true });
});

const pdfOf = async (response: Response) => Buffer.from(await response.arrayBuffer());

describe('F9.6 the printed document', () => {
  test('is not there before the publication, nor in a round nobody knows', async () => {
    expect((await site.fetch(`${at}.pdf`)).status).toBe(404);
    expect((await site.fetch(`/rounds/${shortId(round.proposalId)}/document.pdf`)).status).toBe(404);
    expect((await site.fetch('/rounds/nothing/document.pdf')).status).toBe(404);
  });

  test('is a tagged PDF with its title and language, linked from the document', async () => {
    town.today(PUBLISHED_ON);
    await publishTold(town, round);
    expect((await site.get(at)).body).toContain(`${at}.pdf`);
    const response = await site.fetch(`${at}.pdf`);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    expect(response.headers.get('content-disposition')).toBe('inline; filename="R8-3.pdf"');
    const pdf = (await pdfOf(response)).toString('latin1');
    expect(pdf.slice(0, 5)).toBe('%PDF-');
    expect(pdf).toContain('/MarkInfo');
    expect(pdf).toContain('/StructTreeRoot');
    expect(pdf).toMatch(/\/Lang\s*\(ja/);
    expect(pdf).toContain('pdfuaid:part');
    expect(pdf).toContain('BIZUDPGothic');
    expect(site.faults).toEqual([]);
  });

  test('is made once: the same bytes and mark each time, nothing sent again to who has it', async () => {
    const [one, two] = await Promise.all([site.fetch(`${at}.pdf`), site.fetch(`${at}.pdf`)]);
    expect((await pdfOf(one)).equals(await pdfOf(two))).toBe(true);
    const etag = one.headers.get('etag')!;
    const again = await site.fetch(`${at}.pdf`, { headers: { 'if-none-match': etag } });
    expect([again.status, again.headers.get('etag'), (await pdfOf(again)).length]).toEqual([304, etag, 0]);
  });

  test('has its labels in the language asked for, and is another file then', async () => {
    const [ja, en] = await Promise.all([site.fetch(`${at}.pdf`), site.fetch(`${at}.pdf?lang=en`)]);
    expect(en.status).toBe(200);
    expect(en.headers.get('etag')).not.toBe(ja.headers.get('etag'));
  });

  test('an erratum makes another file', async () => {
    const before = (await site.fetch(`${at}.pdf`)).headers.get('etag');
    await town.perform(round.editor, recordErratum, {
      roundId: town.roundId,
      part: 'statement',
      proposalId: round.proposalId,
      place: '項目1',
      wrong: '灯り',
      corrected: '明かり',
      reason: '字をそろえるため',
    });
    const after = await site.fetch(`${at}.pdf`);
    expect(after.status).toBe(200);
    expect(after.headers.get('etag')).not.toBe(before);
  });

  test('where no press runs is a clear page with the other forms of the same document, and no word of what broke', async () => {
    const node = process.execPath;
    process.execPath = join(folder, 'no-such-program');
    try {
      const answer = await site.fetch(`${at}.pdf?lang=easy`);
      const body = await answer.text();
      expect(answer.status).toBe(503);
      for (const other of [`${at}/full`, `${at}.csv`, `${at}.json`]) expect(body).toContain(`href="${other}"`);
      expect(body).not.toMatch(/no-such-program|ENOENT|press|run-press/);
      expect(await markupMistakes(body)).toEqual([]);
    } finally {
      process.execPath = node;
    }
    expect((await site.fetch(`${at}.pdf?lang=easy`)).status).toBe(200);
    expect(site.faults).toEqual([]);
  });

  test('another hub has no such document', async () => {
    expect(await town.hubwise.read(town.hub.id, (db) => documentOf(db, town.roundId))).not.toBeNull();
    expect(await town.hubwise.read(town.neighbour.id, (db) => documentOf(db, town.roundId))).toBeNull();
  });
});
