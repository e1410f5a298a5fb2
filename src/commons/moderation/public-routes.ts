/** X4, P4, P7: what everybody reads of moderation: its rules, its decisions, its figures, who does it. */
import { atomReply } from '#channels/feeds/atom.ts';
import { csvReply, jsonReply } from '#channels/open-data/csv.ts';
import { page, rulesOf } from '#commons/hubs/index.ts';
import { camelled } from '#kernel/api.ts';
import { endOfTokyoDay, formatDate, tokyoDate } from '#kernel/dates.ts';
import { parseShortId, shortId } from '#kernel/ids.ts';
import { closing, htmlLang, opening } from '#kernel/lang.ts';
import { get, type Route } from '#kernel/module.ts';
import { refuse as refuseKernel } from '#kernel/refusal.ts';
import type { Reply } from '#kernel/web/reply.ts';
import type { Problem, Visit } from '#kernel/web/visit.ts';
import { decisionPath } from './addresses.ts';
import {
  decisionById,
  decisionLog,
  type LogFilter,
  type ShownDecision,
  type WholeDecision,
  wholeLog,
} from './decision-queries.ts';
import { monthlyFigures } from './figures.ts';
import { moderatedKind } from './kinds.ts';
import { GROUNDS, OUTCOMES, refuse } from './moderation.ts';
import { isAuthor, mayAppeal, sideOf } from './rules.ts';
import { type DecisionProps, decisionTitle, decisionView } from './views/decision.ts';
import { figuresView } from './views/figures.ts';
import { guideView } from './views/guide.ts';
import { logHref, logView } from './views/log.ts';
import { kindName, outcomeText } from './views/names.ts';
import { electionNotice } from './views/pieces.ts';
import { words } from './words.ts';

const PAGE_SIZE = 30;
const DAY = 86_400_000;

const guideCrumb = (visit: Visit) => ({ text: words(visit.lang).guide.title, href: '/moderation/rules' });

async function guide(visit: Visit): Promise<Reply> {
  const { lang, hub, now } = visit;
  const w = words(lang).guide;
  visit.tag('hub');
  visit.expiresAt(endOfTokyoDay(tokyoDate(now)));
  return page(visit, {
    title: w.title,
    description: w.lead,
    layout: 'reading',
    breadcrumb: [{ text: w.title }],
    main: guideView({ lang, rules: rulesOf(hub).moderation, election: electionNotice(hub, now, lang) }),
  });
}

function filterOf(visit: Visit): LogFilter {
  return {
    ground: GROUNDS.find((ground) => ground === visit.query('ground')) ?? '',
    outcome: OUTCOMES.find((outcome) => outcome === visit.query('outcome')) ?? '',
    before: parseShortId(visit.query('before')),
    limit: PAGE_SIZE,
  };
}

async function log(visit: Visit): Promise<Reply> {
  const filter = filterOf(visit);
  const listed = await visit.read((db) => decisionLog(db, filter));
  const w = words(visit.lang).log;
  visit.tag('moderation');
  return page(visit, {
    title: w.title,
    description: w.lead,
    breadcrumb: [guideCrumb(visit), { text: w.title }],
    main: logView({ lang: visit.lang, filter, ...listed }),
    dataLinks: [
      { href: logHref(filter, '.csv'), text: 'CSV' },
      { href: logHref(filter, '.json'), text: 'JSON' },
    ],
  });
}

async function logCsv(visit: Visit): Promise<Reply> {
  const { lang, hub } = visit;
  const w = words(lang);
  async function* rows() {
    for await (const batch of wholeLog((work) => visit.read(work), filterOf(visit)))
      yield batch.map((one) => {
        const appeal = one.appeals.at(-1);
        return [
          shortId(one.id),
          one.decided_at,
          one.office,
          one.number,
          kindName(one.kind, lang),
          one.way,
          w.grounds[one.ground],
          outcomeText(one.kind, one.outcome, lang),
          one.reason,
          one.opened_at,
          appeal ? (appeal.outcome ? w.decision.settled[appeal.outcome] : w.log.appealed) : '',
          appeal?.number ?? '',
          appeal?.answer ?? '',
          one.reversed_at,
          one.kept_until ?? '',
          hub.origin + decisionPath(one.id),
        ];
      });
  }
  return csvReply('moderation.csv', w.log.columns, rows());
}

function asData(one: ShownDecision, origin: string) {
  const { id, opened_at, decided_at, reversed_at, path, kept_until, appeals, ...rest } = one;
  return {
    id: shortId(id),
    ...rest,
    reportedAt: opened_at,
    decidedAt: decided_at,
    reversedAt: reversed_at,
    recordsKeptUntil: kept_until,
    place: path === null ? null : origin + encodeURI(path),
    appeals: camelled(appeals),
    url: origin + decisionPath(id),
  };
}

