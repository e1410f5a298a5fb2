import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import {
  commentsCsv,
  conversation,
  csv,
  fileOf,
  lastVotes,
  manner,
  naiveCounts,
  participantsCsv,
  votesCsv,
} from './conversation-for-tests.ts';
import { another, bringIn, filesOf, MORNING, talk } from './import-for-tests.ts';

let town: TestTown;
beforeAll(async () => {
  town = await openTestTown();
});
afterAll(() => town.close());

interface Numbers {
  number: number;
  body: string;
  agree: number;
  disagree: number;
  pass: number;
}

function numbers(debateId: string): Promise<Numbers[]> {
  return town.rows<Numbers>(
    'select number, body, agree, disagree, pass from opinions where debate_id = $1 order by number',
    [debateId],
  );
}

describe('F9.2 a conversation from elsewhere', () => {
  test('becomes a debate that is over, with its opinions in the order of time', async () => {
    const { debate, counts } = await bringIn(town, filesOf(talk()));
    expect(counts).toEqual({
      people: 3,
      opinions: 3,
      hidden: 1,
      votes: 3,
      agree: 1,
      disagree: 1,
      pass: 1,
      replaced: 0,
      blank: 0,
    });
    const [row] = await town.rows<Record<string, unknown>>(
      `select kind, title, round_id, opens_at, closes_at, opinion_count, votable_count, vote_count, voter_count
       from debates where id = $1`,
      [debate.id],
    );
    expect(row).toEqual({
      kind: 'imported',
      title: 'よその意見交換',
      round_id: null,
      opens_at: new Date('2019-09-02T00:00:00+09:00'),
      closes_at: new Date('2019-09-05T00:00:00+09:00'),
      opinion_count: 3,
      votable_count: 2,
      vote_count: 3,
      voter_count: 2,
    });
    const said = await town.rows<{ number: number; body: string; hidden: boolean }>(
      'select number, body, hidden_at is not null as hidden from opinions where debate_id = $1 order by id',
      [debate.id],
    );
    expect(said).toEqual([
      { number: 1, body: 'さきに', hidden: false },
      { number: 2, body: expect.stringContaining('あとから'), hidden: false },
      { number: 3, body: '<b>見えない</b>', hidden: true },
    ]);
  });

  test('of several votes of one person the latest counts, and of one moment the one further down', async () => {
    const votes = [
      { comment: 4, voter: 3, time: MORNING + 20, vote: 1 },
      { comment: 4, voter: 3, time: MORNING + 10, vote: -1 },
      { comment: 7, voter: 3, time: MORNING, vote: 1 },
      { comment: 7, voter: 3, time: MORNING, vote: 0 },
    ];
    const { debate, counts } = await bringIn(town, filesOf(talk({ votes })));
    expect(counts).toMatchObject({ votes: 2, replaced: 2, agree: 1, pass: 1 });
    expect((await numbers(debate.id)).map(({ agree, disagree, pass }) => [agree, disagree, pass])).toEqual([
      [0, 0, 1],
      [1, 0, 0],
      [0, 0, 0],
    ]);
  });

  test('where the votes have no times, the last line counts', async () => {
    const [comments] = filesOf(talk());
    const votes = csv(['comment-id', 'voter-id', 'vote'], [4, 3, 1], [4, 3, -1]);
    const { counts } = await bringIn(town, [comments!, fileOf('votes.csv', votes)]);
    expect(counts).toMatchObject({ votes: 1, disagree: 1, replaced: 1 });
  });

  test('keeps nobody’s number, no account, and no time finer than the day', async () => {
    const { debate } = await bringIn(town, filesOf(talk()));
    const people = await town.rows<{ name: string; kind: string; account_id: string | null; level: number }>(
      'select name, kind, account_id, level from actors where imported_from = $1 order by name',
      [debate.id],
    );
    expect(people).toEqual([1, 2, 3].map((n) => ({ name: `参加者 ${n}`, kind: 'person', account_id: null, level: 0 })));
    const times = await town.rows<{ rest: number }>(
      `select distinct (extract(epoch from t.at + interval '9 hours')::bigint % 86400)::int as rest from (
         select said_at as at from opinions where debate_id = $1 union all select hidden_at from opinions
         where debate_id = $1 and hidden_at is not null union all select at from votes where debate_id = $1) t`,
      [debate.id],
    );
    expect(times).toEqual([{ rest: 0 }]);
  });

  test('opinions without a text stay, since people voted on them', async () => {
    const { author, time } = { author: 1, time: MORNING + 77 };
    const comments = [{ id: 4, author, time, moderated: 1, body: ' \n\u200b' }];
    const { debate, counts } = await bringIn(town, filesOf(talk({ comments, votes: [] })));
    expect(counts.blank).toBe(1);
    expect((await numbers(debate.id))[0]!.body).toBe('—');
  });

  test('title, description and address come from summary.csv; data of Polis is shown with its licence', async () => {
    const summary = 'topic,自然を守る\nurl,https://pol.is/3x\nconversation-description,"一。\n\n二。"\n';
    const files = [...filesOf(talk()), fileOf('summary.csv', summary)];
    const { debate } = await bringIn(town, files, { title: '' });
    const [row] = await town.rows<Record<string, string>>('select title, about, source from debates where id = $1', [
      debate.id,
    ]);
    expect(row).toMatchObject({ title: '自然を守る', about: '一。\n\n二。' });
    expect(row!.source!.split('\n')).toEqual([
      'Data was gathered using the Polis software (compdemocracy.org/polis) and is sub-licensed under CC BY 4.0 with Attribution to The Computational Democracy Project. https://pol.is/3x',
      expect.stringContaining('1 of the 3 opinions were hidden'),
    ]);
  });

  test('no licence is claimed for what is not Polis’s; one that is given is shown', async () => {
    const sourceOf = async (more: Parameters<typeof bringIn>[2]) => {
      const visible = talk({
        comments: [{ id: 4, author: 1, time: MORNING, moderated: 1, body: another('x') }],
        votes: [],
      });
      const { debate } = await bringIn(town, filesOf(visible), more);
      const [row] = await town.rows<{ source: string | null }>('select source from debates where id = $1', [debate.id]);
      return row!.source;
    };
    expect(await sourceOf({})).toBeNull();
    expect(await sourceOf({ source: 'https://town.example/talk' })).toBe('https://town.example/talk');
    expect(await sourceOf({ source: 'https://town.example/talk', licence: 'CC0.' })).toBe(
      'CC0. https://town.example/talk',
    );
  });

  test('is one public event, whose part says what came in', async () => {
    const { debate, counts, digest } = await bringIn(town, filesOf(talk()));
    const events = await town.rows<Record<string, unknown>>(
      `select e.verb, e.object_id, e.is_public, e.public, e.actor_id, e.tags, p.part, p.content
       from events e join event_parts p on p.hub_id = e.hub_id and p.event_id = e.id where e.object_id = $1`,
      [debate.id],
    );
    const facts = { ...counts, title: debate.title, digest: digest.toString('hex') };
    expect(events).toEqual([
      {
        verb: 'debates.imported',
        object_id: debate.id,
        is_public: true,
        public: facts,
        actor_id: null,
        tags: ['debates', `debate:${debate.id}`],
        part: 'import',
        content: { ...facts, debate: debate.id, files: ['comments.csv', 'votes.csv'], source: expect.any(String) },
      },
    ]);
  });

  test('tells how far it is', async () => {
    const told: number[] = [];
    await bringIn(town, filesOf(talk()), { onPercent: (percent) => told.push(percent) });
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(told.at(-1)).toBe(100);
    expect(told.length).toBeGreaterThan(5);
  });
});

