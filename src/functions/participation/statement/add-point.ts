/** F9.5 A point sums up opinions. It may be saved before it cites any; it can't be published so. */
import { z } from 'zod';
import { rulesOf } from '#commons/hubs/index.ts';
import { action } from '#kernel/action.ts';
import { run } from '#kernel/database/dialect.ts';
import { debateDesk } from './desk.ts';
import { changeCites, recordPoint, writeVersion } from './point-versions.ts';
import { mayEdit } from './rules.ts';
import { checkLength, chosen, insist, section, text } from './statement.ts';

export const addPoint = action({
  name: 'statement.add-point',
  input: z.object({ debateId: z.uuid(), section, body: text, cite: chosen }),
  async run(ctx, { debateId, section, body, cite }): Promise<{ id: string }> {
    const desk = await debateDesk(ctx.db, ctx.reader, debateId, true);
    insist(mayEdit(ctx.reader, desk.round, desk.edits, ctx.now), desk.round, ctx.lang);
    checkLength('body', body, rulesOf(ctx.hub, desk.round.rules_version).limits.point);
    const id = ctx.newId();
    const words = { section, body };
    await run(
      ctx.db,
      `insert into points (hub_id, id, round_id, debate_id, section, place, body, person_id, edited_at)
       values ($1, $2, $3, $4, $5,
         (select coalesce(max(p.place), 0) + 1 from points p where p.round_id = $3 and p.debate_id = $4 and p.section = $5),
         $6, $7, $8)`,
      [ctx.hub.id, id, desk.round.id, debateId, section, body, ctx.person.id, ctx.now],
    );
    const { added } = await changeCites(ctx, desk, id, cite, []);
    const cites = await writeVersion(ctx, id, 1, words);
    await recordPoint(ctx, desk, { id, version: 1, words, cites }, { kind: 'added', opinions: added });
    return { id };
  },
});
