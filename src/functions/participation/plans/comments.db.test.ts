import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sayOpinion } from '#commons/discussion/index.ts';
import { writeEvent } from '#kernel/event.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { eventParts } from '../../../parts.ts';
import { answerOpinions, reviseAnswer } from './answer-opinions.ts';
import { answersOfStage, countUnanswered, planAnswer } from './answer-queries.ts';
import { beginStage } from './begin-stage.ts';
import { closedPeriods, erasedNames } from './clock-work.ts';
import { nameReadings, namesOf } from './comment-queries.ts';
import { enterPaper, sendComment, withdrawComment } from './comments.ts';
import { COMMENT_ON, COMMENT_UNTIL, DECISION_ON, inComment, type Preparing, preparing } from './plan-for-tests.ts';
import { readNames } from './read-names.ts';

let town: TestTown;
let people: Preparing;
let planId: string;
let stageId: string;

beforeAll(async () => {
  town = await openTestTown();
  people = await preparing(town);
  ({ planId, stageId } = await inComment(town, people));
});
afterAll(() => town.close());

const NAME = '鈴木 花子';
const ADDRESS = '緑ヶ丘2-3-4';
const comment = (more: Record<string, unknown> = {}) => ({
  stageId,
  body: '駅前の木は残してほしい。',
  name: NAME,
  address: ADDRESS,
  ...more,
});
describe('F9.9 formal comments, refused', () => {
  test('without name, address or text; below the level; in another hub; at a stage that is not formal', async () => {
    const say = (more: Record<string, unknown>) => town.refusal(people.citizen, sendComment, comment(more));
    expect(await say({ name: '　' })).toBe('name:required');
    expect(await say({ address: undefined })).toBe('address:required');
    expect(await say({ body: '\n' })).toBe('body:required');
    expect(await town.refusal(await town.person('見ただけ', 0), sendComment, comment())).toBe('level');
    expect(await town.refusal(people.citizen, sendComment, comment(), { hub: town.neighbour })).toBe('not-found');
    const [draft] = await town.rows<{ id: string }>(
      `select id from plan_stages where plan_id = $1 and stage = 'draft'`,
      [planId],
    );
    expect(await say({ stageId: draft!.id })).toBe('not-formal');
    expect(await town.rows('select id from plan_comments')).toEqual([]);
    expect(await town.rows('select comment_id from plan_comment_names')).toEqual([]);
  });
});

describe('F9.9 formal comments', () => {
  test('are counted, and no event knows their words, name or address before the period is over', async () => {
    expect(await town.perform(people.citizen, sendComment, comment())).toMatchObject({ number: 1 });
    expect(await town.refusal(people.citizen, sendComment, comment())).toBe('body:said-already');
    const events = await town.rows(`select * from events where verb = 'plans.comment-sent'`);
    expect(events).toMatchObject([{ is_public: false, public: {} }]);
    const everything = JSON.stringify([
      events,
      await town.rows('select content from event_parts'),
      await town.rows('select result from submissions'),
    ]);
    for (const secret of [NAME, ADDRESS, '駅前の木']) expect(everything).not.toContain(secret);
  });

  test('the same form sent twice is one comment, and what is kept of it knows no name', async () => {
    const once = crypto.randomUUID();
    const input = comment({ body: '一度だけの意見です。' });
    const first = await town.perform(people.citizen, sendComment, input, { once });
    expect(await town.perform(people.citizen, sendComment, input, { once })).toEqual(first);
    expect(JSON.stringify(await town.rows('select result from submissions where key = $1', [once]))).not.toContain(
      NAME,
    );
  });

  test('are withdrawn by whoever sent them, with name and address, and by nobody else', async () => {
    const { id } = await town.perform(people.citizen, sendComment, comment({ body: '取り下げる意見です。' }));
    expect(await town.refusal(people.officer, withdrawComment, { id })).toBe('not-found');
    expect(await town.refusal(people.citizen, withdrawComment, { id })).toBe('done');
    expect(await town.refusal(people.citizen, withdrawComment, { id })).toBe('withdrawn');
    expect(await town.rows('select name from plan_comment_names where comment_id = $1', [id])).toEqual([]);
  });

  test('are not answered while others may still write', async () => {
    const [first] = await town.rows<{ id: string }>('select id from plan_comments where number = 1');
    const answer = { stageId, items: first!.id, kind: 'declined', reason: '理由', decidedOn: COMMENT_ON };
    expect(await town.refusal(people.officer, answerOpinions, answer)).toBe('items:still-open');
  });

  test('on paper are entered by the division, marked, with the day on which they came', async () => {
    const paper = comment({ body: '紙で書きました。', name: '田中', receivedOn: '2027-01-15' });
    expect(await town.refusal(people.citizen, enterPaper, paper)).toBe('not-in-charge');
    expect(await town.refusal(people.officer, enterPaper, { ...paper, receivedOn: '2027-01-14' })).toBe(
      'receivedOn:before-stage',
    );
    expect(await town.refusal(people.officer, enterPaper, { ...paper, receivedOn: '2027-01-17' })).toBe(
      'receivedOn:in-the-future',
    );
    expect(await town.perform(people.officer, enterPaper, paper)).toMatchObject({ number: 4 });
    expect(await town.rows('select means, person_id, entered_by from plan_comments where number = 4')).toEqual([
      { means: 'paper', person_id: null, entered_by: people.officer.person.id },
    ]);
  });
});

