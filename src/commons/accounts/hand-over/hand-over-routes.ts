/** X1, X11: the two ends of handing a sign-in over: asked for in a town, given on the accounts host, taken in the town again. Links alone. */
import { page } from '#commons/hubs/index.ts';
import { get } from '#kernel/module.ts';
import { refuse as refuseKernel } from '#kernel/refusal.ts';
import { removeCookie, serialiseCookie } from '#kernel/web/cookies.ts';
import { type Reply, seeOther } from '#kernel/web/reply.ts';
import { settle } from '#kernel/web/settle.ts';
import type { Visit } from '#kernel/web/visit.ts';
import { accountsOf } from '../accounts.ts';
import { browserOf } from '../browser.ts';
import { letIn } from '../let-in.ts';
import { countAttempt, keyPrefix } from '../limits.ts';
import { meansOf } from '../means.ts';
import { outsideWords } from '../outside/words.ts';
import { localPath } from '../rules.ts';
import { hashOf, isSecure, newToken } from '../session-token.ts';
import { signInPage } from '../sign-in-page.ts';
import { arrive, entranceName, handOver, isBound } from './hand-over.ts';
import { onwardView } from './onward-view.ts';

const SECRET_COOKIE = 'minna_hand_over';
/** Long enough to sign up on the accounts host and read the letter. */
const SECRET_SECONDS = 3600;

/** In a town: off to the accounts host, with a secret of this browser's own. */
export function toAccountsHost(visit: Visit, origin: string, next: string | null): Reply {
  const secret = newToken();
  const { hub, lang } = visit;
  // Whoever reads this town in a language is asked to sign in in it, too.
  const query = new URLSearchParams({ town: hub.key, bound: hashOf(secret), lang, ...(next === null ? {} : { next }) });
  const cookie = serialiseCookie(SECRET_COOKIE, secret, { secure: isSecure(hub), maxAgeSeconds: SECRET_SECONDS });
  const w = outsideWords(lang).entrance;
  const name = entranceName(accountsOf(visit.hubwise), lang);
  const texts = { title: w.to(name), text: w.toText(hub.name[lang], name) };
  return onward(visit, { location: `${origin}/hand-over?${query}`, ...texts, cookies: [cookie] });
}

/**
 * To another host, by a page that goes on by itself and not by a redirect: browsers count a redirect as part of the form that
 * led to it, and the pages' own policy forbids forms that lead to other hosts. Nobody would see why nothing happens.
 */
function onward(
  visit: Visit,
  { location, title, text, cookies = [] }: { location: string; title: string; text: string; cookies?: string[] },
): Reply {
  const main = onwardView(visit.lang, { location, title, text });
  const reply = page(visit, { title, layout: 'reading', indexed: false, main, cookies });
  return { ...reply, headers: { ...reply.headers, refresh: `0; url=${location}`, 'cache-control': 'no-store' } };
}

/** On the accounts host: whoever is signed in is sent back with a code; others sign in first. Useless to any other browser. */
async function give(visit: Visit): Promise<Reply> {
  const accounts = accountsOf(visit.hubwise);
  if (accounts.host.origin !== visit.hub.origin || !isBound(visit.query('bound')))
    throw refuseKernel('not-found', { status: 404 });
  if (!visit.reader) return seeOther(`/sign-in?next=${encodeURIComponent(visit.url.pathname + visit.url.search)}`);
  const next = localPath(visit.query('next') || undefined, visit.hub.origin);
  const to = { town: visit.query('town'), bound: visit.query('bound'), next };
  const { town, location } = await handOver(accounts, visit.reader, to, meansOf(visit));
  const w = outsideWords(visit.lang).entrance;
  return onward(visit, { location, title: w.back(town.name[visit.lang]), text: w.backText });
}

async function take(visit: Visit): Promise<Reply> {
  const code = visit.query('code');
  const work = async () => {
    const accounts = accountsOf(visit.hubwise);
    await countAttempt(accounts, 'key', { account: keyPrefix(code), peer: visit.peer }, visit.now);
    const secret = visit.cookies.get(isSecure(visit.hub) ? `__Host-${SECRET_COOKIE}` : SECRET_COOKIE) ?? '';
    const { asking, cookies } = browserOf(visit);
    const { token, next } = await arrive(accounts, visit.hub, { ...asking, code, secret }, meansOf(visit));
    const way = { next: localPath(next ?? undefined, visit.hub.origin), kept: null };
    return letIn(visit, token, way, [...cookies, removeCookie(SECRET_COOKIE, { secure: isSecure(visit.hub) })]);
  };
  return settle(visit, work, (problem) => signInPage(visit, '', null, problem));
}

export const handOverRoutes = [
  get('/hand-over', 'public', ['X1', 'X11'], give),
  get('/hand-over/arrival', 'public', ['X1', 'X11'], take),
];
