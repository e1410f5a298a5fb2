import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import '../../happenings.ts';
import { defaultRules } from '#commons/hubs/index.ts';
import { mendKind } from '#commons/search/mend.ts';
import { rebuildIndex } from '#commons/search/rebuild.ts';
import { jobIn } from '#functions/registration/groups/groups-for-tests.ts';
import type { Reader } from '#kernel/context.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import { randomId } from '#kernel/ids.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { changeSearch, endByLetter, removeSearch, saveSearch } from './acts.ts';
import { matchBatch, matchNews } from './match-news.ts';
import { findsOf, searchesOf } from './queries.ts';
import { sendFinds, sendOf } from './send-finds.ts';

let town: TestTown;
let fumi: Reader;
let ken: Reader;

const write = <T>(work: (db: Db) => Promise<T>) => town.hubwise.write(town.hub.id, work);

async function person(name: string): Promise<Reader> {
  const reader = await town.person(name);
  await write((db) =>
    run(
      db,
      `insert into auth.users (id, name, email, email_confirmed, lang, created_at, updated_at) values ($1, 'x', $2, true, 'ja', $3, $3)`,
      [reader.accountId, `${reader.accountId}@hinata.example`, town.now()],
    ),
  );
  return reader;
}

beforeAll(async () => {
  town = await openTestTown({ ...defaultRules, open: [...defaultRules.open, 'information'] });
  town.today('2026-11-10');
  [fumi, ken] = [await person('ふみさん'), await person('けん')];
});
afterAll(() => town.close());

/** Something new to be found, without its module. */
async function post(title: string, more: { fields?: number[]; body?: string } = {}): Promise<string> {
  const id = randomId();
  await write(async (db) => {
    await run(
      db,
      `insert into entries (hub_id, id, kind, actor_id, person_id, title, body, fields, published_at, changed_at, confirmed_at)
       values ($1, $2, 'call', $3, $3, $4, $5, $6, $7, $7, $7)`,
      [town.hub.id, id, ken.person.id, title, more.body ?? '人をさがしています。', more.fields ?? [], town.now()],
    );
    await mendKind(db, town.hub.id, 'entry-call');
  });
  return id;
}

const hide = (id: string) =>
  write((db) =>
    run(db, 'update entries set hidden_at = $3 where hub_id = $1 and id = $2', [town.hub.id, id, town.now()]),
  );
const save = (query: string, more: object = {}, by = fumi) =>
  town.perform(by, saveSearch, { page: 'activities', query, name: 'さがしもの', rhythm: 'at-once', ...more });
const later = (minutes: number) => ({ ...jobIn(town), now: new Date(town.now().getTime() + minutes * 60_000) });
const match = () => matchNews(jobIn(town));
const letters = (reader: Reader) =>
  write((db) =>
    run<{ subject: string; body_text: string; unsubscribe: string }>(
      db,
      'select subject, body_text, unsubscribe from mails where recipient = $1 order by created_at, id',
      [`${reader.accountId}@hinata.example`],
    ),
  );
const found = async (id: string) => (await town.read((db) => findsOf(db, id))).map(({ object_id }) => object_id);

describe('F1.1 saving a search', () => {
  test('keeps what the page asks, once; not what asks nothing; not without end', async () => {
    const by = await person('たくさん');
    const { id } = await save('kind=entry-call&field=7&zzz=1&q=%20花%20', { page: 'search' }, by);
    const [own] = await town.read((db) => searchesOf(db, by.person.id));
    expect(own).toMatchObject({ id, page: 'search', rhythm: 'at-once' });
    expect(new URLSearchParams(own!.query).get('q')).toBe('花');
    const refused = (query: string, more: object = {}) =>
      town.refusal(by, saveSearch, { page: 'search', query, name: '名前', rhythm: 'daily', ...more });
    expect(await refused(own!.query)).toBe('saved-already');
    expect(await refused('')).toBe('query:asks-nothing');
    expect(await refused('q=!!')).toBe('query:asks-nothing');
    expect(await refused('q=花', { name: ' ' })).toBe('name:required');
    expect(await refused('q=花', { rhythm: 'hourly' })).toBe('rhythm:not-a-choice');
    for (let n = 0; n < 49; n += 1) await save(`q=花${n}`, { page: 'search' }, by);
    expect(await refused('q=もう一つ')).toBe('too-many');
  });

  test('is nobody else’s to see, change or remove', async () => {
    const { id } = await save('q=しろい');
    expect(await town.refusal(ken, changeSearch, { id, name: 'x', rhythm: 'off' })).toBe('not-found');
    expect(await town.refusal(ken, removeSearch, { id })).toBe('not-found');
    expect(await town.refusal(fumi, removeSearch, { id }, { hub: town.neighbour })).toBe('not-found');
    await town.perform(fumi, removeSearch, { id });
    expect(await town.refusal(fumi, removeSearch, { id })).toBe('not-found');
  });
});

