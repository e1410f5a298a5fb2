import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { markupMistakes } from '#commons/accounts/site-for-tests.ts';
import { countAll, openDebate, say, vote } from '#commons/discussion/debate-for-tests.ts';
import { setHidden } from '#commons/discussion/index.ts';
import type { Hub, Reader } from '#kernel/context.ts';
import { run } from '#kernel/database/dialect.ts';
import { shortId } from '#kernel/ids.ts';
import type { JobContext } from '#kernel/jobs.ts';
import { LANGS } from '#kernel/lang.ts';
import { openSite, type TestSite } from '#test/support/site.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { MAP } from './described.ts';
import { drawMap, findDueMaps } from './draw-map.ts';
import { ownPlace, shownMap } from './queries.ts';
import { namedOn } from './views/map-page.ts';
import { votesOfDebate } from './votes-of-debate.ts';

let town: TestTown;
let site: TestSite;
let people: Reader[];
let debateId: string;
let opinions: string[];
const told: string[][] = [];

const CAMP = 8;

function job(hub: Hub = town.hub): JobContext {
  return {
    hub,
    hubwise: town.hubwise,
    now: town.now(),
    invalidate: async (tags: readonly string[]) => void told.push([...tags]),
  } as unknown as JobContext;
}

const draw = () => drawMap(job(), { debateId });
const changes = async () =>
  (await town.rows<{ map_changes: number | null }>('select map_changes from debates where id = $1', [debateId]))[0]!
    .map_changes;
const waiting = async (now = town.now()) => {
  await findDueMaps({ ...job(), now });
  return town.rows<{ key: string }>(
    `select key from graphile_worker.jobs where task_identifier = 'opinion-map.draw' and key = 'opinion-map:' || $1`,
    [debateId],
  );
};

/** Two camps of eight who choose against each other on the first eight opinions, and alike on the ninth; the tenth is unseen. */
beforeAll(async () => {
  town = await openTestTown();
  site = await openSite(town);
  town.today('2026-11-10');
  people = await Promise.all(Array.from({ length: 2 * CAMP + 1 }, (_, at) => town.person(`人${at}`)));
  debateId = await openDebate(town);
  opinions = [];
  for (let at = 0; at < 10; at += 1) {
    const speaker = people[at % people.length]!;
    opinions.push((await say(town, speaker, debateId, `${at}番の意見です。`)).id);
  }
  for (const [who, reader] of people.slice(0, 2 * CAMP).entries()) {
    for (const [what, id] of opinions.slice(0, 9).entries()) {
      const agrees = what === 8 || who < CAMP === what < 4;
      await vote(town, reader, id, agrees ? 'agree' : 'disagree');
    }
  }
  await vote(town, people.at(-1)!, opinions[0]!, 'pass');
  await countAll(town);
}, 60_000);
afterAll(async () => {
  await site.close();
  await town.close();
  expect(site.faults).toEqual([]);
});