async function logJson(visit: Visit): Promise<Reply> {
  async function* items() {
    for await (const batch of wholeLog((work) => visit.read(work), filterOf(visit)))
      yield batch.map((one) => asData(one, visit.hub.origin));
  }
  return jsonReply({ kind: 'moderation-decisions' }, items());
}

async function logFeed(visit: Visit): Promise<Reply> {
  const { hub, lang, url } = visit;
  const w = words(lang);
  const { decisions } = await visit.read((db) => decisionLog(db, { ...filterOf(visit), before: null }));
  return atomReply({
    href: hub.origin + logHref(filterOf(visit)),
    self: hub.origin + url.pathname + url.search,
    title: `${w.log.feedTitle} ${hub.name[lang]}`,
    lang: htmlLang(lang),
    updated: decisions[0]?.decided_at ?? visit.now,
    entries: decisions.map((one) => ({
      href: hub.origin + decisionPath(one.id),
      title: `${w.log.item(kindName(one.kind, lang), outcomeText(one.kind, one.outcome, lang))}${opening(lang)}${w.grounds[one.ground]}${closing(lang)}`,
      author: w.moderator(one.office, `${one.number}`),
      at: one.decided_at,
      summary: one.reason,
    })),
  });
}

async function figures(visit: Visit): Promise<Reply> {
  const all = await visit.read(monthlyFigures);
  const w = words(visit.lang).figures;
  visit.tag('moderation');
  return page(visit, {
    title: w.title,
    description: w.lead,
    breadcrumb: [guideCrumb(visit), { text: w.title }],
    main: figuresView(all, visit.lang),
  });
}

export const FIGURE_COLUMNS = [
  'month',
  'ground',
  'decided',
  'hidden',
  'left',
  'asked',
  'appealed',
  'reversed',
  'median_seconds',
];

async function figuresCsv(visit: Visit): Promise<Reply> {
  const all = await visit.read(monthlyFigures);
  async function* rows() {
    yield all.map((one) => Object.values(one));
  }
  return csvReply('moderation-figures.csv', FIGURE_COLUMNS, rows());
}

async function figuresJson(visit: Visit): Promise<Reply> {
  const all = await visit.read(monthlyFigures);
  async function* items() {
    yield all;
  }
  return jsonReply({ kind: 'moderation-figures' }, items());
}

/** The page of a decision, with what this reader can do; shared with the form that appeals. */
export async function decisionPage(visit: Visit, typed = '', problem?: Problem): Promise<Reply> {
  const id = parseShortId(visit.params.ref ?? '');
  const decision = id && (await visit.read((db) => decisionById(db, id)));
  if (!decision) throw refuseKernel('not-found', { status: 404 });
  const { lang } = visit;
  const title = decisionTitle(decision, lang);
  return page(visit, {
    title,
    layout: 'reading',
    problem,
    fieldNames: { reason: words(lang).decision.appealReason },
    islands: ['char-counter'],
    breadcrumb: [guideCrumb(visit), { text: words(lang).log.title, href: '/moderation/log' }, { text: title }],
    main: decisionView({
      lang,
      decision,
      own: await ownWords(visit, decision),
      appeal: appealOf(visit, decision),
      typed,
      problem,
    }),
  });
}

/** The author reads its hidden words here, and nobody else. */
async function ownWords(visit: Visit, decision: WholeDecision): Promise<string | null> {
  if (!visit.reader || !isAuthor(visit.reader, decision)) return null;
  const thing = await visit.read(async (db) => moderatedKind(decision.kind)?.find(db, decision.objectId) ?? null);
  return thing?.body ?? null;
}

function appealOf(visit: Visit, decision: WholeDecision): DecisionProps['appeal'] {
  const days = rulesOf(visit.hub).moderation.appealDays;
  const ends = new Date(decision.decidedAt.getTime() + days * DAY);
  if (!visit.reader) return visit.now < ends && !decision.reversedAt ? 'sign-in' : null;
  if (sideOf(visit.reader, decision) === null) return null;
  const appealed = decision.appellantIds.includes(visit.reader.person.id);
  const no = mayAppeal(visit.reader, decision, { appealed, days }, visit.now);
  if (no) return { reason: visit.problem(refuse(no)).items[0]?.message ?? '' };
  return { until: formatDate(tokyoDate(ends), visit.lang, 'short') };
}

export const publicRoutes: readonly Route[] = [
  get('/moderation/rules', 'public', ['X4'], guide, { cached: true }),
  get('/moderation/log', 'public', ['X4'], log, { cached: true }),
  get('/moderation/log.csv', 'public', ['X4'], logCsv),
  get('/moderation/log.json', 'public', ['X4'], logJson),
  get('/moderation/log.atom', 'public', ['X4'], logFeed),
  get('/moderation/figures', 'public', ['X4'], figures, { cached: true }),
  get('/moderation/figures.csv', 'public', ['X4'], figuresCsv),
  get('/moderation/figures.json', 'public', ['X4'], figuresJson),
  get('/moderation/decisions/:ref', 'public', ['X4'], (visit) => decisionPage(visit)),
];
