/** F1.3 Whom a site names: each member says so for itself, with words of its own, and takes it back when it likes. */
import { z } from 'zod';
import { action } from '#kernel/action.ts';
import { run } from '#kernel/database/dialect.ts';
import { line } from '#kernel/text.ts';
import { type GroupStanding, mayNameOneself } from './rules.ts';
import { notFound, refusalFor, SITE_LIMITS, siteTags } from './site.ts';

/** `named` 'yes': the site may name me, with these words (what I do in the group); otherwise it doesn't any more. */
export const nameOneself = action({
  name: 'homepages.name-oneself',
  input: z.object({
    id: z.uuid(),
    named: z.string().optional().default(''),
    words: line({ min: 0, max: SITE_LIMITS.words }).optional().default(''),
  }),
  async run(ctx, { id, named, words }): Promise<{ id: string }> {
    const [site] = await run<GroupStanding>(
      ctx.db,
      `select s.group_id, g.actor_id, g.withdrawn_at from sites s join groups g on g.hub_id = s.hub_id and g.id = s.group_id where s.id = $1`,
      [id],
    );
    if (!site) throw notFound();
    const no = mayNameOneself(ctx.reader, site);
    if (no) throw refusalFor(no);
    if (named === 'yes')
      await run(
        ctx.db,
        `insert into site_members (hub_id, site_id, person_id, words, since) values ($1, $2, $3, $4, $5)
         on conflict (hub_id, site_id, person_id) do update set words = excluded.words`,
        [ctx.hub.id, id, ctx.person.id, words, ctx.now],
      );
    else
      await run(ctx.db, 'delete from site_members where hub_id = $1 and site_id = $2 and person_id = $3', [
        ctx.hub.id,
        id,
        ctx.person.id,
      ]);
    await ctx.record({
      verb: 'homepages.member-named',
      object: { kind: 'site', id },
      tags: siteTags(id, site.group_id),
    });
    return { id };
  },
});
