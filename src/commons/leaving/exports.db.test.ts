import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import yauzl from 'yauzl';
import { openDebate, say, vote } from '#commons/discussion/debate-for-tests.ts';
import { keepFile } from '#commons/files/index.ts';
import { pictureWithExif, workbench } from '#commons/files/samples-for-tests.ts';
import { beginDraft, saveDraft } from '#functions/participation/proposals/drafts.ts';
import type { Reader } from '#kernel/context.ts';
import { shortId } from '#kernel/ids.ts';
import { openSite, type TestSite } from '#test/support/site.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { exportBytes, forgetExports } from './exports.ts';
import { type LeavingTown, openLeavingTown } from './leaving-for-tests.ts';
import { requestExport } from './request-export.ts';
import { runExport } from './run-export.ts';

const bench = workbench();
let town: TestTown;
let leaving: LeavingTown;
let site: TestSite;
let fumi: Reader;
let ken: Reader;
let others: string;

beforeAll(async () => {
  town = await openTestTown();
  leaving = openLeavingTown(town);
  site = await openSite(town);
  town.today('2026-11-10');
  fumi = await leaving.member('fumi@example.com', 'ふみさん');
  ken = await leaving.member('ken@example.com', 'けんたろうさん');
  const debate = await openDebate(town);
  await say(town, fumi, debate, '朝の便を早めてほしい');
  others = (await say(town, ken, debate, '=夕方の便もほしい')).id;
  await vote(town, fumi, others, 'agree');
  town.today('2026-10-12');
  const draft = await town.perform(fumi, beginDraft, {});
  const text = { kind: 'project', policyId: '', title: '書きかけの提案', problem: '', proposal: '' };
  await town.perform(fumi, saveDraft, { id: draft.id, version: 1, ...text });
  town.today('2026-11-10');
});
beforeEach(() => bench.open());
afterAll(async () => {
  await site.close();
  await town.close();
  bench.clear();
});

async function unpack(zip: Buffer): Promise<Map<string, Buffer>> {
  const found = new Map<string, Buffer>();
  const file = await new Promise<yauzl.ZipFile>((resolve, reject) =>
    yauzl.fromBuffer(zip, { lazyEntries: true }, (error, opened) => (error ? reject(error) : resolve(opened))),
  );
  for await (const entry of file.eachEntry()) {
    const stream = await new Promise<NodeJS.ReadableStream>((resolve, reject) =>
      file.openReadStream(entry, (error, opened) => (error ? reject(error) : resolve(opened))),
    );
    found.set(entry.fileName, await buffer(stream));
  }
  return found;
}

async function exported(reader: Reader): Promise<{ id: string; zip: Buffer; files: Map<string, Buffer> }> {
  const { id } = await town.perform(reader, requestExport, {});
  await runExport(leaving.job(), { id });
  const zip = await buffer(exportBytes(town.hubwise, town.hub.id, id));
  return { id, zip, files: await unpack(zip) };
}

describe('X1 everything about me', () => {
  test('account, words, drafts, choices and files, with a README in one’s own language', async () => {
    const picture = await pictureWithExif('png');
    const by = { hubwise: town.hubwise, hubId: 1, personId: fumi.person.id, now: town.now() };
    const kept = await keepFile(by, bench.write(picture), 'x');
    const { files } = await exported(fumi);
    const rows = (path: string) => JSON.parse(files.get(path)!.toString()) as Record<string, unknown>[];
    expect(rows('accounts/users.json')).toMatchObject([{ email: 'fumi@example.com' }]);
    expect(rows('accounts/sessions.json').length).toBeGreaterThan(0);
    expect(rows('actors/actors.json')).toMatchObject([{ name: 'ふみさん' }]);
    expect(rows('discussion/opinions.json')).toMatchObject([{ body: '朝の便を早めてほしい', actor_id: 'あなた' }]);
    expect(rows('proposals/proposal_drafts.json')).toMatchObject([{ fields: { title: '書きかけの提案' } }]);
    expect(rows('mail/mails.json').length).toBeGreaterThan(0);
    expect(rows('journal/events.json').length).toBeGreaterThan(0);
    expect(rows('journal/event_parts.json')[0]).toHaveProperty('salt');
    const csv = files.get('votes.csv')!.toString();
    expect(csv).toContain('"\'=夕方の便もほしい","賛成"');
    expect(files.get(`files/${kept.id}.png`)!.length).toBe(kept.bytes);
    const readme = files.get('README.txt')!.toString();
    expect(readme).toContain('わたしに関するすべて');
    for (const path of files.keys()) if (path.endsWith('.json')) expect(readme).toContain(path);
  });

  test('no key of any door, and nobody else', async () => {
    const { files } = await exported(fumi);
    const everything = [...files]
      .filter(([path]) => /\.(json|csv|txt)$/.test(path))
      .map(([, bytes]) => bytes.toString());
    const [secret] = await leaving.accounts.deployment((db) =>
      db.selectFrom('auth.credentials').select('password').where('user_id', '=', fumi.accountId).execute(),
    );
    for (const text of everything) {
      for (const no of [secret!.password!, 'けんたろうさん', 'ken@example.com', ken.person.id, ken.accountId])
        expect(text).not.toContain(no);
    }
  });

  test('only its owner gets it, by the page and the letter; nobody by the address', async () => {
    const { id, zip } = await exported(ken);
    const path = `/account/exports/${shortId(id)}`;
    const got = await site.fetch(path, {}, ken);
    expect(got.headers.get('content-type')).toBe('application/zip');
    expect(got.headers.get('cache-control')).toBe('no-store');
    expect(Buffer.from(await got.arrayBuffer()).equals(zip)).toBe(true);
    expect((await site.get(path, fumi)).status).toBe(404);
    expect((await site.get(path)).location).toContain('/sign-in');
    await leaving.accounts.link('ken@example.com', '/account/exports');
    expect((await site.get('/account/exports', ken)).body).toContain(path);
  });

  test('one at a time; done again after a crash it is whole; after a week it is gone', async () => {
    const mio = await leaving.member('mio@example.com', 'みおさん');
    const { id } = await town.perform(mio, requestExport, {});
    expect(await town.refusal(mio, requestExport, {})).toBe('export-under-way');
    await town.hubwise.write(1, (db) =>
      db
        .insertInto('account_export_chunks')
        .values({ hub_id: 1, export_id: id, n: 0, bytes: Buffer.from('half of it') })
        .execute(),
    );
    await runExport(leaving.job(), { id });
    await runExport(leaving.job(), { id });
    const bytes = await buffer(exportBytes(town.hubwise, 1, id));
    expect((await unpack(bytes)).has('README.txt')).toBe(true);
    const rows = () => town.rows('select 1 from account_export_chunks where export_id = $1', [id]);
    const later = (days: number) => ({ ...leaving.job(), now: new Date(town.now().getTime() + days * 86_400_000) });
    await forgetExports(later(6.9));
    expect((await rows()).length).toBeGreaterThan(0);
    await forgetExports(later(7));
    expect(await rows()).toEqual([]);
  });

  test('in another town nothing is found under the same number', async () => {
    const { id } = await exported(fumi);
    expect((await buffer(exportBytes(town.hubwise, town.neighbour.id, id))).length).toBe(0);
  });
});
