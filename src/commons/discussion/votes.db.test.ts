import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { defaultRules } from '#commons/hubs/index.ts';
import type { Actor, Reader } from '#kernel/context.ts';
import { run } from '#kernel/database/dialect.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { insertVotes, recountDebate } from './bulk-insert.ts';
import { myChoice } from './cast-vote.ts';
import { countAll, openDebate, say, vote, voteRefusal } from './debate-for-tests.ts';
import { closeDebate } from './debates.ts';
import { CHOICES, type Choice } from './discussion.ts';
import { setHidden } from './hiding.ts';
import { reviseOpinion } from './revise-opinion.ts';
import { tallyBatch } from './tally.ts';
import { withdrawOpinion } from './withdraw-opinion.ts';

let town: TestTown;
let people: Reader[];
let group: Actor;

beforeAll(async () => {
  town = await openTestTown();
  people = await Promise.all(['ふみ', 'いわお', 'とくさん', 'れんこん'].map((name) => town.person(name)));
  group = await town.organisation('group', '東地区まちづくりの会', [
    [people[0]!, 'representative'],
    [people[1]!, 'editor'],
  ]);
});
afterAll(() => town.close());

interface Counts {
  agree: number;
  disagree: number;
  pass: number;
}

const counts = async (id: string): Promise<Counts> =>
  (await town.rows<Counts>('select agree, disagree, pass from opinions where id = $1', [id]))[0]!;
const votesOn = (id: string) =>
  town.rows<{ person_id: string; stance: number }>('select person_id, stance from votes where opinion_id = $1', [id]);

describe('F9.2 a vote', () => {
  test('is kept once, changed, taken back, and counted by the tally', async () => {
    town.today('2026-11-10');
    const debateId = await openDebate(town);
    const { id } = await say(town, people[0]!, debateId, '9時台に1本ほしい。');
    expect(await vote(town, people[1]!, id, 'agree')).toBe('agree');
    await vote(town, people[2]!, id, 'disagree');
    await vote(town, people[2]!, id, 'pass');
    expect(await counts(id)).toEqual({ agree: 0, disagree: 0, pass: 0 });
    expect(await countAll(town)).toEqual([`debate:${debateId}`, `opinion:${id}`]);
    expect(await counts(id)).toEqual({ agree: 1, disagree: 0, pass: 1 });
    expect(await town.rows('select vote_count, voter_count from debates where id = $1', [debateId])).toEqual([
      { vote_count: 2, voter_count: 2 },
    ]);
    expect(await vote(town, people[1]!, id, null)).toBeNull();
    await countAll(town);
    expect(await counts(id)).toEqual({ agree: 0, disagree: 0, pass: 1 });
    expect(await town.rows('select vote_count, voter_count from debates where id = $1', [debateId])).toEqual([
      { vote_count: 1, voter_count: 1 },
    ]);
    expect(await town.read((db) => myChoice(db, id, people[1]!.person.id))).toBeNull();
  });

  test('given again, or taken back without being there, leaves nothing to count', async () => {
    const debateId = await openDebate(town);
    const { id } = await say(town, people[0]!, debateId, '歩道に段差がある。');
    await vote(town, people[1]!, id, 'agree');
    await countAll(town);
    await vote(town, people[1]!, id, 'agree');
    await vote(town, people[2]!, id, null);
    expect(await countAll(town)).toEqual([]);
  });

  test('belongs to the person, whatever role it acts in: one voice, never the organisation’s', async () => {
    const debateId = await openDebate(town);
    const { id } = await say(town, people[3]!, debateId, '土曜だけ動かすのはどうか。');
    await vote(town, people[0]!, id, 'agree');
    await vote(town, town.as(people[0]!, group), id, 'disagree');
    await vote(town, town.as(people[1]!, group, 'member'), id, 'agree');
    expect(new Map((await votesOn(id)).map((one) => [one.person_id, one.stance]))).toEqual(
      new Map([
        [people[0]!.person.id, -1],
        [people[1]!.person.id, 1],
      ]),
    );
  });

  test('an organisation’s vote, a vote on a question and a double one are refused in bulk, too', async () => {
    const debateId = await openDebate(town);
    const opinion = await say(town, people[3]!, debateId, '停留所に屋根がほしい。');
    const question = await say(town, people[3]!, debateId, '費用はいくらですか。', 'question');
    const at = town.now();
    const insert = (rows: Parameters<typeof insertVotes>[2]) =>
      town.hubwise.write(town.hub.id, (db) => insertVotes(db, town.hub.id, rows));
    const good = { opinionId: opinion.id, personId: people[0]!.person.id, stance: 1, at } as const;
    await expect(insert([good, { ...good, personId: group.id }])).rejects.toThrow(RangeError);
    await expect(insert([{ ...good, opinionId: question.id }])).rejects.toThrow(RangeError);
    await expect(insert([good, { ...good, stance: 0 }])).rejects.toThrow(RangeError);
    expect(await votesOn(opinion.id)).toEqual([]);
    await insert([good]);
    expect(await votesOn(opinion.id)).toHaveLength(1);
  });
});

