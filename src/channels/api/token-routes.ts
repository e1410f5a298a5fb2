/** X8: the page of one's own tokens. */

import { insistOnProof, isProved } from '#commons/accounts/index.ts';
import { page } from '#commons/hubs/index.ts';
import { makeToken, newToken, revokeToken, tokenHash, tokensOf } from '#commons/programs/index.ts';
import { get, post, type Route } from '#kernel/module.ts';
import { type Reply, seeOther } from '#kernel/web/reply.ts';
import { settle } from '#kernel/web/settle.ts';
import type { Problem, Visit } from '#kernel/web/visit.ts';
import { type TokensProps, tokensView } from './views/tokens.ts';
import { words } from './words.ts';

const PATH = '/account/tokens';

interface Shown {
  typed?: TokensProps['typed'];
  made?: string;
  problem?: Problem;
}

async function tokensPage(visit: Visit, { typed, made, problem }: Shown = {}): Promise<Reply> {
  const { lang, now, signedIn: reader } = visit;
  const tokens = await visit.read((db) => tokensOf(db, reader.person.id, now));
  const { tokens: w } = words(lang);
  return page(visit, {
    title: w.title,
    indexed: false,
    problem,
    fieldNames: { name: w.name, scopes: w.scopes, actingId: w.acting, days: w.days },
    islands: made ? ['copy-link'] : [],
    main: tokensView({
      lang,
      reader,
      tokens,
      typed: typed ?? { name: '', scopes: [], actingId: reader.acting.id, days: '90' },
      made: made ?? null,
      problem,
    }),
  });
}

/** A token opens as much as its owner: who makes one shows first who they are. */
async function show(visit: Visit): Promise<Reply> {
  if (isProved(visit.signedIn, visit.now)) return tokensPage(visit);
  return seeOther(`/account/proof?next=${encodeURIComponent(PATH)}`);
}

async function make(visit: Visit): Promise<Reply> {
  const form = await visit.form();
  const typed = {
    name: form.get('name') ?? '',
    scopes: form.getAll('scopes'),
    actingId: form.get('actingId') ?? '',
    days: form.get('days') ?? '',
  };
  const token = newToken();
  const hash = tokenHash(token).toString('hex');
  let kept: string | null = null;
  const again = (problem: Problem) => tokensPage(visit, { typed, problem });
  const done = (made: { hash: string }) => {
    kept = made.hash;
    return PATH;
  };
  const work = async () => {
    insistOnProof(visit);
    return visit.attempt(makeToken, { ...typed, hash }, { done, again });
  };
  const reply = await settle(visit, work, again);
  // Shown in the answer itself: behind an address it could be read again.
  return kept === null ? reply : tokensPage(visit, { made: kept === hash ? token : 'shown' });
}

async function revoke(visit: Visit): Promise<Reply> {
  const id = (await visit.form()).get('id');
  return visit.attempt(
    revokeToken,
    { id },
    { done: () => `${PATH}?done=recorded`, again: (problem) => tokensPage(visit, { problem }) },
  );
}

export const tokenRoutes: readonly Route[] = [
  get(PATH, 'person', ['X8'], show),
  post(PATH, 'person', ['X8'], make),
  post(`${PATH}/revocation`, 'person', ['X8'], revoke),
];
