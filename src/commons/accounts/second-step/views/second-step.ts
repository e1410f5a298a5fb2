import { formatDate } from '#kernel/dates.ts';
import type { Lang } from '#kernel/lang.ts';
import type { Problem } from '#kernel/web/visit.ts';
import { actButton, button, buttons, linkButton } from '#ui/button.ts';
import { form, hidden } from '#ui/fields.ts';
import { pageHead, section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { notice } from '#ui/notice.ts';
import { link, prose } from '#ui/prose.ts';
import { safetyWords } from '../../safety-words.ts';
import type { SafetyProps } from '../../views/safety.ts';
import { codeField } from './step.ts';

const PAGE = '/account/safety/second-step';

export function secondStepSection({ lang, second, isProved }: SafetyProps): Html {
  const w = safetyWords(lang);
  const { confirmedAt, isBegun, codesLeft } = second;
  if (confirmedAt === null) {
    const begin = isBegun
      ? linkButton({ href: PAGE, text: w.second.goOn })
      : actButton({ action: PAGE, text: w.second.begin });
    return section({
      title: w.second.title,
      lead: w.second.lead,
      children: prose([html`<p>${w.second.off}</p>`, isProved && buttons(begin)]),
    });
  }
  return html`${section({
    title: w.second.title,
    lead: w.second.lead,
    children: prose([
      html`<p>${w.second.on(formatDate(confirmedAt, lang, 'short'))}</p>`,
      isProved && buttons(actButton({ action: `${PAGE}/removal`, text: w.second.remove })),
    ]),
  })}${section({
    title: w.recovery.title,
    lead: w.recovery.lead,
    children: prose([
      html`<p>${w.recovery.left(codesLeft)}</p>`,
      isProved && html`<p>${w.recovery.renewHint}</p>`,
      isProved && buttons(actButton({ action: '/account/safety/recovery-codes', text: w.recovery.renew })),
    ]),
  })}`;
}

export interface SetUpProps {
  lang: Lang;
  /** rows of the QR code, each a list of what is dark */
  squares: readonly (readonly boolean[])[];
  /** the secret as it is typed, in groups of four */
  secret: string;
  problem: Problem | null;
}

/** The picture for the app, the same as text, and the field for its first code. */
export function setUpView({ lang, squares, secret, problem }: SetUpProps): Html {
  const w = safetyWords(lang).second;
  return html`${pageHead({ title: w.setUp, lead: w.setUpLead })}${prose([
    picture(w.qr, squares),
    html`<p>${w.secret}<br><strong><code>${secret}</code></strong></p>`,
  ])}${form({
    action: `${PAGE}/confirmation`,
    label: w.setUp,
    children: codeField(lang, problem, w.code),
    buttons: button({ text: w.confirm, tone: 'main' }),
  })}<p>${link('/account/safety', safetyWords(lang).safety.title)}</p>`;
}

/** Dark on light with four squares of margin all around, as readers of QR codes need it, whatever the page looks like. */
function picture(label: string, squares: readonly (readonly boolean[])[]): Html {
  const size = squares.length + 8;
  const path = squares
    .flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x + 4} ${y + 4}h1v1h-1z`] : [])))
    .join('');
  return html`<p><svg role="img" aria-label="${label}" width="240" height="240" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path fill="white" d="M0 0h${size}v${size}H0z"/><path fill="black" d="${path}"/></svg></p>`;
}

export interface CodesProps {
  lang: Lang;
  codes: readonly string[];
  /** right after setting the second step up */
  isFirst: boolean;
}

/** The only page that ever shows them. */
export function codesView({ lang, codes, isFirst }: CodesProps): Html {
  const w = safetyWords(lang).recovery;
  return html`${pageHead({ title: w.title, lead: w.lead })}${
    isFirst && notice({ tone: 'success', title: w.setDone, live: true })
  }${notice({ tone: 'warn', title: w.shown })}${prose(
    html`<ol>${codes.map((code) => html`<li><code>${code}</code></li>`)}</ol>`,
  )}${form({
    action: '/account/safety/recovery-codes/file',
    label: w.file,
    children: hidden('codes', codes.join(' ')),
    buttons: [
      button({ text: w.file, icon: 'download' }),
      linkButton({ href: '/account/safety', text: w.done, tone: 'main' }),
    ],
  })}`;
}