describe('F9.2 a vote is refused', () => {
  test('before the debate, after it, and when its proposal was withdrawn', async () => {
    const debateId = await openDebate(town);
    town.today('2026-11-10');
    const { id } = await say(town, people[0]!, debateId, 'はやい時間のバスを残して。');
    town.today('2026-10-20');
    expect(await voteRefusal(town, people[1]!, id, 'agree')).toBe('not-open-yet 409');
    town.today('2026-12-05');
    expect(await voteRefusal(town, people[1]!, id, 'agree')).toBe('closed 409');
    expect(await voteRefusal(town, people[1]!, id, null)).toBe('closed 409');
    town.today('2026-11-11');
    await town.hubwise.write(town.hub.id, (db) => closeDebate(db, town.hub.id, debateId, town.now()));
    expect(await voteRefusal(town, people[1]!, id, 'agree')).toBe('proposal-withdrawn 409');
    expect(await votesOn(id)).toEqual([]);
  });

  test('on what was withdrawn, hidden, or is no opinion', async () => {
    town.today('2026-11-10');
    const debateId = await openDebate(town);
    const gone = await say(town, people[0]!, debateId, 'これは取り下げる。');
    const hidden = await say(town, people[0]!, debateId, 'これはかくされる。');
    const question = await say(town, people[0]!, debateId, 'だれが払うのですか。', 'question');
    await town.perform(people[0]!, withdrawOpinion, { id: gone.id, reason: '数字をまちがえた' });
    await town.hubwise.write(town.hub.id, (db) => setHidden(db, town.hub.id, hidden.id, town.now()));
    expect(await voteRefusal(town, people[1]!, gone.id, 'agree')).toBe('withdrawn 409');
    expect(await voteRefusal(town, people[1]!, hidden.id, 'agree')).toBe('hidden 409');
    expect(await voteRefusal(town, people[1]!, question.id, 'agree')).toBe('not-votable 422');
    await town.hubwise.write(town.hub.id, (db) => setHidden(db, town.hub.id, hidden.id, null));
    expect(await voteRefusal(town, people[1]!, hidden.id, 'agree')).toBe('done');
  });

  test('in another hub, without a confirmed contact, and on words that changed meanwhile', async () => {
    const debateId = await openDebate(town);
    const { id } = await say(town, people[0]!, debateId, '夜の便はいらない。');
    expect(await voteRefusal(town, people[1]!, id, 'agree', { hub: town.neighbour })).toBe('not-found 404');
    expect(await voteRefusal(town, await town.person('まだ', 0), id, 'agree')).toBe('level 403');
    await town.perform(people[0]!, reviseOpinion, { id, version: 1, body: '夜9時より後の便はいらない。', reason: '' });
    expect(await voteRefusal(town, people[1]!, id, 'agree', { version: 1 })).toBe('changed-meanwhile 409');
    expect(await voteRefusal(town, people[1]!, id, 'agree', { version: 2 })).toBe('done');
  });

  test('when one person votes more often than the hub allows in an hour, with the minutes to wait', async () => {
    const slow = await openTestTown({ ...defaultRules, hourly: { opinions: 60, votes: 3 } });
    try {
      slow.today('2026-11-10');
      const [writer, voter] = [await slow.person('書く人'), await slow.person('選ぶ人')];
      const debateId = await openDebate(slow);
      const { id } = await say(slow, writer, debateId, '一言。');
      for (const choice of CHOICES) expect(await voteRefusal(slow, voter, id, choice)).toBe('done');
      expect(await voteRefusal(slow, voter, id, 'agree')).toBe('too-fast 429');
      expect(await voteRefusal(slow, writer, id, 'agree')).toBe('done');
    } finally {
      await slow.close();
    }
  });
});

