/** F1.1 One's saved searches, one of them with what it found, the form that saves one, the page that ends its letters. */
import { formWords, onceField } from '#commons/hubs/index.ts';
import { noticeTabs, RHYTHMS } from '#commons/notices/index.ts';
import { kindName, type Question, saidOf } from '#commons/search/index.ts';
import { formatDate, tokyoDate } from '#kernel/dates.ts';
import { shortId } from '#kernel/ids.ts';
import type { Lang } from '#kernel/lang.ts';
import type { Problem } from '#kernel/web/visit.ts';
import { button, linkButton } from '#ui/button.ts';
import { chip } from '#ui/chip.ts';
import { errorAt } from '#ui/error-summary.ts';
import { form, hidden, radioGroup, textField } from '#ui/fields.ts';
import { pageHead, section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { empty, keyValues, list, listItem } from '#ui/list.ts';
import { confirmPanel, outcomePanel } from '#ui/panel.ts';
import type { SavedSearch } from '../queries.ts';
import { type Page, resultsPath } from '../saved-search.ts';
import type { FoundThing } from '../send-finds.ts';
import { words } from '../words.ts';

const between = (lang: Lang) => (lang === 'en' ? ', ' : '・');

/** What it asks, in words. */
export function askedText(question: Question, page: Page, lang: Lang): string {
  const said = saidOf(question, lang);
  const where = words(lang).pages[page];
  return said.length === 0 ? where : `${where}${between(lang)}${said.join(between(lang))}`;
}

export function ownPath(id: string): string {
  return `/saved-searches/${shortId(id)}`;
}

export interface ListedSearch extends SavedSearch {
  asked: string;
}

export function searchesView(lang: Lang, searches: readonly ListedSearch[]): Html {
  const w = words(lang);
  return html`${pageHead({ title: w.title, lead: w.lead })}${noticeTabs('searches', lang)}${
    searches.length === 0
      ? empty({
          title: w.none,
          body: w.noneTry,
          act: html`${linkButton({ href: '/search', text: w.search })}`,
        })
      : list(
          searches.map((one) =>
            listItem({
              title: one.name,
              href: ownPath(one.id),
              level: 2,
              above: chip(one.rhythm === 'off' ? 'no' : 'info', w.rhythms[one.rhythm]),
              body: one.asked,
              meta: lastText(one, lang),
            }),
          ),
        )
  }`;
}

function lastText({ last_found_at: last }: SavedSearch, lang: Lang): string {
  const w = words(lang);
  return last ? w.lastFound(formatDate(tokyoDate(last), lang)) : w.nothingYet;
}

export interface FormProps {
  lang: Lang;
  typed: { name: string; rhythm: string };
  problem?: Problem | undefined;
}

function fields({ lang, typed, problem }: FormProps): Html {
  const w = words(lang);
  const f = formWords(lang);
  const errors = problem?.items ?? [];
  return html`${textField({ name: 'name', label: w.name, hint: w.nameHint, required: true, value: typed.name, error: errorAt(errors, 'name') }, f)}${radioGroup(
    {
      name: 'rhythm',
      label: w.rhythm,
      required: true,
      value: typed.rhythm,
      error: errorAt(errors, 'rhythm'),
      choices: RHYTHMS.map((value) => ({ value, text: w.rhythms[value] })),
    },
    f,
  )}`;
}

export function newView(props: FormProps & { page: Page; query: string; asked: string }): Html {
  const { lang, page, query, asked } = props;
  const w = words(lang);
  return html`${pageHead({ title: w.newTitle, lead: w.newLead })}${keyValues([[w.asked, asked]])}${form({
    action: '/saved-searches',
    children: html`${onceField()}${hidden('page', page)}${hidden('query', query)}${fields(props)}`,
    buttons: html`${button({ text: w.save, tone: 'main', icon: 'bell' })}${linkButton({ href: resultsPath({ page, query }), text: w.cancel })}`,
  })}`;
}

export function searchView(props: FormProps & { search: ListedSearch; found: readonly FoundThing[] }): Html {
  const { lang, search, found } = props;
  const w = words(lang);
  const at = ownPath(search.id);
  return html`${pageHead({
    title: search.name,
    lead: search.asked,
    meta: lastText(search, lang),
    buttons: html`${linkButton({ href: resultsPath(search), text: w.results, icon: 'search' })}`,
  })}${section({
    title: w.found,
    children:
      found.length === 0
        ? html`<p>${w.foundNone}</p>`
        : list(
            found.map((one) =>
              listItem({
                title: one.title || [...one.body].slice(0, 40).join(''),
                href: one.path,
                level: 3,
                above: chip('info', kindName(one.kind, lang), false),
              }),
            ),
          ),
  })}${section({
    title: w.change,
    children: form({
      action: at,
      children: html`${onceField()}${fields(props)}`,
      buttons: html`${button({ text: w.change, tone: 'main' })}${linkButton({ href: `${at}/removal`, text: w.remove, tone: 'quiet' })}`,
    }),
  })}`;
}

export function removalView(lang: Lang, search: SavedSearch): Html {
  const w = words(lang);
  return confirmPanel({
    title: w.remove,
    content: html`<p><strong>${search.name}</strong></p>`,
    consequences: [w.removeLead],
    action: `${ownPath(search.id)}/removal`,
    fields: onceField(),
    confirm: { text: w.remove, tone: 'danger' },
    cancel: { href: ownPath(search.id), text: w.cancel },
  });
}

/** Whoever opens it needn't be signed in. */
export function endView(lang: Lang, name: string, action: string): Html {
  const w = words(lang);
  return html`${pageHead({ title: w.endTitle, lead: w.endLead(name) })}${form({
    action,
    label: w.endTitle,
    children: hidden('end', 'yes'),
    buttons: button({ text: w.end, tone: 'main' }),
  })}`;
}

export function endedView(lang: Lang, name: string): Html {
  const w = words(lang);
  return outcomePanel({
    title: w.ended,
    nextTitle: w.title,
    next: [w.endedLead(name)],
    links: [{ href: '/saved-searches', text: w.title }],
  });
}
