/** X13: the page that lists where a person's own name was asked for. */
import { onceField } from '#commons/hubs/index.ts';
import { formatDate, tokyoDate } from '#kernel/dates.ts';
import type { Lang } from '#kernel/lang.ts';
import { actButton } from '#ui/button.ts';
import { hidden } from '#ui/fields.ts';
import { pageHead } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { empty, list, listItem } from '#ui/list.ts';
import type { ListedName } from '../given-names.ts';
import { nameWords } from '../name-words.ts';

export function givenNamesView(lang: Lang, names: readonly ListedName[]): Html {
  const w = nameWords(lang);
  return html`${pageHead({ title: w.title, lead: w.lead })}${
    names.length === 0 ? empty({ title: w.none }) : list(names.map((one) => item(one, lang)))
  }`;
}

function item(one: ListedName, lang: Lang): Html {
  const w = nameWords(lang);
  const day = (at: Date) => formatDate(tokyoDate(at), lang, 'short');
  return listItem({
    title: one.what,
    level: 2,
    href: one.href,
    body: w.written(one.name),
    meta: `${day(one.at)}・${one.mayForget ? w.over : one.until ? w.until(formatDate(tokyoDate(one.until), lang)) : w.needed}`,
    ...(one.mayForget
      ? {
          side: actButton({
            action: '/account/names/removal',
            fields: html`${onceField()}${hidden('module', one.module)}${hidden('id', one.id)}`,
            text: w.forget,
            small: true,
          }),
        }
      : {}),
  });
}
