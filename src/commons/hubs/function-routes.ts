/** P3, P9: the functions of a town: which are open, who runs them; hands for those that aren't; opening and closing by decision. */
import { tokyoDate } from '#kernel/dates.ts';
import { get, post, type Route } from '#kernel/module.ts';
import { refuse } from '#kernel/refusal.ts';
import { json, type Reply } from '#kernel/web/reply.ts';
import type { Problem, Visit } from '#kernel/web/visit.ts';
import { mayDecide } from './decision.ts';
import { lowerFunctionHand, raiseFunctionHand, replyToHand } from './function-hands.ts';
import { functionPage } from './function-page.ts';
import { nameOf, presentTerms, raisedHands, termsOf } from './function-queries.ts';
import { functionWords } from './function-words.ts';
import { closeFunction, openFunction } from './open-function.ts';
import { onceField, page } from './page.ts';
import { rulesOf } from './rules.ts';
import { type FunctionKey, isFunctionKey, isOpen, TOWN_FUNCTIONS } from './town-functions.ts';
import { decisionFieldNames, type Typed } from './views/decision-fields.ts';
import { closingForm, type DecisionFormProps, openingForm } from './views/function-forms.ts';
import { functionList } from './views/functions.ts';

async function listPage(visit: Visit): Promise<Reply> {
  const [terms, hands] = await visit.read((db) => Promise.all([presentTerms(db), raisedHands(db)]));
  const w = functionWords(visit.lang);
  visit.tag('functions');
  return page(visit, {
    title: w.title,
    description: w.lead,
    place: 'functions',
    breadcrumb: [{ text: w.title }],
    main: functionList({ lang: visit.lang, open: rulesOf(visit.hub).open, terms, hands }),
    dataLinks: [{ href: '/functions.json', text: w.json, type: 'application/json' }],
  });
}

async function asJson(visit: Visit): Promise<Reply> {
  const [terms, hands] = await visit.read((db) => Promise.all([presentTerms(db), raisedHands(db)]));
  const w = functionWords(visit.lang);
  return json({
    licence: 'CC BY 4.0',
    items: TOWN_FUNCTIONS.map(({ key, people, hours }) => {
      const term = terms.find((one) => one.function === key);
      return {
        key,
        name: w.names[key],
        isOpen: isOpen(visit.hub, key),
        needs: { people, hoursAWeek: hours },
        runBy: term
          ? {
              id: term.steward_id,
              name: term.steward_name,
              since: tokyoDate(term.begins_at),
              people: term.people,
              hoursAWeek: term.hours,
            }
          : null,
        hands: hands
          .filter((hand) => hand.function === key)
          .map((hand) => ({
            actor: { id: hand.actor_id, name: hand.actor_name },
            word: hand.word,
            raisedAt: hand.raised_at,
            reply: hand.reply,
          })),
      };
    }),
  });
}

function keyOf(visit: Visit): FunctionKey {
  const key = visit.params.name ?? '';
  if (!isFunctionKey(key)) throw refuse('not-found', { status: 404 });
  return key;
}

async function raise(visit: Visit): Promise<Reply> {
  const word = (await visit.form()).get('word') ?? '';
  const name = keyOf(visit);
  return visit.attempt(
    raiseFunctionHand,
    { name, word },
    {
      done: () => `/functions/${name}?done=raised#hands`,
      again: (problem) => functionPage(visit, name, problem.status, { word, problem }),
    },
  );
}

async function lower(visit: Visit): Promise<Reply> {
  const name = keyOf(visit);
  const id = (await visit.form()).get('id');
  return visit.attempt(
    lowerFunctionHand,
    { id },
    {
      done: () => `/functions/${name}?done=lowered`,
      again: (problem) => functionPage(visit, name, problem.status, { word: '', problem }),
    },
  );
}

async function reply(visit: Visit): Promise<Reply> {
  const name = keyOf(visit);
  const form = await visit.form();
  return visit.attempt(
    replyToHand,
    { id: form.get('id'), reply: form.get('reply') },
    {
      done: () => `/functions/${name}?done=sent#hands`,
      again: (problem) => functionPage(visit, name, problem.status, { word: '', problem }),
    },
  );
}

