import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { defaultRules } from '#commons/hubs/index.ts';
import type { Actor, Reader } from '#kernel/context.ts';
import { randomId } from '#kernel/ids.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { amendOpinion } from './amend-opinion.ts';
import { answerQuestion } from './answer-question.ts';
import { openDebate, say, vote } from './debate-for-tests.ts';
import { closeDebate, debateById } from './debates.ts';
import { explain } from './explain.ts';
import { setHidden } from './hiding.ts';
import { replyTo } from './reply.ts';
import { reviseOpinion } from './revise-opinion.ts';
import { sayOpinion } from './say-opinion.ts';
import { withdrawOpinion } from './withdraw-opinion.ts';

let town: TestTown;
let fumi: Reader;
let iwao: Reader;
let traffic: Actor;
let club: Actor;

beforeAll(async () => {
  town = await openTestTown();
  [fumi, iwao] = await Promise.all([town.person('ふみ'), town.person('いわお')]);
  traffic = await town.organisation('division', '交通政策課', [[iwao, 'editor']]);
  club = await town.organisation('group', '東地区まちづくりの会', [
    [fumi, 'representative'],
    [iwao, 'member'],
  ]);
});
afterAll(() => town.close());

interface EventRow {
  verb: string;
  object_version: number;
  public: Record<string, unknown>;
  tags: string[];
}

const eventsOf = (id: string) =>
  town.rows<EventRow>('select verb, object_version, public, tags from events where object_id = $1 order by id', [id]);
const partsOf = (id: string) =>
  town.rows<{ part: string; actor_id: string; content: Record<string, unknown> }>(
    `select p.part, p.actor_id, p.content from event_parts p join events e on e.hub_id = p.hub_id and e.id = p.event_id
     where e.object_id = $1 order by e.id`,
    [id],
  );
const row = async <T>(columns: string, id: string): Promise<T> =>
  (await town.rows<T>(`select ${columns} from opinions where id = $1`, [id]))[0]!;

