/** X8: what stands in the columns, for programs: CSV on the Web (W3C), and Table Schema in a Data Package (Frictionless). Pure. */
import type { Hub } from '#kernel/context.ts';
import { type CellType, type Dataset, LICENCE } from '#kernel/open-data.ts';
import { type Column, columnsOf } from './columns.ts';

type Described = Pick<Dataset, 'name' | 'words' | 'columns' | 'types' | 'page'>;

const CSVW: Record<CellType, unknown> = {
  text: 'string',
  integer: 'integer',
  number: 'number',
  flag: 'boolean',
  day: 'date',
  moment: 'dateTime',
  minute: { base: 'dateTime', format: 'yyyy-MM-ddTHH:mmXXX' },
  address: 'anyURI',
};

const TABLE_SCHEMA: Record<CellType, Record<string, string>> = {
  text: { type: 'string' },
  integer: { type: 'integer' },
  number: { type: 'number' },
  flag: { type: 'boolean' },
  day: { type: 'date' },
  moment: { type: 'datetime', format: 'any' },
  minute: { type: 'datetime', format: 'any' },
  address: { type: 'string', format: 'uri' },
};

/** The metadata document beside a CSV (Metadata Vocabulary for Tabular Data). */
export function csvwOf(dataset: Described, hub: Pick<Hub, 'origin'>) {
  const { ja, en } = { ja: dataset.words('ja'), en: dataset.words('en') };
  const { origin } = hub;
  return {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'ja' }],
    url: `${origin}/data/${dataset.name}.csv`,
    'dc:title': [
      { '@value': ja.title, '@language': 'ja' },
      { '@value': en.title, '@language': 'en' },
    ],
    'dc:description': [
      { '@value': ja.about, '@language': 'ja' },
      { '@value': en.about, '@language': 'en' },
    ],
    'dc:license': { '@id': LICENCE },
    dialect: { encoding: 'utf-8', header: true, lineTerminators: ['\r\n', '\n'] },
    tableSchema: {
      columns: columnsOf(dataset).map(({ name, ja: heading, en: english, type }) => ({
        name,
        titles: { ja: [heading], en: [english] },
        datatype: CSVW[type],
      })),
    },
  };
}

function field({ ja, en, type }: Column) {
  return { name: ja, title: en, ...TABLE_SCHEMA[type] };
}

/** All files of a hub as one Data Package, at `pathOf` their names. Its fields are called as the Japanese file heads them. */
export function dataPackageOf(
  datasets: readonly Described[],
  hub: Pick<Hub, 'origin' | 'name' | 'key'>,
  pathOf = (name: string) => `${hub.origin}/data/${name}.csv?lang=ja`,
) {
  return {
    profile: 'tabular-data-package',
    name: hub.key.toLowerCase().replace(/[^a-z0-9._-]+/g, '-'),
    title: hub.name.ja,
    homepage: `${hub.origin}/data`,
    licenses: [{ name: 'CC-BY-4.0', path: LICENCE, title: 'Creative Commons Attribution 4.0' }],
    resources: datasets.map((dataset) => ({
      profile: 'tabular-data-resource',
      name: dataset.name,
      path: pathOf(dataset.name),
      title: dataset.words('ja').title,
      description: dataset.words('ja').about,
      format: 'csv',
      mediatype: 'text/csv',
      encoding: 'utf-8',
      schema: { fields: columnsOf(dataset).map(field) },
    })),
  };
}
