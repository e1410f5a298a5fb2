/** A round told to its end by the acts of those concerned: published, submitted, answered, and in the budget. */
import { answerItem } from '#functions/participation/answers/index.ts';
import { publishDocument, submitDocument } from '#functions/participation/documents/index.ts';
import { recordStep } from '#functions/participation/reflection/index.ts';
import type { Reader } from '#kernel/context.ts';
import { PUBLISHED_ON, type RoundOfOne, roundOfOne } from './published-round.ts';
import type { TestTown } from './town.ts';

export interface ToldRound extends RoundOfOne {
  editor: Reader;
  /** the officer, speaking for the division */
  office: Reader;
}

/** Opens the round to its editor; the third opinion stands in the annex. */
export async function writtenRound(town: TestTown): Promise<ToldRound> {
  const round = await roundOfOne(town);
  const editor = await town.person('しおり');
  await town.hubwise.write(town.hub.id, async (db) => {
    const hub_id = town.hub.id;
    const at = town.now();
    await db
      .insertInto('editors')
      .values({ hub_id, round_id: town.roundId, person_id: editor.person.id, raised_at: at })
      .execute();
    await db
      .insertInto('annex_entries')
      .values({
        hub_id,
        round_id: town.roundId,
        opinion_id: round.opinionIds[2]!,
        reason: '提案の範囲の外のため。',
        person_id: editor.person.id,
        at,
      })
      .execute();
  });
  return { ...round, editor, office: town.as(round.officer, round.division, 'editor') };
}

export async function publishTold(town: TestTown, round: ToldRound): Promise<void> {
  town.today(PUBLISHED_ON);
  const roundId = town.roundId;
  await town.perform(round.editor, publishDocument, { roundId });
  await town.perform(round.editor, submitDocument, {
    roundId,
    receivedBy: round.division.id,
    receivedOn: PUBLISHED_ON,
  });
}

/** The proposal is adopted and voted into the budget; the point is under study. Gives the proposal's answer. */
export async function answerTold(town: TestTown, round: ToldRound): Promise<{ answerId: string }> {
  const { proposalId, pointId, policyId, office } = round;
  town.today('2027-02-20');
  const { id } = await town.perform(office, answerItem, {
    proposalId,
    kind: 'adopted',
    reason: '3年で21か所に整備します。',
    decidedOn: '2027-02-19',
    policyId,
  });
  await town.perform(office, answerItem, {
    pointId,
    kind: 'under-study',
    reason: '順番の決め方を検討します。',
    decidedOn: '2027-02-19',
    nextOn: '2027-06-01',
    policyId,
  });
  town.today('2027-03-30');
  const step = {
    answerId: id,
    document: '当初予算案 説明書',
    page: '143',
    budgetLine: '款8 土木費',
    amountYen: '3120000',
  };
  await town.perform(office, recordStep, {
    ...step,
    step: 'requested',
    happenedOn: '2027-02-25',
    note: '要求しました。',
  });
  await town.perform(office, recordStep, {
    ...step,
    step: 'voted',
    happenedOn: '2027-03-24',
    note: '議決されました。',
    link: 'https://hinata.example/budget.pdf',
  });
  return { answerId: id };
}
