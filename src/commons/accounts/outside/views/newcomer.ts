import { formWords } from '#commons/hubs/index.ts';
import type { Lang } from '#kernel/lang.ts';
import type { Problem } from '#kernel/web/visit.ts';
import { button, buttons, linkButton } from '#ui/button.ts';
import { errorAt } from '#ui/error-summary.ts';
import { checkbox, form, textField } from '#ui/fields.ts';
import { pageHead, section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { prose } from '#ui/prose.ts';
import { words } from '../../words.ts';
import { outsideWords } from '../words.ts';

export interface NewcomerProps {
  lang: Lang;
  providerName: string;
  /** the address the provider vouches for; null: it has to be typed, and confirmed by letter */
  verified: string | null;
  typed: Record<string, string>;
  wantsGuardian: boolean;
  problem: Problem | null;
}

/** Two ways: link the account one has, or make one. What becomes public is said before. */
export function newcomerView(props: NewcomerProps): Html {
  const { lang } = props;
  const w = outsideWords(lang).newcomer;
  const up = words(lang).signUp;
  const back = `/sign-in?next=${encodeURIComponent('/account/safety/outside')}`;
  return html`${pageHead({ title: w.title, lead: w.lead(props.providerName) })}${section({
    title: w.have,
    children: prose([html`<p>${w.haveText}</p>`, buttons(linkButton({ href: back, text: w.toSignIn }))]),
  })}${section({
    title: w.fresh,
    children: prose([html`<ul>${up.publicList.map((line) => html`<li>${line}</li>`)}</ul>`, fresh(props)]),
  })}`;
}

function fresh({ lang, verified, typed, wantsGuardian, problem }: NewcomerProps): Html {
  const w = outsideWords(lang).newcomer;
  const up = words(lang).signUp;
  const f = formWords(lang);
  const errors = problem?.items ?? [];
  const email = {
    name: 'email',
    type: 'email' as const,
    label: up.email,
    hint: up.emailHint,
    required: true,
    value: typed.email ?? '',
    autocomplete: 'email',
    error: errorAt(errors, 'email'),
  };
  const name = {
    name: 'name',
    label: up.name,
    hint: up.nameHint,
    example: up.nameExample,
    required: true,
    value: typed.name ?? '',
    autocomplete: 'nickname',
    width: 16 as const,
    error: errorAt(errors, 'name'),
  };
  const guardian = {
    name: 'guardian',
    type: 'email' as const,
    label: up.guardian,
    hint: up.guardianHint,
    value: typed.guardian ?? '',
    error: errorAt(errors, 'guardian'),
  };
  return form({
    action: '/sign-up/outside',
    label: w.title,
    children: [
      verified === null ? textField(email, f) : html`<p>${w.verified(verified)}</p>`,
      textField(name, f),
      checkbox({ name: 'minor', label: up.minor, hint: up.minorHint, value: 'yes', checked: typed.minor === 'yes' }, f),
      wantsGuardian && textField(guardian, f),
    ],
    buttons: button({ text: w.submit, tone: 'main' }),
  });
}