describe('F9.3 the map of a debate', () => {
  test('is due after votes were counted, is handed to the queue once, and is up to date after it was drawn', async () => {
    expect(await changes()).toBeGreaterThan(0);
    expect((await waiting()).map(({ key }) => key)).toEqual([`opinion-map:${debateId}`]);
    expect(await waiting()).toHaveLength(1);
    await draw();
    expect(await changes()).toBeNull();
    expect(told.at(-1)).toEqual([`map:${debateId}`]);
    const { map } = await town.read((db) => shownMap(db, debateId, null));
    expect(map!.picture).toMatchObject({ voters: 17, placed: 16, votes: 145, unshown: 0 });
    expect(map!.picture.groups.map(({ size }) => size)).toEqual([CAMP, CAMP]);
    expect(map!.picture.agree.map(({ id }) => id)).toEqual([opinions[8]]);
    expect(new Set(map!.picture.divided).size).toBe(5);
    expect(map!.picture.unseen).toEqual([opinions[9]]);
  });

  test('X12 reads the words of those opinions that its page names, however many are on it', async () => {
    const { map, texts } = await town.read((db) => shownMap(db, debateId, null, namedOn));
    const { picture } = map!;
    expect(new Set(texts.keys())).toEqual(new Set(namedOn(picture)));
    const { body } = await site.get(`/debates/${shortId(debateId)}/map`);
    for (const { body: said } of texts.values()) expect(body).toContain(said);
    const [one] = picture.opinions;
    const more = Array.from({ length: 400 }, (_, at) => ({ ...one!, id: `more ${at}`, all: [0, 0, 99 + at] as const }));
    const large = namedOn({ ...picture, opinions: [...picture.opinions, ...more] });
    expect(large).toHaveLength(namedOn({ ...picture, opinions: [] }).length + 100);
    expect(large).toContain('more 399');
    expect(large).not.toContain('more 299');
  });

  test('keeps nobody: neither picture nor state name a person', async () => {
    const [kept] = await town.rows<{ text: string }>(
      `select picture::text || state::text || (select string_agg(picture::text, '') from opinion_map_days) as text
       from opinion_maps where debate_id = $1`,
      [debateId],
    );
    for (const { person } of people) expect(kept!.text).not.toContain(person.id);
  });

  test('a vote counted while it was drawn keeps it due', async () => {
    const [first] = opinions;
    await vote(town, people[0]!, first!, 'pass');
    await countAll(town);
    const late = {
      ...job(),
      hubwise: {
        read: (...asked: Parameters<typeof town.hubwise.read>) => town.hubwise.read(...asked),
        write: async (hubId: number, work: (db: never) => Promise<unknown>) => {
          await vote(town, people[0]!, first!, 'agree');
          await countAll(town);
          return town.hubwise.write(hubId, work as never);
        },
      },
    } as unknown as JobContext;
    await drawMap(late, { debateId });
    expect(await changes()).toBe(2);
    await draw();
    expect(await changes()).toBeNull();
  });

  test('is not drawn again before five seconds, nor for more than a tenth of the time', async () => {
    const handed = async (costMs: number, later: number) => {
      await town.hubwise.write(town.hub.id, async (db) => {
        await run(db, "select graphile_worker.remove_job('opinion-map:' || $1)", [debateId]);
        await db.updateTable('debates').set({ map_changes: 1 }).where('id', '=', debateId).execute();
        await db.updateTable('opinion_maps').set({ cost_ms: costMs }).where('debate_id', '=', debateId).execute();
      });
      return (await waiting(new Date(town.now().getTime() + later))).length;
    };
    expect([await handed(10, 4_900), await handed(10, 5_100)]).toEqual([0, 1]);
    expect([await handed(900, 8_900), await handed(900, 9_100)]).toEqual([0, 1]);
    await draw();
  });

  test('what is hidden leaves the map, and comes back', async () => {
    const hide = async (at: Date | null) => {
      await town.hubwise.write(town.hub.id, (db) => setHidden(db, town.hub.id, opinions[0]!, at));
      await draw();
      return (await town.read((db) => shownMap(db, debateId, null))).map!.picture.opinions.map(({ id }) => id);
    };
    expect(await hide(town.now())).not.toContain(opinions[0]);
    expect(await hide(null)).toContain(opinions[0]);
  });

  test('groups of fewer than five are not shown apart', async () => {
    const small = await openDebate(town);
    const ids: string[] = [];
    for (let at = 0; at < 8; at += 1) ids.push((await say(town, people[at]!, small, `小さな場の${at}番です。`)).id);
    for (const [who, reader] of people.slice(0, 14).entries()) {
      for (const id of ids) await vote(town, reader, id, who < 3 ? 'agree' : 'disagree');
    }
    await countAll(town);
    await drawMap(job(), { debateId: small });
    const { map } = await town.read((db) => shownMap(db, small, null));
    expect(map!.picture).toMatchObject({ placed: 14, unshown: 3 });
    expect(map!.picture.groups.map(({ size }) => size)).toEqual([11]);
    expect(map!.picture.opinions[0]!.groups).toHaveLength(1);
  });

  test('each day keeps its own, and one held before there were maps gets its days afterwards', async () => {
    town.today('2026-11-12');
    await vote(town, people[1]!, opinions[9]!, 'agree');
    await countAll(town);
    await draw();
    expect((await town.read((db) => shownMap(db, debateId, null))).days).toEqual(['2026-11-12', '2026-11-10']);
    await town.hubwise.write(town.hub.id, async (db) => {
      await db.deleteFrom('opinion_map_days').where('debate_id', '=', debateId).execute();
      await db.updateTable('debates').set({ map_changes: 1 }).where('id', '=', debateId).execute();
    });
    await draw();
    const { days } = await town.read((db) => shownMap(db, debateId, null));
    expect(days).toEqual(['2026-11-12', '2026-11-10']);
    const earlier = (await town.read((db) => shownMap(db, debateId, '2026-11-10'))).map!;
    expect(earlier.picture.opinions.find(({ id }) => id === opinions[9])!.all).toEqual([0, 0, 0]);
  });

  test('a reader finds the own place beside its own group; with few choices there is none', async () => {
    const at = (reader: Reader) => town.read((db) => ownPlace(db, debateId, reader.person.id));
    const [one, same, other] = [await at(people[0]!), await at(people[2]!), await at(people[CAMP]!)];
    expect(one!.group).toBe(same!.group);
    expect(other!.group).not.toBe(one!.group);
    expect(await at(people.at(-1)!)).toBeNull();
  });

  test('another hub sees nothing of it', async () => {
    const other = town.neighbour;
    expect((await town.read((db) => votesOfDebate(db, debateId), other)).votes.length).toBe(0);
    expect((await town.read((db) => shownMap(db, debateId, null), other)).map).toBeNull();
    await drawMap(job(other), { debateId });
    expect(await town.rows('select 1 from opinion_maps', [], other)).toEqual([]);
  });
});

