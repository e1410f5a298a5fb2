/** F9.7, P4: exactly the lists one sees, as CSV, JSON and feed. */
import { atomReply } from '#channels/feeds/atom.ts';
import { type Cell, csvReply, jsonReply } from '#channels/open-data/csv.ts';
import { pdfReply } from '#channels/pdf/index.ts';
import { camelled } from '#kernel/api.ts';
import { tokyoDate } from '#kernel/dates.ts';
import type { Told } from '#kernel/described.ts';
import { parseRef, shortId } from '#kernel/ids.ts';
import { htmlLang, labelled } from '#kernel/lang.ts';
import { get, type Route } from '#kernel/module.ts';
import { refuse } from '#kernel/refusal.ts';
import { json, type Reply } from '#kernel/web/reply.ts';
import type { Visit } from '#kernel/web/visit.ts';
import { type Round, roundById, roundName } from '../rounds/index.ts';
import { answerHref, subjectHref } from './addresses.ts';
import { answerClock } from './clock.ts';
import type { FIGURES, OWED } from './described.ts';
import { byDivision, newestLines } from './figures.ts';
import { answerFilter, itemFilter } from './filters.ts';
import { itemsOfRound, publishedRounds } from './items.ts';
import { printedAnswers } from './printed.ts';
import { allAnswers, newestAnswers, type ShownAnswer } from './queries.ts';
import { type ClockedItem, clocked, filtered } from './round-answers.ts';
import { COUNTS } from './views/figures.ts';
import { words } from './words.ts';

function address(visit: Visit, path: string): string {
  return visit.hub.origin + encodeURI(path);
}

/** An answer as an item of its round, so that both lists have the same columns. */
function asItem(answer: ShownAnswer, round: Round, now: Date): ClockedItem {
  const { subject, subject_id, round_id, debate_id, title, body, division_id, division_name } = answer;
  return {
    subject,
    id: subject_id,
    round_id,
    debate_id,
    title,
    section: '',
    place: 0,
    body: body ?? '',
    division_id,
    division_name,
    answer,
    clock: answerClock(round, answer, now),
  };
}

function row(visit: Visit, item: ClockedItem, round: Round): Cell[] {
  const w = words(visit.lang);
  const { answer, clock } = item;
  return [
    answer && shortId(answer.id),
    w.subjects[item.subject],
    shortId(item.id),
    roundName(round, visit.lang),
    item.title,
    item.body,
    answer ? w.kinds[answer.kind] : '',
    item.division_name,
    answer?.decided_on,
    answer && tokyoDate(answer.answered_at),
    clock.state,
    clock.dueOn,
    clock.overdueDays,
    answer?.reason,
    answer?.next_on,
    answer?.passed_to,
    answer?.passed_on,
    answer?.on_budget ? 1 : 0,
    answer?.change_reason,
    address(visit, answer ? answerHref(answer, item.title) : subjectHref(item)),
  ];
}

function record(visit: Visit, item: ClockedItem, round: Round): Told<typeof OWED> {
  const { answer, clock } = item;
  return {
    subject: {
      kind: item.subject,
      id: item.id,
      proposalId: item.debate_id,
      title: item.title,
      section: item.section,
      text: item.body,
    },
    round: { id: round.id, name: roundName(round, visit.lang) },
    division: item.division_id === null ? null : { id: item.division_id, name: item.division_name },
    clock,
    answer: answer && {
      id: answer.id,
      version: answer.version,
      kind: answer.kind,
      reason: answer.reason,
      decidedOn: answer.decided_on,
      answeredAt: answer.answered_at,
      nextOn: answer.next_on,
      passedTo: answer.passed_to,
      passedOn: answer.passed_on,
      onBudget: answer.on_budget,
      changeReason: answer.change_reason,
    },
    url: address(visit, answer ? answerHref(answer, item.title) : subjectHref(item)),
  };
}

/** Present answers of the filter, batch by batch, with their rounds. */
async function* answered(visit: Visit): AsyncGenerator<{ item: ClockedItem; round: Round; answer: ShownAnswer }[]> {
  const rounds = new Map((await visit.read((db) => publishedRounds(db))).map((round) => [round.id, round]));
  for await (const batch of allAnswers((work) => visit.read(work), answerFilter(visit))) {
    yield batch.flatMap((answer) => {
      const round = rounds.get(answer.round_id);
      return round ? [{ item: asItem(answer, round, visit.now), round, answer }] : [];
    });
  }
}

