/** F9.7 Reading the city's answers. */
import { isSecretariat, page, personalIn } from '#commons/hubs/index.ts';
import { endOfTokyoDay, tokyoDate } from '#kernel/dates.ts';
import { parseRef, ref, shortId } from '#kernel/ids.ts';
import { get, type Route } from '#kernel/module.ts';
import { refuse } from '#kernel/refusal.ts';
import { movedTo, type Reply } from '#kernel/web/reply.ts';
import type { Visit } from '#kernel/web/visit.ts';
import { html } from '#ui/html.ts';
import { link } from '#ui/prose.ts';
import type { DataLink } from '#ui/shell.ts';
import { actingDivision, mayExplain, mayRecord } from '../reflection/index.ts';
import { type Round, roundById, roundName } from '../rounds/index.ts';
import { answerHref } from './addresses.ts';
import { askingRoutes } from './asking-routes.ts';
import { askingWords } from './asking-words.ts';
import { briefingsOf } from './briefing-queries.ts';
import { divisionRoutes } from './division-routes.ts';
import { exportRoutes } from './export-routes.ts';
import { byDivision, FIGURE_ROUNDS, newestLines } from './figures.ts';
import { answerFilter, itemFilter } from './filters.ts';
import { followUpsOf } from './follow-up-queries.ts';
import { insideWords } from './inside-words.ts';
import { publishedRounds } from './items.ts';
import { officerRoutes } from './officer-routes.ts';
import { printWords } from './print-words.ts';
import { answerVersions, newestAnswers, type ShownAnswer } from './queries.ts';
import { roundItems } from './round-page.ts';
import { mayAnswer } from './rules.ts';
import { answerList, queryOf } from './views/list.ts';
import { itemQuery, roundAnswers } from './views/round.ts';
import { answerHead, answerPage, type ShowProps } from './views/show.ts';
import { voicesBehind } from './voices.ts';
import { words } from './words.ts';

async function listPage(visit: Visit): Promise<Reply> {
  const { lang, now } = visit;
  const filter = answerFilter(visit);
  const [listed, rounds, lines] = await visit.read((db) =>
    Promise.all([newestAnswers(db, filter), publishedRounds(db), newestLines(db)]),
  );
  visit.tag('answers', 'rounds');
  visit.expiresAt(endOfTokyoDay(tokyoDate(now)));
  const figures = byDivision(lines, now);
  const { title, lead } = words(lang).list;
  return page(visit, {
    title,
    description: lead,
    place: 'answers',
    main: answerList({
      lang,
      now,
      filter,
      ...listed,
      rounds,
      figures,
      figureRounds: Math.min(rounds.length, FIGURE_ROUNDS),
      work: personalIn(visit).shared(
        ({ reader }) => ({ officer: actingDivision(reader) !== null, desk: isSecretariat({ hub: visit.hub, reader }) }),
        ({ officer, desk }) =>
          html`・${link('/follow-ups', askingWords(lang).list)}・${link('/budget-lines', words(lang).list.budget)}${officer && html`・${link('/divisions/answers', words(lang).work.title)}`}${desk && html`・${link('/answer-assignments', insideWords(lang).desks.link)}`}`,
      ),
    }),
    dataLinks: dataLinks('/answers', queryOf(filter)),
  });
}

function dataLinks(path: string, query: string): DataLink[] {
  return [
    { href: `${path}.csv${query}`, text: 'CSV', type: 'text/csv' },
    { href: `${path}.json${query}`, text: 'JSON', type: 'application/json' },
  ];
}

