/** X4: anybody reports anything public, signed in or not. Nobody but the hub's moderators reads it; its fate is told by letter. */
import { z } from 'zod';
import { rulesOf } from '#commons/hubs/index.ts';
import { action } from '#kernel/action.ts';
import type { Reader } from '#kernel/context.ts';
import { run } from '#kernel/database/dialect.ts';
import type { Lang } from '#kernel/lang.ts';
import { refuse as refuseKernel } from '#kernel/refusal.ts';
import { line, prose } from '#kernel/text.ts';
import { addReport, checkGround, foundThing, type Means, openCase } from './cases.ts';
import { GROUNDS, REPORT_MAX, refuse } from './moderation.ts';
import { isAuthor } from './rules.ts';

const DAY = 86_400_000;

export const reportInput = z.object({
  kind: z.string().regex(/^[a-z-]{1,30}$/),
  id: z.uuid(),
  ground: z.enum(GROUNDS, { error: 'not-a-choice' }),
  body: prose({ min: 0, max: REPORT_MAX }).optional().default(''),
  contact: line({ min: 0, max: 200 }).optional().default(''),
});
export type ReportInput = z.infer<typeof reportInput>;

/**
 * Puts a report into the queue, in the caller's transaction. Who is not signed in is slowed down by whoever calls this.
 * @throws Refusal not-found, not-there, not-in-force, own-words, reported-already, too-fast
 */
export async function fileReport(
  means: Means,
  reader: Reader | null,
  lang: Lang,
  input: ReportInput,
): Promise<{ caseId: string; reportId: string }> {
  checkGround(means.hub, input.ground);
  const thing = await foundThing(means.db, input.kind, input.id, reader);
  if (reader) {
    if (isAuthor(reader, { authorId: thing.authorId, authorPersonId: thing.personId })) throw refuse('own-words');
    await slowDown(means, reader.person.id);
  }
  const caseId = await openCase(means, input.kind, thing, { way: 'report', ground: input.ground });
  const { ground, body, contact } = input;
  const personId = reader?.person.id ?? null;
  const reportId = await addReport(means, caseId, { personId, ground, body, contact, lang, noticed: [] });
  return { caseId, reportId };
}

async function slowDown({ db, hub, now }: Means, personId: string): Promise<void> {
  const most = rulesOf(hub).moderation.reportsDaily;
  const [oldest] = await run<{ reported_at: Date }>(
    db,
    `select reported_at from moderation_reports where person_id = $1 and reported_at > $2
     order by reported_at desc offset $3 limit 1`,
    [personId, new Date(now.getTime() - DAY), most - 1],
  );
  if (!oldest) return;
  const minutes = Math.max(1, Math.ceil((oldest.reported_at.getTime() + DAY - now.getTime()) / 60_000));
  throw refuseKernel('too-fast', { status: 429, facts: { minutes } });
}

export const reportThing = action({
  name: 'moderation.report',
  input: reportInput,
  async run(ctx, input): Promise<{ caseId: string }> {
    const { caseId } = await fileReport(ctx, ctx.reader, ctx.lang, input);
    await ctx.record({ verb: 'moderation.reported', object: { kind: input.kind, id: input.id }, tags: [] });
    return { caseId };
  },
});