async function answersCsv(visit: Visit): Promise<Reply> {
  async function* rows() {
    for await (const batch of answered(visit)) yield batch.map(({ item, round }) => row(visit, item, round));
  }
  return csvReply('answers.csv', words(visit.lang).columns, rows());
}

async function answersJson(visit: Visit): Promise<Reply> {
  async function* items() {
    for await (const batch of answered(visit)) {
      yield batch.map(({ item, round, answer }) => ({ ...record(visit, item, round), steps: camelled(answer.steps) }));
    }
  }
  return jsonReply({ kind: 'answers' }, items());
}

async function feed(visit: Visit): Promise<Reply> {
  const { answers } = await visit.read((db) => newestAnswers(db, { ...answerFilter(visit), before: null, limit: 30 }));
  const w = words(visit.lang);
  return atomReply({
    href: `${visit.hub.origin}/answers${visit.url.search}`,
    self: visit.hub.origin + visit.url.pathname + visit.url.search,
    title: `${w.list.feedTitle} ${visit.hub.name[visit.lang]}`,
    lang: htmlLang(visit.lang),
    updated: answers[0]?.answered_at ?? visit.now,
    entries: answers.map((answer) => ({
      href: address(visit, answerHref(answer, answer.title)),
      title: labelled(w.kinds[answer.kind], answer.title, visit.lang),
      author: answer.division_name,
      at: answer.answered_at,
      summary: answer.reason,
    })),
  });
}

async function roundItems(visit: Visit): Promise<{ round: Round; items: ClockedItem[] }> {
  const id = parseRef(visit.params.ref ?? '');
  const [round, items] = id
    ? await visit.read((db) => Promise.all([roundById(db, id), itemsOfRound(db, id)]))
    : [null, []];
  if (!round?.published_at) throw refuse('not-found', { status: 404 });
  return { round, items: filtered(clocked(items, round, visit.now), itemFilter(visit)) };
}

async function roundCsv(visit: Visit): Promise<Reply> {
  const { round, items } = await roundItems(visit);
  async function* rows() {
    yield items.map((item) => row(visit, item, round));
  }
  return csvReply('round-answers.csv', words(visit.lang).columns, rows());
}

async function roundJson(visit: Visit): Promise<Reply> {
  const { round, items } = await roundItems(visit);
  async function* all() {
    yield items.map((item) => record(visit, item, round));
  }
  return jsonReply({ kind: 'round-answers', roundId: round.id }, all());
}

/** Everything of the round, whatever the list was filtered by: what is printed is handed around whole. */
async function roundPdf(visit: Visit): Promise<Reply> {
  const id = parseRef(visit.params.ref ?? '');
  const [round, items] = id
    ? await visit.read((db) => Promise.all([roundById(db, id), itemsOfRound(db, id)]))
    : [null, []];
  if (!round?.published_at) throw refuse('not-found', { status: 404 });
  const { lang, hub } = visit;
  return pdfReply(
    visit,
    printedAnswers({ lang, origin: hub.origin, hubName: hub.town[lang], round, items }),
    `answers-${round.fiscal_year}-${round.number}.pdf`,
  );
}

async function figures(visit: Visit) {
  return byDivision(await visit.read((db) => newestLines(db)), visit.now);
}

async function figuresCsv(visit: Visit): Promise<Reply> {
  const all = await figures(visit);
  async function* rows() {
    yield all.map((one) => [one.name ?? words(visit.lang).figures.none, ...COUNTS.map((count) => one[count])]);
  }
  return csvReply('answer-figures.csv', words(visit.lang).figureColumns, rows());
}

export const exportRoutes: readonly Route[] = [
  get('/answers.csv', 'public', ['F9.7'], answersCsv),
  get('/answers.json', 'public', ['F9.7'], answersJson),
  get('/answers.atom', 'public', ['F9.7'], feed),
  get('/rounds/:ref/answers.pdf', 'public', ['F9.7'], roundPdf),
  get('/rounds/:ref/answers.csv', 'public', ['F9.7'], roundCsv),
  get('/rounds/:ref/answers.json', 'public', ['F9.7'], roundJson),
  get('/answers/figures.csv', 'public', ['F9.8'], figuresCsv),
  get('/answers/figures.json', 'public', ['F9.8'], async (visit) =>
    json({ licence: 'CC BY 4.0', items: await figures(visit) } satisfies Told<typeof FIGURES>),
  ),
];