describe('F9.3 the page of the map', () => {
  test('says the same in three languages, is valid, and names no person', async () => {
    for (const lang of LANGS) {
      const { status, body } = await site.get(`/debates/${shortId(debateId)}/map`, null, lang);
      expect(status).toBe(200);
      expect(await markupMistakes(body)).toEqual([]);
      expect(body).toContain('8番の意見です。');
      const main = body.slice(body.indexOf('<main'), body.indexOf('</main>'));
      for (const { person } of people) expect(main).not.toContain(person.name);
    }
  });

  test('shows the own place to its reader alone, another day, and the same as JSON', async () => {
    const at = `/debates/${shortId(debateId)}/map`;
    expect((await site.get(at, people[0]!)).body).toContain('map-own');
    expect((await site.get(at)).body).not.toContain('map-own');
    expect((await site.get(`${at}?day=2026-11-10`)).body).toContain('11月10日');
    expect((await site.get(`${at}?day=2026-01-01`)).status).toBe(404);
    const data = JSON.parse((await site.get(`${at}.json`)).body);
    expect(MAP.parse(data)).toEqual(data);
    expect(data.groups).toHaveLength(2);
    expect(data.opinions[0]).toHaveProperty('text');
    expect((await site.get(`/debates/${shortId(people[0]!.person.id)}/map`)).status).toBe(404);
  });

  test('a debate of few says what is still needed, and shows no figures', async () => {
    const few = await openDebate(town);
    const { id } = await say(town, people[0]!, few, 'ひとつだけの意見です。');
    await vote(town, people[1]!, id, 'agree');
    await countAll(town);
    await drawMap(job(), { debateId: few });
    const { body } = await site.get(`/debates/${shortId(few)}/map`);
    expect(body).toContain('図はまだありません');
    expect(body).not.toContain('<mark-map');
    const data = JSON.parse((await site.get(`/debates/${shortId(few)}/map.json`)).body);
    expect(MAP.parse(data)).toEqual(data);
    expect(data).not.toHaveProperty('opinions');
  });
});
