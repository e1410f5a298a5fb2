/**
 * F9.4, P7 The secretariat moves a date of a round, with a reason everybody reads. Debates open and close with their round, the city's
 * limits follow the publication, and everybody who has something at stake is told in the same transaction.
 */
import { z } from 'zod';
import { actsAsSecretariat, leadsSecretariat, rulesOf } from '#commons/hubs/index.ts';
import { tell } from '#commons/notices/index.ts';
import { action } from '#kernel/action.ts';
import type { ActionContext } from '#kernel/context.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import { tokyoDate } from '#kernel/dates.ts';
import { shortId } from '#kernel/ids.ts';
import { refuse as refuseKernel } from '#kernel/refusal.ts';
import { prose } from '#kernel/text.ts';
import { REASON_LIMIT } from './move-limits.ts';
import { BOUNDARIES, type MovedDate, type MoveRefusal, planMove } from './moves.ts';
import { ROUND_COLUMNS, type Round } from './queries.ts';
import { refuse } from './refusals.ts';
import type { RoundDates } from './stages.ts';

/** Null for whoever speaks for the secretariat now. Pure. */
export function mayMove(who: Pick<ActionContext, 'hub' | 'reader'>): MoveRefusal | null {
  if (!leadsSecretariat(who)) return 'secretariat-only';
  return actsAsSecretariat(who) ? null : 'as-secretariat';
}

const day = z.iso.date({ error: 'not-a-date' });

export const moveDate = action({
  name: 'rounds.move-date',
  input: z.object({
    roundId: z.uuid(),
    boundary: z.enum(BOUNDARIES, { error: 'not-a-choice' }),
    /** the day as the form showed it */
    was: day,
    day,
    follow: z.coerce.boolean().optional().default(false),
    reason: prose({ max: REASON_LIMIT }),
  }),
  async run(ctx, { roundId, boundary, was, day, follow, reason }): Promise<{ id: string }> {
    const no = mayMove(ctx);
    if (no) throw refuse(no, { status: 403 });
    const [round] = await run<Round>(ctx.db, `select ${ROUND_COLUMNS} from rounds r where r.id = $1 for update`, [
      roundId,
    ]);
    if (!round) throw refuseKernel('not-found', { status: 404 });
    if (tokyoDate(round[`${boundary}_at`]) !== was) throw refuse('moved-meanwhile', { status: 409 });
    const rules = rulesOf(ctx.hub, round.rules_version).rounds;
    const plan = planMove(round, { boundary, day, follow }, ctx.now, rules);
    if ('no' in plan) {
      const field = plan.no === 'round-published' || plan.no === 'stage-begun' ? 'boundary' : 'day';
      throw refuse(plan.no, { field, ...(plan.day ? { facts: { day: plan.day } } : {}) });
    }
    const id = ctx.newId();
    await Promise.all([
      setDates(ctx.db, ctx.hub.id, round.id, plan.dates),
      keepMoves(ctx, id, round.id, plan.moved, reason),
    ]);
    const facts = { fiscalYear: round.fiscal_year, number: round.number, boundary, from: was, to: day };
    await ctx.record({
      verb: 'rounds.date-moved',
      object: { kind: 'round', id: round.id },
      public: { ...facts, reason, moved: plan.moved.map(plain) },
      parts: [
        { part: 'move', actorId: ctx.actor.id, content: { round: round.id, reason, moved: plan.moved.map(plain) } },
      ],
      tags: ['rounds', 'proposals', 'answers', `round:${round.id}`, ...(await debateTags(ctx.db, round.id))],
    });
    await tell(ctx, {
      people: await concerned(ctx.db, round.id),
      kind: 'rounds.date-moved',
      about: { kind: 'round', id: round.id },
      href: `/rounds/${shortId(round.id)}#moves`,
      facts: { ...facts, reason: reason.slice(0, 300) },
    });
    return { id };
  },
});

const plain = ({ boundary, old_at, new_at }: MovedDate) => ({
  boundary,
  from: tokyoDate(old_at),
  to: tokyoDate(new_at),
});

/** New dates of a round, and of its debates with it; one that was closed before its day stays closed. */
export async function setDates(db: Db, hubId: number, roundId: string, dates: RoundDates): Promise<void> {
  await Promise.all([
    db.updateTable('rounds').set(dates).where('hub_id', '=', hubId).where('id', '=', roundId).execute(),
    run(
      db,
      `update debates set opens_at = $3, closes_at = $4 where hub_id = $1 and round_id = $2 and closed_because is null`,
      [hubId, roundId, dates.debating_at, dates.drafting_at],
    ),
  ]);
}

async function keepMoves(
  ctx: ActionContext,
  id: string,
  roundId: string,
  moved: readonly MovedDate[],
  reason: string,
): Promise<void> {
  const by = { hub_id: ctx.hub.id, id, round_id: roundId, reason, actor_id: ctx.actor.id, person_id: ctx.person.id };
  await ctx.db
    .insertInto('round_moves')
    .values(moved.map((one, at) => ({ ...by, ...one, is_meant: at === 0, moved_at: ctx.now })))
    .execute();
}

async function debateTags(db: Db, roundId: string): Promise<string[]> {
  const debates = await run<{ id: string }>(db, 'select id from debates where round_id = $1', [roundId]);
  return debates.flatMap(({ id }) => [`debate:${id}`, `proposal:${id}`]);
}

/** Whoever proposed, edits the statement, or said something in the round. */
async function concerned(db: Db, roundId: string): Promise<string[]> {
  const rows = await run<{ id: string }>(
    db,
    `select p.actor_id as id from proposals p where p.round_id = $1 and p.withdrawn_at is null
     union select e.person_id from editors e where e.round_id = $1 and e.lowered_at is null
     union select o.actor_id from debates d join opinions o on o.hub_id = d.hub_id and o.debate_id = d.id
       where d.round_id = $1 and o.withdrawn_at is null`,
    [roundId],
  );
  return rows.map(({ id }) => id);
}
