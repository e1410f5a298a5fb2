/** F7.6 What waits for those who check, and what they do about it. To others there is no such page. */
import type { Action } from '#kernel/action.ts';
import { get, post, type Route } from '#kernel/module.ts';
import type { Reply } from '#kernel/web/reply.ts';
import type { Problem, Visit } from '#kernel/web/visit.ts';
import { plainPage, typedIn } from '../groups/index.ts';
import { checksPath } from './addresses.ts';
import { confirmFact, decideAppeal, refuseFact } from './check.ts';
import type { OfGroupAndSet } from './hand-in.ts';
import { idIn } from './id-in.ts';
import { decidedOf, factById, setById, waitingOf } from './queries.ts';
import { notFound } from './requirement.ts';
import { mayCheck } from './rules.ts';
import { checksView } from './views/checks.ts';
import { eligibilityWords } from './words.ts';

async function checksOf(visit: Visit, setId: string, typed: Record<string, string> = {}, problem?: Problem) {
  const { lang, signedIn, hub } = visit;
  const set = await visit.read((db) => setById(db, setId));
  const isOfSecretariat = hub.secretariatId !== null && mayCheck(signedIn, hub.secretariatId);
  if (!mayCheck(signedIn, set.owner_id) && !isOfSecretariat) throw notFound();
  const own = mayCheck(signedIn, set.owner_id);
  const [waiting, decided] = await visit.read((db) =>
    Promise.all([waitingOf(db, setId), own ? decidedOf(db, setId) : []]),
  );
  const w = eligibilityWords(lang);
  return plainPage(visit, null, {
    title: w.checksTitle(set.name),
    problem,
    fieldNames: { reason: w.reason, toDo: w.toDo, granted: w.grantedLabel, answer: w.answer },
    main: checksView({
      lang,
      set,
      waiting: own ? waiting : waiting.filter((fact) => fact.appealed_at !== null),
      decided,
      personId: signedIn.person.id,
      typed,
      problem,
    }),
  });
}

/** An act of those who check on one fact. */
function ofChecker<I>(act: Action<I, OfGroupAndSet>) {
  return async (visit: Visit): Promise<Reply> => {
    const typed = await typedIn(visit);
    const id = idIn(visit, 'id');
    const [fact, set] = await visit.read(async (db) => {
      const found = await factById(db, id);
      return [found, await setById(db, found.set_id)] as const;
    });
    return visit.attempt(
      act,
      { ...typed, id },
      {
        done: () => `${encodeURI(checksPath(set))}?done=recorded`,
        again: (problem) => checksOf(visit, fact.set_id, { ...typed, form: id }, problem),
      },
    );
  };
}

const serves = ['F7.6'];

export const checkRoutes: readonly Route[] = [
  get('/requirements/:ref/checks', 'person', serves, (visit) => checksOf(visit, idIn(visit, 'ref'))),
  post('/group-facts/:id/confirmation', 'person', serves, ofChecker(confirmFact)),
  post('/group-facts/:id/refusal', 'person', serves, ofChecker(refuseFact)),
  post('/group-facts/:id/appeal-decision', 'person', serves, ofChecker(decideAppeal)),
];
