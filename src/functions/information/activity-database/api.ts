/** F1.1, X8: the database of civic activity for programs. */
import { z } from 'zod';
import { PICTURE } from '#commons/files/index.ts';
import { FILTER, find } from '#commons/search/index.ts';
import { type ApiOperation, list, WHEN } from '#kernel/api.ts';
import { questionOf } from './asked.ts';
import { activityData } from './export-routes.ts';

const ACTIVITY = z.object({
  id: z.uuid(),
  kind: z.string().meta({ description: 'group, circle, event, meeting and so on.' }),
  title: z.string(),
  text: z.string(),
  by: z.object({ id: z.uuid(), kind: z.string(), name: z.string() }).nullable(),
  fields: z.array(z.number().int()).meta({ description: 'Of the twenty fields of activity.' }),
  districts: z.array(z.string()),
  dates: z.array(z.object({ start: WHEN, end: WHEN.optional() })),
  allDay: z.boolean(),
  until: WHEN.nullable(),
  place: z.string(),
  point: z.object({ lat: z.number(), lng: z.number() }).nullable(),
  audience: z.array(z.string()),
  fee: z.number().nullable().meta({ description: 'Yen; 0: free; null: not said.' }),
  access: z.array(z.string()),
  cancelled: z.boolean(),
  at: WHEN,
  picture: PICTURE.nullable(),
  url: z.string(),
});

const ASKED = z.object({
  q: z.string().optional().meta({ description: 'Words to look for; may be left out.' }),
  kind: z.string().optional(),
  from: z.iso.date().optional().meta({ description: 'First day of publication, in Tokyo.' }),
  to: z.iso.date().optional().meta({ description: 'Last day of publication, in Tokyo.' }),
  ...FILTER,
});

export const activitiesApi: readonly ApiOperation[] = [
  list(
    '/activities',
    'activities:find',
    ACTIVITY,
    async (visit, { after, limit }) => {
      const question = { ...questionOf(visit, limit), after: after ?? '' };
      const answer = await visit.read((db) => find(db, visit.hub, question));
      return { items: answer.hits.map((hit) => activityData(visit, hit)), next: answer.next };
    },
    ASKED,
  ),
];
