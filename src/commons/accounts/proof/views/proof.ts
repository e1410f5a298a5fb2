import { formWords } from '#commons/hubs/index.ts';
import type { Lang } from '#kernel/lang.ts';
import type { Problem } from '#kernel/web/visit.ts';
import { button, linkButton } from '#ui/button.ts';
import { errorAt } from '#ui/error-summary.ts';
import { form, hidden, textField } from '#ui/fields.ts';
import { pageHead } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { link } from '#ui/prose.ts';
import { type Provider, providerName } from '../../outside/provider.ts';
import { safetyWords } from '../../safety-words.ts';
import { codeField } from '../../second-step/views/step.ts';
import { passkeyButton } from '../../views/passkey-button.ts';
import type { Proofs } from '../prove-owner.ts';

export interface ProofProps {
  lang: Lang;
  /** what the account has to show itself with */
  proofs: Proofs;
  /** providers it is linked to, by which it can do so, too */
  providers: readonly Provider[];
  next: string | null;
  problem: Problem | null;
}

export function proofView({ lang, proofs, providers, next, problem }: ProofProps): Html {
  const w = safetyWords(lang).proof;
  const on = next !== null && hidden('next', next);
  const isAlone = !proofs.password && !proofs.code && !proofs.passkey && providers.length === 0;
  const back = encodeURIComponent(next ?? '/account/safety');
  return html`${pageHead({ title: w.title, lead: w.lead })}${proofs.password && byPassword(lang, on, problem)}${
    proofs.passkey &&
    passkeyButton({
      lang,
      does: 'show',
      challenge: '/sign-in/passkey-challenges',
      action: '/account/proof/passkeys',
      text: w.passkey,
      fields: on,
    })
  }${proofs.code && byCode(lang, on, problem)}${providers.map(
    (one) =>
      html`<p>${linkButton({ href: `/sign-in/with/${one.key}?for=proof&next=${back}`, text: w.outside(providerName(one, lang)) })}</p>`,
  )}${isAlone && html`<p>${w.none}</p><p>${link('/password-reset', w.reset)}</p>`}`;
}

function byPassword(lang: Lang, on: Html | false, problem: Problem | null): Html {
  const w = safetyWords(lang).proof;
  const password = textField(
    {
      name: 'password',
      type: 'password',
      label: w.password,
      required: true,
      autocomplete: 'current-password',
      error: errorAt(problem?.items ?? [], 'password'),
    },
    formWords(lang),
  );
  return form({
    action: '/account/proof',
    label: w.title,
    children: [password, hidden('by', 'password'), on],
    buttons: button({ text: w.submit, tone: 'main' }),
  });
}

function byCode(lang: Lang, on: Html | false, problem: Problem | null): Html {
  const w = safetyWords(lang).proof;
  return form({
    action: '/account/proof',
    label: w.or,
    children: [codeField(lang, problem, w.code, safetyWords(lang).second.codeHint), hidden('by', 'code'), on],
    buttons: button({ text: w.submit }),
  });
}
