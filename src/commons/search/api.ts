/** X7, X8: the search for programs, as on its page. */
import { z } from 'zod';
import { PICTURE } from '#commons/files/index.ts';
import { type ApiOperation, list, WHEN } from '#kernel/api.ts';
import { FILTER } from './api-filter.ts';
import { questionOf } from './question.ts';
import { answerTo, hitData } from './routes.ts';

const HIT = z.object({
  id: z.uuid(),
  kind: z.string().meta({ description: 'proposal, opinion, answer, plan, meeting, group and so on.' }),
  title: z.string().meta({ description: 'Empty where such things have none.' }),
  under: z.string().meta({ description: 'Title of what it belongs to.' }),
  at: WHEN,
  excerpt: z.string().meta({ description: 'The text around what matched.' }),
  picture: PICTURE.nullable(),
  url: z.string(),
});

const ASKED = z.object({
  q: z.string().optional().meta({
    description:
      'Words to look for, separated by spaces; all of them must be there. May be left out where something else is asked.',
  }),
  kind: z.string().optional(),
  from: z.iso.date().optional().meta({ description: 'First day of publication, in Tokyo.' }),
  to: z.iso.date().optional().meta({ description: 'Last day of publication, in Tokyo.' }),
  ...FILTER,
});

export const searchApi: readonly ApiOperation[] = [
  list(
    '/search',
    'search:find',
    HIT,
    async (visit, { after, limit }) => {
      const question = { ...questionOf(visit, limit), after: after ?? '' };
      const answer = await answerTo(visit, question);
      return { items: answer.hits.map((hit) => hitData(visit, hit, question)), next: answer.next };
    },
    ASKED,
  ),
];
