/** F9.9 Reading plans: the list, a plan, its stages with what is said in them, versions, figures. */
import { discussionSection } from '#commons/discussion/index.ts';
import { page, personalIn } from '#commons/hubs/index.ts';
import { followPart, thingFeedLink } from '#commons/notices/index.ts';
import { endOfTokyoDay, tokyoDate } from '#kernel/dates.ts';
import { get, type Route } from '#kernel/module.ts';
import { movedTo, type Reply } from '#kernel/web/reply.ts';
import type { Visit } from '#kernel/web/visit.ts';
import { linkButton } from '#ui/button.ts';
import { html } from '#ui/html.ts';
import { meetingsOnDebate, meetingsOnDebates } from '../meetings/index.ts';
import { policyChoices } from '../policies/index.ts';
import { planHref, stageHref } from './addresses.ts';
import { stageWork, workOfStage } from './answer-queries.ts';
import { answerRoutes } from './answer-routes.ts';
import { commentRoutes } from './comment-routes.ts';
import { divisionFigures } from './early.ts';
import { exportRoutes } from './export-routes.ts';
import { figuredPlans } from './figure-queries.ts';
import { leadRoutes } from './lead-routes.ts';
import { notFound } from './limits.ts';
import { filterOf } from './list-filter.ts';
import { listedPlans, planningBodies } from './list-queries.ts';
import { paperRoutes } from './paper-routes.ts';
import { planOfStage, planVersions, shownPlan } from './queries.ts';
import { mayPost } from './rules.ts';
import { figuresPage } from './views/figures.ts';
import { planList, queryOf } from './views/list.ts';
import { planActs, planAside, planBody, planHead } from './views/show.ts';
import { stageActs, stageBody, stageHead } from './views/stage.ts';
import { versionsPage } from './views/versions.ts';
import { idIn, keep, openedStage, planIn, planPage } from './visiting.ts';
import { words } from './words.ts';

async function listPage(visit: Visit): Promise<Reply> {
  const { lang, now } = visit;
  const filter = filterOf(visit);
  const [listed, bodies, policies] = await visit.read((db) =>
    Promise.all([listedPlans(db, filter, now), planningBodies(db), policyChoices(db)]),
  );
  visit.tag('plans', 'policies');
  visit.expiresAt(endOfTokyoDay(tokyoDate(now)));
  for (const { open_until } of listed.plans) if (open_until && open_until > now) visit.expiresAt(open_until);
  const w = words(lang).list;
  const post = personalIn(visit).shared(
    ({ reader }) => mayPost(reader) === null,
    (may) => may && linkButton({ text: w.post, href: '/plans/new', tone: 'main', icon: 'edit' }),
  );
  return page(visit, {
    title: w.title,
    description: w.lead,
    place: 'plans',
    main: planList({ lang, now, filter, bodies, policies, post, ...listed }),
    dataLinks: [{ href: `/plans.atom${queryOf(filter)}`, text: 'Atom', type: 'application/atom+xml' }],
  });
}

async function showPage(visit: Visit): Promise<Reply> {
  const id = idIn(visit);
  const { lang, now } = visit;
  const [plan, work] = await visit.read((db) => Promise.all([shownPlan(db, id), stageWork(db, id)]));
  if (!plan) throw notFound();
  const at = planHref(plan);
  if (decodeURI(visit.url.pathname) !== at) return movedTo(encodeURI(at) + visit.url.search);
  keep(visit, plan);
  const begun = plan.stages.filter((one) => one.began_at !== null).map((one) => one.id);
  const isUnderWay = plan.decided_at === null && plan.ended_at === null;
  const open = isUnderWay ? (plan.stages.findLast((one) => one.began_at !== null)?.id ?? null) : null;
  const meetings = await visit.read((db) => meetingsOnDebates(visit, db, begun, open));
  return page(visit, {
    title: plan.title,
    description: plan.about.slice(0, 120),
    place: 'plans',
    breadcrumb: [{ text: words(lang).list.title, href: '/plans' }, { text: plan.title }],
    head: html`${planHead(plan, now, lang)}${followPart(visit, { kind: 'plan', id, title: plan.title })}`,
    now: planActs(plan, now, personalIn(visit), lang),
    main: planBody({ lang, now, plan, work, meetings }),
    aside: planAside(plan, lang),
    responsible: plan.actor_name,
    proof: { kind: 'plan', id },
    dataLinks: [thingFeedLink('plan', id, lang)],
  });
}

async function stagePage(visit: Visit): Promise<Reply> {
  const id = idIn(visit);
  const { lang, now } = visit;
  const [plan, work, discussion, meetings] = await visit.read((db) =>
    Promise.all([
      planOfStage(db, id),
      workOfStage(db, id),
      discussionSection(visit, db, { debateId: id }),
      meetingsOnDebate(visit, db, id),
    ]),
  );
  const stage = openedStage(plan, id);
  const at = stageHref(id);
  if (visit.url.pathname !== at) return movedTo(at + visit.url.search);
  keep(visit, plan!);
  const props = { lang, now, plan: plan!, stage, work };
  const debate = discussion.opened ? `/debates${at.slice('/plan-stages'.length)}` : null;
  return planPage(visit, plan!, words(lang).stages[stage.stage], {
    head: stageHead(props),
    now: stageActs(props, personalIn(visit)),
    main: html`${stageBody({ ...props, discussion: discussion.main })}${stage.stage !== 'decision' && meetings(true)}`,
    islands: discussion.islands,
    dataLinks: debate
      ? [
          { href: `${debate}/opinions.csv`, text: 'CSV', type: 'text/csv' },
          { href: `${debate}/opinions.json`, text: 'JSON', type: 'application/json' },
        ]
      : [],
  });
}

async function versions(visit: Visit): Promise<Reply> {
  const plan = await planIn(visit);
  const all = await visit.read((db) => planVersions(db, plan.id));
  keep(visit, plan);
  return planPage(visit, plan, words(visit.lang).versions.title, {
    main: versionsPage(plan, all, Number(visit.query('version')) || plan.version, visit.lang),
  });
}

async function figures(visit: Visit): Promise<Reply> {
  const { lang } = visit;
  const plans = await visit.read((db) => figuredPlans(db));
  visit.tag('plans');
  const w = words(lang);
  return page(visit, {
    title: w.figures.title,
    description: w.figures.lead,
    place: 'plans',
    breadcrumb: [{ text: w.list.title, href: '/plans' }, { text: w.figures.title }],
    main: figuresPage({ lang, plans, divisions: divisionFigures(plans) }),
  });
}

export const routes: readonly Route[] = [
  get('/plans', 'public', ['F9.9'], listPage, { cached: true, framed: true }),
  get('/plans/figures', 'public', ['F9.9'], figures, { cached: true, framed: true }),
  get('/plans/:ref', 'public', ['F9.9'], showPage, { cached: true, framed: true }),
  get('/plans/:ref/versions', 'public', ['F9.9'], versions, { cached: true, framed: true }),
  get('/plan-stages/:ref', 'public', ['F9.9', 'F9.2'], stagePage, { cached: true, framed: true }),
  ...leadRoutes,
  ...paperRoutes,
  ...answerRoutes,
  ...commentRoutes,
  ...exportRoutes,
];
