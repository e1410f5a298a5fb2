/** P1: an organisation's own page: members, roles, invitations. Only its members see it. */
import { formWords, onceField } from '#commons/hubs/index.ts';
import type { Actor, Reader, RoleName } from '#kernel/context.ts';
import { formatDate, tokyoDate } from '#kernel/dates.ts';
import { shortId } from '#kernel/ids.ts';
import type { Lang } from '#kernel/lang.ts';
import type { Problem } from '#kernel/web/visit.ts';
import { actButton, button } from '#ui/button.ts';
import { form, hidden, selectField } from '#ui/fields.ts';
import { pageHead, section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { time } from '#ui/prose.ts';
import { table } from '#ui/table.ts';
import type { Member, OpenInvitation } from '../queries.ts';
import { ROLE_NAMES } from '../rules.ts';
import { words } from '../words.ts';
import { actorLink } from './actor-badge.ts';
import { inviteForm, openInvitationList, type TypedInvitation } from './invite.ts';
import { organisationForm } from './organisation-form.ts';

export interface MembersProps {
  lang: Lang;
  organisation: Actor & { about: string };
  reader: Reader;
  mine: RoleName;
  members: readonly Member[];
  invitations: readonly OpenInvitation[];
  typed: TypedInvitation;
  problem: Problem | null;
}

export function membersView(props: MembersProps): Html {
  const { lang, organisation, mine, invitations, typed, problem } = props;
  const w = words(lang).members;
  const manages = mine === 'representative';
  return html`${pageHead({ title: w.title(organisation.name), lead: w.lead, above: actorLink(organisation, lang) })}${memberTable(props)}${
    manages &&
    html`${section({ title: w.invite, lead: w.inviteLead, children: inviteForm(lang, organisation.id, typed, problem) })}${section(
      { title: w.open, children: openInvitationList(lang, organisation.id, invitations) },
    )}${section({ title: w.profile, children: organisationForm(lang, organisation) })}`
  }`;
}

function memberTable({ lang, organisation, reader, mine, members }: MembersProps): Html {
  const w = words(lang).members;
  const action = `/organisations/${shortId(organisation.id)}/roles`;
  const rows = members.map(({ person, role, since }) => {
    const isMe = person.id === reader.person.id;
    const change = mine === 'representative' ? roleForm(lang, action, person, role) : null;
    const end = endButton(lang, action, person, isMe, mine);
    return [
      actorLink(person, lang, isMe ? w.you : undefined),
      w.roles[role],
      time({ text: formatDate(since, lang, 'short'), datetime: tokyoDate(since) }),
      html`<div>${change}${end}</div>`,
    ];
  });
  return table({
    caption: w.title(organisation.name),
    captionHidden: true,
    columns: [{ text: w.person }, { text: w.role }, { text: w.since }, { text: w.act }],
    rows,
  });
}

function roleForm(lang: Lang, action: string, person: Actor, present: RoleName): Html {
  const w = words(lang).members;
  const choice = selectField(
    {
      name: 'role',
      id: `role-${shortId(person.id)}`,
      label: html`<span class="visually-hidden">${w.newRole(person.name)}</span>`,
      plain: true,
      empty: false,
      value: present,
      choices: ROLE_NAMES.map((value) => ({ value, text: w.roles[value] })),
    },
    formWords(lang),
  );
  return form({
    action,
    children: html`${hidden('person', person.id)}${onceField()}${choice}`,
    buttons: button({ text: w.change, small: true }),
  });
}

function endButton(lang: Lang, action: string, person: Actor, isMe: boolean, mine: RoleName): Html | false {
  const w = words(lang).members;
  if (!isMe && mine !== 'representative') return false;
  const spoken = html`<span aria-hidden="true">${w.remove}</span><span class="visually-hidden">${w.removeOf(person.name)}</span>`;
  return actButton({
    action,
    fields: html`${hidden('person', person.id)}${hidden('role', 'none')}${onceField()}`,
    text: isMe ? w.leave : spoken,
    small: true,
    tone: 'quiet',
  });
}
