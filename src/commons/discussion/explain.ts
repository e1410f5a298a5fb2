/** F9.2 A city division states facts (figures, minutes): people ask about them, nobody votes on them. `reason` names the source. */
import { z } from 'zod';
import { rulesOf } from '#commons/hubs/index.ts';
import { action } from '#kernel/action.ts';
import { debateById } from './debates.ts';
import { optionalText, text } from './discussion.ts';
import { enter, type Said } from './entries.ts';
import { within } from './refusing.ts';

export const explain = action({
  name: 'discussion.explain',
  input: z.object({ debateId: z.uuid(), body: text, reason: optionalText }),
  async run(ctx, input): Promise<Said> {
    const debate = await debateById(ctx.db, input.debateId);
    const { limits } = rulesOf(ctx.hub, debate?.rules_version);
    within({ body: [input.body, limits.reply], reason: [input.reason, limits.reason] });
    return enter(ctx, 'opinions.explained', { kind: 'explanation', ...input });
  },
});