async function roundPage(visit: Visit): Promise<Reply> {
  const { lang, now } = visit;
  const id = parseRef(visit.params.ref ?? '');
  const filter = itemFilter(visit);
  const [round, shown] = await visit.read(async (db) => {
    const round = id ? await roundById(db, id) : null;
    return [round, round?.published_at ? await roundItems(db, round, filter, now) : null] as const;
  });
  if (!round) throw refuse('not-found', { status: 404 });
  visit.tag('answers', 'rounds', `round:${round.id}`);
  visit.expiresAt(endOfTokyoDay(tokyoDate(now)));
  const name = roundName(round, lang);
  return page(visit, {
    title: words(lang).round.of(name),
    place: 'answers',
    breadcrumb: [...crumbs(visit), { text: name }],
    main: personalIn(visit).shared(
      ({ reader }) => actingDivision(reader) !== null,
      (officer) => roundAnswers({ lang, round, filter, shown, officer }),
    ),
    dataLinks: round.published_at
      ? [
          ...dataLinks(`/rounds/${shortId(round.id)}/answers`, itemQuery(filter)),
          { href: `/rounds/${shortId(round.id)}/answers.pdf`, text: printWords(lang).link, type: 'application/pdf' },
        ]
      : [],
  });
}

function crumbs(visit: Visit) {
  return [{ text: words(visit.lang).list.title, href: '/answers' }];
}

async function showPage(visit: Visit): Promise<Reply> {
  const id = parseRef(visit.params.ref ?? '');
  const versions = id ? await visit.read((db) => answerVersions(db, id)) : [];
  const [answer] = versions;
  if (!answer) throw refuse('not-found', { status: 404 });
  const at = answerHref(answer, answer.title);
  const [round, voices, questions, briefings] = await visit.read((db) =>
    Promise.all([
      roundById(db, answer.round_id),
      voicesBehind(db, answer.id),
      followUpsOf(db, answer.subject_id),
      briefingsOf(db, answer.subject_id),
    ]),
  );
  if (!round) throw refuse('not-found', { status: 404 });
  visit.tag(
    `proposal:${answer.debate_id}`,
    `round:${round.id}`,
    ...(answer.subject === 'point' ? [`point:${answer.subject_id}`] : []),
  );
  visit.expiresAt(endOfTokyoDay(tokyoDate(visit.now)));
  // Every version's address leads to the one page that shows them all.
  if (decodeURI(visit.url.pathname) !== at) return movedTo(encodeURI(at) + visit.url.search);
  return shown(visit, answer, round, { versions, voices, questions, briefings });
}

/** The divisions that work on the answer inside, see desk-access.ts. */
function isConcerned({ assigned_id, division_id, partners }: ShownAnswer, id: string): boolean {
  return id === (assigned_id ?? division_id) || partners.some((partner) => partner.id === id);
}

function shown(
  visit: Visit,
  answer: ShownAnswer,
  round: Round,
  rest: Omit<ShowProps, 'lang' | 'now' | 'round' | 'may' | 'once'>,
): Reply {
  const { lang, now } = visit;
  const title = words(lang).show.title(answer.title);
  const once = personalIn(visit).onceField();
  return page(visit, {
    title,
    description: answer.reason.slice(0, 120),
    place: 'answers',
    breadcrumb: [
      ...crumbs(visit),
      { text: roundName(round, lang), href: `/rounds/${ref(round.id, '')}/answers` },
      { text: title },
    ],
    head: answerHead(answer, round, lang),
    main: personalIn(visit).shared(
      ({ reader }) => ({
        revise: mayAnswer(reader, { ...answer, gone: false, round }) === null,
        explain: mayExplain(reader, answer) === null,
        inside: reader?.roles.some(({ organisation }) => isConcerned(answer, organisation.id)) ?? false,
        record: mayRecord(reader, answer) === null,
      }),
      (may) => answerPage({ lang, now, round, ...rest, may, once }),
    ),
    proof: { kind: 'answer', id: answer.id },
    responsible: answer.division_name,
  });
}

export const routes: readonly Route[] = [
  get('/answers', 'public', ['F9.7', 'F9.8'], listPage, { cached: true, framed: true }),
  get('/rounds/:ref/answers', 'public', ['F9.7'], roundPage, { cached: true, framed: true }),
  get('/answers/:ref', 'public', ['F9.7', 'F9.8'], showPage, { cached: true, framed: true }),
  ...officerRoutes,
  ...askingRoutes,
  ...divisionRoutes,
  ...exportRoutes,
];
