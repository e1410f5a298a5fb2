import { formWords } from '#commons/hubs/index.ts';
import type { Lang } from '#kernel/lang.ts';
import type { Problem } from '#kernel/web/visit.ts';
import { button, linkButton } from '#ui/button.ts';
import { errorAt } from '#ui/error-summary.ts';
import { form, textField } from '#ui/fields.ts';
import { pageHead } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { notice } from '#ui/notice.ts';
import { link } from '#ui/prose.ts';
import type { Way } from '../let-in.ts';
import { type Provider, providerName } from '../outside/provider.ts';
import { outsideWords } from '../outside/words.ts';
import { safetyWords } from '../safety-words.ts';
import { words } from '../words.ts';
import { along } from './along.ts';
import { passkeyButton } from './passkey-button.ts';

export interface SignInFormProps {
  lang: Lang;
  email: string;
  problem: Problem | null;
  /** where it leads on to, or what was about to be sent */
  way: Way;
  /** false: passkeys belong to another host */
  passkeys?: boolean;
}

/** Address and password, and a passkey where the browser has them: offered at the address by itself, and by a button. */
export function signInForm({ lang, email, problem, way, passkeys = true }: SignInFormProps): Html {
  const w = words(lang).signIn;
  const errors = problem?.items ?? [];
  const address = {
    name: 'email',
    type: 'email' as const,
    label: w.email,
    required: true,
    value: email,
    autocomplete: 'username webauthn',
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
  return html`${form({
    action: '/sign-in',
    label: w.title,
    children: [textField(address, formWords(lang)), textField(password, formWords(lang)), along(way)],
    buttons: button({ text: w.submit, tone: 'main', icon: 'sign-in' }),
  })}${
    passkeys &&
    passkeyButton({
      lang,
      does: 'show',
      challenge: '/sign-in/passkey-challenges',
      action: '/sign-in/passkeys',
      text: safetyWords(lang).passkeys.signIn,
      offers: true,
      fields: along(way),
    })
  }`;
}

export interface SignInProps {
  lang: Lang;
  email: string;
  next: string | null;
  /** the town that sends its people here to sign in */
  forTown: string | null;
  passwordChanged: boolean;
  providers: readonly Provider[];
  isDemo: boolean;
  problem: Problem | null;
}

export function signInView(props: SignInProps): Html {
  const { lang, email, next, forTown, passwordChanged, providers, isDemo, problem } = props;
  const w = words(lang).signIn;
  const query = next === null ? '' : `?next=${encodeURIComponent(next)}`;
  const lead = forTown === null ? w.next : outsideWords(lang).entrance.forTown(forTown);
  return html`${pageHead({ title: w.title, ...(next === null ? {} : { lead }) })}${
    passwordChanged && notice({ tone: 'success', title: w.passwordChanged, live: true })
  }${signInForm({ lang, email, problem, way: { next, kept: null } })}${providers.map(
    (one) =>
      html`<p>${linkButton({ href: `/sign-in/with/${one.key}${query}`, text: outsideWords(lang).signIn(providerName(one, lang)) })}</p>`,
  )}<p>${link('/password-reset', w.forgot)}</p><p>${w.first}</p><p>${linkButton({
    href: `/sign-up${query}`,
    text: w.signUp,
  })}</p>${isDemo && html`<p>${link('/dev/cast', w.cast)}</p>`}`;
}
