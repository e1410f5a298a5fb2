/** F1.2: what there is to take along, under which licence, and what this site itself is made of. */
import { inBrackets, type Lang } from '#kernel/lang.ts';
import { type Dataset, LICENCE } from '#kernel/open-data.ts';
import { pageHead, section } from '#ui/heading.ts';
import { type Html, html, join } from '#ui/html.ts';
import { list, listItem } from '#ui/list.ts';
import { link } from '#ui/prose.ts';
import { table } from '#ui/table.ts';
import { endingOf, filePaths } from '../catalogue.ts';
import type { Column } from '../columns.ts';
import { words } from '../words.ts';

function fileLinks(dataset: Dataset, lang: Lang): Html {
  const { forms } = words(lang);
  const links = filePaths(dataset).map((path) => link(path, forms[endingOf(path)] ?? endingOf(path)));
  return join(links, '・');
}

/** A list of links of its own page each. */
function links(items: readonly (readonly [string, string])[]): Html {
  return html`<ul>${items.map(([href, text]) => html`<li>${link(href, text)}</li>`)}</ul>`;
}

export function dataPage(datasets: readonly Dataset[], hubName: string, lang: Lang, sourceHref: string): Html {
  const w = words(lang);
  return html`${pageHead({ title: w.title, lead: w.lead })}${section({
    title: w.licence.title,
    children: html`<p>${w.licence.text}</p><p>${w.licence.cite(hubName)}</p><p>${link(LICENCE, w.licence.link)}</p>`,
  })}${section({
    title: w.files.title,
    lead: w.files.lead,
    children: html`${list(
      datasets.map((dataset) => {
        const { title, about } = dataset.words(lang);
        return listItem({
          title,
          href: `/data/${dataset.name}`,
          body: html`<p>${about}</p>`,
          meta: fileLinks(dataset, lang),
        });
      }),
    )}<p>${w.files.perPage}</p>`,
  })}${section({
    title: w.catalogue.heading,
    lead: w.catalogue.lead,
    children: links([
      ['/data/catalogue.jsonld', w.catalogue.jsonld],
      ['/data/catalogue.ttl', w.catalogue.turtle],
      ['/data/datapackage.json', w.catalogue.package],
      ['/data/open-data-list.csv', w.catalogue.national],
      ['/sitemap.xml', w.catalogue.sitemap],
      ['/api', w.catalogue.api],
    ]),
  })}${section({
    title: w.sources.title,
    children: html`<p>${w.sources.design}</p><p><a href="/journal">${w.sources.journal}</a></p><p>${w.sources.software}</p><p>${link(sourceHref, w.sources.source)}</p>`,
  })}`;
}

export function datasetPage(dataset: Dataset, columns: readonly Column[], lang: Lang): Html {
  const w = words(lang);
  const { title, about } = dataset.words(lang);
  const heading = lang === 'en' ? 'en' : 'ja';
  return html`${pageHead({ title, lead: about })}<p>${link(dataset.page, w.dataset.readHere)}</p>${section({
    title: w.dataset.files,
    children: html`<p>${fileLinks(dataset, lang)}</p><p>${link(`/data/${dataset.name}.csv-metadata.json`, w.dataset.csvw)}</p><p>${w.dataset.changes}</p>`,
  })}${section({
    title: w.dataset.columns,
    children: table({
      caption: inBrackets(title, 'CSV', lang),
      captionHidden: true,
      columns: [{ text: w.dataset.heading }, { text: w.dataset.program }, { text: w.dataset.type }],
      rows: columns.map((column) => [column[heading], html`<code>${column.name}</code>`, w.types[column.type]]),
    }),
  })}`;
}
