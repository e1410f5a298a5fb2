/** P1, F7: an organisation begins with somebody who answers for it. Nobody approves it before it appears (P5). */
import { z } from 'zod';
import { action } from '#kernel/action.ts';
import type { ActionContext } from '#kernel/context.ts';
import { run } from '#kernel/database/dialect.ts';
import { refuse as refuseKernel } from '#kernel/refusal.ts';
import { line, prose } from '#kernel/text.ts';
import { ABOUT_MAX } from './change-profile.ts';
import { refuse } from './refusals.ts';
import { mayCreateOrganisation, ORGANISATION_KINDS, type OrganisationKind } from './rules.ts';

export const ORGANISATION_NAME_MAX = 60;

export interface CreatedOrganisation {
  id: string;
  name: string;
}

export const createOrganisation = action({
  name: 'actors.create-organisation',
  input: z.object({
    kind: z.enum(ORGANISATION_KINDS),
    name: line({ max: ORGANISATION_NAME_MAX }),
    about: prose({ min: 0, max: ABOUT_MAX }),
  }),
  async run(ctx, { kind, name, about }): Promise<CreatedOrganisation> {
    const reason = mayCreateOrganisation(ctx.reader, ctx.hub, kind);
    if (reason === 'level') throw refuseKernel('level', { status: 403 });
    if (reason) throw refuse(reason, { field: 'kind', status: 403 });
    const id = await newOrganisation(ctx, { kind, name, about });
    await run(
      ctx.db,
      `insert into roles (hub_id, person_id, organisation_id, role, since) values ($1, $2, $3, 'representative', $4)`,
      [ctx.hub.id, ctx.person.id, id, ctx.now],
    );
    await ctx.record({
      verb: 'actors.organisation-created',
      object: { kind: 'actor', id },
      public: { kind, name },
      parts: [
        { part: 'organisation', actorId: id, content: { kind, name, about } },
        { part: 'representative', actorId: ctx.person.id, content: { person: ctx.person.id, role: 'representative' } },
      ],
      tags: ['actors', `actor:${id}`, `actor:${ctx.person.id}`],
    });
    return { id, name };
  },
});

/** An organisation with a name of its own, for which nobody speaks yet; gives its id. @throws Refusal name-taken */
export async function newOrganisation(
  ctx: ActionContext,
  { kind, name, about }: { kind: OrganisationKind; name: string; about: string },
): Promise<string> {
  const same = await run(
    ctx.db,
    `select id from actors where hub_id = $1 and kind <> 'person' and imported_from is null
         and lower(normalize(name, NFKC)) = lower(normalize($2, NFKC)) limit 1`,
    [ctx.hub.id, name],
  );
  if (same.length > 0) throw refuse('name-taken', { field: 'name' });
  const id = ctx.newId();
  await run(
    ctx.db,
    `insert into actors (hub_id, id, kind, name, about, level, created_at) values ($1, $2, $3, $4, $5, 1, $6)`,
    [ctx.hub.id, id, kind, name, about, ctx.now],
  );
  return id;
}