describe('F9.9 names and addresses', () => {
  const why = { reason: '住所の確認のため' };

  test('are read by the division’s voices alone, with a reason, and every reading is written down', async () => {
    const read = (reader = people.officer, more: Record<string, unknown> = {}) =>
      town.refusal(reader, readNames, { stageId, ...why, ...more });
    expect(await read(people.citizen)).toBe('not-found');
    const stranger = await town.person('ほかの課の職員');
    await town.organisation('division', '税務課', [[stranger, 'representative']]);
    expect(await read(town.as(stranger, stranger.roles[0]!.organisation))).toBe('not-found');
    expect(await read(people.clerk)).toBe('not-in-charge');
    expect(await read(people.officer, { reason: ' ' })).toBe('reason:required');
    expect(await town.rows('select id from plan_name_readings')).toEqual([]);
    expect(await town.perform(people.officer, readNames, { stageId, ...why })).toEqual({ names: 3 });
    expect(await town.read((db) => nameReadings(db, stageId))).toMatchObject([
      { person_name: '原 徹', reason: '住所の確認のため', names: 3 },
    ]);
    expect(await town.rows(`select is_public from events where verb = 'plans.names-read'`)).toEqual([
      { is_public: false },
    ]);
    expect((await town.read((db) => namesOf(db, stageId))).map((one) => [one.number, one.name])).toEqual([
      [1, NAME],
      [2, NAME],
      [4, '田中'],
    ]);
    expect(await town.read((db) => namesOf(db, stageId), town.neighbour)).toEqual([]);
  });
});

describe('F9.9 the end of the period', () => {
  test('two comments at the last moment have two numbers; after it there are none', async () => {
    town.today(COMMENT_UNTIL);
    const first = await town.person('まさる');
    const outcomes = await Promise.all([
      town.perform(people.citizen, sendComment, comment({ body: '最後の日の意見です。' })),
      town.perform(first, sendComment, comment({ body: 'わたしも最後の日に。' })),
    ]);
    expect(outcomes.map((one) => one.number).sort()).toEqual([5, 6]);
    town.today('2027-02-14');
    expect(await town.refusal(people.citizen, sendComment, comment({ body: 'おそい' }))).toBe('period-over');
    const [sent] = await town.rows<{ id: string }>('select id from plan_comments where number = 1');
    expect(await town.refusal(people.citizen, withdrawComment, { id: sent!.id })).toBe('period-over');
  });

  test('publishes the words once, a share each, with nobody’s name in them', async () => {
    const publish = () =>
      town.hubwise.write(town.hub.id, async (db) => {
        const events = await closedPeriods(db, town.now());
        const by = { hubId: town.hub.id, now: town.now(), actorId: null, personId: null };
        for (const event of events) await writeEvent(eventParts, db, by, event);
        return events;
      });
    const [event] = await publish();
    expect(event!.public).toEqual({ title: '緑の基本計画', stageId, comments: 5 });
    expect(await publish()).toEqual([]);
    const parts = await town.rows<{ part: string; actor_id: string | null; content: Record<string, unknown> }>(
      `select p.part, p.actor_id, p.content from event_parts p join events e on e.hub_id = p.hub_id and e.id = p.event_id
       where e.verb = 'plans.comments-published' order by p.part`,
    );
    expect(parts.map(({ part }) => part)).toEqual(['comment:1', 'comment:2', 'comment:4', 'comment:5', 'comment:6']);
    expect(parts.every(({ actor_id }) => actor_id === null)).toBe(true);
    const written = JSON.stringify([parts, event]);
    for (const secret of [NAME, ADDRESS, people.citizen.person.id]) expect(written).not.toContain(secret);
  });

  test('paper that came in time is entered later, and is public at once; what came late is not taken', async () => {
    const paper = comment({ body: 'はがきで出しました。', receivedOn: COMMENT_UNTIL });
    expect(await town.refusal(people.officer, enterPaper, { ...paper, receivedOn: '2027-02-14' })).toBe(
      'receivedOn:period-over',
    );
    await town.perform(people.officer, enterPaper, paper);
    const [event] = await town.rows<{ is_public: boolean; public: unknown }>(
      `select is_public, public from events where verb = 'plans.comment-added'`,
    );
    expect(event).toEqual({ is_public: true, public: { title: '緑の基本計画', number: 7, division: '公園緑地課' } });
  });
});

