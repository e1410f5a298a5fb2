/** F7.5 What the desk decides about a list it has sent: how its columns are read, that it comes, that it goes again, that its groups are written to. */
import { z } from 'zod';
import { dropImport, wasSent } from '#commons/file-imports/index.ts';
import { leadsSecretariat } from '#commons/hubs/index.ts';
import { action } from '#kernel/action.ts';
import type { ActionContext } from '#kernel/context.ts';
import { run } from '#kernel/database/dialect.ts';
import { refuse as refuseKernel } from '#kernel/refusal.ts';
import { line } from '#kernel/text.ts';
import { doublesInput, LIST_ITEMS, LISTS, type Mapping, mappingInput, refuse } from './list.ts';
import { type ImportRow, lockedImport } from './queries.ts';

/** To everybody but the desk there is no such thing. */
function forTheDesk(ctx: ActionContext): void {
  if (!leadsSecretariat(ctx)) throw refuseKernel('not-found', { status: 404 });
}

async function locked(ctx: ActionContext, id: string): Promise<ImportRow> {
  forTheDesk(ctx);
  return lockedImport(ctx.db, id);
}

async function lookAgain(ctx: ActionContext, id: string): Promise<void> {
  await run(
    ctx.db,
    `update group_imports set state = 'looking', percent = 0, sight = null, problems = null, counts = null where hub_id = $1 and id = $2`,
    [ctx.hub.id, id],
  );
  await ctx.job('group-lists.look', { id }, `group-list:${id}`);
}

/** The file has been sent; the worker reads it. */
export const beginList = action({
  name: 'groupImports.begin',
  input: z.object({ id: z.uuid(), fileName: line({ min: 0, max: 200 }) }),
  async run(ctx, { id, fileName }): Promise<{ id: string }> {
    const list = await locked(ctx, id);
    if (list.state !== 'sending' || list.person_id !== ctx.person.id) throw refuse('not-looked', { status: 409 });
    if (!(await wasSent(ctx.db, LISTS, id))) throw refuse('no-file', { field: 'file' });
    await run(ctx.db, 'update group_imports set file_name = $3 where hub_id = $1 and id = $2', [
      ctx.hub.id,
      id,
      fileName,
    ]);
    await lookAgain(ctx, id);
    await ctx.record({ verb: 'group-imports.sent', object: { kind: 'group-import', id }, tags: [] });
    return { id };
  },
});

/** Says which column is what; the dry run begins again. Where another row names the columns, they are guessed anew. */
export const mapList = action({
  name: 'groupImports.map',
  input: mappingInput,
  async run(ctx, { id, columns, headRow, ...rest }): Promise<{ id: string }> {
    const list = await locked(ctx, id);
    if (list.state !== 'looked') throw refuse('not-looked', { status: 409 });
    const chosen = Object.fromEntries(
      LIST_ITEMS.filter((item) => (columns[item] ?? -1) >= 0).map((item) => [item, columns[item]]),
    );
    const row = headRow || list.format?.head?.row;
    const isOpen = row !== undefined && row !== list.format?.head?.row;
    const also = isOpen ? [] : (list.mapping?.also ?? []);
    const mapping: Mapping = {
      columns: chosen,
      also,
      ...(row ? { headRow: row } : {}),
      ...(isOpen ? { isOpen } : {}),
      ...rest,
    };
    await keepMapping(ctx, id, mapping);
    return { id };
  },
});

async function keepMapping(ctx: ActionContext, id: string, mapping: Mapping): Promise<void> {
  await run(ctx.db, 'update group_imports set mapping = $3 where hub_id = $1 and id = $2', [
    ctx.hub.id,
    id,
    JSON.stringify(mapping),
  ]);
  await lookAgain(ctx, id);
  await ctx.record({ verb: 'group-imports.mapped', object: { kind: 'group-import', id }, tags: [] });
}

/** Of entries that look like one that is here: which are others, and come. Those that aren't named stay out. */
export const chooseDoubles = action({
  name: 'groupImports.choose-doubles',
  input: doublesInput,
  async run(ctx, { id, lines }): Promise<{ id: string }> {
    const list = await locked(ctx, id);
    if (list.state !== 'looked' || !list.mapping) throw refuse('not-looked', { status: 409 });
    const told = new Set(list.sight?.doubles.map(({ line: at }) => at));
    const kept = (list.mapping.also ?? []).filter((at) => !told.has(at));
    await keepMapping(ctx, id, {
      ...list.mapping,
      double: 'skip',
      also: [...kept, ...lines.filter((at) => told.has(at))],
    });
    return { id };
  },
});

/** What the dry run showed shall come. */
export const bringList = action({
  name: 'groupImports.bring',
  input: z.object({ id: z.uuid() }),
  async run(ctx, { id }): Promise<{ id: string }> {
    const list = await locked(ctx, id);
    if (list.state !== 'looked') throw refuse('not-looked', { status: 409 });
    if ((list.counts?.problems ?? 1) > 0) throw refuse('has-problems', { status: 409 });
    if ((list.counts?.coming ?? 0) === 0) throw refuse('nothing-comes', { status: 409 });
    await run(ctx.db, `update group_imports set state = 'bringing', percent = 0 where hub_id = $1 and id = $2`, [
      ctx.hub.id,
      id,
    ]);
    await ctx.job('group-lists.bring', { id, by: ctx.person.id }, `group-list:${id}`);
    await ctx.record({ verb: 'group-imports.asked', object: { kind: 'group-import', id }, tags: [] });
    return { id };
  },
});

/** A list that was only looked at is thrown away; one that has come is taken back by the worker. */
export const takeListBack = action({
  name: 'groupImports.take-back',
  input: z.object({ id: z.uuid() }),
  async run(ctx, { id }): Promise<{ id: string; isGone: boolean }> {
    const list = await locked(ctx, id);
    if (list.state === 'done') {
      await ctx.job('group-lists.take-back', { id }, `group-list:${id}`);
      await ctx.record({ verb: 'group-imports.taking-back', object: { kind: 'group-import', id }, tags: [] });
      return { id, isGone: false };
    }
    if (list.state !== 'looked' && list.state !== 'refused') throw refuse('not-done', { status: 409 });
    await dropImport(ctx.db, LISTS, ctx.hub.id, id);
    await ctx.record({ verb: 'group-imports.thrown-away', object: { kind: 'group-import', id }, tags: [] });
    return { id, isGone: true };
  },
});

/** Writes once to every entry with an address: here is what the list says of you, take it over. */
export const inviteListed = action({
  name: 'groupImports.invite',
  input: z.object({ id: z.uuid() }),
  async run(ctx, { id }): Promise<{ id: string }> {
    const list = await locked(ctx, id);
    if (list.state !== 'done') throw refuse('not-done', { status: 409 });
    if (list.counts?.invited !== undefined) throw refuse('invited-already', { status: 409 });
    await run(ctx.db, `update group_imports set counts = counts || '{"invited": 0}' where hub_id = $1 and id = $2`, [
      ctx.hub.id,
      id,
    ]);
    await ctx.job('group-lists.invite', { id }, `group-list-letters:${id}`);
    await ctx.record({ verb: 'group-imports.inviting', object: { kind: 'group-import', id }, tags: [] });
    return { id };
  },
});
