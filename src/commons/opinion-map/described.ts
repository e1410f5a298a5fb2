/** F9.3, X8: a map as programs are given it. */
import { z } from 'zod';
import { DAY, MOMENT } from '#kernel/described.ts';

const THREE = z
  .tuple([z.int(), z.int(), z.int()])
  .meta({ description: 'People who agreed, disagreed, and saw it (passed ones among them).' });
const SHARED = z.array(
  z.object({
    id: z.uuid(),
    p: z.number().meta({ description: 'Share of those who saw it, smoothed: (n + 1) / (s + 2).' }),
  }),
);
const GROUP = z.object({
  letter: z.string(),
  place: z.int().optional().meta({ description: 'Among all groups, shown or not; older maps lack it.' }),
  size: z.int().meta({ description: 'People; groups of fewer than five are not shown apart.' }),
  x: z.number(),
  y: z.number(),
  rx: z.number().meta({ description: 'Half axes of the ellipse in which nearly all of the group stand.' }),
  ry: z.number(),
  angle: z.number().meta({ description: 'Of the first axis, in degrees.' }),
  represents: z.array(
    z.object({
      id: z.uuid(),
      stance: z.enum(['agree', 'disagree']),
      p: z.number(),
      repness: z.number().meta({ description: 'How many times likelier than in all other groups together.' }),
    }),
  ),
});
const OPINION = z.object({
  id: z.uuid(),
  x: z.number(),
  y: z.number(),
  all: THREE,
  groups: z.array(THREE).meta({ description: 'Of each shown group, in the order of the groups.' }),
  text: z.string().nullable().meta({ description: 'Its first 200 characters; null: withdrawn or hidden since.' }),
});

const EMPTY = z.strictObject({
  debate: z.object({ id: z.uuid(), title: z.string() }),
  drawnAt: z.null(),
  days: z.array(DAY).meta({ description: 'Days there is a map of, the newest first.' }),
});

const DRAWN = EMPTY.extend({
  drawnAt: MOMENT,
  voters: z.int(),
  placed: z.int().meta({ description: 'Of the voters, those who chose often enough to be placed.' }),
  votes: z.int(),
  least: z.int().meta({ description: 'Votes it takes to be placed.' }),
  unshown: z.int().meta({ description: 'People in groups too small to be shown.' }),
  groups: z.array(GROUP),
  opinions: z.array(OPINION),
  agree: SHARED.meta({ description: 'What everybody agrees on.' }),
  disagree: SHARED,
  divided: z.array(z.uuid()).meta({ description: 'Where the shown groups part most, the widest gap first.' }),
  unseen: z.array(z.uuid()).meta({ description: 'Seen by fewer than a tenth of those placed, the least seen first.' }),
});

/** Before enough people have chosen there is nothing drawn: `drawnAt` is null, and only the debate and the days are there. */
export const MAP = z.union([DRAWN, EMPTY]);
