/** F9.2 An opinion: short, one point, with its reason if one wishes; or a question to whoever proposed. Nobody approves it first (P5). */
import { z } from 'zod';
import { rulesOf } from '#commons/hubs/index.ts';
import { action } from '#kernel/action.ts';
import { debateById } from './debates.ts';
import { optionalText, text } from './discussion.ts';
import { enter, type Said } from './entries.ts';
import { within } from './refusing.ts';

export const sayOpinion = action({
  name: 'discussion.say-opinion',
  input: z.object({
    debateId: z.uuid(),
    kind: z.enum(['opinion', 'question'], { error: 'not-a-choice' }),
    body: text,
    reason: optionalText,
  }),
  async run(ctx, input): Promise<Said> {
    const debate = await debateById(ctx.db, input.debateId);
    const { limits } = rulesOf(ctx.hub, debate?.rules_version);
    within({ body: [input.body, limits.opinion], reason: [input.reason, limits.reason] });
    return enter(ctx, input.kind === 'question' ? 'opinions.asked' : 'opinions.said', input);
  },
});
