/** X13: where somebody says that they are under 18, or no longer are. */
import { page, peopleRules } from '#commons/hubs/index.ts';
import { get, post, type Route } from '#kernel/module.ts';
import { type Reply, seeOther } from '#kernel/web/reply.ts';
import { settle } from '#kernel/web/settle.ts';
import type { Problem, Visit } from '#kernel/web/visit.ts';
import { accountsOf } from '../accounts.ts';
import { guardianOnlyEntry } from '../entries.ts';
import { countAttempt } from '../limits.ts';
import { meansOf } from '../means.ts';
import { askGuardian } from '../minors.ts';
import { ownAccount } from '../own-account.ts';
import { ageOf, sayAdult, sayBirthYear } from './age.ts';
import { ageView } from './view.ts';
import { ageWords } from './words.ts';

const UNTYPED = { birthYear: '', guardian: '' };

async function agePage(visit: Visit, typed = UNTYPED, problem: Problem | null = null): Promise<Reply> {
  const { lang, now, hub } = visit;
  const own = await visit.read((db) => ageOf(db, visit.signedIn.accountId));
  const w = ageWords(lang);
  const wantsGuardian = peopleRules(hub).guardianConsent;
  return page(visit, {
    title: w.title,
    layout: 'reading',
    indexed: false,
    main: ageView({ lang, now, own, wantsGuardian, typed, problem }),
    fieldNames: { birthYear: w.year, guardian: w.guardian },
    ...(problem ? { problem } : {}),
  });
}

async function say(visit: Visit): Promise<Reply> {
  const form = await visit.form();
  const typed = { birthYear: form.get('birthYear') ?? '', guardian: form.get('guardian') ?? '' };
  const again = (problem: Problem) => agePage(visit, typed, problem);
  if (form.get('act') === 'adult') return settle(visit, () => adult(visit), again);
  return settle(
    visit,
    async () => {
      const { accountId } = visit.signedIn;
      const guardian = await guardianOf(visit);
      if (guardian !== null)
        await countAttempt(accountsOf(visit.hubwise), 'letter', { account: accountId, peer: visit.peer }, visit.now);
      const birthYear = Number(typed.birthYear.normalize('NFKC').trim());
      await visit.hubwise.write(visit.hub.id, async (db) => {
        await sayBirthYear(db, accountId, { birthYear, guardian }, visit.now);
        if (guardian !== null) await askGuardian(db, visit.hub, accountId, meansOf(visit));
      });
      return seeOther(guardian === null ? '/account/age?done=saved' : '/account?just=guardian-asked');
    },
    again,
  );
}

/** The address to ask; null where the town wants no consent, or asked when they signed up. */
async function guardianOf(visit: Visit): Promise<string | null> {
  const reader = visit.signedIn;
  const [own, { email }] = await visit.read((db) =>
    Promise.all([ageOf(db, reader.accountId), ownAccount(db, visit.hub.id, reader)]),
  );
  return own === null && peopleRules(visit.hub).guardianConsent ? guardianOnlyEntry(await visit.form(), email) : null;
}

async function adult(visit: Visit): Promise<Reply> {
  await visit.hubwise.deployment((db) => sayAdult(db, visit.signedIn.accountId, visit.now));
  return seeOther('/account?done=saved');
}

export const ageRoutes: readonly Route[] = [
  get('/account/age', 'person', ['X13'], (visit) => agePage(visit)),
  post('/account/age', 'person', ['X13'], say),
];
