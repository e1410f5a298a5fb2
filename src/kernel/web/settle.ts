/** Forms of people who aren't signed in yet have no reader to perform an act for; they are answered here the same way. */
import { Refusal } from '../refusal.ts';
import type { Reply } from './reply.ts';
import { type Problem, problemJson, type Visit } from './visit.ts';

/** Runs `work`; a refusal shows the form `again` with the sentences at their fields, or is told to the page's script. */
export async function settle(
  visit: Visit,
  work: () => Promise<Reply>,
  again: (problem: Problem) => Reply | Promise<Reply>,
): Promise<Reply> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Refusal) || error.status === 401 || error.status === 404) throw error;
    const problem = visit.problem(error);
    if (visit.wantsJson) return problemJson(problem);
    return { ...(await again(problem)), status: problem.status };
  }
}
