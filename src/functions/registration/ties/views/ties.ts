/** F7.3 Ties of a group, and of all groups: the picture, the same as a list, what waits for an answer, groups like this one. */
import { lastingRecord, onceField } from '#commons/hubs/index.ts';
import { shortId } from '#kernel/ids.ts';
import { closing, comma, type Lang, opening } from '#kernel/lang.ts';
import type { Problem } from '#kernel/web/visit.ts';
import { actButton, linkButton } from '#ui/button.ts';
import { pageHead, section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { empty, list, listHead, listItem } from '#ui/list.ts';
import { network } from '#ui/network.ts';
import { link } from '#ui/prose.ts';
import { dayText, fieldsForm, groupPath, groupPath as pathOf } from '../../groups/index.ts';
import type { Near, Tie } from '../queries.ts';
import { tieWords } from '../words.ts';

interface Named {
  id: string;
  name: string;
}

function pictureOf(ties: readonly Tie[], lang: Lang, centre?: string): Html {
  const nodes = new Map<string, { id: string; name: string; isCentre?: boolean }>();
  for (const tie of ties) {
    nodes.set(tie.group_id, { id: tie.group_id, name: tie.group_name, isCentre: tie.group_id === centre });
    nodes.set(tie.other_id, { id: tie.other_id, name: tie.other_name, isCentre: tie.other_id === centre });
  }
  return network({
    label: tieWords(lang).picture(ties.length),
    nodes: [...nodes.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
    ties: ties.map((tie) => [tie.group_id, tie.other_id] as const),
  });
}

export interface TiesProps {
  lang: Lang;
  group: Named;
  ties: readonly Tie[];
  like: readonly Near[];
  /** true: the reader speaks for this group */
  isOwn: boolean;
  /** other registered groups the reader speaks for */
  own: readonly Named[];
  problem?: Problem | undefined;
  typed: Record<string, string>;
}

export function tiesMain(props: TiesProps): Html {
  const { lang, group, ties, isOwn } = props;
  const w = tieWords(lang);
  const standing = ties.filter((tie) => tie.confirmed_at);
  const waiting = ties.filter((tie) => !tie.confirmed_at);
  return html`<p class="lead">${w.lead}</p>${
    isOwn &&
    html`<div class="buttons">${linkButton({ href: `${pathOf(group)}/messages`, text: w.messages, icon: 'mail' })}</div>`
  }${
    standing.length === 0
      ? html`<p>${w.none}</p>`
      : html`${pictureOf(standing, lang, group.id)}${list(standing.map((tie) => tieItem(tie, props)))}`
  }${waiting.length > 0 && section({ title: w.waiting, children: list(waiting.map((tie) => waitingItem(tie, props))) })}${askSection(props)}${likeSection(props)}`;
}

function otherOf(tie: Tie, group: Named): Named {
  return tie.group_id === group.id
    ? { id: tie.other_id, name: tie.other_name }
    : { id: tie.group_id, name: tie.group_name };
}

function act(tie: Tie, what: 'confirmation' | 'end', text: string, isQuiet: boolean): Html {
  return actButton({
    action: `/partnerships/${shortId(tie.id)}/${what}`,
    fields: onceField(),
    text,
    small: true,
    ...(isQuiet ? { tone: 'quiet' as const } : {}),
  });
}

function tieItem(tie: Tie, { lang, group, isOwn }: TiesProps): Html {
  const other = otherOf(tie, group);
  return listItem({
    title: other.name,
    href: groupPath(other),
    level: 2,
    body: tie.what,
    ...(tie.confirmed_at ? { meta: dayText(tie.confirmed_at, lang) } : {}),
    ...(isOwn ? { side: act(tie, 'end', tieWords(lang).end, true) } : {}),
  });
}

function waitingItem(tie: Tie, { lang, group }: TiesProps): Html {
  const w = tieWords(lang);
  const other = otherOf(tie, group);
  const isAsked = tie.other_id === group.id;
  return listItem({
    title: isAsked ? w.asks(other.name) : w.asked(other.name),
    href: groupPath(other),
    level: 3,
    body: tie.what,
    side: isAsked
      ? html`${act(tie, 'confirmation', w.confirm, false)}${act(tie, 'end', w.decline, true)}`
      : act(tie, 'end', w.takeBack, true),
  });
}

/** For whoever speaks for another registered group. */
function askSection({ lang, group, own, typed, problem }: TiesProps): Html | false {
  if (own.length === 0) return false;
  const w = tieWords(lang);
  const choices = own.map((one) => ({ value: one.id, text: one.name }));
  return section({
    title: w.askTitle,
    lead: w.askLead,
    children: html`${fieldsForm({
      lang,
      problem,
      action: `${groupPath(group)}/partnerships`,
      note: lastingRecord(lang),
      submit: w.ask,
      tone: 'plain',
      typed: { own: own[0]!.id, ...typed },
      fields: [
        { name: 'own', label: w.own, as: 'select', choices },
        { name: 'what', label: w.what },
      ],
    })}<div class="buttons">${own.map((one) =>
      linkButton({
        href: `${groupPath(one)}/messages/${shortId(group.id)}`,
        text: `${w.write}${opening(lang)}${one.name}${closing(lang)}`,
        icon: 'mail',
      }),
    )}</div>`,
  });
}

function likeSection({ lang, like }: TiesProps): Html | false {
  const w = tieWords(lang);
  return (
    like.length > 0 &&
    section({
      title: w.like,
      lead: w.likeLead,
      children: list(
        like.map((one) =>
          listItem({
            title: one.name,
            href: groupPath(one),
            level: 3,
            body: one.purpose,
            meta: one.areas.join(comma(lang)),
          }),
        ),
      ),
    })
  );
}

export function networkView(lang: Lang, ties: readonly Tie[]): Html {
  const w = tieWords(lang);
  const named = (id: string, name: string) => link(groupPath({ id, name }), name);
  return html`${pageHead({ title: w.networkTitle, lead: w.networkLead })}${
    ties.length === 0
      ? empty({ title: w.none })
      : html`${pictureOf(ties, lang)}${section({
          title: w.list,
          children: html`${listHead({ count: '', data: [{ href: '/group-network.json', text: 'JSON', type: 'application/json' }] })}${list(
            ties.map(
              (tie) =>
                html`${named(tie.group_id, tie.group_name)} ↔ ${named(tie.other_id, tie.other_name)}<br><span class="meta">${tie.what}</span>`,
            ),
          )}`,
        })}`
  }`;
}
