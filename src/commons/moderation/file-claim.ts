/**
 * X4: a claim that words infringe somebody's right (権利侵害の申出). The sender is asked at once, without the claimant's name, and has
 * the days the hub's rules give; then a moderator decides.
 */
import { z } from 'zod';
import { rulesOf } from '#commons/hubs/index.ts';
import { action } from '#kernel/action.ts';
import type { Reader } from '#kernel/context.ts';
import { run } from '#kernel/database/dialect.ts';
import type { Lang } from '#kernel/lang.ts';
import { line, prose } from '#kernel/text.ts';
import { foundThing, type Means, openCase } from './cases.ts';
import { askSender, thankClaimant } from './claim-letters.ts';
import { lastMoment } from './election.ts';
import { CLAIMED_RIGHTS, PASSAGE_MAX, RELATIONS, REPORT_MAX, refuse } from './moderation.ts';

export const claimInput = z.object({
  kind: z.string().regex(/^[a-z-]{1,30}$/),
  id: z.uuid(),
  claimant: line({ max: 100 }),
  contact: line({ min: 0, max: 200 }).optional().default(''),
  relation: z.enum(RELATIONS, { error: 'not-a-choice' }),
  right: z.enum(CLAIMED_RIGHTS, { error: 'not-a-choice' }),
  passage: prose({ max: PASSAGE_MAX }),
  why: prose({ max: REPORT_MAX }),
  isCandidate: z
    .string()
    .optional()
    .transform((value) => value === 'yes'),
});
export type ClaimInput = z.infer<typeof claimInput>;

/** In the caller's transaction. @throws Refusal not-found, not-there, no-contact */
export async function fileClaim(means: Means, reader: Reader | null, lang: Lang, input: ClaimInput): Promise<string> {
  if (!reader && input.contact === '') throw refuse('no-contact', { field: 'contact' });
  const thing = await foundThing(means.db, input.kind, input.id, reader);
  const rules = rulesOf(means.hub).moderation;
  const answerBy = lastMoment(means.now, input.isCandidate ? rules.candidateConsentDays : rules.consentDays);
  const given = { way: 'claim', ground: 'rights', waitsUntil: answerBy } as const;
  const caseId = await openCase(means, input.kind, thing, given);
  const personId = reader?.person.id ?? null;
  await means.db
    .insertInto('rights_claims')
    .values({
      hub_id: means.hub.id,
      case_id: caseId,
      person_id: personId,
      claimant: input.claimant,
      contact: input.contact,
      relation: input.relation,
      claimed_right: input.right,
      passage: input.passage,
      why: input.why,
      is_candidate: input.isCandidate,
      lang,
      filed_at: means.now,
      answer_by: answerBy,
      keep_until: lastMoment(means.now, rules.keepClaimDays),
    })
    .execute();
  await run(means.db, 'update moderation_cases set urgent = urgent or $3 where hub_id = $1 and id = $2', [
    means.hub.id,
    caseId,
    input.isCandidate,
  ]);
  const { right, passage, why, contact } = input;
  await askSender(means, { caseId, right, passage, why, answerBy, author: [thing.authorId, thing.personId] });
  await thankClaimant(means, { caseId, personId, contact, lang, answerBy });
  return caseId;
}

export const claimRight = action({
  name: 'moderation.claim',
  input: claimInput,
  async run(ctx, input): Promise<{ caseId: string }> {
    const caseId = await fileClaim(ctx, ctx.reader, ctx.lang, input);
    await ctx.record({ verb: 'moderation.claimed', object: { kind: input.kind, id: input.id }, tags: [] });
    return { caseId };
  },
});
