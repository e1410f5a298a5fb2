import { onceField } from '#commons/hubs/index.ts';
import type { Reader } from '#kernel/context.ts';
import { formatDate } from '#kernel/dates.ts';
import type { Lang } from '#kernel/lang.ts';
import { button, linkButton } from '#ui/button.ts';
import { form, hidden } from '#ui/fields.ts';
import { pageHead } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import type { ShownInvitation } from '../queries.ts';
import { words } from '../words.ts';
import { actorLink } from './actor-badge.ts';

/** What is asked, by whom, and what becomes public with a yes. */
export function invitationView(lang: Lang, key: string, shown: ShownInvitation, reader: Reader | null): Html {
  const w = words(lang);
  const { organisation, inviter, role, expiresAt } = shown;
  const head = pageHead({
    title: w.invitation.title(organisation.name),
    lead: w.invitation.lead(inviter, w.members.roles[role]),
    above: actorLink(organisation, lang),
  });
  const path = `/invitations/${encodeURIComponent(key)}`;
  const answer =
    reader === null
      ? linkButton({ href: `/sign-in?next=${encodeURIComponent(path)}`, text: w.invitation.signIn, tone: 'main' })
      : answerForms(lang, path, reader);
  return html`${head}<p>${w.members.roleHints[role]}</p><p>${w.invitation.public}</p><p>${w.invitation.until(
    formatDate(expiresAt, lang, 'short'),
  )}</p>${answer}`;
}

function answerForms(lang: Lang, path: string, reader: Reader): Html {
  const w = words(lang).invitation;
  const blocked = reader.level < 1 ? { reason: w.level } : {};
  return html`${form({
    action: path,
    label: w.yes,
    children: html`${hidden('answer', 'yes')}${onceField()}`,
    buttons: button({ text: w.yes, tone: 'main', icon: 'check', ...blocked }),
  })}${form({ action: path, label: w.no, children: hidden('answer', 'no'), buttons: button({ text: w.no }) })}`;
}

export function invitationOverView(lang: Lang): Html {
  const w = words(lang).invitation;
  return pageHead({ title: w.over, lead: w.overText });
}

export function declinedView(lang: Lang): Html {
  const w = words(lang).invitation;
  return pageHead({ title: w.declined, lead: w.declinedText });
}
