/** P3, P9: the page of one function; where the function isn't open, all its pages answer with this one. */
import { refuse } from '#kernel/refusal.ts';
import type { Reply } from '#kernel/web/reply.ts';
import type { Problem, Visit } from '#kernel/web/visit.ts';
import { html } from '#ui/html.ts';
import { nowBox } from '#ui/now-box.ts';
import { type FunctionHand, raisedHands, termsOf } from './function-queries.ts';
import { functionWords } from './function-words.ts';
import { onceField, page } from './page.ts';
import { personalIn } from './personal.ts';
import { ruleWords } from './rule-words.ts';
import { actsAsSecretariat, leadsSecretariat } from './secretariat.ts';
import { isFunctionKey, isOpen } from './town-functions.ts';
import { lowerForm, raiseForm, replyForm } from './views/function-forms.ts';
import { functionHead, functionMain } from './views/functions.ts';

interface Again {
  word: string;
  problem: Problem;
}

/** `status`: 404 where it stands for a page of the function itself. */
export async function functionPage(visit: Visit, key: string, status = 404, again?: Again): Promise<Reply> {
  if (!isFunctionKey(key)) throw refuse('not-found', { status: 404 });
  const [terms, hands] = await visit.read((db) => Promise.all([termsOf(db, key), raisedHands(db, key)]));
  const { lang, hub } = visit;
  const w = functionWords(lang);
  const open = isOpen(hub, key);
  visit.tag('functions');
  const { each } = personalIn(visit);
  return page(visit, {
    title: w.names[key]!,
    description: w.abouts[key],
    place: 'functions',
    status,
    ...(again ? { problem: again.problem, fieldNames: { word: w.hands.word } } : {}),
    breadcrumb: [{ text: w.title, href: '/functions' }, { text: w.names[key]! }],
    head: functionHead(key, open, lang),
    now: each(
      ({ reader }) => leadsSecretariat({ hub, reader }),
      (leads) => (leads ? nowBox({ title: ruleWords(lang).todo, acts: acts(key, open, lang) }) : html``),
    ),
    main: functionMain({
      lang,
      key,
      isOpen: open,
      terms,
      hands,
      own: each(
        ({ reader }) => hands.find((hand) => hand.actor_id === reader?.acting.id)?.id ?? null,
        (id) =>
          id
            ? lowerForm(key, id, onceField(), lang)
            : raiseForm(key, open, { typed: again?.word ?? '', problem: again?.problem, once: onceField(), lang }),
      ),
      replyTo: (hand: FunctionHand) =>
        each(
          ({ reader }) => actsAsSecretariat({ hub, reader }),
          (acts) => (acts ? replyForm(key, hand, onceField(), lang) : html``),
        ),
    }),
    ...(terms[0] ? { proof: { kind: 'function', id: terms[0].id } } : {}),
  });
}

function acts(key: string, open: boolean, lang: Visit['lang']) {
  const { act } = functionWords(lang);
  const opening = { text: open ? act.rerun : act.open, href: `/functions/${key}/opening` };
  return open ? [opening, { text: act.close, href: `/functions/${key}/closing` }] : [opening];
}
