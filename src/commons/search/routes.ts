/** X7: the search, as a page, as data and as a feed of what is new. */
import { atomReply } from '#channels/feeds/atom.ts';
import { feedPicture, pictureData } from '#commons/files/index.ts';
import { searchables } from '#commons/happenings/index.ts';
import { isOpen, page } from '#commons/hubs/index.ts';
import { htmlLang, labelled } from '#kernel/lang.ts';
import { get, type Route } from '#kernel/module.ts';
import { json, type Reply } from '#kernel/web/reply.ts';
import type { Visit } from '#kernel/web/visit.ts';
import { excerpt, wordsAsked } from './excerpt.ts';
import { type Answer, find, type Hit, NOTHING } from './find.ts';
import { asksNothing, type Question } from './look.ts';
import { queryOf, questionOf } from './question.ts';
import { saidOf } from './said.ts';
import { kindChoices } from './sources.ts';
import { proposalsLink, results } from './views/results.ts';
import { words } from './words.ts';

/** Nothing is asked of the database while there is no question. */
export async function answerTo(visit: Visit, question: Question): Promise<Answer> {
  if (asksNothing(question)) return NOTHING;
  return visit.read((db) => find(db, visit.hub, question));
}

async function searchPage(visit: Visit): Promise<Reply> {
  const question: Question = { ...questionOf(visit), counted: true };
  const answer = await answerTo(visit, question);
  const w = words(visit.lang);
  const said = saidOf(question, visit.lang);
  return page(visit, {
    title: question.q
      ? w.titleFor(question.q)
      : said.length > 0
        ? labelled(w.title, said.join('・'), visit.lang)
        : w.title,
    description: w.lead,
    // A search engine needs no searches.
    indexed: said.length === 0,
    breadcrumb: [{ text: w.title }],
    main: results({
      lang: visit.lang,
      question,
      kinds: kindChoices(visit.hub),
      answer,
      now: visit.now,
      proposals: isOpen(visit.hub, 'participation') ? proposalsLink(question.q) : null,
    }),
  });
}

/** Where it is shown, whole. */
export function addressOf(visit: Visit, hit: Hit): string {
  const source = searchables().get(hit.kind)!;
  return visit.hub.origin + encodeURI(source.place({ id: hit.id, title: hit.title, underId: hit.under_id }));
}

/** A hit as programs are given it. */
export function hitData(visit: Visit, hit: Hit, question: Question) {
  const asked = wordsAsked(question.q);
  return {
    id: hit.id,
    kind: hit.kind,
    title: titleOf(visit, hit),
    under: hit.under,
    at: hit.at,
    excerpt: excerpt(hit.body, asked)
      .map(({ text }) => text)
      .join(''),
    picture: pictureData(hit.facets.picture, visit.hub.origin),
    url: addressOf(visit, hit),
  };
}

function titleOf({ lang }: Visit, { kind, title }: Hit): string {
  const { shownTitle } = searchables().get(kind)!;
  return title && shownTitle ? shownTitle(title, lang) : title;
}

async function data(visit: Visit): Promise<Reply> {
  const question = questionOf(visit, 100);
  const answer = await answerTo(visit, question);
  return json({
    licence: 'CC BY 4.0',
    q: question.q,
    query: queryOf(question),
    count: answer.count,
    isExact: answer.isExact,
    kinds: Object.fromEntries(answer.counts),
    items: answer.hits.map((hit) => hitData(visit, hit, question)),
    next: answer.next,
  });
}

/** The newest thirty of the closest: whoever follows a search wants what is new first. */
async function feed(visit: Visit): Promise<Reply> {
  const question = { ...questionOf(visit, 100), after: '' };
  const { hits } = await answerTo(visit, question);
  const newest = hits.toSorted((a, b) => b.number - a.number).slice(0, 30);
  const { lang, hub } = visit;
  const asked = wordsAsked(question.q);
  return atomReply({
    href: `${hub.origin}/search${visit.url.search}`,
    self: hub.origin + visit.url.pathname + visit.url.search,
    title: `${words(lang).feedTitle(question.q || saidOf(question, lang).join('・'))} ${hub.name[lang]}`,
    lang: htmlLang(lang),
    updated: newest[0]?.at ?? visit.now,
    entries: newest.map((hit) => {
      const summary = excerpt(hit.body, asked)
        .map(({ text }) => text)
        .join('');
      const title = titleOf(visit, hit) || hit.under || summary;
      return {
        href: addressOf(visit, hit),
        title,
        author: hub.name[lang],
        at: hit.at,
        summary,
        ...feedPicture(hit.facets.picture, hub.origin),
      };
    }),
  });
}

export const routes: readonly Route[] = [
  get('/search', 'public', ['X7'], searchPage),
  get('/search.json', 'public', ['X7'], data),
  get('/search.atom', 'public', ['X7'], feed),
];
