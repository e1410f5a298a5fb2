// Serves the rule that nothing typed is lost: forms in steps keep what each step holds on the server, for whoever writes them alone.
import { z } from 'zod';
import type { ActionContext } from './context.ts';
import { run } from './database/dialect.ts';
import { isSound } from './text.ts';

/** As the form of a step sends it: `version` is the one the form was shown with. */
export const stepInput = <Fields extends z.ZodType>(fields: Fields) =>
  z.object({ id: z.uuid(), version: z.coerce.number().int().min(1), fields });

export interface Step {
  id: string;
  version: number;
  fields: Readonly<Record<string, string>>;
}

/**
 * Keeps what one step holds, in a table with hub_id, id, person_id, version, fields (jsonb) and saved_at. A form from another window
 * doesn't overwrite a newer one. Gives the new version; null: there is no such draft of this person, or it was changed meanwhile.
 */
export async function keepStep(
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
