/** X1: after signing in, whichever way: on to where somebody wanted to go, or to what they were about to send. */
import { type Reply, seeOther } from '#kernel/web/reply.ts';
import type { Visit } from '#kernel/web/visit.ts';
import { isFirstSession, WELCOME } from './first-steps.ts';
import { readyPage } from './resume.ts';
import { type Kept, keptFrom } from './resume-entry.ts';
import { localPath } from './rules.ts';
import { sessionCookie } from './session-token.ts';

/** Where a form of the way in leads on to: hidden fields that travel along from page to page. */
export interface Way {
  next: string | null;
  kept: Kept | null;
}

export function wayOf(
  form: { get(name: string): string | undefined; entries(): Iterable<[string, string[]]> },
  origin: string,
): Way {
  return { next: localPath(form.get('next'), origin), kept: keptFrom(form, origin) };
}

export async function letIn(
  visit: Visit,
  token: string,
  { next, kept }: Way,
  cookies: readonly string[],
): Promise<Reply> {
  const all = [sessionCookie(visit.hub, token), ...cookies];
  if (kept) return readyPage(visit, kept, all);
  return seeOther(next ?? ((await isFirstSession(visit, token)) ? WELCOME : '/'), all);
}
