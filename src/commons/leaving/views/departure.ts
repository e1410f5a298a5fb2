import { formWords, onceField } from '#commons/hubs/index.ts';
import { formatDateTime } from '#kernel/dates.ts';
import { ref } from '#kernel/ids.ts';
import type { Lang } from '#kernel/lang.ts';
import type { Problem } from '#kernel/web/visit.ts';
import { actButton, button, buttons, linkButton } from '#ui/button.ts';
import { errorAt } from '#ui/error-summary.ts';
import { form, hidden, radioGroup, textField } from '#ui/fields.ts';
import { pageHead, section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { list } from '#ui/list.ts';
import { notice } from '#ui/notice.ts';
import { link, prose } from '#ui/prose.ts';
import type { HeldOffice } from '../rules.ts';
import { words } from '../words.ts';

export interface DepartureProps {
  lang: Lang;
  /** organisations that would have nobody to speak for them */
  alone: readonly HeldOffice[];
  /** in which it can be called off */
  days: number;
  /** 'keep', 'withdraw' or '' */
  chosen: string;
  /** the owner showed lately that it is they: no password is asked for */
  isProved: boolean;
  problem: Problem | null;
}

/** Everything that follows from leaving stands before the form. */
export function departureView({ lang, alone, days, chosen, isProved, problem }: DepartureProps): Html {
  const w = words(lang).departure;
  const items = (lines: readonly string[]) => html`<ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>`;
  return html`${pageHead({ title: w.title, lead: w.lead })}${section({
    title: w.erased,
    children: prose(items(w.erasedList)),
  })}${section({ title: w.stays, children: prose(items(w.staysList)) })}${prose([
    html`<p>${w.exportFirst} ${link('/account/exports', w.toExports)}</p><p>${w.wait(days)}</p>`,
  ])}${alone.length > 0 ? handOver(lang, alone) : askForm(lang, chosen, isProved, problem)}`;
}

function handOver(lang: Lang, alone: readonly HeldOffice[]): Html {
  const w = words(lang).departure;
  return section({
    title: w.organisations,
    children: prose([
      html`<p>${w.organisationsText}</p>`,
      list(
        alone.map(({ organisationId, organisation }) =>
          link(`/organisations/${ref(organisationId, organisation)}/members`, w.members(organisation)),
        ),
      ),
    ]),
  });
}

function askForm(lang: Lang, chosen: string, isProved: boolean, problem: Problem | null): Html {
  const w = words(lang).departure;
  const f = formWords(lang);
  const errors = problem?.items ?? [];
  return form({
    action: '/account/departure',
    label: w.title,
    children: [
      radioGroup(
        {
          name: 'contributions',
          label: w.withdrawal,
          required: true,
          value: chosen,
          choices: [
            { value: 'keep', text: w.keep, hint: w.keepHint },
            { value: 'withdraw', text: w.withdraw, hint: w.withdrawHint },
          ],
          error: errorAt(errors, 'contributions'),
        },
        f,
      ),
      !isProved && passwordField(lang, problem),
      onceField(),
    ],
    buttons: button({ text: w.submit, tone: 'danger' }),
  });
}

/** The password, or another way of showing who one is. */
function passwordField(lang: Lang, problem: Problem | null): Html {
  const w = words(lang).departure;
  const field = textField(
    {
      name: 'password',
      type: 'password',
      label: w.password,
      hint: w.passwordHint,
      required: true,
      autocomplete: 'current-password',
      error: errorAt(problem?.items ?? [], 'password'),
    },
    formWords(lang),
  );
  return html`${field}<p>${link('/account/proof?next=/account/departure', w.otherProof)}</p>`;
}

/** The wish is there; until its day comes it can be called off. */
export function askedView(lang: Lang, departure: { due_at: Date; withdraws: boolean }): Html {
  const w = words(lang).departure;
  return html`${pageHead({ title: w.title })}${notice({
    tone: 'warn',
    title: w.asked,
    body: html`${w.askedText(formatDateTime(departure.due_at, lang, 'short'))}${departure.withdraws && html`<br>${w.askedWithdraws}`}`,
    actions: [
      actButton({ action: '/account/departure/cancellation', fields: onceField(), text: w.cancel, tone: 'main' }),
      linkButton({ href: '/account/exports', text: w.toExports, icon: 'download' }),
    ],
  })}`;
}

/** Behind the letter's link: opening it changes nothing, its button does. */
export function cancelView(lang: Lang, key: string): Html {
  const w = words(lang).departure;
  return html`${pageHead({ title: w.cancel, lead: w.cancelLead })}${buttons(
    actButton({ action: '/departure-cancellation', fields: hidden('key', key), text: w.cancel, tone: 'main' }),
  )}`;
}

export function cancelOverView(lang: Lang): Html {
  const w = words(lang).departure;
  return html`${pageHead({ title: w.over, lead: w.overText })}${buttons(linkButton({ href: '/', text: w.home }))}`;
}

export function cancelledView(lang: Lang): Html {
  const w = words(lang).departure;
  return html`${pageHead({ title: w.title })}${notice({
    tone: 'success',
    title: w.cancelled,
    live: true,
    actions: linkButton({ href: '/', text: w.home }),
  })}`;
}
