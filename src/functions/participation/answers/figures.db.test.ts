import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rulesOf } from '#commons/hubs/index.ts';
import { answerDates } from '#functions/participation/rounds/index.ts';
import type { Db } from '#kernel/database/dialect.ts';
import { addDays, daysBetween, tokyoDate } from '#kernel/dates.ts';
import { uuidv7 } from '#kernel/ids.ts';
import { PUBLISHED_ON, publishRound, type RoundOfOne, roundOfOne } from '#test/support/published-round.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { recordStep, reflectionOf, type StepName } from '../reflection/index.ts';
import { ADOPTING, ANSWER_KINDS, type AnswerKind } from './answer.ts';
import { answerItem } from './answer-item.ts';
import { assignLead } from './assign-lead.ts';
import { byDivision, type Figures, newestLines } from './figures.ts';
import { itemsOfRound, publishedRounds } from './items.ts';
import { recountFigures } from './kept-figures.ts';
import { lateAnswers, lateDivisions } from './overdue.ts';
import { clocked } from './round-answers.ts';
import { roundItems } from './round-page.ts';

let town: TestTown;
let round: RoundOfOne;
/** points without a lead of their own, and the proposal */
let subjects: { id: string; key: 'proposalId' | 'pointId' }[];

beforeAll(async () => {
  town = await openTestTown();
  round = await roundOfOne(town);
  const points = Array.from({ length: 4 }, () => uuidv7(town.now()));
  await town.hubwise.write(town.hub.id, async (db) => {
    for (const [place, id] of points.entries())
      await db
        .insertInto('points')
        .values({
          hub_id: town.hub.id,
          id,
          round_id: town.roundId,
          debate_id: round.proposalId,
          section: 'views',
          place: place + 2,
          body: `項目${place}`,
          person_id: round.citizen.person.id,
          edited_at: town.now(),
        })
        .execute();
  });
  await publishRound(town);
  const centre = await town.organisation('body', '市民活動センター', [[round.citizen, 'editor']]);
  (town.hub as { secretariatId: string | null }).secretariatId = centre.id;
  subjects = [
    { id: round.proposalId, key: 'proposalId' },
    ...[round.pointId, ...points].map((id) => ({ id, key: 'pointId' as const })),
  ];
});
afterAll(() => town.close());

interface Event {
  verb: string;
  at: Date;
  actor_id: string;
  content: {
    subjectId: string;
    kind: AnswerKind;
    nextOn: string | null;
    divisionId: string;
    subject: 'proposal' | 'point';
    answerId: string;
    step: StepName;
    happenedOn: string;
    correctsId: string;
  };
  object_id: string;
  id: string;
}

const EVENTS = `select e.id, e.verb, e.at, e.object_id, p.actor_id, p.content from events e
  join event_parts p on p.hub_id = e.hub_id and p.event_id = e.id
  where e.is_public and e.verb in ('answers.given', 'answers.revised', 'answers.assigned', 'answers.handed-over', 'reflection.recorded')
  order by e.id`;

/** The figures of every division, from the public events alone, as anybody outside could compute them. */
function recomputed(events: readonly Event[], today: string): Map<string | null, Figures> {
  const limits = answerDates(PUBLISHED_ON, rulesOf(town.hub).rounds);
  const last = (date: Date) => addDays(tokyoDate(date), -1);
  const [interimOn, finalOn] = [last(limits.interim_answer_at), last(limits.final_answer_at)];
  const sums = new Map<string | null, Figures>();
  for (const { id, key } of subjects) {
    const given = events.filter(
      (one) => one.verb.startsWith('answers.') && 'kind' in one.content && one.content.subjectId === id,
    );
    const own = events.filter((one) => 'divisionId' in one.content && one.content.subjectId === id).at(-1);
    const proposals = events
      .filter((one) => 'divisionId' in one.content && one.content.subjectId === round.proposalId)
      .at(-1);
    const lead = own?.content.divisionId ?? (key === 'pointId' ? proposals?.content.divisionId : undefined);
    const present = given.at(-1);
    const isFinal = present !== undefined && present.content.kind !== 'under-study';
    const division = isFinal ? present.actor_id : (lead ?? present?.actor_id ?? round.division.id);
    const sum = sums.get(division) ?? {
      total: 0,
      onTime: 0,
      late: 0,
      underStudy: 0,
      open: 0,
      overdue: 0,
      adopted: 0,
      reflected: 0,
    };
    sums.set(division, sum);
    sum.total += 1;
    const firstOn = given[0] && tokyoDate(given[0].at);
    const decided = given.find((one) => one.content.kind !== 'under-study');
    const decidedOn = decided && tokyoDate(decided.at);
    if (!present || !firstOn) sum[daysBetween(today, interimOn) < 0 ? 'overdue' : 'open'] += 1;
    else if (!isFinal) sum[daysBetween(today, present.content.nextOn ?? finalOn) < 0 ? 'overdue' : 'underStudy'] += 1;
    else sum[firstOn > interimOn || (decidedOn && decidedOn > finalOn) ? 'late' : 'onTime'] += 1;
    if (!present || !ADOPTING.includes(present.content.kind)) continue;
    sum.adopted += 1;
    const versions = new Set(given.map((one) => one.object_id));
    const steps = events
      .filter((one) => one.verb === 'reflection.recorded' && versions.has(one.content.answerId))
      .map((one) => ({ id: one.id, step: one.content.step, happened_on: one.content.happenedOn, corrects_id: null }));
    const { present: step, budgeted } = reflectionOf(steps);
    if (budgeted || step?.step === 'done') sum.reflected += 1;
  }
  return sums;
}