describe('F9.2 generated conversations', () => {
  test('are counted as one counts them by hand, opinion by opinion, in both forms', async () => {
    await fc.assert(
      fc.asyncProperty(conversation, manner, async (generated, how) => {
        const mark = { id: 50, author: 0, time: MORNING, moderated: 0, body: another('serial') };
        const own = { ...generated, comments: [...generated.comments, mark] };
        const comments = fileOf('comments.csv', commentsCsv(own, how), how.piece);
        const lines = await bringIn(town, [comments, fileOf('votes.csv', votesCsv(own, how), how.piece)]);
        const expected = naiveCounts(own);
        expect(lines.counts).toMatchObject(expected);
        expect(lines.counts.replaced).toBe(own.votes.length - expected.votes);
        const table = await bringIn(town, [
          comments,
          fileOf('participants-votes.csv', participantsCsv(own, how), how.piece),
        ]);
        expect(table.counts).toMatchObject({ ...expected, replaced: 0 });
        const inOrder = [...own.comments].sort((a, b) => a.time - b.time);
        const byHand = inOrder.map(({ id }) => {
          const votes = [...lastVotes(own)].filter(([key]) => key.startsWith(`${id} `)).map(([, vote]) => vote);
          return [1, -1, 0].map((stance) => votes.filter((vote) => vote === stance).length);
        });
        for (const { debate } of [lines, table]) {
          const counted = await numbers(debate.id);
          expect(counted.map(({ agree, disagree, pass }) => [agree, disagree, pass])).toEqual(byHand);
        }
      }),
      { numRuns: 15 },
    );
  });
});
