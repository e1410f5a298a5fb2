/** X1: the form for signing in, the first time and after a refusal. */
import { page } from '#commons/hubs/index.ts';
import type { Reply } from '#kernel/web/reply.ts';
import type { Problem, Visit } from '#kernel/web/visit.ts';
import { accountsOf } from './accounts.ts';
import { sendingTown } from './hand-over/hand-over.ts';
import type { Way } from './let-in.ts';
import { providersOf } from './outside/provider.ts';
import { resumeAgain } from './resume.ts';
import { signInView } from './views/sign-in.ts';
import { words } from './words.ts';

export function signInPage(visit: Visit, email: string, next: string | null, problem: Problem | null): Reply {
  const { lang, hub } = visit;
  const passwordChanged = visit.query('just') === 'password';
  const accounts = accountsOf(visit.hubwise);
  return page(visit, {
    title: words(lang).signIn.title,
    layout: 'reading',
    indexed: false,
    main: signInView({
      lang,
      email,
      next,
      forTown: sendingTown(accounts, next)?.name[lang] ?? null,
      passwordChanged,
      providers: providersOf(accounts, hub),
      isDemo: hub.isDemo && accounts.demo,
      problem,
    }),
    islands: ['passkey-button'],
    ...(problem ? { problem } : {}),
  });
}

/** The sign-in form again, with what was about to be sent where there is something. */
export function signInAgain(visit: Visit, { next, kept }: Way, email: string, problem: Problem | null): Reply {
  return kept ? resumeAgain(visit, kept, email, problem) : signInPage(visit, email, next, problem);
}
