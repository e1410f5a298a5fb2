/** F10.3 Reading the policy tree. */

import { type Cell, csvReply, jsonReply } from '#channels/open-data/csv.ts';
import { page } from '#commons/hubs/index.ts';
import { followPart } from '#commons/notices/index.ts';
import { camelled } from '#kernel/api.ts';
import type { Told } from '#kernel/described.ts';
import { isUuid, parseRef, shortId } from '#kernel/ids.ts';
import { get, type Route } from '#kernel/module.ts';
import { refuse } from '#kernel/refusal.ts';
import type { Reply } from '#kernel/web/reply.ts';
import type { Visit } from '#kernel/web/visit.ts';
import { html } from '#ui/html.ts';
import { answersOfPolicies } from '../answers/index.ts';
import type { POLICY } from './api.ts';
import { policyRows, proposalsOfPolicies } from './queries.ts';
import { flattened, type PolicyNode, pathTo, policyTree } from './tree.ts';
import { policyHead, policyPage } from './views/show.ts';
import { policyHref, treePage } from './views/tree.ts';
import { words } from './words.ts';

const PAGE_SIZE = 20;

async function tree(visit: Visit): Promise<PolicyNode[]> {
  return policyTree(await visit.read((db) => policyRows(db)));
}

async function listPage(visit: Visit): Promise<Reply> {
  visit.tag('policies', 'proposals', 'answers');
  const w = words(visit.lang);
  return page(visit, {
    title: w.title,
    description: w.lead,
    place: 'policies',
    main: treePage(await tree(visit), visit.lang),
    dataLinks: [
      { href: '/policies.csv', text: 'CSV', type: 'text/csv' },
      { href: '/policies.json', text: 'JSON', type: 'application/json' },
    ],
  });
}

async function showPage(visit: Visit): Promise<Reply> {
  const roots = await tree(visit);
  const path = pathTo(roots, parseRef(visit.params.ref ?? '') ?? '');
  const node = path.at(-1);
  if (!node) throw refuse('not-found', { status: 404 });
  const { lang } = visit;
  const ids = flattened([node]).map((one) => one.id);
  const before = { proposals: keyIn(visit, 'proposals'), answers: keyIn(visit, 'answers') };
  const [tied, answered] = await visit.read((db) =>
    Promise.all([
      proposalsOfPolicies(db, ids, before.proposals, PAGE_SIZE),
      answersOfPolicies(db, ids, before.answers, PAGE_SIZE),
    ]),
  );
  visit.tag('policies', 'proposals', 'answers', ...ids.map((id) => `policy:${id}`));
  return page(visit, {
    title: node.title,
    description: node.about,
    place: 'policies',
    breadcrumb: [
      { text: words(lang).title, href: '/policies' },
      ...path.slice(0, -1).map((one) => ({ text: one.title, href: policyHref(one) })),
      { text: node.title },
    ],
    head: html`${policyHead(node, lang)}${followPart(visit, { kind: 'policy', id: node.id, title: node.title })}`,
    main: policyPage({ lang, path, node, before, ...named(tied, answered) }),
    responsible: node.division_name ?? undefined,
  });
}

function named(
  tied: Awaited<ReturnType<typeof proposalsOfPolicies>>,
  answered: Awaited<ReturnType<typeof answersOfPolicies>>,
) {
  return { proposals: tied.proposals, moreProposals: tied.more, answers: answered.answers, moreAnswers: answered.more };
}

function keyIn(visit: Visit, name: string): string | null {
  const value = visit.query(name);
  return isUuid(value) ? value : null;
}

async function csv(visit: Visit): Promise<Reply> {
  const nodes = flattened(await tree(visit));
  const codes = new Map(nodes.map((node) => [node.id, node.code]));
  const w = words(visit.lang);
  async function* rows(): AsyncGenerator<Cell[][]> {
    yield nodes.map((node) => [
      shortId(node.id),
      node.code,
      w.kinds[node.kind],
      codes.get(node.parent_id ?? ''),
      node.title,
      node.about,
      node.division_name,
      node.proposals,
      node.answers,
      visit.hub.origin + encodeURI(policyHref(node)),
    ]);
  }
  return csvReply('policies.csv', w.csvColumns, rows());
}

async function json(visit: Visit): Promise<Reply> {
  const nodes = flattened(await tree(visit));
  async function* items() {
    yield nodes.map(
      ({ children: _, total, ...node }): Told<typeof POLICY> => ({
        ...camelled(node),
        total,
        url: visit.hub.origin + encodeURI(policyHref(node)),
      }),
    );
  }
  return jsonReply({ kind: 'policies' }, items());
}

export const routes: readonly Route[] = [
  get('/policies', 'public', ['F10.3'], listPage, { cached: true, framed: true }),
  get('/policies.csv', 'public', ['F10.3'], csv),
  get('/policies.json', 'public', ['F10.3'], json),
  get('/policies/:ref', 'public', ['F10.3', 'F9.8'], showPage, { cached: true, framed: true }),
];
