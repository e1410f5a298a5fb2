/** F9.2 Whoever proposed answers a question; the question is marked as answered from the first answer on. */
import { z } from 'zod';
import { rulesOf } from '#commons/hubs/index.ts';
import { action } from '#kernel/action.ts';
import { text } from './discussion.ts';
import { addReply, held } from './entries.ts';
import { refusalFor, within } from './refusing.ts';
import { mayAnswer } from './rules.ts';

export const answerQuestion = action({
  name: 'discussion.answer-question',
  input: z.object({ questionId: z.uuid(), body: text }),
  async run(ctx, { questionId, body }): Promise<{ id: string; parentId: string }> {
    const question = await held(ctx.db, questionId);
    within({ body: [body, rulesOf(ctx.hub, question.debate.rules_version).limits.reply] });
    const no = mayAnswer(ctx.reader, question.debate, question);
    if (no) throw refusalFor(no, question.debate, ctx.lang);
    return addReply(ctx, 'opinions.answered', { kind: 'answer', parent: question, quotedId: null, body });
  },
});
