import { formWords } from '#commons/hubs/index.ts';
import type { Lang } from '#kernel/lang.ts';
import type { Problem } from '#kernel/web/visit.ts';
import { button } from '#ui/button.ts';
import { errorAt } from '#ui/error-summary.ts';
import { checkbox, form, hidden, textField } from '#ui/fields.ts';
import { pageHead, section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { link, prose } from '#ui/prose.ts';
import { words } from '../words.ts';

export interface SignUpTyped {
  name: string;
  email: string;
  isMinor: boolean;
  guardian: string;
}

export interface SignUpProps {
  lang: Lang;
  typed: SignUpTyped;
  /** the town wants a guardian's consent for people under 18 */
  wantsGuardian: boolean;
  next: string | null;
  problem: Problem | null;
}

/** X13: before anything is written it is said what becomes part of a public record. The password is never shown again. */
export function signUpView({ lang, typed, wantsGuardian, next, problem }: SignUpProps): Html {
  const w = words(lang).signUp;
  const f = formWords(lang);
  const errors = problem?.items ?? [];
  const fields = [
    textField(
      {
        name: 'name',
        label: w.name,
        hint: w.nameHint,
        example: w.nameExample,
        required: true,
        value: typed.name,
        autocomplete: 'nickname',
        width: 16,
        error: errorAt(errors, 'name'),
      },
      f,
    ),
    textField(
      {
        name: 'email',
        type: 'email',
        label: w.email,
        hint: w.emailHint,
        example: w.emailExample,
        required: true,
        value: typed.email,
        autocomplete: 'email',
        error: errorAt(errors, 'email'),
      },
      f,
    ),
    textField(
      {
        name: 'password',
        type: 'password',
        label: w.password,
        hint: w.passwordHint,
        required: true,
        autocomplete: 'new-password',
        error: errorAt(errors, 'password'),
      },
      f,
    ),
    checkbox({ name: 'minor', label: w.minor, hint: w.minorHint, value: 'yes', checked: typed.isMinor }, f),
    wantsGuardian &&
      textField(
        {
          name: 'guardian',
          type: 'email',
          label: w.guardian,
          hint: w.guardianHint,
          value: typed.guardian,
          error: errorAt(errors, 'guardian'),
        },
        f,
      ),
    next !== null && hidden('next', next),
  ];
  const signInHref = next === null ? '/sign-in' : `/sign-in?next=${encodeURIComponent(next)}`;
  return html`${pageHead({ title: w.title, lead: w.lead })}${section({
    title: w.publicTitle,
    children: prose(html`<ul>${w.publicList.map((line) => html`<li>${line}</li>`)}</ul>`),
  })}${form({
    action: '/sign-up',
    label: w.title,
    children: fields,
    buttons: button({ text: w.submit, tone: 'main' }),
  })}<p>${link(signInHref, w.haveAccount)}</p>`;
}