describe('F9.2 saying something', () => {
  test('gives each entry the next number of its debate, and one public event with the words committed to', async () => {
    town.today('2026-11-10');
    const debateId = await openDebate(town);
    const first = await say(town, fumi, debateId, '9時台に1本ほしい。');
    const second = await town.perform(iwao, sayOpinion, { debateId, kind: 'question', body: '費用は？', reason: '' });
    const third = await town.perform(town.as(iwao, traffic, 'editor'), explain, {
      debateId,
      body: '平均31人です。',
      reason: '10月の集計',
    });
    expect([first.number, second.number, third.number]).toEqual([1, 2, 3]);
    expect(await town.read((db) => debateById(db, debateId))).toMatchObject({ opinion_count: 3, votable_count: 1 });
    const [event] = await eventsOf(first.id);
    expect(event).toMatchObject({
      verb: 'opinions.said',
      object_version: 1,
      public: { debateId, kind: 'opinion', number: 1 },
    });
    expect(event?.tags).toEqual([`debate:${debateId}`, `opinion:${first.id}`, `actor:${fumi.person.id}`]);
    expect(JSON.stringify(event?.public)).not.toContain('9時台');
    expect(await partsOf(first.id)).toEqual([
      {
        part: 'opinion',
        actor_id: fumi.person.id,
        content: { debate: debateId, number: 1, body: '9時台に1本ほしい。', reason: '' },
      },
    ]);
    expect((await eventsOf(second.id))[0]).toMatchObject({ verb: 'opinions.asked', public: { number: 2 } });
    expect((await eventsOf(third.id))[0]).toMatchObject({ verb: 'opinions.explained', public: { number: 3 } });
    expect(await row('actor_id, person_id', third.id)).toEqual({ actor_id: traffic.id, person_id: iwao.person.id });
  });

  test('at the same moment gives twelve people twelve numbers', async () => {
    const debateId = await openDebate(town);
    const people = await Promise.all(Array.from({ length: 12 }, (_, n) => town.person(`人${n}`)));
    const said = await Promise.all(people.map((person) => say(town, person, debateId, `${person.person.name}の意見`)));
    expect(said.map((one) => one.number).sort((a, b) => a - b)).toEqual(Array.from({ length: 12 }, (_, n) => n + 1));
  });

  test('is refused before, after, in another hub, and by whoever may not speak', async () => {
    const debateId = await openDebate(town);
    const refused = (reader: Reader, input: object, more?: Parameters<TestTown['refusal']>[3]) =>
      town.refusal(reader, sayOpinion, { debateId, kind: 'opinion', body: '一言。', reason: '', ...input }, more);
    expect(await refused(await town.person('まだ', 0), {})).toBe('level');
    expect(await refused(town.as(iwao, club, 'member'), {})).toBe('member-only');
    expect(await refused(fumi, {}, { hub: town.neighbour })).toBe('not-found');
    expect(await refused(fumi, { debateId: randomId() })).toBe('not-found');
    expect(await refused(fumi, { kind: 'explanation' })).toBe('kind:not-a-choice');
    expect(await town.refusal(fumi, explain, { debateId, body: '事実。', reason: '' })).toBe('division-only');
    town.today('2026-10-20');
    expect(await refused(fumi, {})).toBe('not-open-yet');
    expect(await refused(fumi, { kind: 'question' })).toBe('done');
    town.today('2026-12-05');
    expect(await refused(fumi, {})).toBe('closed');
    town.today('2026-11-10');
    await town.hubwise.write(town.hub.id, (db) => closeDebate(db, town.hub.id, debateId, town.now()));
    expect(await refused(iwao, {})).toBe('proposal-withdrawn');
    expect(await town.read((db) => debateById(db, debateId))).toMatchObject({ opinion_count: 1, votable_count: 0 });
  });

  test('too long, too empty or twice is refused at its field, with nothing kept', async () => {
    const debateId = await openDebate(town);
    const refused = (input: object) =>
      town.refusal(fumi, sayOpinion, { debateId, kind: 'opinion', body: '一言。', reason: '', ...input });
    expect(await refused({ body: 'あ'.repeat(401), reason: 'い'.repeat(401) })).toBe('body:too-long reason:too-long');
    expect(await refused({ body: '👍'.repeat(400) })).toBe('done');
    expect(await refused({ body: ' \n ' })).toBe('body:required');
    expect(await refused({ body: 'a\u0000b' })).toBe('body:broken-text');
    expect(await refused({})).toBe('done');
    expect(await refused({ body: '一言。 \n\n' })).toBe('body:said-already');
    expect(await town.rows('select number from opinions where debate_id = $1 order by number', [debateId])).toEqual([
      { number: 1 },
      { number: 2 },
    ]);
  });

  test('the same form sent twice says it once', async () => {
    const debateId = await openDebate(town);
    const once = randomId();
    const input = { debateId, kind: 'opinion', body: '一度だけ。', reason: '' };
    const first = await town.perform(fumi, sayOpinion, input, { once });
    expect(await town.perform(fumi, sayOpinion, input, { once })).toEqual(first);
    expect(await town.rows('select id from opinions where debate_id = $1', [debateId])).toHaveLength(1);
  });

  test('so many an hour, and it is said how long to wait', async () => {
    const slow = await openTestTown({ ...defaultRules, hourly: { opinions: 2, votes: 10 } });
    try {
      slow.today('2026-11-10');
      const [hasty, calm] = [await slow.person('いそぐ人'), await slow.person('しずかな人')];
      const debateId = await openDebate(slow);
      const first = await say(slow, hasty, debateId, '一');
      await slow.perform(hasty, replyTo, { toId: first.id, body: '二' });
      const third = { debateId, kind: 'opinion', body: '三', reason: '' };
      expect(await slow.refusal(hasty, sayOpinion, third)).toBe('too-fast');
      await expect(slow.perform(hasty, sayOpinion, third)).rejects.toMatchObject({
        status: 429,
        all: [{ code: 'too-fast', facts: { minutes: 60 } }],
      });
      expect(await slow.refusal(calm, sayOpinion, third)).toBe('done');
      slow.today('2026-11-11');
      expect(await slow.refusal(hasty, sayOpinion, { ...third, body: '四' })).toBe('done');
    } finally {
      await slow.close();
    }
  });
});