type Step =
  | { what: 'vote'; who: number; as: 'self' | 'group'; on: number; choice: Choice | null }
  | { what: 'count'; limit: number }
  | { what: 'recount' }
  | { what: 'die' };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      what: fc.constant('vote' as const),
      who: fc.nat({ max: 3 }),
      as: fc.constantFrom('self' as const, 'group' as const),
      on: fc.nat({ max: 1 }),
      choice: fc.constantFrom<(Choice | null)[]>('agree', 'disagree', 'pass', null),
    }),
  },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('count' as const), limit: fc.integer({ min: 1, max: 3 }) }) },
  { weight: 1, arbitrary: fc.constantFrom<Step[]>({ what: 'recount' }, { what: 'die' }) },
);

describe('F9.2 counting', () => {
  test('equals a recount from scratch after any sequence of votes, counts and deaths of the worker', async () => {
    town.today('2026-11-10');
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const debateId = await openDebate(town);
        const opinions = [
          await say(town, people[2]!, debateId, '一つめ'),
          await say(town, people[3]!, debateId, '二つめ'),
        ];
        const model = new Map<string, Choice>();
        for (const one of steps) {
          if (one.what === 'vote') {
            const person = people[one.who]!;
            const opinion = opinions[one.on]!;
            await vote(town, one.as === 'self' ? person : town.as(person, group), opinion.id, one.choice);
            if (one.choice) model.set(`${opinion.id} ${person.person.id}`, one.choice);
            else model.delete(`${opinion.id} ${person.person.id}`);
          } else if (one.what === 'count') {
            await town.hubwise.write(town.hub.id, (db) => tallyBatch(db, town.hub.id, one.limit));
          } else if (one.what === 'recount') {
            await town.hubwise.write(town.hub.id, (db) => recountDebate(db, town.hub.id, debateId));
          } else {
            await expect(
              town.hubwise.write(town.hub.id, async (db) => {
                await tallyBatch(db, town.hub.id);
                throw new Error('killed before the commit');
              }),
            ).rejects.toThrow('killed');
          }
        }
        await countAll(town, 2);
        for (const { id } of opinions) {
          const mine = [...model].filter(([key]) => key.startsWith(id)).map(([, choice]) => choice);
          const expected = Object.fromEntries(CHOICES.map((c) => [c, mine.filter((choice) => choice === c).length]));
          expect(await counts(id)).toEqual(expected);
        }
        const kept = await town.rows<{ person_id: string; kind: string; debate_id: string }>(
          'select v.person_id, a.kind, v.debate_id from votes v join actors a on a.hub_id = v.hub_id and a.id = v.person_id where v.debate_id = $1',
          [debateId],
        );
        expect(kept.every((row) => row.kind === 'person')).toBe(true);
        const voters = new Set([...model.keys()].map((key) => key.split(' ')[1]));
        expect(await town.rows('select vote_count, voter_count from debates where id = $1', [debateId])).toEqual([
          { vote_count: model.size, voter_count: voters.size },
        ]);
        const [{ sum } = { sum: '' }] = await town.rows<{ sum: string }>('select sum(vote_count) as sum from debates');
        expect(await town.rows('select votes from vote_tallies')).toEqual([{ votes: sum }]);
      }),
      { numRuns: 25 },
    );
  });

  test('is done by one at a time: a second one waits for its turn and loses nothing', async () => {
    const debateId = await openDebate(town);
    const { id } = await say(town, people[0]!, debateId, '同時に数えない。');
    await vote(town, people[1]!, id, 'agree');
    await town.hubwise.write(town.hub.id, async (first) => {
      expect(await tallyBatch(first, town.hub.id)).not.toBeNull();
      await vote(town, people[2]!, id, 'agree');
      expect(await town.hubwise.write(town.hub.id, (second) => tallyBatch(second, town.hub.id))).toBeNull();
    });
    await countAll(town);
    expect(await counts(id)).toEqual({ agree: 2, disagree: 0, pass: 0 });
  });

  test('of forty people voting at once counts forty', async () => {
    const crowd = await Promise.all(Array.from({ length: 40 }, (_, n) => town.person(`人${n}`)));
    const debateId = await openDebate(town);
    const { id } = await say(town, people[0]!, debateId, 'いっせいに。');
    await Promise.all(crowd.map((person, n) => vote(town, person, id, CHOICES[n % 3]!)));
    await countAll(town, 7);
    expect(await counts(id)).toEqual({ agree: 14, disagree: 13, pass: 13 });
    const [left] = await town.hubwise.read(town.hub.id, (db) =>
      run<{ n: number }>(db, 'select count(*)::int as n from vote_changes'),
    );
    expect(left?.n).toBe(0);
  });
});
