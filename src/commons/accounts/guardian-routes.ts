/** X13: a guardian agrees by the link of a letter; the young person corrects the address and asks again. */
import { page } from '#commons/hubs/index.ts';
import { get, post } from '#kernel/module.ts';
import { type Reply, seeOther } from '#kernel/web/reply.ts';
import { settle } from '#kernel/web/settle.ts';
import type { Problem, Visit } from '#kernel/web/visit.ts';
import { accountsOf } from './accounts.ts';
import { guardianOnlyEntry } from './entries.ts';
import { countAttempt, keyPrefix } from './limits.ts';
import { meansOf } from './means.ts';
import { askGuardian, changeGuardian, consentAsked, giveConsent } from './minors.ts';
import { ownAccount } from './own-account.ts';
import { consentDoneView, consentOverView, consentView } from './views/guardian.ts';
import { words } from './words.ts';

function consentPage(visit: Visit, main: ReturnType<typeof consentView>, status = 200, problem?: Problem): Reply {
  const { title } = words(visit.lang).guardian;
  return page(visit, { title, layout: 'reading', indexed: false, status, main, ...(problem ? { problem } : {}) });
}

/** Opening the page changes nothing: mail scanners open every link. */
async function showConsent(visit: Visit): Promise<Reply> {
  if (visit.query('just') !== '') return consentPage(visit, consentDoneView(visit.lang));
  const key = visit.query('key');
  const asked = await visit.hubwise.deployment((db) => consentAsked(db, key, visit.now));
  if (!asked) return consentPage(visit, consentOverView(visit.lang), 410);
  return consentPage(visit, consentView(visit.lang, key, asked.name));
}

async function consent(visit: Visit): Promise<Reply> {
  const key = (await visit.form()).get('key') ?? '';
  const work = async () => {
    const accounts = accountsOf(visit.hubwise);
    await countAttempt(accounts, 'key', { account: keyPrefix(key), peer: visit.peer }, visit.now);
    await visit.hubwise.deployment((db) => giveConsent(db, key, visit.now));
    return seeOther('/guardian-consent?just=given');
  };
  return settle(visit, work, (problem) => consentPage(visit, consentOverView(visit.lang), 410, problem));
}

/** @param again shows the reader's own page with what is wrong */
export async function askAgain(
  visit: Visit,
  again: (typed: string, problem: Problem) => Promise<Reply>,
): Promise<Reply> {
  const form = await visit.form();
  const reader = visit.signedIn;
  const work = async () => {
    const accounts = accountsOf(visit.hubwise);
    const { email } = await visit.read((db) => ownAccount(db, visit.hub.id, reader));
    const guardian = guardianOnlyEntry(form, email);
    await countAttempt(accounts, 'letter', { account: reader.accountId, peer: visit.peer }, visit.now);
    await visit.hubwise.write(visit.hub.id, async (db) => {
      await changeGuardian(db, reader.accountId, guardian);
      await askGuardian(db, visit.hub, reader.accountId, meansOf(visit), true);
    });
    return seeOther('/account?just=guardian-asked');
  };
  return settle(visit, work, (problem) => again(form.get('guardian') ?? '', problem));
}

export const guardianRoutes = [
  get('/guardian-consent', 'public', ['X13'], showConsent),
  post('/guardian-consent', 'public', ['X13'], consent),
];