describe('F9.2 threads', () => {
  test('a reply to a reply stands in the same thread and quotes it', async () => {
    const debateId = await openDebate(town);
    const { id } = await say(town, fumi, debateId, 'バスの時刻を直して。');
    const first = await town.perform(iwao, replyTo, { toId: id, body: '何時がいいですか。' });
    const second = await town.perform(fumi, replyTo, { toId: first.id, body: '9時台です。' });
    expect(second.parentId).toBe(id);
    expect(await row('parent_id, quoted_id, kind', second.id)).toEqual({
      parent_id: id,
      quoted_id: first.id,
      kind: 'reply',
    });
    expect(await row('reply_count', id)).toEqual({ reply_count: 2 });
    expect((await eventsOf(second.id))[0]).toMatchObject({
      verb: 'opinions.replied',
      public: { parentId: id, parentNumber: 1 },
      tags: [`debate:${debateId}`, `opinion:${id}`, `opinion:${second.id}`, `actor:${fumi.person.id}`],
    });
  });

  test('nothing is added to what is withdrawn, closed, or elsewhere', async () => {
    const debateId = await openDebate(town);
    const { id } = await say(town, fumi, debateId, '取り下げるつもりの一言。');
    const below = await town.perform(iwao, replyTo, { toId: id, body: 'なるほど。' });
    await town.perform(iwao, withdrawOpinion, { id: below.id, reason: 'まちがえた' });
    expect(await town.refusal(fumi, replyTo, { toId: below.id, body: 'え？' })).toBe('withdrawn');
    await town.perform(fumi, withdrawOpinion, { id, reason: '考えなおした' });
    expect(await town.refusal(iwao, replyTo, { toId: id, body: 'どうして？' })).toBe('withdrawn');
    expect(await town.refusal(iwao, replyTo, { toId: id, body: 'え？' }, { hub: town.neighbour })).toBe('not-found');
    expect(await town.refusal(iwao, replyTo, { toId: id, body: 'え'.repeat(801) })).toBe('body:too-long');
  });

  test('a question is marked as answered by whoever proposed, and no longer when the answer goes', async () => {
    const debateId = await openDebate(town, { host: club });
    const question = await say(town, iwao, debateId, 'だれが払いますか。', 'question');
    const input = { questionId: question.id, body: '市と団体で半分ずつです。' };
    expect(await town.refusal(iwao, answerQuestion, input)).toBe('host-only');
    expect(await town.refusal(town.as(iwao, club, 'member'), answerQuestion, input)).toBe('member-only');
    town.today('2026-12-20');
    const answer = await town.perform(town.as(fumi, club), answerQuestion, input);
    expect(await row('answered_at, reply_count', question.id)).toEqual({ answered_at: town.now(), reply_count: 1 });
    expect((await eventsOf(answer.id))[0]?.verb).toBe('opinions.answered');
    await town.perform(town.as(fumi, club), withdrawOpinion, { id: answer.id, reason: '数字の誤り' });
    expect(await row('answered_at', question.id)).toEqual({ answered_at: null });
    town.today('2026-11-10');
  });
});

