import { formWords } from '#commons/hubs/index.ts';
import type { Lang } from '#kernel/lang.ts';
import type { Problem } from '#kernel/web/visit.ts';
import { button, linkButton } from '#ui/button.ts';
import { errorAt } from '#ui/error-summary.ts';
import { form, hidden, textField } from '#ui/fields.ts';
import { pageHead, section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { notice } from '#ui/notice.ts';
import { link } from '#ui/prose.ts';
import { firstStepsWords } from '../first-steps-words.ts';
import { words } from '../words.ts';
import { firstStepsList } from './first-steps.ts';

/** A letter usually takes this long. Said, not promised. */
const MINUTES = 5;

function letterForm(lang: Lang, email: string, problem: Problem | null): Html {
  const w = words(lang);
  const field = textField(
    {
      name: 'email',
      type: 'email',
      label: w.signUp.email,
      required: true,
      value: email,
      autocomplete: 'email',
      error: errorAt(problem?.items ?? [], 'email'),
    },
    formWords(lang),
  );
  return form({
    action: '/email-confirmation/letters',
    label: w.letter.again,
    children: field,
    buttons: button({ text: w.letter.again }),
  });
}

/** Where letters are read in a demo, from which no mail leaves. */
export function demoMailHint(lang: Lang, isDemo: boolean): Html | false {
  const w = words(lang).letter;
  return isDemo && notice({ tone: 'info', title: w.demo, actions: link('/dev/mail', w.demoLink) });
}

export interface LetterProps {
  lang: Lang;
  isDemo: boolean;
  email: string;
  sentAgain: boolean;
  problem: Problem | null;
}

/** After signing up: what comes by mail, and what to do when it doesn't. The same for every address. */
export function letterView({ lang, isDemo, email, sentAgain, problem }: LetterProps): Html {
  const w = words(lang).letter;
  return html`${pageHead({ title: w.title, lead: w.lead(MINUTES) })}${
    sentAgain && notice({ tone: 'success', title: w.sentAgain, live: true })
  }${demoMailHint(lang, isDemo)}${section({
    title: w.notThere,
    lead: w.notThereText,
    children: letterForm(lang, email, problem),
  })}`;
}

/** The page a letter leads to. Opening it confirms nothing: its button does. */
export function confirmView(lang: Lang, key: string, email: string): Html {
  const w = words(lang).confirm;
  return html`${pageHead({ title: w.title, lead: w.lead(email) })}${form({
    action: '/email-confirmation',
    label: w.title,
    children: hidden('key', key),
    buttons: button({ text: w.submit, tone: 'main' }),
  })}<p>${w.notYou}</p>`;
}

export function keyOverView(lang: Lang): Html {
  const w = words(lang);
  return html`${pageHead({
    title: w.confirm.over,
    lead: w.confirm.overText,
    buttons: linkButton({ href: '/sign-in', text: w.signIn.title, tone: 'main' }),
  })}${section({ title: w.letter.notThere, lead: w.letter.notThereText, children: letterForm(lang, '', null) })}`;
}

export interface ConfirmedProps {
  signedIn: boolean;
  next: string | null;
  /** X13: a guardian has still to agree */
  waits: boolean;
  steps: Parameters<typeof firstStepsList>[1];
}

/** What can be done now, once an address is confirmed: first of all what somebody was about to do. */
export function confirmedView(lang: Lang, { signedIn, next, waits, steps }: ConfirmedProps): Html {
  const w = words(lang);
  const onward = !signedIn
    ? { href: next === null ? '/sign-in' : `/sign-in?next=${encodeURIComponent(next)}`, text: w.signIn.title }
    : next === null
      ? null
      : { href: next, text: firstStepsWords(lang).back };
  return html`${pageHead({
    title: w.confirm.done,
    lead: waits ? w.confirm.doneWaits : w.confirm.doneLead,
    ...(onward ? { buttons: linkButton({ ...onward, tone: 'main' }) } : {}),
  })}${firstStepsList(lang, steps)}`;
}
