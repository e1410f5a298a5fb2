/** X1: the page between password and session: the code of the app, or a recovery code. Works without JavaScript. */
import { page } from '#commons/hubs/index.ts';
import { get, post } from '#kernel/module.ts';
import { type Reply, seeOther } from '#kernel/web/reply.ts';
import { settle } from '#kernel/web/settle.ts';
import type { Problem, Visit } from '#kernel/web/visit.ts';
import { accountsOf } from '../accounts.ts';
import { browserOf } from '../browser.ts';
import { letIn, type Way, wayOf } from '../let-in.ts';
import { countAttempt } from '../limits.ts';
import { meansOf } from '../means.ts';
import { refuse } from '../refusals.ts';
import { safetyWords } from '../safety-words.ts';
import { signInAgain } from '../sign-in-page.ts';
import { stepOwner, takeStep } from './take-step.ts';
import { stepView } from './views/step.ts';

/** Right after the first factor: what is still asked for. `key` stands for the first factor and is in this page alone. */
export function stepPage(visit: Visit, key: string, way: Way, problem: Problem | null): Reply {
  return page(visit, {
    title: safetyWords(visit.lang).second.asks,
    layout: 'reading',
    indexed: false,
    main: stepView({ lang: visit.lang, key, way, problem }),
    ...(problem ? { problem } : {}),
  });
}

async function take(visit: Visit): Promise<Reply> {
  const form = await visit.form();
  const way = wayOf(form, visit.hub.origin);
  const key = form.get('step') ?? '';
  const code = form.get('code') ?? '';
  const work = async () => {
    const accounts = accountsOf(visit.hubwise);
    const owner = await stepOwner(accounts, key, visit.now);
    await countAttempt(accounts, 'second-step', { account: owner ?? visit.peer, peer: visit.peer }, visit.now);
    if (code.trim() === '') throw refuse('code-missing', { field: 'code' });
    const { asking, cookies } = browserOf(visit);
    const token = await takeStep(accounts, visit.hub, { ...asking, key, code }, meansOf(visit));
    return letIn(visit, token, way, cookies);
  };
  return settle(visit, work, (problem) =>
    problem.items.some((item) => item.code === 'step-over')
      ? signInAgain(visit, way, '', problem)
      : stepPage(visit, key, way, problem),
  );
}

export const stepRoutes = [
  // Whoever changes the language here comes back by a link: the step itself is only in the page that was left.
  get('/sign-in/second-step', 'public', ['X1'], async () => seeOther('/sign-in')),
  post('/sign-in/second-step', 'public', ['X1'], take),
];
