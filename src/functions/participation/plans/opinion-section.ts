/** F9.9 An opinion's own page shows what the division answered to it: the discussion asks for it, knowing no function. */
import type { OpinionSection } from '#commons/discussion/index.ts';
import { answerToOpinion } from './answer-queries.ts';
import { answerOnOpinion } from './views/answers.ts';

export const opinionSection: OpinionSection = async (visit, opinionId) => {
  const answer = await visit.read((db) => answerToOpinion(db, opinionId));
  if (!answer) return null;
  visit.tag(`debate:${answer.stage_id}`);
  return answerOnOpinion(answer, visit.lang);
};
