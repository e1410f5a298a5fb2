/** F9.9 The draw: a function of the fixed list, the size and the public chance; the result and the order of reserves are published. */
import { z } from 'zod';
import { action } from '#kernel/action.ts';
import { run } from '#kernel/database/dialect.ts';
import { drawLots, LOT_METHOD } from '#kernel/lot.ts';
import { refuse as refuseKernel } from '#kernel/refusal.ts';
import { line } from '#kernel/text.ts';
import { panelTags } from './announce-panel.ts';
import { journalChance } from './journal-chance.ts';
import { refusalFor } from './panel.ts';
import { candidatesOf, heldPanel } from './queries.ts';
import { mayDraw } from './rules.ts';

const typed = line({ min: 0, max: 400 }).optional().default('');

export const drawPanel = action({
  name: 'panels.draw',
  /** `chance` and `evidence` are typed in for a public event; the journal's own are read from it */
  input: z.object({ id: z.uuid(), chance: typed, evidence: typed }),
  async run(ctx, input): Promise<{ id: string; title: string; drawn: string[] }> {
    const panel = await heldPanel(ctx.db, input.id);
    const no = mayDraw(ctx.reader, panel, ctx.now);
    if (no) throw refusalFor(no);
    const { chance, evidence } =
      panel.source === 'event' ? typedChance(input) : await chanceOfJournal(ctx.db, panel.source_at);
    const lot = await drawLots(await candidatesOf(ctx.db, panel.id), panel.size, chance);
    await run(
      ctx.db,
      `update panel_candidates c set rank = t.rank, state = case when t.drawn then 'invited' else 'listed' end,
         invited_at = case when t.drawn then $4::timestamptz end
       from jsonb_to_recordset($3::jsonb) as t(number text, rank int, drawn boolean)
       where c.hub_id = $1 and c.panel_id = $2 and c.number = t.number`,
      [ctx.hub.id, panel.id, JSON.stringify(lot.order), ctx.now],
    );
    await run(ctx.db, 'update panels set chance = $3, evidence = $4, drawn_at = $5 where hub_id = $1 and id = $2', [
      ctx.hub.id,
      panel.id,
      chance,
      evidence,
      ctx.now,
    ]);
    const drawn = lot.order.filter((turn) => turn.drawn).map(({ number }) => number);
    await ctx.record({
      verb: 'panels.drawn',
      object: { kind: 'panel', id: panel.id },
      public: { title: panel.title, listHash: lot.listHash, chance, drawn: drawn.length },
      parts: [
        {
          part: 'draw',
          actorId: panel.division_id,
          content: { method: LOT_METHOD, listHash: lot.listHash, chance, evidence, drawn },
        },
      ],
      tags: panelTags(panel.id),
    });
    return { id: panel.id, title: panel.title, drawn };
  },
});

function typedChance({ chance, evidence }: { chance: string; evidence: string }) {
  if (chance === '') throw refuseKernel('required', { field: 'chance' });
  if (evidence === '') throw refuseKernel('required', { field: 'evidence' });
  return { chance, evidence };
}

async function chanceOfJournal(db: Parameters<typeof journalChance>[0], since: Date) {
  const head = await journalChance(db, since);
  if (!head) throw refusalFor('no-chance-yet');
  return { chance: head.chance, evidence: '/journal' };
}
