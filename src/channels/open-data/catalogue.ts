/** F1.2, X8: the catalogue of a hub's data after DCAT-AP 3, for the portals that gather such catalogues. Pure. */
import type { Hub } from '#kernel/context.ts';
import type { Dataset } from '#kernel/open-data.ts';
import type { Nameless, Node, Value } from './graph.ts';
import { words } from './words.ts';

const EU = 'http://publications.europa.eu/resource/authority';
const LICENCE = `${EU}/licence/CC_BY_4_0`;

/** Endings of files: what they are called in the lists of IANA and of the EU. */
const FORMATS: Record<string, { media: string; eu: string }> = {
  csv: { media: 'text/csv', eu: 'CSV' },
  json: { media: 'application/json', eu: 'JSON' },
  atom: { media: 'application/atom+xml', eu: 'ATOM' },
  ics: { media: 'text/calendar', eu: 'ICS' },
  geojson: { media: 'application/geo+json', eu: 'GEOJSON' },
};

const LANGUAGES: Value[] = [{ iri: `${EU}/language/JPN` }, { iri: `${EU}/language/ENG` }];

function both(text: (lang: 'ja' | 'en') => string): Value[] {
  return [
    { text: text('ja'), lang: 'ja' },
    { text: text('en'), lang: 'en' },
  ];
}

export function endingOf(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}

/** Paths of the files of a dataset: the two bulk files, and its list in other forms. */
export function filePaths({ name, also }: Pick<Dataset, 'name' | 'also'>): string[] {
  return [`/data/${name}.csv`, `/data/${name}.json`, ...also];
}

type Catalogued = Pick<Dataset, 'name' | 'words' | 'also'>;
type Town = Pick<Hub, 'origin' | 'name' | 'town'>;

export function catalogueOf(datasets: readonly Catalogued[], hub: Town): Node[] {
  const { origin } = hub;
  const publisher: Node = {
    iri: `${origin}/#publisher`,
    a: 'foaf:Agent',
    says: [
      ['foaf:name', ...both((lang) => hub.name[lang])],
      ['foaf:homepage', { iri: `${origin}/` }],
    ],
  };
  const contact: Nameless = {
    a: 'vcard:Organization',
    says: [
      ['vcard:fn', { text: hub.name.ja }],
      ['vcard:hasURL', { iri: `${origin}/reports/new?about=%2Fdata` }],
    ],
  };
  const catalogue: Node = {
    iri: `${origin}/data#catalogue`,
    a: 'dcat:Catalog',
    says: [
      ['dct:title', ...both((lang) => words(lang).catalogue.title(hub.name[lang]))],
      ['dct:description', ...both((lang) => words(lang).lead)],
      ['dct:publisher', { iri: publisher.iri }],
      ['dct:language', ...LANGUAGES],
      ['dct:license', { iri: LICENCE }],
      ['foaf:homepage', { iri: `${origin}/data` }],
      ['dcat:themeTaxonomy', { iri: `${EU}/data-theme` }],
      ['dcat:dataset', ...datasets.map(({ name }) => ({ iri: datasetIri(origin, name) }))],
    ],
  };
  return [
    catalogue,
    publisher,
    ...datasets.flatMap((dataset) => [
      datasetNode(dataset, origin, publisher.iri, contact),
      ...filePaths(dataset).map((path) => distribution(path, dataset.name, origin)),
    ]),
  ];
}

function datasetIri(origin: string, name: string): string {
  return `${origin}/data/${name}#dataset`;
}

function distributionIri(origin: string, path: string): string {
  return `${origin}${path}#distribution`;
}

function datasetNode(dataset: Catalogued, origin: string, publisher: string, contact: Nameless): Node {
  const { name } = dataset;
  return {
    iri: datasetIri(origin, name),
    a: 'dcat:Dataset',
    says: [
      ['dct:identifier', { text: name }],
      ['dct:title', ...both((lang) => dataset.words(lang).title)],
      ['dct:description', ...both((lang) => dataset.words(lang).about)],
      ['dcat:keyword', ...both((lang) => dataset.words(lang).title)],
      ['dcat:theme', { iri: `${EU}/data-theme/GOVE` }],
      ['dct:publisher', { iri: publisher }],
      ['dcat:contactPoint', contact],
      ['dct:accessRights', { iri: `${EU}/access-right/PUBLIC` }],
      ['dct:accrualPeriodicity', { iri: `${EU}/frequency/UPDATE_CONT` }],
      ['dct:language', ...LANGUAGES],
      ['dcat:landingPage', { iri: `${origin}/data/${name}` }],
      ['dcat:distribution', ...filePaths(dataset).map((path) => ({ iri: distributionIri(origin, path) }))],
    ],
  };
}

function distribution(path: string, name: string, origin: string): Node {
  const ending = endingOf(path);
  const { media, eu } = FORMATS[ending]!;
  const address = { iri: origin + path };
  return {
    iri: distributionIri(origin, path),
    a: 'dcat:Distribution',
    says: [
      ['dct:title', { text: eu }],
      ['dcat:accessURL', address],
      ['dcat:downloadURL', address],
      ['dcat:mediaType', { iri: `https://www.iana.org/assignments/media-types/${media}` }],
      ['dct:format', { iri: `${EU}/file-type/${eu}` }],
      ['dct:license', { iri: LICENCE }],
      ...(ending === 'csv' ? [['foaf:page', { iri: `${origin}/data/${name}.csv-metadata.json` }] as const] : []),
    ],
  };
}
