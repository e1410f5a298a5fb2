import { formWords } from '#commons/hubs/index.ts';
import type { Lang } from '#kernel/lang.ts';
import type { Problem } from '#kernel/web/visit.ts';
import { button, linkButton } from '#ui/button.ts';
import { errorAt } from '#ui/error-summary.ts';
import { form, hidden, textField } from '#ui/fields.ts';
import { pageHead } from '#ui/heading.ts';
import { type Html, html, type Renderable } from '#ui/html.ts';
import { notice } from '#ui/notice.ts';
import { link } from '#ui/prose.ts';
import { words } from '../words.ts';

export interface SignInFormProps {
  lang: Lang;
  email: string;
  problem: Problem | null;
  /** hidden fields that travel along: where to go on to, or what was typed */
  along: Renderable;
}

export function signInForm({ lang, email, problem, along }: SignInFormProps): Html {
  const w = words(lang).signIn;
  const errors = problem?.items ?? [];
  const address = {
    name: 'email',
    type: 'email' as const,
    label: w.email,
    required: true,
    value: email,
    autocomplete: 'username',
    error: errorAt(errors, 'email'),
  };
  const password = {
    name: 'password',
    type: 'password' as const,
    label: w.password,
    required: true,
    autocomplete: 'current-password',
    error: errorAt(errors, 'password'),
  };
  return form({
    action: '/sign-in',
    label: w.title,
    children: [textField(address, formWords(lang)), textField(password, formWords(lang)), along],
    buttons: button({ text: w.submit, tone: 'main', icon: 'sign-in' }),
  });
}

export interface SignInProps {
  lang: Lang;
  email: string;
  next: string | null;
  passwordChanged: boolean;
  isDemo: boolean;
  problem: Problem | null;
}

export function signInView({ lang, email, next, passwordChanged, isDemo, problem }: SignInProps): Html {
  const w = words(lang).signIn;
  const query = next === null ? '' : `?next=${encodeURIComponent(next)}`;
  return html`${pageHead({ title: w.title, ...(next === null ? {} : { lead: w.next }) })}${
    passwordChanged && notice({ tone: 'success', title: w.passwordChanged, live: true })
  }${signInForm({ lang, email, problem, along: next !== null && hidden('next', next) })}<p>${link('/password-reset', w.forgot)}</p><p>${w.first}</p><p>${linkButton(
    { href: `/sign-up${query}`, text: w.signUp },
  )}</p>${isDemo && html`<p>${link('/dev/cast', w.cast)}</p>`}`;
}
