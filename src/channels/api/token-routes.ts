/** X8: the page of one's own tokens. */

import { page } from '#commons/hubs/index.ts';
import { makeToken, newToken, revokeToken, tokenHash, tokensOf } from '#commons/programs/index.ts';
import { get, post, type Route } from '#kernel/module.ts';
import type { Reply } from '#kernel/web/reply.ts';
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
  const reply = await visit.attempt(
    makeToken,
    { ...typed, hash },
    {
      done: (made) => {
        kept = made.hash;
        return PATH;
      },
      again: (problem) => tokensPage(visit, { typed, problem }),
    },
  );
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
  get(PATH, 'person', ['X8'], (visit) => tokensPage(visit)),
  post(PATH, 'person', ['X8'], make),
  post(`${PATH}/revocation`, 'person', ['X8'], revoke),
];
