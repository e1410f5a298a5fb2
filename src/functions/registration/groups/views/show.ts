/** F7.1 What a group declares, on its first page; the box with what one can do about it. */
import { actorPath } from '#commons/actors/index.ts';
import { kindWord, onceField } from '#commons/hubs/index.ts';
import { hiddenStub, reportHref, reportText } from '#commons/moderation/index.ts';
import type { Reader } from '#kernel/context.ts';
import { formatNumber, tokyoDate } from '#kernel/dates.ts';
import { shortId } from '#kernel/ids.ts';
import { colon, comma, type Lang } from '#kernel/lang.ts';
import { actor } from '#ui/actor.ts';
import { hidden } from '#ui/fields.ts';
import { section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { keyValues, list } from '#ui/list.ts';
import { notice } from '#ui/notice.ts';
import { type NowAct, nowBox } from '#ui/now-box.ts';
import { link, linked, paragraphs, prose, time } from '#ui/prose.ts';
import { tabs } from '#ui/tabs.ts';
import { groupHref, groupPath } from '../addresses.ts';
import { fieldWords } from '../field-words.ts';
import { CONTACT_ITEMS, type Contacts } from '../group.ts';
import { paperWords } from '../paper-words.ts';
import type { ShownGroup } from '../queries.ts';
import { roleOf, speaksFor, stateOf } from '../rules.ts';
import { type GroupAct, groupTabs } from '../tabs.ts';
import { words } from '../words.ts';
import { dayText, fieldNames, groupChips, sinceText } from './pieces.ts';

export interface GroupProps {
  lang: Lang;
  now: Date;
  group: ShownGroup;
}

/** Name, chips, and the tabs; `current` is the path of the tab one is on. */
export function groupHead({ lang, group }: GroupProps, current: string): Html {
  const at = groupPath(group);
  const items = groupTabs()
    .filter((tab) => tab.isShown?.(group) ?? true)
    .map((tab) => ({ text: tab.text(lang), href: at + tab.path, current: tab.path === current }));
  return html`${groupChips(group, lang)}<h1>${group.name}</h1>${group.reading && html`<p class="meta">${group.reading}</p>`}${tabs(words(lang).show.tabs, items)}`;
}

/** For whoever reads: take it over, change it, ask about it. */
export function groupActs(
  { lang, group }: GroupProps,
  reader: Reader | null,
  offered: readonly GroupAct[],
  isCounter: boolean,
): Html {
  const w = words(lang).show;
  const at = groupPath(group);
  const acts: NowAct[] = [];
  const state = stateOf(group);
  if (state === 'unclaimed') acts.push({ text: w.takeOver, href: `${at}/claim`, icon: 'person' });
  const own = speaksFor(reader, group.id);
  if (group.desk_since && !own && !isCounter && state !== 'withdrawn')
    acts.push({ text: paperWords(lang).take, href: '/group-codes', icon: 'person' });
  if ((own || isCounter) && state !== 'withdrawn') {
    const fields = html`${onceField()}`;
    if (state !== 'standing') acts.push({ text: w.confirm, action: `${at}/confirmation`, fields, note: w.confirmLead });
    acts.push({
      text: w.change,
      action: '/group-drafts',
      fields: html`${onceField()}<input type="hidden" name="groupId" value="${group.id}">`,
    });
    if (group.actor_id && own)
      for (const { text, path } of offered) {
        const speaking = html`${hidden('actor', group.actor_id)}${hidden('back', typeof path === 'string' ? path : path(groupHref(group.id)))}`;
        acts.push({ text: text(lang), action: '/acting-as', fields: speaking });
      }
    if (own) acts.push({ text: w.members2, href: `/organisations/${shortId(group.id)}/members`, icon: 'group' });
    if (isCounter || roleOf(reader, group.id) === 'representative')
      acts.push({ text: w.withdraw, href: `${at}/withdrawal` });
  } else {
    acts.push({ text: words(lang).questions.ask, href: `${at}/questions#ask`, icon: 'edit' });
  }
  if (group.actor_id) acts.push({ text: w.actorPage, href: actorPath(group), tone: 'quiet' });
  return nowBox({ title: own ? w.own : group.name, acts });
}

export function groupMain(props: GroupProps, sections: readonly Html[], desk: Html | null): Html {
  const { lang, group } = props;
  const w = words(lang).show;
  const state = stateOf(group);
  return html`${group.notes.map((note) => notice({ tone: 'warn', title: w.note, body: html`<p>${note.body}</p><p class="meta">${dayText(note.at, lang)}</p>` }))}${
    state === 'unclaimed' && notice({ tone: 'info', title: w.unclaimed })
  }${
    group.desk_since && state !== 'withdrawn' && notice({ tone: 'info', title: paperWords(lang).atDesk })
  }${state === 'resting' && notice({ tone: 'info', title: w.resting })}${
    state === 'withdrawn' &&
    notice({
      tone: 'info',
      title: w.withdrawn,
      body: group.withdrawal_reason && `${w.reason}${colon(lang)}${group.withdrawal_reason}`,
    })
  }${group.hiding ? notice({ tone: 'warn', title: hiddenStub(group.hiding, lang) }) : declared(props)}${sections}${desk}`;
}

function declared({ lang, group }: GroupProps): Html {
  const w = words(lang).show;
  const text = (value: string) => value !== '' && html`${paragraphs(value)}`;
  return html`${group.purpose !== '' && section({ title: w.purpose, children: prose(paragraphs(group.purpose)) })}${section(
    {
      title: w.declaration,
      children: keyValues([
        [w.fields, group.fields.length > 0 && fieldNames(group.fields, lang).join(lang === 'en' ? '; ' : '、')],
        [w.areas, group.areas.length > 0 && group.areas.join(comma(lang))],
        [w.founded, group.founded !== '' && sinceText(group.founded, lang)],
        [w.members, group.member_count !== null && words(lang).list.members(formatNumber(group.member_count))],
        [w.number, group.number],
        [w.seeks, text(group.seeks)],
        [w.offers, text(group.offers)],
        [w.rules, text(group.rules)],
        [w.accounts, text(group.accounts)],
        [
          w.representatives,
          group.representatives.length > 0 &&
            list(
              group.representatives.map((one) =>
                actor({ kind: one.kind, name: one.name, kindText: kindWord(lang, one.kind), href: actorPath(one) }),
              ),
            ),
        ],
        [w.declared, time({ text: dayText(group.declared_at, lang), datetime: tokyoDate(group.declared_at) })],
        [w.confirmed, time({ text: dayText(group.confirmed_at, lang), datetime: tokyoDate(group.confirmed_at) })],
      ]),
    },
  )}${group.withdrawn_at === null && section({ title: w.contact, children: contactList(group.contacts, lang) })}${
    group.actor_id && !group.known_at && !group.withdrawn_at && html`<p class="meta">${w.unknownWhat}</p>`
  }<p>${link(reportHref('group', group.id), reportText(lang))}</p>`;
}

function contactList(contacts: Contacts, lang: Lang): Html {
  const f = fieldWords(lang).contacts;
  const given = CONTACT_ITEMS.filter((item) => contacts[item]);
  if (given.length === 0) return html`<p>${words(lang).show.noContact}</p>`;
  return keyValues(given.map((item) => [f[item], linked(contacts[item]!)]));
}
