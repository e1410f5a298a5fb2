/** F1.2, X8: the pages of data in the words of schema.org, by which search engines for data find them. Pure. */
import type { Hub } from '#kernel/context.ts';
import type { Lang } from '#kernel/lang.ts';
import { type Dataset, LICENCE } from '#kernel/open-data.ts';
import { endingOf, filePaths } from './catalogue.ts';
import { columnsOf } from './columns.ts';

type Town = Pick<Hub, 'origin' | 'name'>;

function publisher({ origin, name }: Town, lang: Lang) {
  return { '@type': 'Organization', name: name[lang], url: `${origin}/` };
}

export function catalogueData(datasets: readonly Dataset[], hub: Town): Record<string, unknown> {
  return {
    '@type': 'DataCatalog',
    '@id': `${hub.origin}/data`,
    url: `${hub.origin}/data`,
    name: hub.name.ja,
    license: LICENCE,
    publisher: publisher(hub, 'ja'),
    dataset: datasets.map(({ name }) => ({ '@id': `${hub.origin}/data/${name}` })),
  };
}

export function datasetData(dataset: Dataset, hub: Town, lang: Lang): Record<string, unknown> {
  const { title, about } = dataset.words(lang);
  const url = `${hub.origin}/data/${dataset.name}`;
  return {
    '@type': 'Dataset',
    '@id': url,
    url,
    name: title,
    description: about,
    license: LICENCE,
    isAccessibleForFree: true,
    creator: publisher(hub, lang),
    includedInDataCatalog: { '@id': `${hub.origin}/data` },
    variableMeasured: columnsOf(dataset).map((column) => column[lang === 'en' ? 'en' : 'ja']),
    distribution: filePaths(dataset).map((path) => ({
      '@type': 'DataDownload',
      encodingFormat: endingOf(path),
      contentUrl: hub.origin + path,
    })),
  };
}
