/** F9.2, X8: the open debate for programs: saying, choosing, replying, taking a position. */
import { z } from 'zod';
import { type ApiOperation, act, deed, gives, idIn, MADE, within } from '#kernel/api.ts';
import { amendOpinion } from './amend-opinion.ts';
import { answerQuestion } from './answer-question.ts';
import { discussionReads } from './api-reads.ts';
import { castVote } from './cast-vote.ts';
import { choice } from './discussion.ts';
import { explain } from './explain.ts';
import { replyTo } from './reply.ts';
import { reviseOpinion } from './revise-opinion.ts';
import { sayOpinion } from './say-opinion.ts';
import { takePosition } from './take-position.ts';
import { withdrawOpinion } from './withdraw-opinion.ts';
import { withdrawPosition } from './withdraw-position.ts';

const SAID = MADE.extend({ debateId: z.uuid(), number: z.int() });

const VOTE = z.object({
  choice: choice.nullable().meta({ description: 'null takes the choice back.' }),
  version: z
    .int()
    .min(1)
    .optional()
    .meta({ description: 'Of the opinion that was read; another one by now is refused.' }),
});

const REVISED = gives({ id: z.uuid(), parentId: z.uuid().nullable(), version: z.int() });
const POSITION = gives({
  id: z.uuid(),
  debateId: z.uuid(),
  opinionId: z.uuid().nullable(),
  version: z.int(),
});

export const discussionApi: readonly ApiOperation[] = [
  ...discussionReads,
  ...within('vote', [
    deed('/opinions/:ref/vote', {
      name: 'discussion.cast-vote',
      body: VOTE,
      answer: z.object({ choice: choice.nullable() }),
      run: async (visit, { choice: chosen, version = null }) => ({
        choice: await castVote(visit, { opinionId: idIn(visit, 'ref'), choice: chosen, version }),
      }),
    }),
  ]),
  ...within('discuss', [
    act('/debates/:ref/opinions', sayOpinion, { ref: 'debateId' }, { answer: SAID }),
    act('/debates/:ref/explanations', explain, { ref: 'debateId' }, { answer: SAID }),
    act('/opinions/:ref/replies', replyTo, { ref: 'toId' }, { answer: MADE }),
    act('/opinions/:ref/answers', answerQuestion, { ref: 'questionId' }, { answer: MADE }),
    act('/opinions/:ref/revision', reviseOpinion, { ref: 'id' }, REVISED),
    act('/opinions/:ref/amendment', amendOpinion, { ref: 'id' }, REVISED),
    act(
      '/opinions/:ref/withdrawal',
      withdrawOpinion,
      { ref: 'id' },
      gives({ id: z.uuid(), parentId: z.uuid().nullable() }),
    ),
    act('/opinions/:ref/position', takePosition, { ref: 'id' }, { fixed: { on: 'opinion' }, ...POSITION }),
    act(
      '/debates/:ref/position',
      takePosition,
      { ref: 'id' },
      { fixed: { on: 'debate' }, name: 'discussion.take-position-on-debate', ...POSITION },
    ),
    act(
      '/positions/:ref/withdrawal',
      withdrawPosition,
      { ref: 'id' },
      gives({ id: z.uuid(), debateId: z.uuid(), opinionId: z.uuid().nullable() }),
    ),
  ]),
];
