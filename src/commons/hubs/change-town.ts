/** X11: what a town calls itself and which colour it wears, changed by its secretariat. The colour must be seen on white. */
import { z } from 'zod';
import { action } from '#kernel/action.ts';
import { run } from '#kernel/database/dialect.ts';
import { line } from '#kernel/text.ts';
import { insistOnColour } from './colour.ts';
import { insistDecides } from './decision.ts';

export const TOWN_LIMITS = { name: 30, tagline: 60, town: 30 } as const;
const text = (part: keyof typeof TOWN_LIMITS) => line({ max: TOWN_LIMITS[part] });
const inThree = (part: keyof typeof TOWN_LIMITS) =>
  ({ [`${part}-ja`]: text(part), [`${part}-easy`]: text(part), [`${part}-en`]: text(part) }) as Record<
    string,
    ReturnType<typeof line>
  >;

export const changeTown = action({
  name: 'hubs.change-town',
  input: z.object({ ...inThree('name'), ...inThree('tagline'), ...inThree('town'), accent: line({ min: 0, max: 40 }) }),
  async run(ctx, input): Promise<null> {
    insistDecides(ctx);
    const typed = input as unknown as Record<string, string>;
    const accent = insistOnColour(typed.accent ?? '');
    const of = (part: string) => ({ ja: typed[`${part}-ja`]!, easy: typed[`${part}-easy`]!, en: typed[`${part}-en`]! });
    const town = { name: of('name'), tagline: of('tagline'), town: of('town'), accent };
    const [changed] = await run<{ uid: string }>(
      ctx.db,
      'update hubs set name = $2, tagline = $3, town = $4, accent = $5 where id = $1 returning uid',
      [ctx.hub.id, JSON.stringify(town.name), JSON.stringify(town.tagline), JSON.stringify(town.town), accent],
    );
    await ctx.record({
      verb: 'hubs.town-changed',
      object: { kind: 'hub', id: changed!.uid },
      public: { title: `${town.name.ja} ${town.tagline.ja}`, ...town },
      parts: [{ part: 'town', actorId: ctx.actor.id, content: town }],
      tags: ['hub'],
    });
    return null;
  },
});
