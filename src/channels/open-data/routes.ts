/** F1.2, X8: the page of all data, the files, what describes them. */
import { page } from '#commons/hubs/index.ts';
import { get, type Route } from '#kernel/module.ts';
import { type Dataset, LICENCE } from '#kernel/open-data.ts';
import { refuse } from '#kernel/refusal.ts';
import { type Reply, text } from '#kernel/web/reply.ts';
import type { Visit } from '#kernel/web/visit.ts';
import { catalogueOf } from './catalogue.ts';
import { columnsOf } from './columns.ts';
import { csvReply } from './csv.ts';
import { csvwOf, dataPackageOf } from './described-table.ts';
import { jsonLdOf, turtleOf } from './graph.ts';
import { catalogueData, datasetData } from './linked-data.ts';
import { NATIONAL_LIST, nationalRows } from './national-list.ts';
import { datasetsOf } from './registry.ts';
import { sitemapRoutes } from './sitemap.ts';
import { sourceRoutes } from './source.ts';
import { unlessUnchanged } from './unless-unchanged.ts';
import { dataPage, datasetPage } from './views/data.ts';
import { words } from './words.ts';

async function overview(visit: Visit): Promise<Reply> {
  const { hub, lang } = visit;
  visit.tag('hub');
  const { title, lead } = words(lang);
  return page(visit, {
    title,
    description: lead,
    layout: 'reading',
    breadcrumb: [{ text: title }],
    about: catalogueData(datasetsOf(hub), hub),
    main: dataPage(datasetsOf(hub), `${hub.name[lang]} ${hub.tagline[lang]}`, lang, '/source.zip'),
  });
}

/** `proposals`: its page; `proposals.csv`, `.json`: the file; `proposals.csv-metadata.json`: what stands in it. */
async function ofDataset(visit: Visit): Promise<Reply> {
  const [, name, ending] = /^([a-z-]+?)(\.csv|\.json|\.csv-metadata\.json)?$/.exec(visit.params.name ?? '') ?? [];
  const dataset = datasetsOf(visit.hub).find((one) => one.name === name);
  if (!dataset) throw refuse('not-found', { status: 404 });
  if (ending === '.csv') return csvFile(visit, dataset);
  if (ending === '.json')
    return unlessUnchanged(visit, dataset, () => dataset.json(whole(visit, dataset)), aboutPage(visit, dataset));
  if (ending)
    return described(
      visit,
      JSON.stringify(csvwOf(dataset, visit.hub), null, 1),
      'application/csvm+json; charset=utf-8',
    );
  return descriptionPage(visit, dataset);
}

/** A whole file stays whole, whatever its address asks for besides. */
function whole(visit: Visit, { asked = '' }: Dataset): Visit {
  visit.url.search = asked;
  return visit;
}

function aboutPage({ hub }: Visit, { name }: Dataset): string[] {
  return [`<${hub.origin}/data/${name}>; rel="about"`];
}

function csvFile(visit: Visit, dataset: Dataset): Promise<Reply> {
  const address = `${visit.hub.origin}/data/${dataset.name}.csv-metadata.json`;
  return unlessUnchanged(visit, dataset, () => dataset.csv(whole(visit, dataset)), [
    `<${address}>; rel="describedby"; type="application/csvm+json"`,
    ...aboutPage(visit, dataset),
  ]);
}

function descriptionPage(visit: Visit, dataset: Dataset): Reply {
  const { lang } = visit;
  const { title, about } = dataset.words(lang);
  visit.tag('hub');
  return page(visit, {
    title,
    description: about,
    layout: 'reading',
    breadcrumb: [{ text: words(lang).title, href: '/data' }, { text: title }],
    about: datasetData(dataset, visit.hub, lang),
    main: datasetPage(dataset, columnsOf(dataset), lang),
  });
}

/** Descriptions change with the rules of the hub and with the program only. */
function described(visit: Visit, body: string, type: string): Reply {
  visit.tag('hub');
  const reply = text(body, type);
  Object.assign(reply.headers, { 'access-control-allow-origin': '*', link: `<${LICENCE}>; rel="license"` });
  return reply;
}

async function jsonLd(visit: Visit): Promise<Reply> {
  const nodes = catalogueOf(datasetsOf(visit.hub), visit.hub);
  return described(visit, JSON.stringify(jsonLdOf(nodes), null, 1), 'application/ld+json; charset=utf-8');
}

async function turtle(visit: Visit): Promise<Reply> {
  const nodes = catalogueOf(datasetsOf(visit.hub), visit.hub);
  return described(visit, turtleOf(nodes), 'text/turtle; charset=utf-8');
}

async function dataPackage(visit: Visit): Promise<Reply> {
  const description = dataPackageOf(datasetsOf(visit.hub), visit.hub);
  return described(visit, JSON.stringify(description, null, 1), 'application/json; charset=utf-8');
}

async function nationalList(visit: Visit): Promise<Reply> {
  async function* rows() {
    yield nationalRows(datasetsOf(visit.hub), visit.hub);
  }
  return unlessUnchanged(visit, null, async () => csvReply('open-data-list.csv', NATIONAL_LIST, rows()));
}

const kept = { cached: true, framed: true } as const;

export const routes: readonly Route[] = [
  get('/data', 'public', ['F1.2', 'X8'], overview, kept),
  get('/data/catalogue.jsonld', 'public', ['F1.2', 'X8'], jsonLd, { cached: true }),
  get('/data/catalogue.ttl', 'public', ['F1.2', 'X8'], turtle, { cached: true }),
  get('/data/datapackage.json', 'public', ['F1.2', 'X8'], dataPackage, { cached: true }),
  get('/data/open-data-list.csv', 'public', ['F1.2', 'X8'], nationalList),
  get('/data/:name', 'public', ['F1.2', 'X8'], ofDataset, { cached: true }),
  ...sitemapRoutes,
  ...sourceRoutes,
];
