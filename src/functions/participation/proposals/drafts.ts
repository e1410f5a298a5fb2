/** F9.1 Drafts: kept as typed, seen by their writers and by whoever has the link. */
import { z } from 'zod';
import { action } from '#kernel/action.ts';
import type { Reader } from '#kernel/context.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import { refuse as refuseKernel } from '#kernel/refusal.ts';
import { dropFiles } from './attachment.ts';
import { type DraftFields, draftFields, EMPTY_DRAFT, refuse } from './proposal.ts';
import { mayPropose } from './rules.ts';

const MOST_DRAFTS = 50;

export interface Draft {
  id: string;
  actor_id: string;
  person_id: string;
  proposal_id: string | null;
  fields: DraftFields;
  version: number;
  share_key: string;
  saved_at: Date;
  published_at: Date | null;
  actor_name: string;
}

const COLUMNS = `d.id, d.actor_id, d.person_id, d.proposal_id, d.fields, d.version, d.share_key, d.saved_at, d.published_at, a.name as actor_name`;

/** A draft written before a field was there has it empty. */
function whole(draft: Draft): Draft {
  return { ...draft, fields: { ...EMPTY_DRAFT, ...draft.fields } };
}

/** The draft when `reader` may write on it: its writer, or somebody who speaks for the same organisation. Otherwise null. */
export async function draftFor(db: Db, reader: Reader, id: string, lock = false): Promise<Draft | null> {
  const speaksFor = reader.roles.filter((held) => held.role !== 'member').map((held) => held.organisation.id);
  const [draft] = await run<Draft>(
    db,
    `select ${COLUMNS} from proposal_drafts d join actors a on a.hub_id = d.hub_id and a.id = d.actor_id
     where d.id = $1 and (d.person_id = $2 or d.actor_id = any($3::uuid[]))${lock ? ' for update of d' : ''}`,
    [id, reader.person.id, speaksFor],
  );
  return draft ? whole(draft) : null;
}

/** An unpublished draft by its link; whoever has the link may read. */
export async function sharedDraft(db: Db, key: string): Promise<Draft | null> {
  const [draft] = await run<Draft>(
    db,
    `select ${COLUMNS} from proposal_drafts d join actors a on a.hub_id = d.hub_id and a.id = d.actor_id
     where d.share_key = $1 and d.published_at is null`,
    [key],
  );
  return draft ? whole(draft) : null;
}

export function draftsOf(db: Db, personId: string): Promise<Draft[]> {
  return run<Draft>(
    db,
    `select ${COLUMNS} from proposal_drafts d join actors a on a.hub_id = d.hub_id and a.id = d.actor_id
     where d.person_id = $1 and d.published_at is null order by d.saved_at desc limit ${MOST_DRAFTS}`,
    [personId],
  );
}

export const beginDraft = action({
  name: 'proposals.begin-draft',
  input: draftFields.partial(),
  async run(ctx, input): Promise<{ id: string }> {
    const reason = mayPropose(ctx.hub, ctx.reader);
    if (reason === 'level' || reason === 'sign-in') throw refuseKernel(reason);
    if (reason) throw refuse(reason);
    if ((await draftsOf(ctx.db, ctx.person.id)).length >= MOST_DRAFTS) throw refuse('too-many-drafts');
    const id = ctx.newId();
    await ctx.db
      .insertInto('proposal_drafts')
      .values({
        hub_id: ctx.hub.id,
        id,
        actor_id: ctx.actor.id,
        person_id: ctx.person.id,
        fields: JSON.stringify({ ...EMPTY_DRAFT, ...input }),
        share_key: ctx.randomId(),
        saved_at: ctx.now,
      })
      .execute();
    return { id };
  },
});

/** Saves what was typed. `version` is the one the form was shown with: a form from another window doesn't overwrite a newer one. */
export const saveDraft = action({
  name: 'proposals.save-draft',
  input: draftFields.extend({ id: z.uuid(), version: z.coerce.number().int().min(1) }),
  async run(ctx, { id, version, ...fields }): Promise<{ id: string; version: number; savedAt: string }> {
    const draft = await draftFor(ctx.db, ctx.reader, id, true);
    if (!draft) throw refuseKernel('not-found', { status: 404 });
    if (draft.published_at) throw refuse('already-published', { status: 409 });
    if (draft.version !== version) throw refuse('edited-elsewhere', { status: 409 });
    await ctx.db
      .updateTable('proposal_drafts')
      .set({ fields: JSON.stringify(fields), version: version + 1, saved_at: ctx.now })
      .where('hub_id', '=', ctx.hub.id)
      .where('id', '=', id)
      .execute();
    return { id, version: version + 1, savedAt: ctx.now.toISOString() };
  },
});

export const discardDraft = action({
  name: 'proposals.discard-draft',
  input: z.object({ id: z.uuid() }),
  async run(ctx, { id }): Promise<null> {
    const draft = await draftFor(ctx.db, ctx.reader, id, true);
    if (!draft || draft.published_at) throw refuseKernel('not-found', { status: 404 });
    await dropFiles(ctx, id);
    await ctx.db.deleteFrom('proposal_drafts').where('hub_id', '=', ctx.hub.id).where('id', '=', id).execute();
    return null;
  },
});