const kept = async (): Promise<Map<string | null, Figures>> =>
  new Map(byDivision(await town.read((db) => newestLines(db)), town.now()).map(({ id, name: _, ...sum }) => [id, sum]));

/** The list that is kept beside the figures holds every item as it is read from its own rows. */
async function listedAsCounted(): Promise<void> {
  const [published] = await town.read((db) => publishedRounds(db));
  const [items, shown, late, divisions] = await town.read((db) =>
    Promise.all([
      itemsOfRound(db, town.roundId),
      roundItems(db, published!, { kind: '', divisionId: '', state: '', after: '' }, town.now()),
      lateAnswers(db, town.now()),
      lateDivisions(db, town.now()),
    ]),
  );
  const all = clocked(items, published!, town.now());
  expect(shown.items).toEqual(all);
  const overdue = all.filter(({ clock }) => clock.state === 'overdue');
  expect(late.map(({ id, dueOn, divisionId }) => [id, dueOn, divisionId]).sort()).toEqual(
    overdue.map(({ id, clock, division_id }) => [id, clock.dueOn, division_id]).sort(),
  );
  expect(divisions.reduce((sum, { count }) => sum + count, 0)).toBe(overdue.length);
  expect(shown.counts.overdue).toBe(overdue.length);
}

const act = fc.record({
  subject: fc.nat(5),
  what: fc.constantFrom('answer', 'answer', 'answer', 'step', 'step', 'lead'),
  kind: fc.constantFrom(...ANSWER_KINDS),
  step: fc.constantFrom('requested', 'draft-budget', 'voted', 'under-way', 'done', 'dropped'),
  division: fc.boolean(),
  next: fc.integer({ min: 1, max: 60 }),
  days: fc.integer({ min: 0, max: 12 }),
});

describe('F9.8 the figures of divisions', () => {
  test('can be computed again from the public events, whatever happened in whatever order', async () => {
    let day = PUBLISHED_ON;
    let done = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 6 }), async (acts) => {
        for (const one of acts) {
          day = addDays(day, one.days);
          town.today(day);
          if ((await carriedOut(one, day)) === 'done') done += 1;
        }
        const events = await town.rows<Event>(EVENTS);
        expect(await kept()).toEqual(recomputed(events, day));
        await listedAsCounted();
      }),
      { numRuns: 20, endOnFailure: true },
    );
    // Refused acts change nothing; there must have been others as well.
    expect(done).toBeGreaterThan(10);
  });

  test('are the same when they are counted anew, and when two count at once', async () => {
    const before = await kept();
    const recount = () => town.hubwise.write(town.hub.id, (db: Db) => recountFigures(db, town.hub.id, town.roundId));
    await Promise.all([recount(), recount()]);
    expect(await kept()).toEqual(before);
  });
});

async function carriedOut(
  one: { subject: number; what: string; kind: AnswerKind; step: string; division: boolean; next: number },
  day: string,
): Promise<string> {
  const { id, key } = subjects[one.subject]!;
  const [held] = await town.rows<{ id: string; version: number; is_current: boolean }>(
    'select id, version from answers where subject_id = $1 and is_current',
    [id],
  );
  const officer = town.as(round.officer, one.division ? round.division : round.other, 'editor');
  if (one.what === 'lead') {
    const [{ n }] = (await town.rows<{ n: number }>(
      'select count(*)::int as n from answer_leads where subject_id = $1',
      [id],
    )) as [{ n: number }];
    const desk = {
      ...round.citizen,
      acting: { id: town.hub.secretariatId!, kind: 'body' as const, name: '市民活動センター' },
    };
    return town.refusal(desk, assignLead, {
      [key]: id,
      divisionId: (one.division ? round.division : round.other).id,
      reason: '担当のため。',
      assignments: n,
    });
  }
  if (one.what === 'step') {
    return town.refusal(officer, recordStep, {
      answerId: held?.id ?? id,
      step: one.step,
      happenedOn: day,
      note: '記録',
      document: '予算書',
      page: '1',
      budgetLine: '款8 土木費',
      amountYen: '1000',
    });
  }
  return town.refusal(officer, answerItem, {
    [key]: id,
    version: held?.version ?? 0,
    kind: one.kind,
    reason: '理由です。',
    decidedOn: day,
    nextOn: one.kind === 'under-study' ? addDays(day, one.next) : '',
    passedTo: one.kind === 'not-ours' ? '県' : '',
    passedOn: one.kind === 'not-ours' ? day : '',
    changeReason: '見なおしたため。',
  });
}
