/** F1.1, X7: the fields by which things are narrowed, each choice with how many there are: the same for every search. */
import { formWords } from '#commons/hubs/index.ts';
import { formatNumber } from '#kernel/dates.ts';
import type { Lang } from '#kernel/lang.ts';
import { selectField, textField } from '#ui/fields.ts';
import { type Html, html } from '#ui/html.ts';
import { districtsIn, fieldTerm } from '../facet-terms.ts';
import { fieldChoices } from '../facet-words.ts';
import type { Question } from '../look.ts';
import { words } from '../words.ts';

export interface FilterFieldsProps {
  lang: Lang;
  question: Question;
  /** how many there are by term, see `Answer.under` */
  under: ReadonlyMap<string, number>;
}

interface Choice {
  value: string;
  text: string;
}

/** A choice of one; those of which there are some say so, and while none is chosen those of which there are none are left out. */
export function countedSelect(
  { lang, under }: Pick<FilterFieldsProps, 'lang' | 'under'>,
  field: { name: string; label: string; empty: string; value: string; choices: readonly (Choice & { term: string })[] },
): Html | null {
  const { name, label, empty, value } = field;
  const w = words(lang);
  const some = field.choices.filter(
    (choice) => choice.value === value || value !== '' || (under.get(choice.term) ?? 0) > 0,
  );
  if (some.length === 0) return null;
  const choices = some.map(({ value: own, text, term }) => {
    const count = under.get(term) ?? 0;
    return { value: own, text: value === '' || own === value ? w.counted(text, formatNumber(count)) : text };
  });
  return selectField({ name, label, plain: true, value, empty, choices }, formWords(lang));
}

export function fieldSelect(props: FilterFieldsProps): Html | null {
  const w = words(props.lang);
  const { field } = props.question.filter;
  return countedSelect(props, {
    name: 'field',
    label: w.field,
    empty: w.anyField,
    value: field === null ? '' : String(field),
    choices: fieldChoices(props.lang).map((one) => ({ ...one, term: fieldTerm(Number(one.value)) })),
  });
}

/** `names`: how districts are called in this language, where that is known. */
export function districtSelect(props: FilterFieldsProps, names: ReadonlyMap<string, string> = new Map()): Html | null {
  const w = words(props.lang);
  const { district } = props.question.filter;
  const found = districtsIn(props.under).map(({ name }) => name);
  const all = district && !found.includes(district) ? [district, ...found] : found;
  return countedSelect(props, {
    name: 'district',
    label: w.district,
    empty: w.anyDistrict,
    value: district,
    choices: all.map((name) => ({ value: name, text: names.get(name) ?? name, term: `#d${name}` })),
  });
}

export function happeningDays({ lang, question: { filter } }: FilterFieldsProps): Html {
  const w = words(lang);
  const f = formWords(lang);
  const day = (name: 'since' | 'until') =>
    textField({ name, label: w[name], type: 'date', value: filter[name], plain: true }, f);
  return html`${day('since')}${day('until')}`;
}
