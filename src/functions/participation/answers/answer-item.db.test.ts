import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { defaultRules } from '#commons/hubs/index.ts';
import { run } from '#kernel/database/dialect.ts';
import { PUBLISHED_ON, publishRound, type RoundOfOne, roundOfOne } from '#test/support/published-round.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { answerItem } from './answer-item.ts';
import { answersOf, answerVersions } from './queries.ts';

let town: TestTown;
let round: RoundOfOne;

beforeAll(async () => {
  town = await openTestTown();
  round = await roundOfOne(town);
});
afterAll(() => town.close());

const officer = () => town.as(round.officer, round.division, 'editor');
const adopted = (more: Record<string, unknown> = {}) => ({
  proposalId: round.proposalId,
  kind: 'adopted',
  reason: '3年で21か所に整備します。',
  decidedOn: PUBLISHED_ON,
  policyId: round.policyId,
  ...more,
});

describe('F9.7 answering, refused', () => {
  test('before the document is public', async () => {
    expect(await town.refusal(officer(), answerItem, adopted())).toBe('not-published');
  });

  test('whoever is not a division of the city, or only a member of one', async () => {
    await publishRound(town);
    expect(await town.refusal(round.citizen, answerItem, adopted())).toBe('not-a-division');
    const group = await town.organisation('group', '見守りの会', [[round.citizen, 'representative']]);
    expect(await town.refusal(town.as(round.citizen, group), answerItem, adopted())).toBe('not-a-division');
    const clerk = await town.person('臨時職員');
    await town.organisation('division', '別の課', [[clerk, 'member']]);
    expect(await town.refusal(town.as(clerk, clerk.roles[0]!.organisation, 'member'), answerItem, adopted())).toBe(
      'not-a-division',
    );
  });

  test('at the field: no reason, no kind, no real day, a day to come or too early, an unknown policy', async () => {
    const say = (more: Record<string, unknown>) => town.refusal(officer(), answerItem, adopted(more));
    expect(await say({ reason: '　\n' })).toBe('reason:required');
    expect(await say({ reason: undefined })).toBe('reason:required');
    expect(await say({ kind: 'maybe' })).toBe('kind:not-a-choice');
    expect(await say({ decidedOn: '' })).toBe('decidedOn:required');
    expect(await say({ decidedOn: '2027-02-30' })).toBe('decidedOn:not-a-date');
    expect(await say({ decidedOn: '2027-01-10' })).toBe('decidedOn:in-the-future');
    expect(await say({ decidedOn: '2027-01-08' })).toBe('decidedOn:before-publication');
    expect(await say({ policyId: round.proposalId })).toBe('policyId:no-policy');
    expect(await say({ reason: 'あ'.repeat(4001) })).toBe('reason:too-long');
  });

  test('what a kind asks for: a next date, and to whom it is passed on', async () => {
    const say = (more: Record<string, unknown>) => town.refusal(officer(), answerItem, adopted(more));
    expect(await say({ kind: 'under-study' })).toBe('nextOn:next-needed');
    expect(await say({ kind: 'under-study', nextOn: PUBLISHED_ON })).toBe('nextOn:next-not-after');
    expect(await say({ kind: 'not-ours' })).toBe('passedTo:passed-to-needed');
    expect(await say({ kind: 'not-ours', passedTo: '県警察本部' })).toBe('passedOn:passed-on-needed');
    expect(await say({ kind: 'not-ours', passedTo: '県警察本部', passedOn: '2027-01-10' })).toBe(
      'passedOn:in-the-future',
    );
    expect(await say({ kind: 'declined', onBudget: 'yes' })).toBe('onBudget:condition-without-adoption');
  });

  test('beyond the limit of the rules under which its round began, whatever was decided later', async () => {
    const short = { ...defaultRules, limits: { ...defaultRules.limits, answer: 100 } };
    const hub = { ...town.hub, rules: short, rulesByVersion: { 1: defaultRules, 2: short } };
    const under = (version: number) =>
      town.hubwise.write(town.hub.id, (db) =>
        run(db, 'update rounds set rules_version = $2 where id = $1', [town.roundId, version]),
      );
    // A day to come is refused only after the length has been found right.
    const say = (characters: number) =>
      town.refusal(officer(), answerItem, adopted({ reason: 'あ'.repeat(characters), decidedOn: '2027-01-10' }), {
        hub,
      });
    await town.hubwise.write(town.hub.id, (db) =>
      run(
        db,
        `insert into hub_rules (hub_id, version, rules, reason, decided_at)
         select hub_id, 2, rules, reason, decided_at from hub_rules where version = 1`,
      ),
    );
    expect([await say(4000), await say(4001)]).toEqual(['decidedOn:in-the-future', 'reason:too-long']);
    await under(2);
    expect([await say(100), await say(101)]).toEqual(['decidedOn:in-the-future', 'reason:too-long']);
    await under(1);
  });

  test('an item of another hub, or none', async () => {
    const elsewhere = await town.refusal(officer(), answerItem, adopted(), { hub: town.neighbour });
    expect(elsewhere).toBe('not-found');
    expect(await town.refusal(officer(), answerItem, adopted({ proposalId: undefined }))).toBe('not-found');
  });

  test('nothing half-written stays', async () => {
    expect(await town.rows('select id from answers')).toEqual([]);
    expect(await town.rows(`select id from events where verb like 'answers.%'`)).toEqual([]);
  });
});

