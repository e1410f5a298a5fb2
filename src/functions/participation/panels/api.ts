/** F9.9, X8: panels drawn by lot, for programs. */
import { z } from 'zod';
import {
  type ApiOperation,
  act,
  camelled,
  copied,
  gives,
  idIn,
  idKey,
  list,
  MADE,
  paged,
  thing,
  WHEN,
  within,
} from '#kernel/api.ts';
import { announcePanel } from './announce-panel.ts';
import { DRAW } from './described.ts';
import { drawPanel } from './draw-panel.ts';
import { fixList } from './fix-list.ts';
import { listedPanels, panelById } from './queries.ts';
import { recordReply } from './record-reply.ts';
import { routes } from './routes.ts';

const PANEL = z.object({
  id: z.uuid(),
  title: z.string(),
  about: z.string(),
  heldText: z.string(),
  contact: z.string(),
  size: z.int(),
  strata: z.array(z.string()),
  source: z.string(),
  sourceText: z.string(),
  announcedAt: WHEN,
  listHash: z.string().nullable(),
  listCount: z.int().nullable(),
  committedAt: WHEN.nullable(),
  chance: z.string().nullable(),
  drawnAt: WHEN.nullable(),
  divisionId: z.uuid(),
  divisionName: z.string(),
});

export const panelsApi: readonly ApiOperation[] = [
  list('/panels', 'panels:list', PANEL, async (visit, { after, limit }) => {
    const { panels, more } = await visit.read((db) => listedPanels(db, idKey(after), limit));
    return paged(panels, more);
  }),
  thing('/panels/:ref', 'panels:show', PANEL, async (visit) => {
    const panel = await visit.read((db) => panelById(db, idIn(visit, 'ref')));
    return panel && camelled(panel);
  }),
  copied('/panels/:ref/draw', 'panels:draw-record', [routes, '/panels/:ref/draw.json'], DRAW),
  ...within('organise', [
    act('/panels', announcePanel, {}, { answer: MADE }),
    act('/panels/:ref/list', fixList, { ref: 'id' }, gives({ id: z.uuid(), title: z.string(), listHash: z.string() })),
    act(
      '/panels/:ref/draw',
      drawPanel,
      { ref: 'id' },
      gives({ id: z.uuid(), title: z.string(), drawn: z.array(z.string()) }),
    ),
    act(
      '/panels/:ref/replies',
      recordReply,
      { ref: 'id' },
      gives({ id: z.uuid(), title: z.string(), next: z.string().nullable() }),
    ),
  ]),
];
