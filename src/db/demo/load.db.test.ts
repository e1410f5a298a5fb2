import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { workbench } from '#commons/files/samples-for-tests.ts';
import { LEFT_NAME } from '#commons/hubs/index.ts';
import { alikeOf } from '#commons/similarity/index.ts';
import { opinionTrail, opinionTrailView } from '#functions/participation/trail/index.ts';
import { Hubwise } from '#kernel/database/database.ts';
import { run } from '#kernel/database/dialect.ts';
import { type FreshDatabase, freshDatabase } from '#test/support/database.ts';
import '../../happenings.ts';
import '../../holdings.ts';
import { hallVoice } from './content/hall-voice.ts';
import { HUB_ID } from './found-town.ts';
import { type LoadedTown, loadDemoTown } from './load.ts';

/** Everything is told one by one: some seconds where nothing else runs, many on a busy machine. */
const A_WHILE = 180_000;
const NOW = new Date('2026-11-22T10:00:00+09:00');

interface Loaded {
  database: FreshDatabase;
  hubwise: Hubwise;
  town: LoadedTown;
}

async function load(now: Date): Promise<Loaded> {
  const database = await freshDatabase();
  const hubwise = new Hubwise({ connection: database.app, max: 2, applicationName: 'test', onError: () => {} });
  return { database, hubwise, town: await loadDemoTown({ hubwise, now, log: () => {} }) };
}

let first: Loaded;
let again: Loaded;
const bench = workbench();
beforeAll(async () => {
  bench.open();
  first = await load(NOW);
}, A_WHILE);
beforeAll(async () => {
  again = await load(NOW);
}, A_WHILE);
afterAll(async () => {
  for (const { database, hubwise } of [first, again]) {
    await hubwise.close();
    await database.drop();
  }
  bench.clear();
});

function rows<R>(loaded: Loaded, sql: string): Promise<R[]> {
  return loaded.hubwise.read(HUB_ID, (db) => run<R>(db, sql));
}

