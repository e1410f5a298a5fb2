/** F9.9 A division announces a panel: what for, how many, and by which public chance it will be drawn. */
import { action } from '#kernel/action.ts';
import { startOfTokyoDay } from '#kernel/dates.ts';
import { LOT_METHOD } from '#kernel/lot.ts';
import { refuse as refuseKernel } from '#kernel/refusal.ts';
import { MOST_STRATA, panelInput, refusalFor, refuse } from './panel.ts';
import { mayAnnounce } from './rules.ts';

export function panelTags(id: string): string[] {
  return ['panels', `panel:${id}`];
}

export const announcePanel = action({
  name: 'panels.announce',
  input: panelInput,
  async run(ctx, input): Promise<{ id: string; title: string }> {
    const no = mayAnnounce(ctx.reader);
    if (no) throw refusalFor(no);
    const source_at = startOfTokyoDay(input.sourceOn);
    if (source_at <= ctx.now) throw refuse('source-not-ahead', { field: 'sourceOn' });
    if (input.strata.length === 0) throw refuseKernel('required', { field: 'strata' });
    if (input.strata.length > MOST_STRATA) throw refuse('too-many-strata', { field: 'strata' });
    const id = ctx.newId();
    const { title, about, size, strata, source, contact } = input;
    await ctx.db
      .insertInto('panels')
      .values({
        hub_id: ctx.hub.id,
        id,
        division_id: ctx.actor.id,
        person_id: ctx.person.id,
        title,
        about,
        held_text: input.heldText,
        contact,
        size,
        strata,
        source,
        source_text: input.sourceText,
        source_at,
        announced_at: ctx.now,
      })
      .execute();
    const chance = { source, sourceText: input.sourceText, sourceOn: input.sourceOn };
    await ctx.record({
      verb: 'panels.announced',
      object: { kind: 'panel', id },
      public: { title, division: ctx.actor.name },
      parts: [
        {
          part: 'panel',
          actorId: ctx.actor.id,
          content: { title, about, held: input.heldText, contact, size, strata, ...chance, method: LOT_METHOD },
        },
      ],
      tags: [...panelTags(id), `actor:${ctx.actor.id}`],
    });
    return { id, title };
  },
});