describe('F9.2 changing what one said', () => {
  test('rewriting keeps every version until somebody else has chosen; then only adding is left', async () => {
    const debateId = await openDebate(town);
    const { id } = await say(town, fumi, debateId, '朝のバスを増やして。');
    await vote(town, fumi, id, 'agree');
    const revise = { id, version: 1, body: '9時台のバスを1本増やして。', reason: '病院に間に合わない' };
    expect(await town.refusal(iwao, reviseOpinion, revise)).toBe('not-yours');
    expect(await town.refusal(fumi, amendOpinion, { id, amendment: '足す。' })).toBe('revise-instead');
    expect(await town.perform(fumi, reviseOpinion, revise)).toMatchObject({ version: 2 });
    expect(await town.refusal(fumi, reviseOpinion, revise)).toBe('changed-meanwhile');
    expect(await town.refusal(fumi, reviseOpinion, { ...revise, version: 2 })).toBe('body:unchanged');
    expect(await town.refusal(fumi, reviseOpinion, { ...revise, version: 2, body: 'あ'.repeat(401) })).toBe(
      'body:too-long',
    );
    await vote(town, iwao, id, 'disagree');
    expect(await town.refusal(fumi, reviseOpinion, { ...revise, version: 2, body: '別の話。' })).toBe('voted-already');
    expect(await town.refusal(iwao, amendOpinion, { id, amendment: '足す。' })).toBe('not-yours');
    expect(await town.perform(fumi, amendOpinion, { id, amendment: '土曜はいりません。' })).toMatchObject({
      version: 3,
    });
    expect(await row('body, amendment, version', id)).toEqual({
      body: '9時台のバスを1本増やして。',
      amendment: '土曜はいりません。',
      version: 3,
    });
    expect(
      await town.rows('select version, body, amendment from opinion_versions where opinion_id = $1 order by version', [
        id,
      ]),
    ).toEqual([
      { version: 1, body: '朝のバスを増やして。', amendment: null },
      { version: 2, body: '9時台のバスを1本増やして。', amendment: null },
      { version: 3, body: '9時台のバスを1本増やして。', amendment: '土曜はいりません。' },
    ]);
    const told = (await eventsOf(id)).map((event) => [event.verb, event.object_version]);
    expect(told).toEqual([
      ['opinions.said', 1],
      ['opinions.revised', 2],
      ['opinions.amended', 3],
    ]);
  });

  test('a vote and a rewriting at the same moment never leave a vote on words that changed under it', async () => {
    for (let round = 0; round < 20; round += 1) {
      const debateId = await openDebate(town);
      const writer = await town.person(`書く人${round}`);
      const { id } = await say(town, writer, debateId, 'もとの文。');
      const [revised, voted] = await Promise.allSettled([
        town.perform(writer, reviseOpinion, { id, version: 1, body: '新しい文。', reason: '' }),
        vote(town, iwao, id, 'agree', { version: 1 }),
      ]);
      const { version } = await row<{ version: number }>('version', id);
      const votes = await town.rows('select person_id from votes where opinion_id = $1', [id]);
      expect([revised.status, voted.status].sort()).toEqual(['fulfilled', 'rejected']);
      expect([version, votes.length]).toEqual(revised.status === 'fulfilled' ? [2, 0] : [1, 1]);
    }
  });

  test('withdrawing leaves the number, the date and the reason, and one opinion fewer to choose on', async () => {
    const debateId = await openDebate(town);
    const { id } = await say(town, fumi, debateId, 'まちがった数字。');
    expect(await town.refusal(iwao, withdrawOpinion, { id, reason: '消したい' })).toBe('not-yours');
    expect(await town.refusal(fumi, withdrawOpinion, { id, reason: '' })).toBe('reason:required');
    await town.perform(fumi, withdrawOpinion, { id, reason: '数字をまちがえました' });
    expect(await town.refusal(fumi, withdrawOpinion, { id, reason: 'もう一度' })).toBe('withdrawn');
    expect(await town.read((db) => debateById(db, debateId))).toMatchObject({ opinion_count: 1, votable_count: 0 });
    expect(await town.rows('select reason from opinion_withdrawals where opinion_id = $1', [id])).toEqual([
      { reason: '数字をまちがえました' },
    ]);
    expect((await eventsOf(id)).at(-1)?.verb).toBe('opinions.withdrawn');
  });

  test('hiding and showing again, however often, counts right', async () => {
    const debateId = await openDebate(town);
    const { id } = await say(town, fumi, debateId, 'かくされる一言。');
    const hide = (at: Date | null) => town.hubwise.write(town.hub.id, (db) => setHidden(db, town.hub.id, id, at));
    const votable = async () => (await town.read((db) => debateById(db, debateId)))?.votable_count;
    await hide(town.now());
    expect(await hide(town.now())).toEqual([`debate:${debateId}`, `opinion:${id}`, `actor:${fumi.person.id}`]);
    expect(await votable()).toBe(0);
    await hide(null);
    expect(await votable()).toBe(1);
    await town.perform(fumi, withdrawOpinion, { id, reason: 'やめます' });
    await hide(town.now());
    expect(await votable()).toBe(0);
  });
});
