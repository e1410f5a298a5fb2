import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { action } from '#kernel/action.ts';
import type { Reader } from '#kernel/context.ts';
import { run } from '#kernel/database/dialect.ts';
import { randomId } from '#kernel/ids.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import '../../happenings.ts';
import { z } from 'zod';
import { follow, followByVoting } from './follow.ts';
import { noticeRows, sequenceAll, spreadAll } from './notices-for-tests.ts';
import { changeSettings } from './settings.ts';
import { spreadBatch } from './spread.ts';

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
const round = randomId();

/** A public act of the kind the modules tell of, without the module. */
const act = action({
  name: 'sample.act',
  input: z.object({ verb: z.string(), kind: z.string(), id: z.uuid(), tags: z.array(z.string()), facts: z.any() }),
  async run(ctx, { verb, kind, id, tags, facts }) {
    await ctx.record({ verb, object: { kind, id }, public: facts, tags });
  },
});
const publish = (by: Reader, id = proposal) =>
  town.perform(by, act, {
    verb: 'proposals.published',
    kind: 'proposal',
    id,
    tags: [`proposal:${id}`, `round:${round}`, `actor:${by.acting.id}`],
    facts: { title: '夜の照明', roundId: round },
  });
const revise = (by: Reader, title = '夜の照明') =>
  town.perform(by, act, {
    verb: 'proposals.revised',
    kind: 'proposal',
    id: proposal,
    tags: [`proposal:${proposal}`, `actor:${by.acting.id}`],
    facts: { title },
  });
const say = (by: Reader, id = randomId()) =>
  town.perform(by, act, {
    verb: 'opinions.said',
    kind: 'opinion',
    id,
    tags: [`debate:${proposal}`, `opinion:${id}`, `actor:${by.acting.id}`],
    facts: { debateId: proposal, debateKind: 'proposal', debateTitle: '夜の照明', number: 3 },
  });
const followIt = (by: Reader, scope = 'all', id = proposal, kind = 'proposal') =>
  town.perform(by, follow, { kind, id, title: '夜の照明', scope });
const follows = (who: Reader) =>
  town.rows<{ kind: string; scope: string; title: string; cause: string; href: string }>(
    'select kind, scope, title, cause, href from follows where person_id = $1 order by kind',
    [who.person.id],
  );

