// Serves the rule that nothing typed is lost: forms in steps keep what each step holds on the server, for whoever writes them alone.
import { z } from 'zod';
import { type Action, action } from './action.ts';
import type { ActionContext } from './context.ts';
import { type Db, run } from './database/dialect.ts';
import { type Refusal, refuse } from './refusal.ts';
import { isSound } from './text.ts';

/** One person's, of one kind. */
export const MOST_DRAFTS = 20;

/** As the form of a step sends it: `version` is the one the form was shown with. */
const stepInput = (longest: number) =>
  z.object({
    id: z.uuid(),
    version: z.coerce.number().int().min(1),
    fields: z.record(z.string().max(40), z.string().max(longest)),
  });

interface Step {
  id: string;
  version: number;
  fields: Readonly<Record<string, string>>;
}

/**
 * Keeps what one step holds, in a table with hub_id, id, person_id, version, fields (jsonb) and saved_at. A form from another window
 * doesn't overwrite a newer one. Gives the new version; null: there is no such draft of this person, or it was changed meanwhile.
 */
async function keepStep(
  ctx: ActionContext,
  table: `${string}_drafts`,
  { id, version, fields }: Step,
): Promise<number | null> {
  const sound = Object.fromEntries(Object.entries(fields).filter(([, value]) => isSound(value)));
  const saved = await run(
    ctx.db,
    `update ${table} set fields = fields || $4::jsonb, version = version + 1, saved_at = $5
     where hub_id = $1 and id = $2 and person_id = $6 and version = $3 returning id`,
    [ctx.hub.id, id, version, JSON.stringify(sound), ctx.now, ctx.person.id],
  );
  return saved.length === 0 ? null : version + 1;
}

/** What is typed on the last page, where all is looked at: it goes along while something is put right on a page before. */
const CARRIED = ['reason', 'scope', 'changed'] as const;

export function carried(typed: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(CARRIED.flatMap((name) => (typed[name] ? [[name, typed[name]]] : [])));
}

/** Each message leads to its field on the page that has it; `shown`: the page on which they are told. */
export function ledToPages<Told extends { field?: string; on?: string }>(
  items: readonly Told[],
  shown: number,
  { pageOf, path }: { pageOf: (field: string) => number | undefined; path: (page: number) => string },
): Told[] {
  return items.map((item) => {
    const page = item.field === undefined ? undefined : pageOf(item.field);
    return page === undefined || page === shown ? item : { ...item, on: path(page) };
  });
}

export interface OwnDraft {
  id: string;
  fields: Readonly<Record<string, string>>;
  version: number;
  saved_at: Date;
}

export interface DraftKind {
  /** acts are named after it: `events` gives `events.save-draft` */
  module: string;
  /** with hub_id, id, person_id, version, fields (jsonb), saved_at */
  table: `${string}_drafts`;
  /** what is read of one, with its joins; the table is `d`: `d.id, … from event_drafts d` */
  columns: string;
  /** characters of one field */
  longest: number;
  changedMeanwhile(): Refusal;
  /** takes away what hangs on a draft that is gone */
  dropped?(ctx: ActionContext, id: string): Promise<void>;
}

export interface Drafts<Draft extends OwnDraft> {
  /** `held`: against a second act until this one is done. @throws Refusal not-found, for everybody else, too */
  draftOf(db: Db, personId: string, id: string, held?: boolean): Promise<Draft>;
  /** The newest first. */
  draftsOf(db: Db, personId: string): Promise<Draft[]>;
  /** @throws Refusal changed-meanwhile: another window has kept something since; not-found */
  saveDraft: Action<Step, { id: string; version: number }>;
  /** @throws Refusal not-found */
  discardDraft: Action<{ id: string }, null>;
  dropDraft(ctx: ActionContext, id: string): Promise<void>;
}

/** The drafts of one kind of thing: each is seen, kept and thrown away by its writer alone. */
export function draftsIn<Draft extends OwnDraft>(kind: DraftKind): Drafts<Draft> {
  const { module, table, columns } = kind;

  async function draftOf(db: Db, personId: string, id: string, held = false): Promise<Draft> {
    const lock = held ? ' for update of d' : '';
    const [draft] = await run<Draft>(db, `select ${columns} where d.id = $1 and d.person_id = $2${lock}`, [
      id,
      personId,
    ]);
    if (!draft) throw refuse('not-found', { status: 404 });
    return draft;
  }

  async function dropDraft(ctx: ActionContext, id: string): Promise<void> {
    const gone = await run(
      ctx.db,
      `delete from ${table} where hub_id = $1 and id = $2 and person_id = $3 returning id`,
      [ctx.hub.id, id, ctx.person.id],
    );
    if (gone.length > 0) await kind.dropped?.(ctx, id);
  }

  return {
    draftOf,
    dropDraft,
    draftsOf: (db, personId) =>
      run<Draft>(db, `select ${columns} where d.person_id = $1 order by d.saved_at desc, d.id limit ${MOST_DRAFTS}`, [
        personId,
      ]),
    saveDraft: action({
      name: `${module}.save-draft`,
      input: stepInput(kind.longest),
      async run(ctx, step) {
        const version = await keepStep(ctx, table, step);
        if (version !== null) return { id: step.id, version };
        await draftOf(ctx.db, ctx.person.id, step.id);
        throw kind.changedMeanwhile();
      },
    }),
    discardDraft: action({
      name: `${module}.discard-draft`,
      input: z.object({ id: z.uuid() }),
      async run(ctx, { id }) {
        await draftOf(ctx.db, ctx.person.id, id, true);
        await dropDraft(ctx, id);
        return null;
      },
    }),
  };
}
