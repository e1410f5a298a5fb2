import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { action } from '#kernel/action.ts';
import type { Reader } from '#kernel/context.ts';
import { randomId } from '#kernel/ids.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import '../../happenings.ts';
import { follow } from './follow.ts';
import { hush, unhush } from './hush.ts';
import { markRead } from './mark-read.ts';
import { noticeRows, spreadAll } from './notices-for-tests.ts';
import type { spreadBatch } from './spread.ts';
import { tell } from './tell.ts';

let town: TestTown;
let fumi: Reader;
let ken: Reader;
const towns: TestTown[] = [];

beforeEach(async () => {
  town = await openTestTown();
  towns.push(town);
  fumi = await town.person('ふみさん');
  ken = await town.person('けん');
});
afterAll(() => Promise.all(towns.map((one) => one.close())));

const proposal = randomId();
const followIt = (by: Reader) =>
  town.perform(by, follow, { kind: 'proposal', id: proposal, title: '夜の照明', scope: 'all' });
/** A public act of the kind a module tells of, without the module. */
const revised = action({
  name: 'sample.revise',
  input: z.object({}),
  run: (ctx) =>
    ctx.record({
      verb: 'proposals.revised',
      object: { kind: 'proposal', id: proposal },
      public: { title: '夜の照明' },
      tags: [`proposal:${proposal}`],
    }),
});
const revise = (by: Reader) => town.perform(by, revised, {});

const asked = action({
  name: 'sample.ask',
  input: z.object({ people: z.array(z.uuid()), hasLetter: z.boolean() }),
  async run(ctx, { people, hasLetter }) {
    await tell(ctx, {
      people,
      kind: 'mail.address-stopped',
      about: { kind: 'proposal', id: proposal },
      href: '/account',
      facts: { address: 'a' },
      hasLetter,
    });
  },
});

describe('X3 telling people', () => {
  test('reaches persons and those who speak for an organisation, not its members, and not whoever acts', async () => {
    const mio = await town.person('みお');
    const toku = await town.person('とくさん');
    const kai = await town.organisation('group', '川の会', [
      [fumi, 'representative'],
      [mio, 'member'],
    ]);
    await town.perform(ken, asked, { people: [kai.id, ken.person.id, toku.person.id], hasLetter: false });
    const told = await town.rows<{ person_id: string }>('select person_id from notices');
    expect(new Set(told.map((one) => one.person_id))).toEqual(new Set([fumi.person.id, toku.person.id]));
  });

  test('leaves by letter at once where nothing else is set, and not where a letter of its own goes', async () => {
    await town.perform(ken, asked, { people: [fumi.person.id], hasLetter: false });
    await town.perform(ken, asked, { people: [fumi.person.id], hasLetter: true });
    const rows = await noticeRows(town, fumi.person.id);
    expect(rows.map(({ mail_after }) => mail_after !== null).sort()).toEqual([false, true]);
  });

  test('is undone with its act', async () => {
    const failing = action({
      name: 'sample.fail',
      input: z.object({}),
      async run(ctx) {
        await asked.run(ctx, { people: [fumi.person.id], hasLetter: false });
        throw new Error('no');
      },
    });
    await expect(town.perform(ken, failing, {})).rejects.toThrow('no');
    expect(await noticeRows(town, fumi.person.id)).toEqual([]);
  });

  test('of the same in an act that followers hear of, too, tells nobody twice', async () => {
    await followIt(fumi);
    await revise(ken);
    await town.perform(ken, asked, { people: [fumi.person.id], hasLetter: false });
    await spreadAll(town);
    expect(await noticeRows(town, fumi.person.id)).toHaveLength(1);
  });
});

describe('X3 what is hidden', () => {
  test('is in no list, and nobody is told of it until it is shown again', async () => {
    await followIt(fumi);
    await revise(ken);
    await spreadAll(town);
    const means = (db: Parameters<typeof spreadBatch>[0]) => ({ db, hub: town.hub, now: town.now() });
    const thing = { kind: 'proposal', id: proposal };
    await town.hubwise.write(town.hub.id, (db) => hush(means(db), thing));
    await town.hubwise.write(town.hub.id, (db) => hush(means(db), thing));
    await revise(ken);
    await town.perform(ken, asked, { people: [fumi.person.id], hasLetter: false });
    await spreadAll(town);
    expect(await noticeRows(town, fumi.person.id)).toMatchObject([{ is_hushed: true }]);
    await town.hubwise.write(town.hub.id, (db) => unhush(means(db), thing));
    await revise(ken);
    await spreadAll(town);
    expect((await noticeRows(town, fumi.person.id)).map((one) => one.is_hushed)).toEqual([false, false]);
  });
});

describe('X3 reading', () => {
  test('marks one, or all that were seen; nobody marks for somebody else', async () => {
    for (let at = 0; at < 3; at += 1) {
      town.today(`2026-10-1${at + 1}`);
      await town.perform(ken, asked, { people: [fumi.person.id], hasLetter: false });
    }
    const [first, second] = await noticeRows(town, fumi.person.id);
    await town.perform(ken, markRead, { id: first!.id });
    expect((await noticeRows(town, fumi.person.id)).every((one) => one.read_at === null)).toBe(true);
    await town.perform(fumi, markRead, { upTo: second!.id });
    expect((await noticeRows(town, fumi.person.id)).map((one) => one.read_at !== null)).toEqual([true, true, false]);
  });
});
