/** F1.1 An announcement on its way: kept as typed, step by step, seen by whoever writes it alone. */
import { z } from 'zod';
import { detachAll } from '#commons/files/index.ts';
import { action } from '#kernel/action.ts';
import { draftsIn, MOST_DRAFTS } from '#kernel/draft-steps.ts';
import { refusalFor, type Typed } from './event.ts';
import { lockedEvent } from './queries.ts';
import { mayChange, mayHold, mayOrganise } from './rules.ts';
import { typedEvent } from './typed-event.ts';

export interface EventDraft {
  id: string;
  event_id: string | null;
  event_title: string | null;
  series_id: string | null;
  fields: Typed;
  version: number;
  saved_at: Date;
}

export const { draftOf, draftsOf, saveDraft, discardDraft, dropDraft } = draftsIn<EventDraft>({
  module: 'events',
  table: 'event_drafts',
  columns: `d.id, d.event_id, e.title as event_title, e.series_id, d.fields, d.version, d.saved_at
    from event_drafts d left join town_events e on e.hub_id = d.hub_id and e.id = d.event_id`,
  longest: 6000,
  changedMeanwhile: () => refusalFor('changed-meanwhile'),
  dropped: (ctx, id) => detachAll(ctx, { kind: 'event-draft', id }),
});

const maybeId = z
  .union([z.uuid(), z.literal('')])
  .optional()
  .default('');

/** Begins an announcement; with `eventId` a change of one that stands, with `like` a new one with the words of an earlier one. */
export const beginDraft = action({
  name: 'events.begin-draft',
  input: z.object({ eventId: maybeId, like: maybeId }),
  async run(ctx, { eventId, like }): Promise<{ id: string }> {
    const event = eventId ? await lockedEvent(ctx.db, eventId) : null;
    const no = event ? mayChange(ctx.reader, event, ctx.now) : mayHold(ctx.hub, ctx.reader);
    if (no) throw refusalFor(no);
    const open = await draftsOf(ctx.db, ctx.person.id);
    if (event) for (const draft of open.filter((one) => one.event_id === eventId)) await dropDraft(ctx, draft.id);
    else if (open.length >= MOST_DRAFTS) throw refusalFor('too-many-drafts');
    const earlier = like ? await lockedEvent(ctx.db, like) : null;
    const notYours = earlier && mayOrganise(ctx.reader, earlier);
    if (notYours) throw refusalFor(notYours);
    const fields = event
      ? typedEvent(event)
      : earlier
        ? { ...typedEvent(earlier), date: '', endDate: '', onlineLink: '' }
        : {};
    const id = ctx.newId();
    await ctx.db
      .insertInto('event_drafts')
      .values({
        hub_id: ctx.hub.id,
        id,
        person_id: ctx.person.id,
        event_id: eventId || null,
        fields: JSON.stringify(event ? { ...fields, of: String(event.version) } : fields),
        saved_at: ctx.now,
      })
      .execute();
    return { id };
  },
});