describe('the demo town', () => {
  test('X1 somebody has left: what they said stays, and who it was is nowhere', async () => {
    const said = await rows<{ name: string; n: number }>(
      first,
      `select a.name, count(*)::int as n from opinions o join actors a on a.hub_id = o.hub_id and a.id = o.actor_id
       where a.left_at is not null group by a.name`,
    );
    expect(said).toEqual([{ name: LEFT_NAME, n: expect.any(Number) }]);
    expect(said[0]!.n).toBeGreaterThan(10);
    expect(await rows(first, `select 1 from auth.users where email = 'dentaku@hinata.example'`)).toEqual([]);
  });

  test('is as large and as many-voiced as it says', () => {
    expect(first.town).toMatchObject({ actors: 80, rounds: 6, proposals: 50, votes: 10_000 });
    expect(first.town.opinions).toBeGreaterThanOrEqual(1000);
    expect(first.town.nearDuplicates).toBeLessThan(0.02);
  });

  test('has people who follow things and have something to read', async () => {
    const [told] = await rows(
      first,
      `select count(*) filter (where read_at is null)::int as unread, count(*) filter (where read_at is not null)::int as read
       from notices where kind = 'event'`,
    );
    expect(told).toMatchObject({ unread: expect.any(Number), read: expect.any(Number) });
    expect(Math.min(...Object.values(told as Record<string, number>))).toBeGreaterThan(10);
  });

  test('is the same for the same day, to the last id', async () => {
    const fingerprint = (loaded: Loaded) =>
      rows(
        loaded,
        `select (select md5(string_agg(o::text, '|' order by id)) from opinions o) as opinions,
           (select md5(string_agg(v::text, '|' order by opinion_id, person_id)) from votes v) as votes,
           (select md5(string_agg(p::text, '|' order by id)) from points p) as points,
           (select md5(string_agg(a::text, '|' order by id)) from answers a) as answers,
           (select md5(string_agg(e.id::text || e.journal_id::text, '|' order by id)) from events e) as events`,
      );
    expect(await fingerprint(first)).toEqual(await fingerprint(again));
  });

  test('pictures and documents hang on its proposals, from version to version', async () => {
    const kinds = await rows<{ kind: string; n: number }>(
      first,
      `select f.kind, count(*)::int as n from attachments x join files f on f.hub_id = x.hub_id and f.id = x.file_id
       where x.thing_kind = 'proposal' group by f.kind order by f.kind`,
    );
    expect(kinds.map(({ kind }) => kind)).toEqual(['document', 'picture']);
    const [more] = await rows<{ n: number }>(first, 'select count(distinct version)::int as n from attachments');
    expect(more!.n).toBeGreaterThan(1);
  });

  test('nothing in it lies in the future', async () => {
    const [latest] = await rows<{ at: Date }>(first, 'select max(at) as at from events');
    expect(latest!.at.getTime()).toBeLessThanOrEqual(NOW.getTime());
  });

  test('every vote is counted, and no organisation voted', async () => {
    const wrong = await rows(
      first,
      `select o.id from opinions o left join votes v on v.hub_id = o.hub_id and v.opinion_id = o.id
       group by o.hub_id, o.id having o.seen <> count(v.*)`,
    );
    expect(wrong).toEqual([]);
    const organisations = await rows(
      first,
      `select 1 from votes v join actors a on a.id = v.person_id where a.kind <> 'person'`,
    );
    expect(organisations).toEqual([]);
  });

  test('published rounds cover every opinion; of the one being checked an objection is open', async () => {
    const uncovered = await rows(
      first,
      `select o.id from opinions o join debates d on d.id = o.debate_id join rounds r on r.id = d.round_id
       where r.published_at is not null and o.kind in ('opinion', 'question') and o.withdrawn_at is null
         and not exists (select from citations c where c.opinion_id = o.id)
         and not exists (select from annex_entries a where a.opinion_id = o.id)`,
    );
    expect(uncovered).toEqual([]);
    const open = await rows<{ n: number }>(first, 'select count(*)::int as n from objections where resolution is null');
    expect(open[0]!.n).toBeGreaterThan(0);
  });

  test('its answers are of every kind, and some are followed to the end', async () => {
    const kinds = await rows<{ kind: string }>(first, 'select distinct kind from answers order by kind');
    expect(kinds).toHaveLength(7);
    const steps = await rows<{ step: string }>(first, 'select distinct step from reflection_steps');
    expect(steps.map((one) => one.step)).toEqual(expect.arrayContaining(['requested', 'voted', 'done']));
  });

  test('F9.8 one voice from a hall is read on one page: from the scribe to the vote on the budget', async () => {
    const [voice] = await rows<{ id: string }>(
      first,
      `select o.id from opinions o join hall_sayings h on h.hub_id = o.hub_id and h.opinion_id = o.id
       join citations c on c.hub_id = o.hub_id and c.opinion_id = o.id limit 1`,
    );
    const way = (await first.hubwise.read(HUB_ID, (db) => opinionTrail(db, voice!.id)))!;
    expect(way.meeting).toMatchObject({ title: hallVoice.meeting.title });
    const body = String(opinionTrailView(way, NOW, 'ja'));
    const steps = [
      '会場で言われた',
      '意見書の項目に引用された',
      'として公表された',
      '市に提出された',
      '項目に市が回答',
      '予算を要求',
      '予算案に計上',
      '議会で議決',
    ];
    const places = steps.map((step) => body.indexOf(step));
    expect(places.map((place, at) => [steps[at], place >= 0])).toEqual(steps.map((step) => [step, true]));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  test('F9.5 in one workshop opinions resemble each other, and a draft of the machine waits for somebody to confirm it', async () => {
    const waiting = await rows<{ n: number }>(
      first,
      `select count(*)::int as n from drafted_points f join points p on p.hub_id = f.hub_id and p.id = f.point_id
       join rounds r on r.hub_id = f.hub_id and r.id = f.round_id
       where f.confirmed_at is null and p.removed_at is null and r.published_at is null`,
    );
    expect(waiting[0]!.n).toBeGreaterThan(0);
    const texts = await rows<{ body: string }>(
      first,
      `select o.body from opinions o join citations c on c.hub_id = o.hub_id and c.opinion_id = o.id
       join drafted_points f on f.hub_id = c.hub_id and f.point_id = c.point_id where f.confirmed_at is null`,
    );
    expect(alikeOf(texts.map(({ body }) => body)).length).toBeGreaterThanOrEqual(4);
  });
});
