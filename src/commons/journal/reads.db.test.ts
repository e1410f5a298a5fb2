import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseEntry } from './entry.ts';
import { allHold, checkAllProofs, type ProofStep } from './proof-check.ts';
import { type ProofDocument, proofDocument, proofDocumentSchema } from './proof-json.ts';
import { inclusionProof, type Proofs, proofOf, readEntriesTile, readTile } from './reads.ts';
import { VKEY } from './sample-key.ts';
import { openTown, type Town } from './sample-town.ts';

const object = { kind: 'sample', id: '0193f1c2-7a3b-7c4d-8e5f-001122334455' };
const parts = [
  { part: 'text', content: { body: '公園に木を' } },
  { part: 'reason', content: { body: 'なつがあつい' } },
];

let town: Town;
let ids: string[];
beforeAll(async () => {
  town = await openTown();
  await town.act(
    1,
    Array.from({ length: 300 }, () => ({})),
  );
  await town.sequenceAll(1);
  ids = await town.act(1, [
    { object, parts },
    { object, isPublic: false },
    { object, parts: parts.slice(0, 1) },
  ]);
  await town.act(2, [{ object, parts }]);
  await town.sequenceAll(1);
  await town.act(
    1,
    Array.from({ length: 400 }, () => ({})),
  );
  await town.sequenceAll(1);
  await town.sequenceAll(2);
});
afterAll(() => town.close());

/** As it goes over the wire. */
async function published(found: Proofs | null): Promise<{ document: ProofDocument; steps: ProofStep[] }> {
  const document = proofDocumentSchema.parse(JSON.parse(JSON.stringify(proofDocument(found!, VKEY))));
  return { document, steps: await checkAllProofs(document) };
}

const proofsOf = (options = {}) => town.within(1, (sql) => proofOf(sql, 1, object.kind, object.id, options));

test('every public act on a thing is proved, with its words, the newest first', async () => {
  const { document, steps } = await published(await proofsOf());
  expect(document.proofs.map(({ index }) => index)).toEqual([301, 300]);
  expect(allHold(steps)).toBe(true);
  expect(steps.map(({ step }) => step)).toEqual(['signature', 'inclusion', 'part', 'inclusion', 'part', 'part']);
  expect(steps[0]).toMatchObject({ outcome: 'holds', origin: 'aozora.example/journal', size: 702 });
  expect(document.proofs[1]!.parts.map(({ content }) => content)).toEqual([
    { body: 'なつがあつい' },
    { body: '公園に木を' },
  ]);
});

test('page by page', async () => {
  const first = await proofsOf({ limit: 1 });
  expect(first!.proofs.map(({ index }) => index)).toEqual([301]);
  const second = await proofsOf({ limit: 1, before: 301 });
  expect(second!.proofs.map(({ index }) => index)).toEqual([300]);
  expect((await proofsOf({ before: 300 }))!.proofs).toEqual([]);
});

test('one act is proved by either of its ids; a private one, another town’s and an unknown one by none', async () => {
  const [byId] = (await town.within(1, (sql) => inclusionProof(sql, 1, ids[0]!)))!.proofs;
  const entry = parseEntry(byId!.entry);
  const journalId = 'event' in entry ? entry.event : '';
  expect(byId!.index).toBe(300);
  expect((await town.within(1, (sql) => inclusionProof(sql, 1, journalId)))!.proofs).toEqual([byId]);
  expect(await town.within(1, (sql) => inclusionProof(sql, 1, ids[1]!))).toBeNull();
  expect(await town.within(2, (sql) => inclusionProof(sql, 2, ids[0]!))).toBeNull();
  expect(await town.within(1, (sql) => inclusionProof(sql, 1, object.id))).toBeNull();
});

test('what has no leaf yet is not proved, and does not disturb', async () => {
  const [id] = await town.act(1, [{ object, parts }]);
  expect(await town.within(1, (sql) => inclusionProof(sql, 1, id!))).toBeNull();
  expect((await proofsOf())!.proofs.map(({ index }) => index)).toEqual([301, 300]);
  await town.superuser.query('delete from event_parts where event_id = $1', [id]);
  await town.superuser.query('delete from events where id = $1', [id]);
});

test('hidden for now: the entry is proved, its words are not shown', async () => {
  const { document, steps } = await published(await proofsOf({ disclose: false }));
  expect(JSON.stringify(document)).not.toContain('公園');
  expect(allHold(steps)).toBe(true);
  expect(steps.filter(({ step }) => step === 'silent')).toMatchObject([{ count: 1 }, { count: 2 }]);
});

test('tiles that are not there are not invented', async () => {
  await town.within(1, async (sql) => {
    expect(await readTile(sql, 1, { level: 0, index: 2, width: 190 })).toHaveLength(190 * 32);
    expect(await readTile(sql, 1, { level: 0, index: 2, width: 191 })).toBeNull();
    expect(await readTile(sql, 1, { level: 7, index: 0, width: 1 })).toBeNull();
    expect(await readEntriesTile(sql, 1, { index: 2, width: 190 })).not.toBeNull();
    expect(await readEntriesTile(sql, 1, { index: 2, width: 191 })).toBeNull();
    expect(await readEntriesTile(sql, 1, { index: 99, width: 1 })).toBeNull();
  });
  const before = await town.within(2, (sql) => proofOf(sql, 2, object.kind, ids[0]!));
  expect(before!.proofs).toEqual([]);
});

test('words of one person erased: the entry and the words of the others still hold', async () => {
  const event = ids[0]!;
  await town.superuser.query(
    `update event_parts set salt = null, content = null, erased_at = now() where event_id = $1 and part = 'text'`,
    [event],
  );
  const { document, steps } = await published(await town.within(1, (sql) => inclusionProof(sql, 1, event)));
  expect(document.proofs[0]!.parts.map(({ part }) => part)).toEqual(['reason']);
  expect(allHold(steps)).toBe(true);
  expect(steps.at(-1)).toMatchObject({ step: 'silent', count: 1 });
});
