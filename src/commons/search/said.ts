/** F1.1, X7: what a question asks, in words: for the conditions above a list, for saved searches and their letters. */
import { searchables } from '#commons/happenings/index.ts';
import { functionWords } from '#commons/hubs/index.ts';
import { formatDate } from '#kernel/dates.ts';
import type { Lang } from '#kernel/lang.ts';
import { facetWords } from './facet-words.ts';
import { type Filter, NO_FILTER } from './filter.ts';
import type { Question } from './look.ts';
import { words } from './words.ts';

export const kindName = (kind: string, lang: Lang): string => searchables().get(kind)?.word(lang) ?? kind;

type Asked = Pick<Question, 'q' | 'kind' | 'from' | 'to' | 'filter'>;

/** One condition in words, and the question without it. */
export interface Condition {
  text: string;
  without: Asked;
}

/** Every condition beside the words. */
export function conditionsOf(question: Asked, lang: Lang): Condition[] {
  const w = words(lang);
  const names = facetWords(lang);
  const { kind, from, to, filter } = question;
  const day = (text: string) => formatDate(text, lang);
  const less = (change: Partial<Filter>): Asked => ({ ...question, filter: { ...filter, ...change } });
  const all: (Condition | false)[] = [
    kind !== '' && { text: kindName(kind, lang), without: { ...question, kind: '' } },
    filter.field !== null && { text: names.fields[filter.field - 1]!, without: less({ field: null }) },
    filter.district !== '' && { text: filter.district, without: less({ district: '' }) },
    filter.function !== '' && {
      text: functionWords(lang).names[filter.function] ?? filter.function,
      without: less({ function: '' }),
    },
    filter.audience !== '' && { text: names.audience[filter.audience], without: less({ audience: '' }) },
    filter.cost !== '' && { text: w[filter.cost], without: less({ cost: '' }) },
    ...filter.access.map((code) => ({
      text: names.access[code],
      without: less({ access: filter.access.filter((one) => one !== code) }),
    })),
    filter.since !== '' && { text: w.happensFrom(day(filter.since)), without: less({ since: '' }) },
    filter.until !== '' && { text: w.happensTo(day(filter.until)), without: less({ until: '' }) },
    filter.near !== null && { text: w.within(String(filter.near.km)), without: less({ near: null }) },
    filter.actor !== '' && { text: w.byOne, without: less({ actor: '' }) },
    from !== '' && { text: w.fromDay(day(from)), without: { ...question, from: '' } },
    to !== '' && { text: w.toDay(day(to)), without: { ...question, to: '' } },
  ];
  return all.filter((one) => one !== false);
}

/** Conditions beside words as chips of a filter form, each to be taken away; `href` makes the address of a question. */
export function activeConditions(question: Asked, lang: Lang, href: (question: Asked) => string) {
  return conditionsOf(question, lang).map(({ text, without }) => ({
    text,
    removeHref: href(without),
    removeText: words(lang).remove(text),
  }));
}

/** The question with its words alone. */
export function bare(question: Asked): Asked {
  return { ...question, kind: '', from: '', to: '', filter: { ...NO_FILTER, scope: question.filter.scope } };
}

/** 「公園」, 環境の保全, 北地区, … */
export function saidOf(question: Asked, lang: Lang): string[] {
  const quoted = lang === 'en' ? `“${question.q}”` : `「${question.q}」`;
  return [...(question.q ? [quoted] : []), ...conditionsOf(question, lang).map(({ text }) => text)];
}
