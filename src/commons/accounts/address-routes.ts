/** X1: the page the letter to the old address leads to, when an account is to get another one. Opening it changes nothing; its button does. */
import { page } from '#commons/hubs/index.ts';
import { get, post } from '#kernel/module.ts';
import { type Reply, seeOther } from '#kernel/web/reply.ts';
import { settle } from '#kernel/web/settle.ts';
import type { Problem, Visit } from '#kernel/web/visit.ts';
import { accountsOf } from './accounts.ts';
import { agreeToChange, changeAsked } from './change-address.ts';
import { countAttempt, keyPrefix } from './limits.ts';
import { meansOf } from './means.ts';
import { agreedView, agreeView } from './views/address.ts';
import { keyOverView } from './views/confirmation.ts';
import { words } from './words.ts';

function overPage(visit: Visit, problem: Problem | null): Reply {
  const title = words(visit.lang).confirm.over;
  const main = keyOverView(visit.lang);
  return page(visit, { title, layout: 'reading', indexed: false, status: 410, main, ...(problem ? { problem } : {}) });
}

async function show(visit: Visit): Promise<Reply> {
  const w = words(visit.lang).addressChange;
  const just = visit.query('just');
  if (just === 'done' || just === 'waits') {
    return page(visit, { title: w.title, layout: 'reading', indexed: false, main: agreedView(visit.lang, just) });
  }
  const key = visit.query('key');
  const asked = await visit.hubwise.deployment((db) => changeAsked(db, key, visit.now));
  if (!asked) return overPage(visit, null);
  return page(visit, {
    title: w.title,
    layout: 'reading',
    indexed: false,
    main: agreeView(visit.lang, key, asked.email),
  });
}

async function agree(visit: Visit): Promise<Reply> {
  const key = (await visit.form()).get('key') ?? '';
  const work = async () => {
    const accounts = accountsOf(visit.hubwise);
    await countAttempt(accounts, 'key', { account: keyPrefix(key), peer: visit.peer }, visit.now);
    return seeOther(`/address-change?just=${await agreeToChange(accounts, visit.hub, key, meansOf(visit))}`);
  };
  return settle(visit, work, (problem) => overPage(visit, problem));
}

export const addressRoutes = [
  get('/address-change', 'public', ['X1'], show),
  post('/address-change', 'public', ['X1'], agree),
];
