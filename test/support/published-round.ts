/** The test town's round with a proposal, opinions and a point of the statement, at whatever stage a test needs. */
import { rulesOf } from '#commons/hubs/index.ts';
import { recountFigures } from '#functions/participation/answers/index.ts';
import { recountPolicies } from '#functions/participation/policies/index.ts';
import { answerDates } from '#functions/participation/rounds/stages.ts';
import { recountCoverage } from '#functions/participation/statement/index.ts';
import type { Actor, Reader } from '#kernel/context.ts';
import { run } from '#kernel/database/dialect.ts';
import { startOfTokyoDay } from '#kernel/dates.ts';
import { randomId, uuidv7 } from '#kernel/ids.ts';
import type { TestTown } from './town.ts';

/** By the default rules the test town's round may be published from this day on. */
export const PUBLISHED_ON = '2027-01-09';

export interface RoundOfOne {
  proposer: Reader;
  citizen: Reader;
  officer: Reader;
  division: Actor;
  other: Actor;
  policyId: string;
  proposalId: string;
  pointId: string;
  opinionIds: string[];
}

/** A proposal with two versions, three opinions, and a point that cites two of them; nothing is published yet. */
export async function roundOfOne(town: TestTown): Promise<RoundOfOne> {
  town.today('2026-10-10');
  const [proposer, citizen, officer] = await Promise.all([
    town.person('とくさん'),
    town.person('ことね'),
    town.person('職員'),
  ]);
  const division = await town.organisation('division', '交通政策課', [[officer, 'editor']]);
  const other = await town.organisation('division', '公園緑地課', [[officer, 'editor']]);
  const ids = { policyId: randomId(), proposalId: uuidv7(town.now()), pointId: uuidv7(town.now()) };
  const opinionIds = [1, 2, 3].map(() => uuidv7(town.now()));
  await town.hubwise.write(town.hub.id, async (db) => {
    const hub_id = town.hub.id;
    const at = town.now();
    const [round] = await run<{ debating_at: Date; drafting_at: Date }>(
      db,
      'select debating_at, drafting_at from rounds where id = $1',
      [town.roundId],
    );
    await run(
      db,
      `insert into policies (hub_id, id, code, kind, title, division_id, created_at) values ($1, $2, '2-2-1', 'measure', '通学路の整備', $3, $4)`,
      [hub_id, ids.policyId, division.id, at],
    );
    await db
      .insertInto('proposals')
      .values({
        hub_id,
        id: ids.proposalId,
        round_id: town.roundId,
        kind: 'project',
        actor_id: proposer.person.id,
        policy_id: ids.policyId,
        version: 2,
        title: '横断歩道に灯りを',
        grams: '',
        published_at: at,
      })
      .execute();
    for (const version of [1, 2]) {
      await db
        .insertInto('proposal_versions')
        .values({
          hub_id,
          proposal_id: ids.proposalId,
          version,
          title: version === 1 ? '横断歩道を明るく' : '横断歩道に灯りを',
          problem: '夜に暗い横断歩道が21か所あります。',
          proposal: `第${version}版の提案です。`,
          effect: '',
          roles: '',
          cost: '',
          area: '',
          person_id: proposer.person.id,
          written_at: new Date(at.getTime() + version * 86_400_000),
        })
        .execute();
    }
    await db
      .insertInto('debates')
      .values({
        hub_id,
        id: ids.proposalId,
        kind: 'proposal',
        title: '横断歩道に灯りを',
        round_id: town.roundId,
        host_id: proposer.person.id,
        opens_at: round!.debating_at,
        closes_at: round!.drafting_at,
        created_at: at,
      })
      .execute();
    for (const [index, id] of opinionIds.entries()) {
      await db
        .insertInto('opinions')
        .values({
          hub_id,
          id,
          debate_id: ids.proposalId,
          number: index + 1,
          kind: 'opinion',
          actor_id: citizen.person.id,
          person_id: citizen.person.id,
          body: `意見その${index + 1}`,
          said_at: round!.debating_at,
        })
        .execute();
    }
    await db
      .insertInto('points')
      .values({
        hub_id,
        id: ids.pointId,
        round_id: town.roundId,
        debate_id: ids.proposalId,
        section: 'agreement',
        place: 1,
        body: '暗い所から灯りをつけることに賛成が多かった。',
        person_id: citizen.person.id,
        edited_at: round!.drafting_at,
      })
      .execute();
    for (const opinion_id of opinionIds.slice(0, 2)) {
      await db
        .insertInto('citations')
        .values({ hub_id, point_id: ids.pointId, opinion_id, round_id: town.roundId })
        .execute();
    }
    await recountPolicies(db, hub_id);
  });
  await recountCoverage(town.hubwise, town.hub.id);
  return { proposer, citizen, officer, division, other, opinionIds, ...ids };
}

/** Marks the round as published on that day, without a document: for tests of what comes after. */
export async function publishRound(town: TestTown, day = PUBLISHED_ON): Promise<void> {
  town.today(day);
  const dates = answerDates(day, rulesOf(town.hub).rounds);
  await town.hubwise.write(town.hub.id, async (db) => {
    await db
      .updateTable('rounds')
      .set({ published_at: new Date(startOfTokyoDay(day).getTime() + 9 * 3_600_000), ...dates })
      .where('hub_id', '=', town.hub.id)
      .where('id', '=', town.roundId)
      .execute();
    await recountFigures(db, town.hub.id, town.roundId);
  });
}
