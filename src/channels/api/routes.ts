/** X8: the reference to read, kept like any page. */

import { hubWords, page } from '#commons/hubs/index.ts';
import { labelled } from '#kernel/lang.ts';
import { get, type Route } from '#kernel/module.ts';
import { refuse } from '#kernel/refusal.ts';
import type { Reply } from '#kernel/web/reply.ts';
import type { Visit } from '#kernel/web/visit.ts';
import { apiAreas } from './registry.ts';
import { tokenRoutes } from './token-routes.ts';
import { areaView, problemsView, referenceView } from './views/reference.ts';
import { webhookRoutes } from './webhook-routes.ts';
import { words } from './words.ts';

async function reference(visit: Visit): Promise<Reply> {
  visit.tag('hub');
  const { title, lead } = words(visit.lang).reference;
  return page(visit, { title, description: lead, main: referenceView(visit.lang, visit.hub, apiAreas()) });
}

async function area(visit: Visit): Promise<Reply> {
  const found = apiAreas().find(({ name, operations }) => name === visit.params.name && operations.length > 0);
  if (!found) throw refuse('not-found', { status: 404 });
  visit.tag('hub');
  const { title } = words(visit.lang).reference;
  return page(visit, {
    title: labelled(found.name, title, visit.lang),
    breadcrumb: [{ text: title, href: '/api' }, { text: found.name }],
    main: areaView(visit.lang, found),
  });
}

async function problems(visit: Visit): Promise<Reply> {
  visit.tag('hub');
  const { title, problems: name } = words(visit.lang).reference;
  return page(visit, {
    title: name,
    breadcrumb: [{ text: title, href: '/api' }, { text: name }],
    main: problemsView(visit.lang, apiAreas(), hubWords(visit.lang).refusals),
  });
}

const kept = { cached: true, framed: true } as const;

export const routes: readonly Route[] = [
  get('/api', 'public', ['X8'], reference, kept),
  get('/api/areas/:name', 'public', ['X8'], area, kept),
  get('/api/problems', 'public', ['X8'], problems, kept),
  ...tokenRoutes,
  ...webhookRoutes,
];
