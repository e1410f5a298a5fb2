import { formWords } from '#commons/hubs/index.ts';
import type { Lang } from '#kernel/lang.ts';
import type { Problem } from '#kernel/web/visit.ts';
import { button, linkButton } from '#ui/button.ts';
import { errorAt } from '#ui/error-summary.ts';
import { form, textField } from '#ui/fields.ts';
import { pageHead } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { words } from '../words.ts';
import { demoMailHint } from './confirmation.ts';

export function askResetView(lang: Lang, email: string, problem: Problem | null): Html {
  const w = words(lang);
  const field = textField(
    {
      name: 'email',
      type: 'email',
      label: w.signIn.email,
      required: true,
      value: email,
      autocomplete: 'username',
      error: errorAt(problem?.items ?? [], 'email'),
    },
    formWords(lang),
  );
  return html`${pageHead({ title: w.reset.title, lead: w.reset.lead })}${form({
    action: '/password-reset',
    label: w.reset.title,
    children: field,
    buttons: button({ text: w.reset.submit, tone: 'main', icon: 'mail' }),
  })}`;
}

/** The same words whether the address has an account or not. */
export function resetSentView(lang: Lang, isDemo: boolean): Html {
  const w = words(lang).reset;
  return html`${pageHead({ title: w.sent, lead: w.sentText })}${demoMailHint(lang, isDemo)}<p>${w.notThere}</p><p>${linkButton(
    { href: '/password-reset', text: w.again },
  )}</p>`;
}

export function newPasswordView(lang: Lang, key: string, problem: Problem | null): Html {
  const w = words(lang);
  const field = textField(
    {
      name: 'password',
      type: 'password',
      label: w.reset.newPassword,
      hint: w.signUp.passwordHint,
      required: true,
      autocomplete: 'new-password',
      error: errorAt(problem?.items ?? [], 'password'),
    },
    formWords(lang),
  );
  return html`${pageHead({ title: w.reset.newTitle, lead: w.reset.newLead })}${form({
    action: `/password-reset/${encodeURIComponent(key)}`,
    label: w.reset.newTitle,
    children: field,
    buttons: button({ text: w.reset.newSubmit, tone: 'main' }),
  })}`;
}

export function resetOverView(lang: Lang): Html {
  const w = words(lang).reset;
  return pageHead({
    title: w.over,
    lead: w.overText,
    buttons: linkButton({ href: '/password-reset', text: w.submit, tone: 'main' }),
  });
}
