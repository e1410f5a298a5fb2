/**
 * X4: what somebody without an account reads of what they reported, or of what was decided about a letter of theirs, and their appeal; both by
 * the signed address they were given.
 */
import { z } from 'zod';
import { rulesOf } from '#commons/hubs/index.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import { refuse as refuseKernel } from '#kernel/refusal.ts';
import { prose } from '#kernel/text.ts';
import type { Means } from './cases.ts';
import { lockedDecision } from './decision-queries.ts';
import { recountMonth } from './figures.ts';
import { tellModerators } from './letters.ts';
import { type Ground, type ModerationRefusal, type Outcome, REASON_MAX, refuse } from './moderation.ts';
import type { OwnReport } from './report-key.ts';
import type { DecisionFacts } from './rules.ts';

const DAY = 86_400_000;

export interface ShownReport {
  title: string;
  path: string;
  ground: Ground;
  sent_at: Date;
  /** of a claim: until then the sender of the words is being asked */
  answer_by: Date | null;
  decision_id: string | null;
  outcome: Outcome | null;
  reason: string | null;
  decided_at: Date | null;
  reversed_at: Date | null;
  appealed: boolean;
  /** of a letter that was hidden: until then whoever wrote it sends none */
  stopped_until: Date | null;
}

const SENT = {
  report:
    'select id, case_id, reported_at as sent_at, null::timestamptz as answer_by, person_id from moderation_reports',
  claim: `select case_id as id, case_id, filed_at, case when consent is null then answer_by end, person_id from rights_claims`,
};

/** Null: there is no such report of somebody who wasn't signed in. */
export async function reportOf(db: Db, own: OwnReport): Promise<ShownReport | null> {
  if (own.way === 'letter') return letterOf(db, own.id);
  const [row] = await run<ShownReport>(
    db,
    `with mine (id, case_id, sent_at, answer_by, person_id) as (${SENT[own.way]})
     select c.title, c.path, c.ground, r.sent_at, r.answer_by, d.id as decision_id, d.outcome, d.reason, d.decided_at, d.reversed_at,
       exists (select from moderation_appeals a where a.hub_id = d.hub_id and a.decision_id = d.id and a.by_report = r.id) as appealed, null::timestamptz as stopped_until
     from mine r join moderation_cases c on c.id = r.case_id
     left join moderation_decisions d on d.hub_id = c.hub_id and d.case_id = c.id
     where r.id = $1 and r.person_id is null`,
    [own.id],
  );
  return row ?? null;
}

/** Of a decision that went against whoever wrote a letter without an account. Where the letter is read is its receiver's. */
async function letterOf(db: Db, decisionId: string): Promise<ShownReport | null> {
  const [row] = await run<ShownReport>(
    db,
    `select '' as title, '' as path, d.ground, d.opened_at as sent_at, null::timestamptz as answer_by, d.id as decision_id, d.outcome, d.reason,
       d.decided_at, d.reversed_at, s.until as stopped_until,
       exists (select from moderation_appeals a where a.hub_id = d.hub_id and a.decision_id = d.id and a.by_report = d.id) as appealed
     from moderation_decisions d
     left join letter_stops s on s.hub_id = d.hub_id and s.kind = d.kind and s.object_id = d.object_id
     where d.id = $1 and d.outcome <> 'left' and d.author_person_id is null`,
    [decisionId],
  );
  return row ?? null;
}

/** Nothing went wrong for whoever reported where the words were hidden; whoever wrote a letter has this address only where it did. */
export function mayReporterAppeal(
  { way }: Pick<OwnReport, 'way'>,
  decision: Pick<DecisionFacts, 'outcome' | 'decidedAt' | 'reversedAt'>,
  state: { appealed: boolean; days: number },
  now: Date,
): ModerationRefusal | null {
  if (way !== 'letter' && decision.outcome === 'hidden') return 'not-concerned';
  if (state.appealed || decision.reversedAt) return 'appealed-already';
  return now.getTime() >= decision.decidedAt.getTime() + state.days * DAY ? 'appeal-over' : null;
}

export const appealByReportInput = z.object({ reason: prose({ max: REASON_MAX }) });

/**
 * The same by somebody who is not signed in and holds the signed address of their report: no act of a person and no event, the row is
 * the record. Who may call this is said by that address.
 * @throws Refusal not-concerned (403); appealed-already, appeal-over (409)
 */
export async function appealByReport(
  means: Means,
  own: OwnReport,
  { reason }: z.infer<typeof appealByReportInput>,
): Promise<void> {
  const { db, hub, now } = means;
  const decisionId = (await reportOf(db, own))?.decision_id;
  const decision = decisionId && (await lockedDecision(db, decisionId));
  if (!decision) throw refuseKernel('not-found', { status: 404 });
  const earlier = await run(db, 'select 1 from moderation_appeals where decision_id = $1 and by_report = $2', [
    decisionId,
    own.id,
  ]);
  const state = { appealed: earlier.length > 0, days: rulesOf(hub).moderation.appealDays };
  const no = mayReporterAppeal(own, decision, state, now);
  if (no) throw refuse(no, { status: no === 'not-concerned' ? 403 : 409 });
  const id = means.newId();
  await db
    .insertInto('moderation_appeals')
    .values({
      hub_id: hub.id,
      id,
      decision_id: decisionId,
      first_decider_id: decision.personId,
      side: own.way === 'letter' ? 'author' : 'reporter',
      by_report: own.id,
      reason,
      filed_at: now,
    })
    .execute();
  await recountMonth(db, hub, decision.decidedAt);
  await tellModerators(means, 'appeal', id, decision.personId);
}
