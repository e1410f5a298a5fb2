/** X4, P4: reporting a text and claiming a right, signed in or not. */
import { page, rulesOf } from '#commons/hubs/index.ts';
import { parseShortId } from '#kernel/ids.ts';
import { inputRefusal } from '#kernel/input.ts';
import { get, post, type Route } from '#kernel/module.ts';
import { refuse as refuseKernel } from '#kernel/refusal.ts';
import type { Reply } from '#kernel/web/reply.ts';
import { settle } from '#kernel/web/settle.ts';
import type { Problem, Visit } from '#kernel/web/visit.ts';
import { type Html, html } from '#ui/html.ts';
import { anonymously } from './anonymous.ts';
import { foundThing } from './cases.ts';
import { lastMoment } from './election.ts';
import { claimInput, claimRight, fileClaim } from './file-claim.ts';
import { fileReport, reportInput, reportThing } from './file-report.ts';
import type { Moderated } from './kinds.ts';
import { ownReportRoutes } from './own-report-routes.ts';
import { type OwnReport, ownReportPath } from './report-key.ts';
import { claimForm, claimThanks, type TypedClaim } from './views/claim.ts';
import { ownReportAddress } from './views/own-report.ts';
import { reportForm, reportThanks, reportTitle, type TypedReport } from './views/report.ts';
import { words } from './words.ts';

/** The thing a form is about; 404 for what isn't there, or can't be seen. */
async function named(visit: Visit, kind: string, id: string): Promise<Moderated> {
  const uuid = parseShortId(id);
  if (!uuid) throw refuseKernel('not-found', { status: 404 });
  return visit.read((db) => foundThing(db, kind, uuid, visit.reader));
}

/** Where somebody who isn't signed in will find the result. */
function addressOf({ hub, lang }: Visit, way: OwnReport['way'], id: string): Html {
  return ownReportAddress(hub.origin, ownReportPath({ hubId: hub.id, way, id }), lang);
}

function reportPage(visit: Visit, thing: Moderated, typed: TypedReport, problem?: Problem): Reply {
  const w = words(visit.lang).report;
  return page(visit, {
    title: reportTitle(typed.kind, visit.lang),
    layout: 'reading',
    indexed: false,
    problem,
    fieldNames: { ground: w.ground, body: w.body, contact: w.contact },
    islands: ['char-counter'],
    breadcrumb: [
      { text: words(visit.lang).guide.title, href: '/moderation/rules' },
      { text: reportTitle(typed.kind, visit.lang) },
    ],
    main: reportForm({
      lang: visit.lang,
      thing,
      typed,
      rules: rulesOf(visit.hub).moderation,
      isKnown: visit.reader !== null,
      problem,
    }),
  });
}

async function newReport(visit: Visit): Promise<Reply> {
  const kind = visit.query('kind');
  const thing = await named(visit, kind, visit.query('id'));
  return reportPage(visit, thing, { kind, ground: '', body: '', contact: '' });
}

async function report(visit: Visit): Promise<Reply> {
  const form = await visit.form();
  const text = (name: string) => form.get(name) ?? '';
  const typed = { kind: text('kind'), ground: text('ground'), body: text('body'), contact: text('contact') };
  const thing = await named(visit, typed.kind, text('id'));
  const again = (problem: Problem) => reportPage(visit, thing, typed, problem);
  const title = words(visit.lang).report.thanks;
  const thanks = (main = reportThanks(visit.lang, typed.kind, thing.path)) =>
    page(visit, { title, layout: 'reading', islands: ['copy-link'], main });
  const input = { ...typed, id: thing.id };
  if (visit.reader) return visit.attempt(reportThing, input, { done: () => thanks(), again });
  return settle(
    visit,
    async () => {
      const parsed = reportInput.safeParse(input);
      if (!parsed.success) throw inputRefusal(parsed.error);
      const filed = await anonymously(visit, (means) => fileReport(means, null, visit.lang, parsed.data));
      const own = addressOf(visit, 'report', filed.reportId);
      return thanks(html`${reportThanks(visit.lang, typed.kind, thing.path)}${own}`);
    },
    again,
  );
}

function claimPage(visit: Visit, kind: string, thing: Moderated, typed: TypedClaim, problem?: Problem): Reply {
  const w = words(visit.lang).claim;
  return page(visit, {
    title: w.title,
    layout: 'reading',
    indexed: false,
    problem,
    fieldNames: {
      right: w.right,
      passage: w.passage,
      why: w.why,
      claimant: w.claimant,
      contact: w.contact,
      relation: w.relation,
    },
    islands: ['char-counter'],
    breadcrumb: [{ text: words(visit.lang).guide.title, href: '/moderation/rules' }, { text: w.title }],
    main: claimForm({ lang: visit.lang, kind, thing, typed, isKnown: visit.reader !== null, problem }),
  });
}

async function newClaim(visit: Visit): Promise<Reply> {
  const kind = visit.query('kind');
  return claimPage(visit, kind, await named(visit, kind, visit.query('id')), {});
}

async function claim(visit: Visit): Promise<Reply> {
  const form = await visit.form();
  const typed = Object.fromEntries([...form.entries()].map(([name, [value]]) => [name, value]));
  const kind = typed.kind ?? '';
  const thing = await named(visit, kind, typed.id ?? '');
  const again = (problem: Problem) => claimPage(visit, kind, thing, typed, problem);
  const rules = rulesOf(visit.hub).moderation;
  const days = typed.isCandidate === 'yes' ? rules.candidateConsentDays : rules.consentDays;
  const main = () => claimThanks(visit.lang, lastMoment(visit.now, days), thing.path);
  const thanks = (own: Html | null = null) =>
    page(visit, {
      title: words(visit.lang).claim.sent,
      layout: 'reading',
      islands: ['copy-link'],
      main: html`${main()}${own}`,
    });
  const input = { ...typed, id: thing.id };
  if (visit.reader) return visit.attempt(claimRight, input, { done: () => thanks(), again });
  return settle(
    visit,
    async () => {
      const parsed = claimInput.safeParse(input);
      if (!parsed.success) throw inputRefusal(parsed.error);
      const caseId = await anonymously(visit, (means) => fileClaim(means, null, visit.lang, parsed.data));
      return thanks(addressOf(visit, 'claim', caseId));
    },
    again,
  );
}

export const reportRoutes: readonly Route[] = [
  ...ownReportRoutes,
  get('/moderation/reports/new', 'public', ['X4'], newReport),
  post('/moderation/reports', 'public', ['X4'], report),
  get('/moderation/claims/new', 'public', ['X4'], newClaim),
  post('/moderation/claims', 'public', ['X4'], claim),
];
