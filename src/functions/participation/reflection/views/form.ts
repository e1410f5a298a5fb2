/** F9.8 The form on which a division records a step. */
import { formWords, lastingRecord, onceField } from '#commons/hubs/index.ts';
import { formatDate } from '#kernel/dates.ts';
import type { Lang } from '#kernel/lang.ts';
import type { Problem } from '#kernel/web/visit.ts';
import { button, linkButton } from '#ui/button.ts';
import { errorAt } from '#ui/error-summary.ts';
import { form, radioGroup, selectField, textArea, textField } from '#ui/fields.ts';
import { pageHead } from '#ui/heading.ts';
import { type Html, html, type Renderable } from '#ui/html.ts';
import { standing } from '../rules.ts';
import { type ShownStep, STEPS } from '../step.ts';
import { words } from '../words.ts';
import { stepName } from './steps.ts';

/** What was typed, by field name. */
export type TypedStep = Readonly<Record<string, string | undefined>>;

export interface StepFormProps {
  lang: Lang;
  /** path of the answer */
  at: string;
  subject: Renderable;
  steps: readonly ShownStep[];
  typed: TypedStep;
  today: string;
  /** longest explanation */
  limit: number;
  /** why this reader may not, said beside the disabled button */
  reason: string | null;
  problem?: Problem;
}

export function stepForm(props: StepFormProps): Html {
  const { lang, typed, steps } = props;
  const w = words(lang).form;
  const f = formWords(lang);
  const at = (name: string) => ({ name, value: typed[name] ?? '', error: errorAt(props.problem?.items ?? [], name) });
  return html`${pageHead({ title: w.title, lead: w.lead })}<p><strong>${w.what}</strong> ${props.subject}</p>${form({
    action: `${props.at}/steps`,
    note: lastingRecord(lang),
    children: html`${onceField()}${radioGroup(
      {
        ...at('step'),
        label: w.step,
        required: true,
        choices: STEPS.map((value) => ({ value, text: stepName(value, lang), hint: words(lang).stepHints[value] })),
      },
      f,
    )}${textField({ ...at('happenedOn'), label: w.happenedOn, hint: w.happenedOnHint, type: 'date', max: props.today, required: true }, f)}${textArea(
      { ...at('note'), label: w.note, hint: w.noteHint, required: true, rows: 5, limit: props.limit },
      f,
    )}${textField({ ...at('document'), label: w.document, hint: w.documentHint, example: w.documentExample }, f)}${textField(
      { ...at('page'), label: w.page, width: 8 },
      f,
    )}${textField({ ...at('budgetLine'), label: w.budgetLine, example: w.budgetLineExample }, f)}${textField(
      { ...at('budgetYear'), label: w.budgetYear, hint: w.budgetYearHint, inputmode: 'numeric', width: 8 },
      f,
    )}${textField(
      { ...at('amountYen'), label: w.amount, inputmode: 'numeric', unit: w.yen, width: 8 },
      f,
    )}${textField({ ...at('link'), label: w.link, hint: w.linkHint, type: 'url', spellcheck: false }, f)}${
      steps.length > 0 &&
      selectField(
        {
          ...at('correctsId'),
          label: w.corrects,
          hint: w.correctsHint,
          empty: w.correctsNone,
          choices: standing(steps).map((step) => ({
            value: step.id,
            text: `${formatDate(step.happened_on, lang, 'short')} ${stepName(step.step, lang)}`,
          })),
        },
        f,
      )
    }`,
    buttons: html`${button({ text: w.submit, tone: 'main', ...(props.reason ? { reason: props.reason } : {}) })}${linkButton({ text: w.cancel, href: props.at })}`,
  })}`;
}
