/** X7: the question and what was found: why each matched, how many of which kind, and the same as data. */
import { listPicture } from '#commons/files/index.ts';
import { searchables } from '#commons/happenings/index.ts';
import { formWords, functionWords } from '#commons/hubs/index.ts';
import { formatDate, formatNumber, formatTime, tokyoDate, tokyoDateTime } from '#kernel/dates.ts';
import { type Lang, labelled } from '#kernel/lang.ts';
import { linkButton } from '#ui/button.ts';
import { chip } from '#ui/chip.ts';
import { selectField, textField } from '#ui/fields.ts';
import { filters } from '#ui/filters.ts';
import { pageHead } from '#ui/heading.ts';
import { type Html, html, url } from '#ui/html.ts';
import { empty, list, listHead, listItem } from '#ui/list.ts';
import { pager } from '#ui/pager.ts';
import { time } from '#ui/prose.ts';
import { tabs } from '#ui/tabs.ts';
import { excerpt, marked, wordsAsked } from '../excerpt.ts';
import type { Answer, Hit } from '../find.ts';
import { asksNothing, type Question } from '../look.ts';
import { queryOf } from '../question.ts';
import { activeConditions, bare, kindName, saidOf } from '../said.ts';
import { words } from '../words.ts';
import { districtSelect, fieldSelect, happeningDays } from './filter-fields.ts';
import { shownPieces } from './shown-pieces.ts';

export interface ResultsProps {
  lang: Lang;
  question: Question;
  /** kinds that are found in this town */
  kinds: readonly string[];
  answer: Answer;
  now: Date;
  /** where proposals alone are searched; null: nowhere */
  proposals: string | null;
}

export function results(props: ResultsProps): Html {
  const { lang, question } = props;
  const w = words(lang);
  const said = saidOf(question, lang);
  const isAsked = question.q !== '' || !asksNothing(question);
  const title = question.q
    ? w.titleFor(question.q)
    : said.length > 0
      ? labelled(w.title, said.join(lang === 'en' ? ', ' : '・'), lang)
      : w.title;
  const hint = html`<p class="meta">${w.qHint}</p>`;
  return html`${pageHead({ title, ...(isAsked ? {} : { lead: w.lead }) })}${searchForm(props)}${
    isAsked ? (asksNothing(question) ? empty({ title: w.noLetters }) : found(props)) : hint
  }${props.proposals && html`<p class="meta">${w.proposalsOnly} <a href="${url(props.proposals)}">${w.proposals}</a></p>`}`;
}

function searchForm(props: ResultsProps): Html {
  const { lang, question, kinds } = props;
  const w = words(lang);
  const f = formWords(lang);
  const active = activeConditions(question, lang, (one) => `/search${queryOf(one)}`);
  const narrowing = { lang, question, under: props.answer.under };
  return filters({
    action: '/search',
    label: w.form,
    submit: w.submit,
    fields: textField({ name: 'q', label: w.q, value: question.q, type: 'search', plain: true }, f),
    more: {
      text: w.narrow,
      open: active.length > 0,
      fields: html`${selectField(
        {
          name: 'kind',
          label: w.kind,
          plain: true,
          value: question.kind,
          empty: w.anyKind,
          choices: kinds.map((value) => ({ value, text: kindName(value, lang) })),
        },
        f,
      )}${fieldSelect(narrowing)}${districtSelect(narrowing)}${functionSelect(props)}${happeningDays(narrowing)}${textField({ name: 'from', label: w.from, type: 'date', value: question.from, plain: true }, f)}${textField(
        { name: 'to', label: w.to, type: 'date', value: question.to, plain: true },
        f,
      )}`,
    },
    active,
    reset: { href: `/search${queryOf(bare(question))}`, text: w.reset },
  });
}

/** Functions of the town that have things to be found. */
function functionSelect({ lang, question, kinds }: ResultsProps): Html | null {
  const w = words(lang);
  const names = new Set(kinds.flatMap((kind) => searchables().get(kind)?.function ?? []));
  if (names.size < 2) return null;
  return selectField(
    {
      name: 'function',
      label: w.function,
      plain: true,
      value: question.filter.function,
      empty: w.anyFunction,
      choices: [...names].map((value) => ({ value, text: functionWords(lang).names[value] ?? value })),
    },
    formWords(lang),
  );
}

