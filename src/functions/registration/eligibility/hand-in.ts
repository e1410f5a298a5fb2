/** F7.6 A group hands in facts and papers, item by item, and says whether others see what was confirmed. */
import { z } from 'zod';
import { attachFiles, detachAll, guardFiles, LABEL_MAX } from '#commons/files/index.ts';
import { tell } from '#commons/notices/index.ts';
import { action } from '#kernel/action.ts';
import type { ActionContext } from '#kernel/context.ts';
import { run } from '#kernel/database/dialect.ts';
import { refuse as refuseKernel } from '#kernel/refusal.ts';
import { line, prose } from '#kernel/text.ts';
import { type GroupRow, lockedGroup, speaksFor } from '../groups/index.ts';
import { checksPath } from './addresses.ts';
import { factById, type RequirementSet, setById } from './queries.ts';
import { GIVEN_KINDS, LIMITS, type RequiredItem, refusalFor, wholeNumber } from './requirement.ts';

export const FACT = 'group-fact';

/** Papers are seen by those who check them, and by those who speak for the group that handed them in. */
guardFiles(FACT, async (db, things, { hub, reader }) => {
  const roles = reader?.roles ?? [];
  if (roles.length === 0) return things.map(() => null);
  const rows = await run<{ id: string }>(
    db,
    `select f.id from group_facts f join requirement_sets s on s.hub_id = f.hub_id and s.id = f.set_id
     where f.id = any($1::uuid[]) and (s.owner_id = any($2::uuid[]) or f.group_id = any($3::uuid[])
       or ($4 and f.appealed_at is not null and f.appeal_decided_at is null))`,
    [
      things.map(({ id }) => id),
      roles.map(({ organisation }) => organisation.id),
      roles.filter(({ role }) => role !== 'member').map(({ organisation }) => organisation.id),
      roles.some(({ organisation }) => organisation.id === hub.secretariatId),
    ],
  );
  const seen = new Set(rows.map(({ id }) => id));
  return things.map(({ id }) => (seen.has(id) ? 'reader' : null));
});

export interface OfGroupAndSet {
  groupId: string;
  setId: string;
}

async function standingGroup(ctx: ActionContext, id: string): Promise<GroupRow> {
  const group = await lockedGroup(ctx.db, id);
  if (!speaksFor(ctx.reader, id)) throw refusalFor('not-of-the-group');
  if (!group.actor_id || group.withdrawn_at) throw refusalFor('not-a-standing-group');
  return group;
}

interface Said {
  figure: number | null;
  given: string;
  fileId: string;
}

function demandWhatIsRequired({ kind, least, paper }: RequiredItem, { figure, given, fileId }: Said): void {
  if (least !== null) {
    if (figure === null) throw refusalFor('figure-missing', { field: 'figure' });
    if (figure < least) throw refusalFor('too-little', { field: 'figure', facts: { least } });
  }
  if (GIVEN_KINDS.includes(kind) && given !== 'yes') throw refusalFor('not-given', { field: 'given' });
  if (paper && fileId === '') throw refusalFor('paper-missing', { field: 'file' });
}

/** @throws Refusal number-missing, paper-missing, waiting-already, set-closed … */
export const handIn = action({
  name: 'eligibility.hand-in',
  input: z.object({
    groupId: z.uuid(),
    setId: z.uuid(),
    item: z.coerce.number().int().min(0).max(11),
    word: prose({ min: 0, max: LIMITS.word }).optional().default(''),
    figure: wholeNumber(99_999),
    given: z.string().optional().default(''),
    fileId: z
      .union([z.uuid(), z.literal('')])
      .optional()
      .default(''),
    label: line({ min: 0, max: LABEL_MAX }).optional().default(''),
  }),
  async run(
    ctx,
    { groupId, setId, item: place, word, figure, given, fileId, label },
  ): Promise<OfGroupAndSet & { id: string }> {
    const set = await setById(ctx.db, setId, 'for share of s');
    const group = await standingGroup(ctx, groupId);
    if (set.closed_at) throw refusalFor('set-closed');
    const item = set.items[place];
    if (!item) throw refusalFor('no-such-item');
    demandWhatIsRequired(item, { figure, given, fileId });
    if (item.paper && label === '') throw refuseKernel('required', { field: 'label' });
    const id = ctx.newId();
    const entered = await run(
      ctx.db,
      `insert into group_facts (hub_id, id, group_id, set_id, item, word, figure, person_id, handed_in_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing returning id`,
      [ctx.hub.id, id, groupId, setId, place, word, item.least === null ? null : figure, ctx.person.id, ctx.now],
    );
    if (entered.length === 0) throw refusalFor('waiting-already');
    if (item.paper) await attachFiles(ctx, { kind: FACT, id }, [{ fileId, label }]);
    await ctx.record({
      verb: 'eligibility.handed-in',
      object: { kind: FACT, id },
      tags: [`group:${groupId}`],
      as: groupId,
    });
    await tell(ctx, { kind: 'eligibility.handed-in', ...toCheckers(set, id, group.name) });
    return { id, groupId, setId };
  },
});

/** Everybody who speaks for the office that requires it is told. */
export const toCheckers = (set: RequirementSet, factId: string, group: string) => ({
  people: [set.owner_id],
  about: { kind: FACT, id: factId },
  href: checksPath(set),
  facts: { set: set.name, group },
});

/** Before it is checked; its papers go at once. */
export const takeFactBack = action({
  name: 'eligibility.take-back',
  input: z.object({ id: z.uuid() }),
  async run(ctx, { id }): Promise<OfGroupAndSet> {
    const fact = await factById(ctx.db, id, 'for update of c');
    if (!speaksFor(ctx.reader, fact.group_id)) throw refusalFor('not-of-the-group');
    if (fact.state !== 'handed-in') throw refusalFor('not-waiting');
    await run(
      ctx.db,
      `update group_facts set state = 'taken-back', word = '', figure = null, papers_erased_at = $3 where hub_id = $1 and id = $2`,
      [ctx.hub.id, id, ctx.now],
    );
    await detachAll(ctx, { kind: FACT, id });
    await ctx.record({ verb: 'eligibility.taken-back', object: { kind: FACT, id }, tags: [], as: fact.group_id });
    return { groupId: fact.group_id, setId: fact.set_id };
  },
});

/** Whether the group's page says what is confirmed, and until when. */
export const showEligibility = action({
  name: 'eligibility.show',
  input: z.object({ groupId: z.uuid(), setId: z.uuid(), shown: z.enum(['yes', 'no'], { error: 'not-a-choice' }) }),
  async run(ctx, { groupId, setId, shown }): Promise<OfGroupAndSet> {
    await setById(ctx.db, setId);
    await standingGroup(ctx, groupId);
    const place = [ctx.hub.id, groupId, setId];
    if (shown === 'yes')
      await run(
        ctx.db,
        'insert into shown_eligibility (hub_id, group_id, set_id) values ($1, $2, $3) on conflict do nothing',
        place,
      );
    else await run(ctx.db, 'delete from shown_eligibility where hub_id = $1 and group_id = $2 and set_id = $3', place);
    await ctx.record({
      verb: 'eligibility.showing-chosen',
      object: { kind: 'group', id: groupId },
      tags: ['groups', `group:${groupId}`],
      as: groupId,
    });
    return { groupId, setId };
  },
});
