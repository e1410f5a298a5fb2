/** P1, P4: an actor's public page: kind in shape and words, what it says of itself, and what it did. */
import { kindWord } from '#commons/hubs/index.ts';
import { hiddenStub, reportHref, reportText } from '#commons/moderation/index.ts';
import type { Reader } from '#kernel/context.ts';
import { formatDate, tokyoDate } from '#kernel/dates.ts';
import { shortId } from '#kernel/ids.ts';
import type { Lang } from '#kernel/lang.ts';
import { actor } from '#ui/actor.ts';
import { actButton, linkButton } from '#ui/button.ts';
import { hidden } from '#ui/fields.ts';
import { pageHead, section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { keyValues, list } from '#ui/list.ts';
import { notice } from '#ui/notice.ts';
import { link, paragraphs, prose, time } from '#ui/prose.ts';
import type { ShownActor } from '../queries.ts';
import { maySeeMembers, roleIn } from '../rules.ts';
import { words } from '../words.ts';
import { actorLink, actorPath } from './actor-badge.ts';

export interface ProfileProps {
  lang: Lang;
  actor: ShownActor;
  reader: Reader | null;
  /** the button with which it is followed */
  follow: Html | null;
  /** what the functions show of this actor */
  sections: readonly Html[];
}

export function profileView({ lang, actor: shown, reader, follow, sections }: ProfileProps): Html {
  const w = words(lang).show;
  const badge = actor({ kind: shown.kind, name: shown.name, kindText: kindWord(lang, shown.kind) });
  return html`${pageHead({ title: shown.name, above: badge })}${follow}${ownActs(lang, shown, reader)}${section({
    title: w.about,
    children: prose([about(lang, shown), facts(lang, shown)]),
  })}${ties(lang, shown)}${sections}`;
}

function about(lang: Lang, shown: ShownActor): Html {
  if (shown.hiding) return html`<p>${hiddenStub(shown.hiding, lang)}</p>`;
  if (shown.about === '') return html`<p>${words(lang).show.noAbout}</p>`;
  return html`${paragraphs(shown.about)}<p>${link(reportHref('actor', shown.id), reportText(lang))}</p>`;
}

function facts(lang: Lang, shown: ShownActor): Html {
  const w = words(lang).show;
  return keyValues([
    [w.since, time({ text: formatDate(shown.created_at, lang), datetime: tokyoDate(shown.created_at) })],
  ]);
}

function ties(lang: Lang, shown: ShownActor): Html | false {
  const w = words(lang).show;
  if (shown.kind === 'person' && shown.tied.length === 0) return false;
  return section({
    title: shown.kind === 'person' ? w.represents : w.representatives,
    children:
      shown.tied.length === 0
        ? html`<p>${w.noRepresentatives}</p>`
        : list(shown.tied.map((tie) => actorLink(tie, lang))),
  });
}

function ownActs(lang: Lang, shown: ShownActor, reader: Reader | null): Html | false {
  const w = words(lang).show;
  if (reader?.person.id === shown.id) {
    return notice({
      tone: 'info',
      title: w.own,
      actions: linkButton({ href: '/account', text: w.edit, icon: 'edit' }),
    });
  }
  if (!maySeeMembers(roleIn(reader, shown.id))) return false;
  const actAs =
    reader?.acting.id !== shown.id &&
    actButton({
      action: '/acting-as',
      fields: html`${hidden('actor', shown.id)}${hidden('back', encodeURI(actorPath(shown)))}`,
      text: w.actAs,
      icon: 'swap',
    });
  const members = linkButton({ href: `/organisations/${shortId(shown.id)}/members`, text: w.members, icon: 'group' });
  return html`<div class="buttons">${members}${actAs}</div>`;
}