function found(props: ResultsProps): Html {
  const { lang, question, answer } = props;
  const w = words(lang);
  const query = queryOf(question);
  const said = answer.isExact ? w.count : w.about;
  const asked = wordsAsked(question.q);
  return html`${kindTabs(props)}${listHead({
    count: said(formatNumber(answer.count)),
    data: [
      { href: `/search.json${query}`, text: w.json, type: 'application/json' },
      { href: `/search.atom${query}`, text: w.feed, type: 'application/atom+xml' },
    ],
  })}<p>${linkButton({ text: w.save, href: `/saved-searches/new${queryOf(question, { of: 'search' })}`, icon: 'bell' })}</p>${
    answer.hits.length > 0
      ? list(answer.hits.map((hit) => hitItem(hit, asked, props.now, lang)))
      : answer.next
        ? empty({ title: w.pageEmpty })
        : empty({ title: w.empty(question.q || saidOf(question, lang).join('・')), body: w.emptyTry })
  }${pager({
    label: w.pages,
    ...(question.after ? { previous: { href: `/search${query}`, text: w.first } } : {}),
    ...(answer.next ? { next: { href: `/search${queryOf(question, { after: answer.next })}`, text: w.next } } : {}),
  })}`;
}

/** How many there are of each kind, each a filter; nothing where there is one kind only. */
function kindTabs({ lang, question, kinds, answer }: ResultsProps): Html | null {
  const w = words(lang);
  const held = kinds.filter((kind) => (answer.counts.get(kind) ?? 0) > 0 || kind === question.kind);
  if (held.length < 2 && !question.kind) return null;
  const tab = (kind: string, text: string) => ({
    text,
    href: `/search${queryOf({ ...question, kind })}`,
    current: kind === question.kind,
    ...(kind ? { count: formatNumber(answer.counts.get(kind) ?? 0) } : {}),
  });
  return tabs(w.byKind, [tab('', w.all), ...held.map((kind) => tab(kind, kindName(kind, lang)))]);
}

const BEGINNING = 40;

/** What happens is dated by its day: the next one, else the last; what was published, by that. */
function dayOf({ at, facets: { dates = [], isAllDay } }: Hit, now: Date, lang: Lang): Html {
  const next = dates.find(({ start, end = start }) => end >= now) ?? dates.at(-1);
  const day = formatDate(tokyoDate(next?.start ?? at), lang);
  if (!next || isAllDay) return time({ text: day, datetime: next ? tokyoDate(next.start) : tokyoDateTime(at) });
  return time({ text: `${day} ${formatTime(next.start, lang)}`, datetime: tokyoDateTime(next.start) });
}

function hitItem(hit: Hit, asked: readonly string[], now: Date, lang: Lang): Html {
  const source = searchables().get(hit.kind)!;
  const { place, shownTitle = (title: string) => title } = source;
  const beginning = [...hit.body.replace(/\s+/g, ' ').trim()];
  const title = hit.title
    ? shownTitle(hit.title, lang)
    : beginning.slice(0, BEGINNING).join('') + (beginning.length > BEGINNING ? '…' : '');
  return listItem({
    title: shownPieces(marked(title, asked)),
    href: place({ id: hit.id, title: hit.title, underId: hit.under_id }),
    level: 2,
    above: chip('info', source.word(lang)),
    picture: listPicture(hit.facets.picture, title),
    ...(hit.body && (hit.title || beginning.length > BEGINNING) ? { body: shownPieces(excerpt(hit.body, asked)) } : {}),
    meta: html`${dayOf(hit, now, lang)}${hit.under && html`${lang === 'en' ? ' · ' : '・'}${words(lang).under(hit.under)}`}`,
  });
}

/** The way to the list of proposals, with what was asked. */
export function proposalsLink(q: string): string {
  return q ? `/proposals?${new URLSearchParams({ q })}` : '/proposals';
}
