/** P9: the rules of a hub: to read, to compare, to change by a recorded decision. */
import { formatDate, tokyoDate } from '#kernel/dates.ts';
import { get, post, type Route } from '#kernel/module.ts';
import { refuse } from '#kernel/refusal.ts';
import { json, type Reply } from '#kernel/web/reply.ts';
import type { Problem, Visit } from '#kernel/web/visit.ts';
import { hidden } from '#ui/fields.ts';
import { html } from '#ui/html.ts';
import { nowBox } from '#ui/now-box.ts';
import { decideRules, valuesRefusal } from './decide-rules.ts';
import { decisionRefusal, mayDecide } from './decision.ts';
import { onceField, page } from './page.ts';
import { personalIn } from './personal.ts';
import { inFormOrder } from './rule-fields.ts';
import { leavesOf, typedValues } from './rule-leaves.ts';
import { ELECTION_PARTS, electionField, electionRows } from './rule-lists.ts';
import { type DecidedRules, ruleVersions } from './rule-queries.ts';
import { ruleGroup, ruleName } from './rule-values.ts';
import { ruleWords } from './rule-words.ts';
import type { HubRules } from './rules.ts';
import { leadsSecretariat } from './secretariat.ts';
import { isOpen } from './town-functions.ts';
import { townWords } from './town-words.ts';
import { wholeRules } from './undecided-rules.ts';
import { decisionFieldNames, type Typed } from './views/decision-fields.ts';
import { ruleForm } from './views/rule-form.ts';
import { comparisonMain, rulesHead, rulesMain, versionMain } from './views/rules.ts';

const DATA = [{ href: '/rules.json', text: 'JSON', type: 'application/json' as const }];

async function rulesPage(visit: Visit): Promise<Reply> {
  const versions = await readVersions(visit);
  const { lang, hub } = visit;
  const w = ruleWords(lang);
  visit.tag('rules');
  const latest = versions.at(-1)!;
  const { each } = personalIn(visit);
  const proposing = isOpen(hub, 'participation')
    ? [
        {
          text: w.propose,
          action: '/proposal-drafts',
          note: w.proposeNote,
          fields: html`${hidden('title', w.proposalTitle)}${hidden('problem', w.proposalProblem(String(latest.version)))}`,
        },
      ]
    : [];
  const compare = versions.length > 1 ? [{ text: w.compare, href: '/rules/comparison' }] : [];
  const town = { text: townWords(lang).title, href: '/town' };
  const change = { text: w.change, href: '/rules/new', note: w.changeNote };
  return page(visit, {
    title: w.title,
    description: w.lead,
    breadcrumb: [{ text: w.title }],
    head: rulesHead(latest, lang),
    now: each(
      ({ reader }) => leadsSecretariat({ hub, reader }),
      (leads) => nowBox({ title: w.todo, acts: [...proposing, ...compare, ...(leads ? [change, town] : [])] }),
    ),
    main: rulesMain(versions, lang),
    dataLinks: DATA,
    proof: { kind: 'rules', id: latest.id },
  });
}

async function readVersions(visit: Visit): Promise<DecidedRules[]> {
  const versions = await visit.read(ruleVersions);
  if (versions.length === 0) throw refuse('not-found', { status: 404 });
  return versions;
}

async function versionPage(visit: Visit): Promise<Reply> {
  const versions = await readVersions(visit);
  const at = versions.findIndex((one) => String(one.version) === visit.params.version);
  const version = versions[at];
  if (!version) throw refuse('not-found', { status: 404 });
  const { lang } = visit;
  const w = ruleWords(lang);
  visit.tag('rules');
  const title = w.page.title(String(version.version));
  return page(visit, {
    title,
    breadcrumb: [{ text: w.title, href: '/rules' }, { text: title }],
    head: html`<h1>${title}</h1><p class="lead">${formatDate(tokyoDate(version.decided_at), lang)}</p><p>${w.page.from}</p>`,
    main: versionMain(version, versions[at - 1] ?? null, lang),
    dataLinks: DATA,
    proof: { kind: 'rules', id: version.id },
  });
}

