/** F9.7 A division answers a proposal or a point, or revises its answer. Every version stays; the clock keeps when the first was given. */
import { action } from '#kernel/action.ts';
import { answerInput } from './answer-input.ts';
import { type Answered, giveAnswer } from './give-answer.ts';

export const answerItem = action({
  name: 'answers.answer-item',
  input: answerInput,
  async run(ctx, input): Promise<Answered> {
    return giveAnswer(ctx, input, false);
  },
});