describe('X3 followers', () => {
  test('are told once, however many of the things they follow an event concerns; whoever acts is not', async () => {
    await followIt(fumi);
    await followIt(fumi, 'all', ken.person.id, 'actor');
    await followIt(ken);
    await revise(ken);
    await spreadAll(town);
    await spreadAll(town);
    expect(await noticeRows(town, fumi.person.id)).toMatchObject([
      { kind: 'event', topic: 'proposal', title: '夜の照明', read_at: null },
    ]);
    expect(await noticeRows(town, ken.person.id)).toEqual([]);
  });

  test('are not told of what was before they followed, nor after they left', async () => {
    await revise(ken);
    town.today('2026-10-11');
    await followIt(fumi);
    await spreadAll(town);
    expect(await noticeRows(town, fumi.person.id)).toEqual([]);
    await followIt(fumi, 'none');
    await revise(ken);
    await spreadAll(town);
    expect(await noticeRows(town, fumi.person.id)).toEqual([]);
  });

  test('of the turns alone hear of no single opinion', async () => {
    await followIt(fumi, 'turns');
    await say(ken);
    await revise(ken);
    await spreadAll(town);
    expect((await noticeRows(town, fumi.person.id)).length).toBe(1);
  });

  test('come of themselves where somebody writes, and a choice made before stays', async () => {
    await publish(fumi);
    await say(ken);
    await spreadAll(town);
    expect(await follows(fumi)).toMatchObject([
      { kind: 'proposal', scope: 'all', title: '夜の照明', cause: 'wrote' },
      { kind: 'round', scope: 'turns' },
    ]);
    expect(await follows(ken)).toMatchObject([
      { kind: 'opinion', scope: 'all', title: '3/夜の照明' },
      { kind: 'proposal', scope: 'turns', title: '夜の照明' },
    ]);
    await followIt(ken, 'none');
    await say(ken);
    await spreadAll(town);
    expect((await follows(ken)).find(({ kind }) => kind === 'proposal')?.scope).toBe('none');
  });

  test('come of themselves only if the person wishes', async () => {
    await town.perform(fumi, changeSettings, {
      overall: 'daily',
      topics: {},
      followsWritten: false,
      followsVoted: false,
    });
    await publish(fumi);
    await spreadAll(town);
    const voted = { id: proposal, kind: 'proposal', title: '夜の照明', since: town.now() };
    await town.hubwise.write(town.hub.id, (db) =>
      followByVoting(
        db,
        town.hub.id,
        [fumi, ken].map((one) => ({ ...voted, person: one.person.id })),
      ),
    );
    expect(await follows(fumi)).toEqual([]);
    expect(await follows(ken)).toMatchObject([{ scope: 'turns', cause: 'voted' }]);
  });

  test('see the new title of what they follow', async () => {
    await followIt(fumi);
    await revise(ken, '夜も明るい通学路');
    await spreadAll(town);
    expect((await follows(fumi))[0]?.title).toBe('夜も明るい通学路');
  });

  test('are many: an act tells none of ten thousand itself, and the worker all of them', async () => {
    await town.hubwise.write(town.hub.id, async (db) => {
      await run(
        db,
        `insert into actors (hub_id, id, kind, name, account_id, created_at)
         select $1, gen_random_uuid(), 'person', 'だれか', gen_random_uuid(), $2 from generate_series(1, 10000)`,
        [town.hub.id, town.now()],
      );
      await run(
        db,
        `insert into follows (hub_id, person_id, thing_id, kind, title, href, scope, cause, since)
         select hub_id, id, $1, 'proposal', '', '/', 'all', 'chosen', $2 from actors where name = 'だれか'`,
        [proposal, town.now()],
      );
    });
    await revise(ken);
    const told = () => town.rows<{ count: number }>('select count(*) from notices');
    expect(await told()).toEqual([{ count: 0 }]);
    await spreadAll(town);
    expect(await told()).toEqual([{ count: 10_000 }]);
  });

  test('of the neighbouring town are not told, and nothing there can be followed from here', async () => {
    await followIt(fumi);
    await town.perform({ ...ken, person: fumi.person, acting: fumi.acting }, follow, {
      kind: 'proposal',
      id: randomId(),
      title: '',
      scope: 'all',
    });
    expect(await town.rows('select 1 from follows', [], town.neighbour)).toEqual([]);
  });

  test('go on exactly where the last turn ended, whatever happens in between', async () => {
    await followIt(fumi);
    for (let at = 0; at < 3; at += 1) await revise(ken);
    await sequenceAll(town);
    const crash = town.hubwise.write(town.hub.id, async (db) => {
      await spreadBatch(db, town.hub.id, town.now());
      throw new Error('the power went');
    });
    await expect(crash).rejects.toThrow('the power went');
    expect(await noticeRows(town, fumi.person.id)).toEqual([]);
    await Promise.all([spreadAll(town), spreadAll(town)]);
    expect(await noticeRows(town, fumi.person.id)).toHaveLength(3);
  });
});

describe('X3 following', () => {
  test.each([
    ['what is no kind of thing', { kind: 'weather', id: proposal, title: '', scope: 'all' }, 'not-followable'],
    ['in no known way', { kind: 'proposal', id: proposal, title: '', scope: 'loudly' }, 'scope:not-a-choice'],
  ])('is refused for %s', async (_, input, code) => {
    expect(await town.refusal(fumi, follow, input)).toBe(code);
  });

  test('twice at once is once', async () => {
    await Promise.all([followIt(fumi), followIt(fumi)]);
    expect(await follows(fumi)).toHaveLength(1);
  });
});
