/** F9.6 The round's proposals and its statement become one frozen, numbered, hashed document. Exactly once. */
import { z } from 'zod';
import { rulesOf } from '#commons/hubs/index.ts';
import { action } from '#kernel/action.ts';
import type { ActionContext } from '#kernel/context.ts';
import type { Db } from '#kernel/database/dialect.ts';
import { tokyoDate } from '#kernel/dates.ts';
import { Refusal, type RefusalItem, refuse as refuseKernel } from '#kernel/refusal.ts';
import { recountFigures } from '../answers/index.ts';
import { answerDates, type Round } from '../rounds/index.ts';
import { coverageOf, holdStatement, type RoundCoverage, statementOf, unconfirmedPoints } from '../statement/index.ts';
import { contentOf, type Frozen, freeze } from './content.ts';
import { type DocumentContent, refuse } from './document.ts';
import {
  openObjections,
  pointsWithoutCitation,
  proposalsAtCutOff,
  roundAndEditing,
  withdrawnProposals,
} from './queries.ts';
import { mayPublish } from './rules.ts';

export interface PublishedNow {
  id: string;
  roundId: string;
  number: string;
  /** lower-case hexadecimal */
  sha256: string;
}

export const publishDocument = action({
  name: 'documents.publish',
  input: z.object({ roundId: z.uuid() }),
  async run(ctx, { roundId }): Promise<PublishedNow> {
    await holdStatement(ctx.db, roundId);
    const found = await roundAndEditing(ctx.db, roundId, ctx.person.id);
    if (!found) throw refuseKernel('not-found', { status: 404 });
    const { round, edits } = found;
    const no = mayPublish(ctx.hub, ctx.reader, round, edits, ctx.now);
    if (no === 'sign-in') throw refuseKernel(no, { status: 401 });
    if (no) throw refuse(no, { status: no === 'already-published' ? 409 : no === 'not-editor' ? 403 : 422 });
    const coverage = await coverageOf(ctx.db, roundId);
    const missing = await missingFrom(ctx.db, roundId, coverage);
    if (missing.length > 0) throw new Refusal('documents', missing);
    const content = await compile(ctx, round, coverage);
    return write(ctx, round, content, freeze(content));
  },
});

/** Everything that still stands in the way, each with its whole list: uncovered opinions, points without citation, open objections. */
async function missingFrom(db: Db, roundId: string, coverage: RoundCoverage): Promise<RefusalItem[]> {
  const missing: RefusalItem[] = [];
  if (coverage.uncoveredCount > 0) {
    const items = coverage.uncovered.map(({ id, number, text }) => ({
      id,
      text: number === null ? text : `${number}. ${text}`,
    }));
    missing.push({ code: 'uncovered', facts: { count: coverage.uncoveredCount }, items });
  }
  if (coverage.pointsWithoutCitation > 0) {
    const items = await pointsWithoutCitation(db, roundId);
    missing.push({ code: 'point-without-citation', facts: { count: coverage.pointsWithoutCitation }, items });
  }
  if (coverage.unconfirmedPoints > 0) {
    const items = await unconfirmedPoints(db, roundId);
    missing.push({ code: 'unconfirmed', facts: { count: coverage.unconfirmedPoints }, items });
  }
  if (coverage.openObjections > 0) {
    const items = await openObjections(db, roundId);
    missing.push({ code: 'open-objection', facts: { count: coverage.openObjections }, items });
  }
  return missing;
}

/** What publishing would be refused for if it were asked for now; null where nothing stands in the way. */
export async function publicationRefusal(db: Db, roundId: string): Promise<Refusal | null> {
  const missing = await missingFrom(db, roundId, await coverageOf(db, roundId));
  return missing.length > 0 ? new Refusal('documents', missing) : null;
}

async function compile(ctx: ActionContext, round: Round, coverage: RoundCoverage): Promise<DocumentContent> {
  const [proposals, withdrawn, statement] = await Promise.all([
    proposalsAtCutOff(ctx.db, round),
    withdrawnProposals(ctx.db, round.id),
    statementOf(ctx.db, round.id),
  ]);
  return contentOf({ hub: ctx.hub, round, publishedAt: ctx.now, proposals, withdrawn, statement, coverage });
}

async function write(
  ctx: ActionContext,
  round: Round,
  content: DocumentContent,
  frozen: Frozen,
): Promise<PublishedNow> {
  const id = ctx.newId();
  const { number } = content;
  const sha256 = frozen.sha256.toString('hex');
  const rules = rulesOf(ctx.hub, round.rules_version);
  await ctx.db
    .insertInto('documents')
    .values({
      hub_id: ctx.hub.id,
      id,
      round_id: round.id,
      number,
      content: frozen.text,
      sha256: frozen.sha256,
      person_id: ctx.person.id,
      published_at: ctx.now,
    })
    .execute();
  await ctx.db
    .updateTable('rounds')
    .set({ published_at: ctx.now, ...answerDates(tokyoDate(ctx.now), rules.rounds) })
    .where('hub_id', '=', ctx.hub.id)
    .where('id', '=', round.id)
    .execute();
  await recountFigures(ctx.db, ctx.hub.id, round.id);
  await ctx.record({
    verb: 'documents.published',
    object: { kind: 'document', id },
    public: {
      number,
      sha256,
      roundId: round.id,
      fiscalYear: round.fiscal_year,
      round: round.number,
      proposals: content.proposals.length,
    },
    parts: [{ part: 'document', actorId: ctx.actor.id, content: { number, sha256, roundId: round.id } }],
    tags: ['documents', 'answers', 'rounds', 'proposals', `round:${round.id}`],
  });
  return { id, roundId: round.id, number, sha256 };
}
