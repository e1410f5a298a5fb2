/** F9.9, X10 Documents of a stage: the paper that was discussed, minutes, maps. One that was taken out stays in the list with the reason. */
import { z } from 'zod';
import { attachFiles, fileRefusal, filesOn, guardFiles } from '#commons/files/index.ts';
import { rulesOf } from '#commons/hubs/index.ts';
import { action } from '#kernel/action.ts';
import { run } from '#kernel/database/dialect.ts';
import { line, prose } from '#kernel/text.ts';
import { notFound, refusalFor, within } from './limits.ts';
import { tagsOf } from './opening.ts';
import { lockedPlanOfStage } from './queries.ts';
import { mayAnswer } from './rules.ts';

const MOST = 40;

/** A paper handed in as a file instead of an address; thing of its file. */
export const PAPER = 'plan-document';

/** Everybody sees a paper's file, until the paper is taken out. */
guardFiles(PAPER, async (db, things) => {
  const rows = await run<{ id: string }>(
    db,
    'select id from plan_documents where id = any($1::uuid[]) and removed_at is null',
    [things.map(({ id }) => id)],
  );
  const there = new Set(rows.map((row) => row.id));
  return things.map(({ id }) => (there.has(id) ? 'everybody' : null));
});

function isWebAddress(text: string): boolean {
  try {
    const { protocol, username, password } = new URL(text);
    return (protocol === 'https:' || protocol === 'http:') && username === '' && password === '';
  } catch {
    return false;
  }
}

export const addDocument = action({
  name: 'plans.add-document',
  input: z.object({
    stageId: z.uuid(),
    title: line({ max: 120 }),
    link: line({ min: 0, max: 1000 }).optional().default(''),
    /** instead of an address: a file this person uploaded; '' where the form's field stayed empty */
    fileId: z.union([z.uuid(), z.literal('')]).optional(),
  }),
  async run(ctx, { stageId, title, link, fileId }): Promise<{ id: string; title: string; documentId: string }> {
    const plan = await lockedPlanOfStage(ctx.db, stageId);
    const stage = plan?.stages.find((one) => one.id === stageId);
    if (!plan || !stage) throw notFound();
    const no = mayAnswer(ctx.reader, plan);
    if (no) throw refusalFor(no);
    if (!stage.began_on) throw refusalFor('period-ahead');
    if (fileId === '') throw fileRefusal('no-file', { field: 'file' });
    if (fileId === undefined && !isWebAddress(link)) throw refusalFor('link-broken', 'link');
    if (plan.documents.length >= MOST) throw refusalFor('too-many-documents', undefined, { n: MOST });
    const documentId = ctx.newId();
    await ctx.db
      .insertInto('plan_documents')
      .values({
        hub_id: ctx.hub.id,
        id: documentId,
        plan_id: plan.id,
        stage_id: stageId,
        title,
        link: fileId === undefined ? link : '',
        person_id: ctx.person.id,
        added_at: ctx.now,
      })
      .execute();
    if (fileId !== undefined) await attachFiles(ctx, { kind: PAPER, id: documentId }, [{ fileId, label: title }]);
    const files = fileId === undefined ? [] : await filesOn(ctx.db, { kind: PAPER, id: documentId });
    const what = fileId === undefined ? { link } : { files: files.map(({ sha256, bytes }) => ({ sha256, bytes })) };
    await ctx.record({
      verb: 'plans.document-added',
      object: { kind: 'plan', id: plan.id },
      public: { title: plan.title, document: title, stage: stage.stage, division: plan.actor_name },
      parts: [
        { part: 'material', actorId: plan.actor_id, content: { id: documentId, stage: stage.stage, title, ...what } },
      ],
      tags: tagsOf(plan),
    });
    return { id: plan.id, title: plan.title, documentId };
  },
});

export const removeDocument = action({
  name: 'plans.remove-document',
  input: z.object({ id: z.uuid(), reason: prose({ max: 20_000 }) }),
  async run(ctx, { id, reason }): Promise<{ id: string; title: string }> {
    const [document] = await run<{ stage_id: string }>(ctx.db, 'select stage_id from plan_documents where id = $1', [
      id,
    ]);
    const plan = document ? await lockedPlanOfStage(ctx.db, document.stage_id) : null;
    const kept = plan?.documents.find((one) => one.id === id);
    if (!plan || !kept) throw notFound();
    const no = mayAnswer(ctx.reader, plan);
    if (no) throw refusalFor(no);
    if (kept.removed_at) throw refusalFor('withdrawn');
    within({ reason: [reason, rulesOf(ctx.hub).limits.reason] });
    await run(ctx.db, 'update plan_documents set removed_at = $2, removal_reason = $3 where id = $1', [
      id,
      ctx.now,
      reason,
    ]);
    await ctx.record({
      verb: 'plans.document-removed',
      object: { kind: 'plan', id: plan.id },
      public: { title: plan.title, document: kept.title, division: plan.actor_name },
      parts: [{ part: 'removal', actorId: plan.actor_id, content: { id, title: kept.title, reason } }],
      tags: tagsOf(plan),
    });
    return { id: plan.id, title: plan.title };
  },
});