async function comparison(visit: Visit): Promise<Reply> {
  const versions = await readVersions(visit);
  const pick = (name: string) => versions.find((one) => String(one.version) === visit.query(name));
  const to = pick('to') ?? versions.at(-1)!;
  const from = pick('from') ?? versions[versions.indexOf(to) - 1] ?? to;
  const w = ruleWords(visit.lang);
  visit.tag('rules');
  return page(visit, {
    title: w.comparison.title,
    breadcrumb: [{ text: w.title, href: '/rules' }, { text: w.comparison.title }],
    main: comparisonMain(versions, { from, to }, visit.lang),
    dataLinks: DATA,
  });
}

async function allAsJson(visit: Visit): Promise<Reply> {
  const versions = await visit.read(ruleVersions);
  return json({
    licence: 'CC BY 4.0',
    inForce: versions.at(-1)?.version ?? null,
    versions: versions.map(({ id, version, rules, ...decided }) => ({
      id,
      version,
      url: `${visit.hub.origin}/rules/${version}`,
      recordedAt: decided.decided_at,
      recordedBy: decided.actor_name,
      reason: decided.reason,
      decision: { document: decided.decision, by: decided.decided_by, on: decided.decided_on, link: decided.link },
      rules,
    })),
  });
}

async function changeForm(visit: Visit, typed: Typed = {}, problem?: Problem): Promise<Reply> {
  const no = mayDecide({ hub: visit.hub, reader: visit.signedIn });
  if (no === 'secretariat-only') throw refuse('not-found', { status: 404 });
  const latest = (await readVersions(visit)).at(-1)!;
  const { lang } = visit;
  const w = ruleWords(lang);
  return page(visit, {
    title: w.form.title,
    layout: 'reading',
    indexed: false,
    breadcrumb: [{ text: w.title, href: '/rules' }, { text: w.form.title }],
    problem,
    fieldNames: { ...decisionFieldNames(lang), ...ruleNames(latest, visit) },
    islands: ['char-counter'],
    main: ruleForm({
      lang,
      rules: wholeRules(latest.rules),
      version: latest.version,
      typed,
      problem,
      today: tokyoDate(visit.now),
      mayAct: no === null,
      once: onceField(),
    }),
  });
}

function ruleNames({ rules }: DecidedRules, { lang }: Visit): Record<string, string> {
  const whole = wholeRules(rules);
  const w = ruleWords(lang).form.election;
  const names = [...leavesOf(whole).keys()].map((path) => [
    path,
    `${ruleWords(lang).groups[ruleGroup(path, lang)]} ${ruleName(path, lang)}`,
  ]);
  const rows = electionRows(whole.moderation.elections, {}).flatMap((_, row) =>
    ELECTION_PARTS.map((part) => [electionField(row, part), `${w.row(String(row + 1))} ${w[part]}`]),
  );
  return Object.fromEntries([...names, ...rows]);
}

async function change(visit: Visit): Promise<Reply> {
  const typed = Object.fromEntries(
    Object.entries((await visit.form()).toObject()).map(([name, value]) => [name, [value].flat().join('\n')]),
  );
  const values = typedValues(visit.hub.rules as HubRules, typed);
  return visit.attempt(
    decideRules,
    { ...typed, values },
    {
      done: ({ version }) => `/rules/${version}?done=recorded`,
      again: (problem) => changeForm(visit, typed, withEveryMistake(visit, typed, values, problem)),
    },
  );
}

/** One try shows everything that is wrong, in the decision and in the values: the act itself stops at the first kind it meets. */
function withEveryMistake(visit: Visit, typed: Typed, values: Record<string, string>, problem: Problem): Problem {
  if (problem.status !== 422) return problem;
  const refusals = [decisionRefusal(typed, visit.now), valuesRefusal(visit.hub.rules as HubRules, values)];
  const items = refusals.flatMap((refusal) => (refusal ? visit.problem(refusal).items : []));
  const inOrder = inFormOrder(items, wholeRules(visit.hub.rules as HubRules), visit.lang);
  return items.length > 0 ? { ...problem, items: inOrder } : problem;
}

export const ruleRoutes: readonly Route[] = [
  get('/rules', 'public', ['P9'], rulesPage, { cached: true, framed: true }),
  get('/rules.json', 'public', ['P9'], allAsJson),
  get('/rules/comparison', 'public', ['P9'], comparison, { cached: true, framed: true }),
  get('/rules/new', 'person', ['P9'], (visit) => changeForm(visit)),
  get('/rules/:version', 'public', ['P9'], versionPage, { cached: true, framed: true }),
  post('/rules', 'person', ['P9'], change),
];