describe('P8 being told what is new', () => {
  test('of what came after saving, in one letter, once; a changed or rebuilt index tells nothing twice', async () => {
    const by = await person('みどり');
    await post('前からの花だん');
    const { id } = await save('q=花だん', {}, by);
    const first = await post('新しい花だん', { body: '水やりの人' });
    await post('橋');
    const second = await post('花だんの縁');
    await match();
    await match();
    expect((await found(id)).sort()).toEqual([first, second].sort());
    await sendFinds(jobIn(town));
    expect(await letters(by)).toEqual([]);
    await sendFinds(later(2));
    await sendFinds(later(3));
    const [letter, ...others] = await letters(by);
    expect(others).toEqual([]);
    expect(letter!.subject).toBe('さがしもの：新しいもの2件');
    expect(letter!.body_text).toContain('新しい花だん');
    expect(letter!.body_text).not.toContain('前からの花だん');
    await write((db) =>
      run(db, `update entries set title = '新しい花だん二号' where hub_id = $1 and id = $2`, [town.hub.id, first]),
    );
    await rebuildIndex(town.hubwise, town.hub.id, () => {});
    await match();
    await sendFinds(later(10));
    expect(await letters(by)).toHaveLength(1);
    const told = await town.rows<{ facts: object }>(
      `select facts from notices where kind = 'saved-searches.found' and person_id = $1`,
      [by.person.id],
    );
    expect(told).toEqual([{ facts: { search: 'さがしもの', count: 2 } }]);
  });

  test('by its conditions, as the page finds them', async () => {
    const by = await person('しぼりこみ');
    const { id } = await save('field=13', {}, by);
    const fits = await post('放課後の相手', { fields: [13, 2] });
    await post('放課後の別の話', { fields: [7] });
    await match();
    expect(await found(id)).toEqual([fits]);
  });

  test('not of what is hidden, before it was found or before the letter leaves', async () => {
    const by = await person('かくれ');
    const { id } = await save('q=ひみつ', {}, by);
    const hidden = await post('ひみつの庭');
    await hide(hidden);
    const later1 = await post('ひみつの畑');
    await match();
    expect(await found(id)).toEqual([later1]);
    await hide(later1);
    await sendFinds(later(2));
    expect(await letters(by)).toEqual([]);
  });

  test('as often as was chosen: in the morning, on Monday, or not at all', async () => {
    const by = await person('のんびり');
    const { id } = await save('q=しずか', { rhythm: 'weekly' }, by);
    await post('しずかな部屋');
    await match();
    await sendFinds(later(24 * 60));
    expect(await letters(by)).toEqual([]);
    await town.perform(by, changeSearch, { id, name: 'さがしもの', rhythm: 'off' });
    await post('しずかな庭');
    await match();
    await sendFinds(later(8 * 24 * 60));
    expect(await letters(by)).toEqual([]);
    await town.perform(by, changeSearch, { id, name: 'さがしもの', rhythm: 'daily' });
    await post('しずかな道');
    await match();
    await sendFinds(later(24 * 60));
    const all = await letters(by);
    expect(all.map(({ subject }) => subject)).toEqual(['さがしもの：新しいもの1件']);
  });

  test('X3 its letters are ended by whoever holds one, without signing in', async () => {
    const by = await person('おわり');
    const { id } = await save('q=おわり', {}, by);
    await post('おわりの会');
    await match();
    expect(await write((db) => endByLetter(db, town.hub.id, id))).toBe('さがしもの');
    await sendFinds(later(5));
    expect(await letters(by)).toEqual([]);
    expect(await write((db) => endByLetter(db, town.hub.id, randomId()))).toBeNull();
  });
});

class Crash extends Error {}

/** The work is done, and the process dies before it is kept. */
async function crashing(work: (db: Db) => Promise<unknown>): Promise<void> {
  const dies = write(async (db) => {
    await work(db);
    throw new Crash();
  });
  await expect(dies).rejects.toThrow(Crash);
}

describe('F1.1 a crash at any moment', () => {
  test('neither loses nor doubles anything that was found', async () => {
    const steps = fc.array(fc.constantFrom('post', 'match', 'crash-match', 'send', 'crash-send'), { maxLength: 12 });
    let turn = 0;
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        turn += 1;
        const by = await person(`こわれ${turn}`);
        const word = `ことば${String.fromCharCode(0x4e00 + turn)}`;
        const { id } = await save(`q=${word}`, {}, by);
        const posted: string[] = [];
        const due = later(5);
        for (const step of [...all, 'match', 'send'] as const) {
          if (step === 'post') {
            posted.push(`${word}その${posted.length + 1}番`);
            await post(posted.at(-1)!);
          } else if (step === 'match') await match();
          else if (step === 'crash-match') await crashing((db) => matchBatch(db, town.hub, town.now()));
          else if (step === 'send') await sendFinds(due);
          else await crashing((db) => sendOf(db, due, id));
        }
        const texts = (await letters(by)).map(({ body_text }) => body_text).join('\n');
        for (const title of posted) expect(texts.split(`■ ${title}\n`)).toHaveLength(2);
      }),
      { numRuns: 6 },
    );
  });
});
