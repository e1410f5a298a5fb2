/** X13: the page on which somebody says that they are under 18, or no longer are. */
import { formWords } from '#commons/hubs/index.ts';
import type { Lang } from '#kernel/lang.ts';
import type { Problem } from '#kernel/web/visit.ts';
import { actButton, button } from '#ui/button.ts';
import { errorAt } from '#ui/error-summary.ts';
import { form, hidden, textField } from '#ui/fields.ts';
import { pageHead } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import type { OwnAge } from './age.ts';
import { comesOfAgeIn, maySayAdult } from './rules.ts';
import { ageWords } from './words.ts';

export interface AgeProps {
  lang: Lang;
  now: Date;
  own: OwnAge | null;
  /** the town wants a guardian's consent of people under 18 */
  wantsGuardian: boolean;
  typed: { birthYear: string; guardian: string };
  problem: Problem | null;
}

export function ageView(props: AgeProps): Html {
  const w = ageWords(props.lang);
  const year = props.own?.birth_year ?? null;
  return html`${pageHead({ title: w.title, lead: w.lead })}<ul>${w.protects.map((line) => html`<li>${line}</li>`)}</ul>${
    year === null ? yearForm(props) : known(props, year)
  }`;
}

function known({ lang, now }: AgeProps, year: number): Html {
  const w = ageWords(lang);
  const may = maySayAdult(year, now);
  return html`<p>${w.born(`${year}`)}${may ? '' : w.wait(`${comesOfAgeIn(year)}`)}</p>${
    may &&
    html`<p>${w.adultHint}</p>${actButton({ action: '/account/age', fields: hidden('act', 'adult'), text: w.adult, tone: 'main' })}`
  }<p>${w.wrong}</p>`;
}

function yearForm({ lang, own, wantsGuardian, typed, problem }: AgeProps): Html {
  const w = ageWords(lang);
  const f = formWords(lang);
  const errors = problem?.items ?? [];
  // Who has said it at sign-up is asked for the year alone: the guardian was asked then.
  const asksGuardian = own === null && wantsGuardian;
  return form({
    action: '/account/age',
    label: w.title,
    children: html`${textField(
      {
        name: 'birthYear',
        label: w.year,
        hint: w.yearHint,
        required: true,
        value: typed.birthYear,
        inputmode: 'numeric',
        maxlength: 4,
        width: 4,
        error: errorAt(errors, 'birthYear'),
      },
      f,
    )}${
      asksGuardian &&
      textField(
        {
          name: 'guardian',
          type: 'email',
          label: w.guardian,
          hint: w.guardianHint,
          required: true,
          value: typed.guardian,
          error: errorAt(errors, 'guardian'),
        },
        f,
      )
    }`,
    buttons: button({ text: own === null ? w.declare : w.keepYear, tone: 'main' }),
  });
}
