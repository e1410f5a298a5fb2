/** F9.2 Choosing on an opinion, with or without script. */
import { parseRef } from '#kernel/ids.ts';
import { post, type Route } from '#kernel/module.ts';
import { refuse } from '#kernel/refusal.ts';
import { isLocalPath } from '#kernel/web/local-path.ts';
import { json, type Reply, seeOther } from '#kernel/web/reply.ts';
import type { Visit } from '#kernel/web/visit.ts';
import { opinionAnchor, opinionHref } from './addresses.ts';
import { castVote } from './cast-vote.ts';
import { CHOICES } from './discussion.ts';
import { notFound } from './refusing.ts';
import { words } from './words.ts';

async function vote(visit: Visit): Promise<Reply> {
  const opinionId = parseRef(visit.params.ref ?? '');
  if (!opinionId) throw notFound();
  const form = await visit.form();
  const asked = form.get('choice') ?? '';
  const choice = CHOICES.find((one) => one === asked) ?? null;
  if (choice === null && asked !== '') throw refuse('not-a-choice', { field: 'choice' });
  await castVote(visit, { opinionId, choice, version: versionOf(form.get('version')) });
  const w = words(visit.lang);
  const message = choice ? w.voice.kept(w.choices[choice]) : w.voice.taken;
  if (visit.wantsJson) return json({ ok: true, choice, message });
  return seeOther(wayBack(visit.hub.origin, form.get('back'), opinionId, choice ? 'voted' : 'taken'));
}

function versionOf(text: string | undefined): number | null {
  return text && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null;
}

/** To the page one came from, at the opinion or where `back` itself names a place in it; to the opinion's own page when `back` is no plain path of this site. */
export function wayBack(origin: string, back: string | undefined, opinionId: string, done: string): string {
  const own = opinionHref(opinionId);
  let to = new URL(back && isLocalPath(back) ? back : own, origin);
  // Resolving may leave two slashes at the start ('/.//host'), which a browser would take for another host.
  if (to.pathname.startsWith('//')) to = new URL(own, origin);
  to.searchParams.set('done', done);
  return `${to.pathname}${to.search}${to.hash || `#${opinionAnchor(opinionId)}`}`;
}

export const voteRoute: Route = post('/opinions/:ref/vote', 'person', ['F9.2', 'P1'], vote);
