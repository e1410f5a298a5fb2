import { formWords } from '#commons/hubs/index.ts';
import { formatDate, tokyoDate } from '#kernel/dates.ts';
import { shortId } from '#kernel/ids.ts';
import type { Lang } from '#kernel/lang.ts';
import type { Problem } from '#kernel/web/visit.ts';
import { actButton, button, linkButton } from '#ui/button.ts';
import { copyLink } from '#ui/disclosure.ts';
import { errorAt } from '#ui/error-summary.ts';
import { form, hidden, radioGroup, textField } from '#ui/fields.ts';
import { pageHead } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { time } from '#ui/prose.ts';
import { table } from '#ui/table.ts';
import type { OpenInvitation } from '../queries.ts';
import { ROLE_NAMES } from '../rules.ts';
import { words } from '../words.ts';

export interface TypedInvitation {
  way: string;
  meantFor: string;
  role: string;
}

/** No form number here: the answer holds a link that must not be kept. */
export function inviteForm(lang: Lang, organisationId: string, typed: TypedInvitation, problem: Problem | null): Html {
  const w = words(lang).members;
  const f = formWords(lang);
  const errors = problem?.items ?? [];
  const ways = (['letter', 'link'] as const).map((value) => ({ value, text: w.ways[value] }));
  const roles = ROLE_NAMES.toReversed().map((value) => ({ value, text: w.roles[value], hint: w.roleHints[value] }));
  return form({
    action: `/organisations/${shortId(organisationId)}/invitations`,
    label: w.invite,
    children: [
      radioGroup(
        { name: 'way', label: w.way, required: true, value: typed.way, choices: ways, error: errorAt(errors, 'way') },
        f,
      ),
      textField(
        {
          name: 'meantFor',
          label: w.meantFor,
          hint: w.meantForHint,
          required: true,
          value: typed.meantFor,
          autocomplete: 'off',
          error: errorAt(errors, 'meantFor'),
        },
        f,
      ),
      radioGroup(
        {
          name: 'role',
          label: w.role,
          required: true,
          value: typed.role,
          choices: roles,
          error: errorAt(errors, 'role'),
        },
        f,
      ),
    ],
    buttons: button({ text: w.send, tone: 'main' }),
  });
}

export function openInvitationList(lang: Lang, organisationId: string, invitations: readonly OpenInvitation[]): Html {
  const w = words(lang).members;
  if (invitations.length === 0) return html`<p>${w.none}</p>`;
  const rows = invitations.map((one) => [
    one.meant_for,
    one.by_mail ? w.byMail : w.byLink,
    w.roles[one.role],
    time({ text: w.until(formatDate(one.expires_at, lang, 'short')), datetime: tokyoDate(one.expires_at) }),
    actButton({
      action: `/organisations/${shortId(organisationId)}/withdrawn-invitations`,
      fields: hidden('invitation', one.id),
      text: html`<span aria-hidden="true">${w.withdraw}</span><span class="visually-hidden">${w.withdrawOf(one.meant_for)}</span>`,
      small: true,
    }),
  ]);
  const columns = [{ text: w.meant }, { text: w.how }, { text: w.role }, { text: w.deadline }, { text: w.act }];
  return table({ caption: w.open, captionHidden: true, columns, rows });
}

/** The only page that ever shows the link. */
export function linkView(lang: Lang, organisationId: string, link: string): Html {
  const w = words(lang).link;
  return html`${pageHead({ title: w.title, lead: w.lead })}${copyLink({
    url: link,
    text: w.copy,
    done: w.copied,
    label: w.label,
    id: 'invitation-link',
  })}<p>${linkButton({ href: `/organisations/${shortId(organisationId)}/members`, text: w.back })}</p>`;
}
