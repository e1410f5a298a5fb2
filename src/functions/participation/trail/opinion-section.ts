/** F9.8 The opinion's own page shows where it went: the discussion asks for it, knowing no function. */
import type { OpinionSection } from '#commons/discussion/index.ts';
import { endOfTokyoDay, tokyoDate } from '#kernel/dates.ts';
import { opinionTrail } from './opinion-trail.ts';
import { opinionTrailView } from './views/opinion.ts';

export const opinionSection: OpinionSection = async (visit, opinionId) => {
  const way = await visit.read((db) => opinionTrail(db, opinionId));
  if (!way) return null;
  visit.tag(`round:${way.roundId}`, `proposal:${way.proposalId}`, ...way.points.map((point) => `point:${point.id}`));
  visit.expiresAt(endOfTokyoDay(tokyoDate(visit.now)));
  return opinionTrailView(way, visit.now, visit.lang);
};