async function props(visit: Visit, typed: Typed, problem?: Problem): Promise<DecisionFormProps> {
  const no = mayDecide({ hub: visit.hub, reader: visit.signedIn });
  if (no === 'secretariat-only') throw refuse('not-found', { status: 404 });
  const key = keyOf(visit);
  return {
    key,
    version: visit.hub.rulesVersion,
    typed,
    problem,
    today: tokyoDate(visit.now),
    mayAct: no === null,
    once: onceField(),
    lang: visit.lang,
  };
}

/** What the form begins with: who runs it now, or the secretariat with what such a function needs. */
async function firstTyped(visit: Visit): Promise<Typed> {
  const key = keyOf(visit);
  const [terms, secretariat] = await visit.read((db) =>
    Promise.all([termsOf(db, key), nameOf(db, visit.hub.secretariatId)]),
  );
  const need = TOWN_FUNCTIONS.find((one) => one.key === key)!;
  const present = terms.find((term) => term.ends_at === null);
  return {
    steward: present?.steward_name ?? secretariat,
    people: String(present?.people ?? need.people),
    hours: String(present?.hours ?? need.hours),
    how: present?.how ?? '',
  };
}

async function opening(visit: Visit, typed?: Typed, problem?: Problem): Promise<Reply> {
  const given = await props(visit, typed ?? (await firstTyped(visit)), problem);
  const open = isOpen(visit.hub, given.key);
  const { act, names } = functionWords(visit.lang);
  const fieldNames = {
    ...decisionFieldNames(visit.lang),
    steward: act.steward,
    people: act.people,
    hours: act.hours,
    how: act.how,
  };
  return formPage(
    visit,
    open ? act.rerun : act.openTitle(names[given.key]!),
    openingForm(given, open),
    given,
    fieldNames,
  );
}

async function closing(visit: Visit, typed: Typed = {}, problem?: Problem): Promise<Reply> {
  const given = await props(visit, typed, problem);
  const { act, names } = functionWords(visit.lang);
  return formPage(visit, act.closeTitle(names[given.key]!), closingForm(given), given, decisionFieldNames(visit.lang));
}

function formPage(
  visit: Visit,
  title: string,
  main: Parameters<typeof page>[1]['main'],
  { key, problem }: DecisionFormProps,
  fieldNames: Record<string, string>,
): Reply {
  const w = functionWords(visit.lang);
  return page(visit, {
    title,
    main,
    problem,
    fieldNames,
    layout: 'reading',
    indexed: false,
    place: 'functions',
    islands: ['char-counter'],
    breadcrumb: [
      { text: w.title, href: '/functions' },
      { text: w.names[key]!, href: `/functions/${key}` },
      { text: title },
    ],
  });
}

async function typedIn(visit: Visit): Promise<Typed> {
  return Object.fromEntries([...(await visit.form()).entries()].map(([name, value]) => [name, String(value)]));
}

async function open(visit: Visit): Promise<Reply> {
  const typed = await typedIn(visit);
  const name = keyOf(visit);
  return visit.attempt(
    openFunction,
    { ...typed, name },
    { done: () => `/functions/${name}?done=recorded`, again: (problem) => opening(visit, typed, problem) },
  );
}

async function close(visit: Visit): Promise<Reply> {
  const typed = await typedIn(visit);
  const name = keyOf(visit);
  return visit.attempt(
    closeFunction,
    { ...typed, name },
    { done: () => `/functions/${name}?done=recorded`, again: (problem) => closing(visit, typed, problem) },
  );
}

export const functionRoutes: readonly Route[] = [
  get('/functions', 'public', ['P3', 'P9'], listPage, { cached: true, framed: true }),
  get('/functions.json', 'public', ['P3'], asJson),
  get('/functions/:name', 'public', ['P3', 'P9'], (visit) => functionPage(visit, keyOf(visit), 200), {
    cached: true,
    framed: true,
  }),
  post('/functions/:name/hands', 'person', ['P3'], raise),
  post('/functions/:name/lowered-hands', 'person', ['P3'], lower),
  post('/functions/:name/replies', 'person', ['P3'], reply),
  get('/functions/:name/opening', 'person', ['P9'], (visit) => opening(visit)),
  post('/functions/:name/opening', 'person', ['P9'], open),
  get('/functions/:name/closing', 'person', ['P9'], (visit) => closing(visit)),
  post('/functions/:name/closing', 'person', ['P9'], close),
];
