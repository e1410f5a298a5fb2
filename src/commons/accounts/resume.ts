/** Look and behaviour: a session that ended while somebody was writing costs them nothing they wrote. */
import { page } from '#commons/hubs/index.ts';
import { type Reply, seeOther } from '#kernel/web/reply.ts';
import { type Problem, problemJson, type Visit } from '#kernel/web/visit.ts';
import { accountsOf } from './accounts.ts';
import { entranceName } from './hand-over/hand-over.ts';
import { providerName, providersOf } from './outside/provider.ts';
import { outsideWords } from './outside/words.ts';
import { type Kept, keptOf } from './resume-entry.ts';
import { readyView, resumeView, resumeWords } from './views/resume.ts';
import { words } from './words.ts';

/** What the listener read of a form whose sender isn't signed in (any more). */
export interface SentForm {
  path: string;
  values: Record<string, string | readonly string[]>;
  /** it brought files, too, which aren't kept */
  files?: boolean;
}

/** 401: says that the session is over, shows what was typed, and asks to sign in; then it can be sent with one button. */
export function resumePage(visit: Visit, sent: SentForm): Reply {
  if (visit.wantsJson) {
    return problemJson({ status: 401, items: [{ code: 'sign-in', message: words(visit.lang).resume.title }] });
  }
  const kept = keptOf(sent.path, sent.values, visit.hub.origin);
  return kept ? resumeAgain(visit, kept, '', null, sent.files) : seeOther('/sign-in');
}

/** The same page again, after a sign-in that didn't succeed. */
export function resumeAgain(
  visit: Visit,
  kept: Kept,
  email: string,
  problem: Problem | null,
  filesGone = false,
): Reply {
  const { lang } = visit;
  const passkeys = !accountsOf(visit.hubwise).host.isElsewhere(visit.hub);
  return page(visit, {
    title: resumeWords(lang, kept).title,
    layout: 'reading',
    indexed: false,
    status: 401,
    main: resumeView({ lang, kept, email, problem, filesGone, passkeys, otherWays: otherWays(visit) }),
    islands: ['passkey-button'],
    ...(problem ? { problem } : {}),
  });
}

/** By a provider, or on the accounts host: what was written can't go along, and stays in the page it is in. */
function otherWays(visit: Visit): { href: string; text: string }[] {
  const accounts = accountsOf(visit.hubwise);
  const w = outsideWords(visit.lang);
  const { host } = accounts;
  if (host.isElsewhere(visit.hub))
    return [{ href: signInPath('/'), text: w.signIn(entranceName(accounts, visit.lang)) }];
  return providersOf(accounts, visit.hub).map((one) => ({
    href: `/sign-in/with/${one.key}`,
    text: w.signIn(providerName(one, visit.lang)),
  }));
}

/** Right after signing in: what will be sent, and the one button that sends it. */
export function readyPage(visit: Visit, kept: Kept, cookies: readonly string[]): Reply {
  return page(visit, {
    title: words(visit.lang).resume.ready,
    layout: 'reading',
    indexed: false,
    main: readyView(visit.lang, kept),
    cookies,
  });
}

/** Where a page for signed-in people sends everybody else. */
export function signInPath(next: string): string {
  return `/sign-in?next=${encodeURIComponent(next)}`;
}
