/** F1.2: the files as the country's recommended list of open data (推奨データセット, オープンデータ一覧) names them. */
import type { Hub } from '#kernel/context.ts';
import type { Dataset } from '#kernel/open-data.ts';
import { endingOf, filePaths } from './catalogue.ts';
import type { Cell } from './csv.ts';
import { NATIONAL_LIST } from './national-columns-words.ts';
import { words } from './words.ts';

export { NATIONAL_LIST };

/** Empty where a town doesn't say it: its code, and days nobody wrote down. */
export function nationalRows(
  datasets: readonly Pick<Dataset, 'name' | 'words' | 'also'>[],
  hub: Pick<Hub, 'origin' | 'town'>,
): Cell[][] {
  const w = words('ja').national;
  return datasets.map((dataset, at) => {
    const { title, about } = dataset.words('ja');
    const formats = filePaths(dataset).map((path) => endingOf(path).toUpperCase());
    return [
      '',
      at + 1,
      '',
      hub.town.ja,
      title,
      about,
      formats.join(';'),
      w.category,
      w.frequency,
      `${hub.origin}/data/${dataset.name}`,
      w.hasApi,
      'CC BY 4.0',
      '',
      '',
      '',
    ];
  });
}