describe('F9.7 answering', () => {
  test('an answer stands with its reason, division and policy, and the proposal shows its kind', async () => {
    town.evicted.length = 0;
    const { id } = await town.perform(officer(), answerItem, adopted({ kind: 'under-study', nextOn: '2027-05-01' }));
    const answer = await town.read((db) => answersOf(db, { proposalId: round.proposalId }));
    expect(answer).toMatchObject({
      id,
      version: 1,
      kind: 'under-study',
      decided_on: PUBLISHED_ON,
      next_on: '2027-05-01',
      division_name: '交通政策課',
      policy_code: '2-2-1',
      lead_name: '交通政策課',
      first_at: town.now(),
      final_at: null,
      steps: [],
    });
    expect(await town.rows('select answer_kind from proposals')).toEqual([{ answer_kind: 'under-study' }]);
    expect(town.evicted).toEqual(
      expect.arrayContaining([
        'answers',
        `round:${town.roundId}`,
        `proposal:${round.proposalId}`,
        `policy:${round.policyId}`,
      ]),
    );
  });

  test('the journal holds the answer as the division’s part, without the officer', async () => {
    const [event] = await town.rows<{ verb: string; actor_id: string; content: Record<string, unknown> }>(
      `select e.verb, p.actor_id, p.content from events e join event_parts p on p.hub_id = e.hub_id and p.event_id = e.id
       where e.verb = 'answers.given'`,
    );
    expect(event).toMatchObject({
      actor_id: round.division.id,
      content: { reason: '3年で21か所に整備します。', kind: 'under-study' },
    });
    expect(JSON.stringify(event)).not.toContain(round.officer.person.id);
  });

  test('a form shown before somebody else answered is refused, and what stands stays', async () => {
    expect(await town.refusal(officer(), answerItem, adopted({ version: 0 }))).toBe('answered-meanwhile');
    expect(await town.rows('select kind from answers where is_current')).toEqual([{ kind: 'under-study' }]);
  });

  test('another division may not revise it, the one in charge of the policy may', async () => {
    const theirs = town.as(round.officer, round.other, 'editor');
    expect(await town.refusal(theirs, answerItem, adopted({ version: 1 }))).toBe('not-in-charge');
    const point = { ...adopted(), proposalId: undefined, pointId: round.pointId, policyId: '' };
    expect(await town.refusal(theirs, answerItem, point)).toBe('done');
    expect(await town.refusal(officer(), answerItem, { ...point, version: 1 })).toBe(
      'changeReason:change-reason-needed',
    );
    const changed = { ...point, version: 1, changeReason: '担当の課から改めて答えます。' };
    expect(await town.refusal(officer(), answerItem, changed)).toBe('done');
  });

  test('a new version keeps the old one, and when it was first given and first decided', async () => {
    const first = town.now();
    town.today('2027-02-01');
    const { version } = await town.perform(officer(), answerItem, adopted({ version: 1, decidedOn: '2027-02-01' }));
    expect(version).toBe(2);
    const current = await town.read((db) => answersOf(db, { proposalId: round.proposalId }));
    expect(current).toMatchObject({ version: 2, kind: 'adopted', first_at: first, final_at: town.now() });
    town.today('2027-02-10');
    await town.perform(
      officer(),
      answerItem,
      adopted({ version: 2, kind: 'partly', decidedOn: '2027-02-10', changeReason: '費用がふえたため。' }),
    );
    const versions = await town.read((db) => answerVersions(db, current!.id));
    expect(versions.map((one) => [one.version, one.kind, one.is_current])).toEqual([
      [3, 'partly', true],
      [2, 'adopted', false],
      [1, 'under-study', false],
    ]);
    expect(versions[0]!.final_at).toEqual(versions[1]!.answered_at);
  });

  test('of two officers who press at the same moment one is told that the other was faster', async () => {
    const input = {
      ...adopted(),
      proposalId: undefined,
      pointId: round.pointId,
      kind: 'not-ours',
      passedTo: '県警察本部',
      passedOn: PUBLISHED_ON,
      changeReason: '受け持ちがちがうため。',
      version: 2,
    };
    const outcomes = await Promise.all([
      town.refusal(officer(), answerItem, input),
      town.refusal(officer(), answerItem, { ...input, kind: 'declined' }),
    ]);
    expect(outcomes.sort()).toEqual(['answered-meanwhile', 'done']);
    const [kept] = await town.rows<{ kind: string }>(
      'select kind from answers where point_id is not null and version = 3 and is_current',
    );
    expect(await town.rows('select answer_kind from points')).toEqual([{ answer_kind: kept!.kind }]);
    expect(await town.rows('select id from answers where point_id is not null')).toHaveLength(3);
  });

  test('the same form sent twice is carried out once', async () => {
    const once = crypto.randomUUID();
    const [{ version }] = (await town.rows<{ version: number }>(
      'select version from answers where proposal_id is not null and is_current',
    )) as [{ version: number }];
    const input = adopted({ version, kind: 'declined', decidedOn: '2027-02-10', changeReason: '取りやめるため。' });
    const first = await town.perform(officer(), answerItem, input, { once });
    expect(await town.perform(officer(), answerItem, input, { once })).toEqual(first);
    expect(await town.rows(`select id from answers where kind = 'declined' and proposal_id is not null`)).toHaveLength(
      1,
    );
  });

  test('a withdrawn proposal and a point taken out are not answered', async () => {
    await town.hubwise.write(town.hub.id, (db) =>
      db
        .updateTable('points')
        .set({ removed_at: town.now(), removed_by: round.citizen.person.id })
        .where('hub_id', '=', town.hub.id)
        .execute(),
    );
    expect(
      await town.refusal(officer(), answerItem, {
        ...adopted(),
        proposalId: undefined,
        pointId: round.pointId,
        version: 3,
      }),
    ).toBe('withdrawn');
  });
});
