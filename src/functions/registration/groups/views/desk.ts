/** F7 What the secretariat, and groups that vouch, do beside a registration; the desk's own page. */
import { lastingRecord, onceField } from '#commons/hubs/index.ts';
import type { Actor } from '#kernel/context.ts';
import { shortId } from '#kernel/ids.ts';
import { colon, comma, type Lang } from '#kernel/lang.ts';
import type { Problem } from '#kernel/web/visit.ts';
import { actButton, button, linkButton } from '#ui/button.ts';
import { hidden } from '#ui/fields.ts';
import { pageHead, section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { keyValues, list, listItem } from '#ui/list.ts';
import { groupPath } from '../addresses.ts';
import type { OpenClaim } from '../claims.ts';
import { fieldWords } from '../field-words.ts';
import { CONTACT_ITEMS, type Contacts } from '../group.ts';
import type { ShownGroup } from '../queries.ts';
import { words } from '../words.ts';
import { fieldHtml, fieldsForm } from './forms.ts';
import { dayText } from './pieces.ts';

/** Notes, and the confirmation of the representative, with every contact the group gave. */
export function deskSection(lang: Lang, group: ShownGroup, contacts: Contacts, problem?: Problem): Html {
  const w = words(lang).show;
  const f = fieldWords(lang);
  const at = groupPath(group);
  const ways = (['telephone', 'post', 'desk'] as const).map((value) => ({ value, text: f.known[value] }));
  return section({
    title: w.deskTitle,
    children: html`${keyValues(CONTACT_ITEMS.map((item) => [f.contacts[item], contacts[item]]))}${
      group.actor_id &&
      !group.known_at &&
      !group.withdrawn_at &&
      fieldsForm({
        lang,
        action: `${at}/knowledge`,
        submit: w.confirmSubmit,
        tone: 'plain',
        typed: {},
        problem,
        fields: [{ name: 'by', label: w.confirmBy, as: 'select', choices: ways }],
      })
    }${fieldsForm({
      lang,
      action: `${at}/notes`,
      note: lastingRecord(lang),
      submit: w.noteSubmit,
      tone: 'plain',
      typed: {},
      problem,
      fields: [{ name: 'body', label: w.noteField, as: 'area', limit: 400 }],
    })}${group.notes.map((note) =>
      actButton({
        action: `/group-notes/${shortId(note.id)}/end`,
        fields: onceField(),
        text: w.endNote,
        small: true,
      }),
    )}`,
  });
}

/** For people who speak for other known groups. */
export function vouchSection(lang: Lang, group: ShownGroup, own: readonly Actor[]): Html {
  const w = words(lang).show;
  return section({
    title: w.vouch,
    lead: w.vouchLead,
    children: html`<div class="buttons">${own.map((one) =>
      actButton({
        action: `${groupPath(group)}/vouchers`,
        fields: html`${onceField()}${hidden('voucher', one.id)}`,
        text: w.vouchAs(one.name),
      }),
    )}</div>`,
  });
}

export function deskPage(lang: Lang, claims: readonly OpenClaim[], contacts: ReadonlyMap<string, Contacts>): Html {
  const w = words(lang).desk;
  return html`${pageHead({ title: w.title, buttons: linkButton({ text: w.importLink, href: '/group-imports/new', icon: 'upload' }) })}${section(
    {
      title: w.claims,
      children:
        claims.length === 0
          ? html`<p>${w.noClaims}</p>`
          : list(claims.map((claim) => claimItem(lang, claim, contacts.get(claim.group_id) ?? {}))),
    },
  )}`;
}

function claimItem(lang: Lang, claim: OpenClaim, contacts: Contacts): Html {
  const w = words(lang).desk;
  const f = fieldWords(lang).contacts;
  const id = shortId(claim.id);
  const listed = CONTACT_ITEMS.filter((item) => contacts[item]).map(
    (item) => `${f[item]}${colon(lang)}${contacts[item]}`,
  );
  const reason = fieldHtml(
    { name: 'reason', label: w.reason, as: 'area', limit: 400, optional: true },
    { lang, typed: {}, prefix: id },
  );
  return listItem({
    title: claim.group_name,
    href: groupPath({ id: claim.group_id, name: claim.group_name }),
    level: 3,
    above: `${claim.person_name}・${dayText(claim.asked_at, lang)}`,
    body: html`${keyValues([
      [w.word, claim.word],
      [w.contact, claim.contact],
      [w.listed, listed.length > 0 && listed.join(comma(lang))],
    ])}<form class="form" method="post" action="/group-claim-requests/${id}/answer">${onceField()}${reason}<div class="buttons">${button({ text: w.grant, name: 'granted', value: 'yes' })}${button({ text: w.refuse, name: 'granted', value: 'no', tone: 'plain' })}</div></form>`,
  });
}