describe('F9.9 answering', () => {
  const answer = async (numbers: number[], more: Record<string, unknown> = {}) => {
    const found = await town.rows<{ id: string }>(
      'select id from plan_comments where number = any($1) order by number',
      [numbers],
    );
    return {
      stageId,
      items: found.map(({ id }) => id),
      gist: '駅前の木を残してほしい',
      kind: 'partly',
      reason: '3本は残します。',
      decidedOn: '2027-02-14',
      ...more,
    };
  };

  test('is refused to others, without a reason, with nothing chosen, with what belongs elsewhere', async () => {
    const say = async (more: Record<string, unknown>) =>
      town.refusal(people.officer, answerOpinions, await answer([1], more));
    expect(await town.refusal(people.citizen, answerOpinions, await answer([1]))).toBe('not-in-charge');
    expect(await say({ reason: ' ' })).toBe('reason:required');
    expect(await say({ items: undefined })).toBe('items:nothing-chosen');
    expect(await say({ items: [planId] })).toBe('items:not-of-this-stage');
    expect(await say({ decidedOn: '2027-02-15' })).toBe('decidedOn:in-the-future');
    expect(await say({ decidedOn: '2027-01-14' })).toBe('decidedOn:before-stage');
    expect(await say({ kind: 'under-study' })).toBe('nextOn:next-needed');
    expect(await say({ kind: 'not-ours' })).toBe('passedTo:passed-to-needed');
    expect(await town.refusal(people.officer, answerOpinions, await answer([1, 2], { gist: '' }))).toBe(
      'gist:required',
    );
    expect(await town.rows('select id from plan_answers')).toEqual([]);
  });

  test('several that say the same together; of two officers at once one is told', async () => {
    const input = await answer([1, 2]);
    const outcomes = await Promise.all([
      town.refusal(people.officer, answerOpinions, input),
      town.refusal(people.officer, answerOpinions, input),
    ]);
    expect(outcomes.sort()).toEqual(['answered-meanwhile', 'done']);
    const [given] = await town.read((db) => answersOfStage(db, stageId));
    expect(given!.items.map((item) => [item.kind, item.number, item.speaker])).toEqual([
      ['comment', 1, null],
      ['comment', 2, null],
    ]);
    expect(await town.read((db) => countUnanswered(db, planId))).toBe(4);
  });

  test('revised, the old version stays, and when it was first given', async () => {
    const [given] = await town.read((db) => answersOfStage(db, stageId));
    const first = given!.first_at;
    town.today('2027-02-20');
    const text = {
      id: given!.id,
      version: 1,
      gist: '駅前の木',
      kind: 'adopted',
      reason: 'すべて残します。',
      decidedOn: '2027-02-20',
    };
    await town.perform(people.officer, reviseAnswer, text);
    expect(await town.refusal(people.officer, reviseAnswer, text)).toBe('answered-meanwhile');
    expect(await town.refusal(people.citizen, reviseAnswer, { ...text, version: 2 })).toBe('not-in-charge');
    const answer = await town.read((db) => planAnswer(db, given!.id));
    expect(answer).toMatchObject({ version: 2, kind: 'adopted', first_at: first, final_at: first });
    expect(await town.rows('select version from plan_answer_versions where answer_id = $1', [given!.id])).toHaveLength(
      2,
    );
  });

  test('the debate’s opinions, too: the decision waits for both', async () => {
    town.today(COMMENT_ON);
    const { id } = await town.perform(people.citizen, sayOpinion, {
      debateId: stageId,
      kind: 'opinion',
      body: '公開の場でも言います。',
    });
    town.today('2027-02-21');
    const rest = await answer([4, 5, 6, 7], { decidedOn: '2027-02-21' });
    await town.perform(people.officer, answerOpinions, { ...rest, items: [...rest.items, id] });
    expect(await town.read((db) => countUnanswered(db, planId))).toBe(0);
    town.today(DECISION_ON);
    const decision = { planId, stage: 'decision', fixedPoints: '決まったこと' };
    expect(await town.refusal(people.officer, beginStage, decision)).toBe('done');
  });
});

describe('F9.9 erasing names and addresses', () => {
  const erase = () => town.hubwise.write(town.hub.id, (db) => erasedNames(db, town.hub, town.now()));

  test('happens as many days after the decision as the rule says, once, and leaves the comments', async () => {
    town.today('2028-03-13');
    expect(await erase()).toEqual([]);
    town.today('2028-03-15');
    const [event] = await erase();
    expect(event).toMatchObject({ verb: 'plans.names-erased', public: { names: 6 } });
    expect(await erase()).toEqual([]);
    expect(await town.rows('select name from plan_comment_names')).toEqual([]);
    expect(await town.rows('select id from plan_comments')).toHaveLength(7);
    expect(await town.refusal(people.officer, readNames, { stageId, reason: '確認' })).toBe('names-erased');
  });
});
