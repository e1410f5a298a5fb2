/** F9.5 同じ趣旨の意見: opinions in nearly the same words beside each other, each to be read and counted like any other. */
import { formatNumber } from '#kernel/dates.ts';
import { colon, type Lang } from '#kernel/lang.ts';
import { chip } from '#ui/chip.ts';
import { pageHead, section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { empty, list } from '#ui/list.ts';
import { pager } from '#ui/pager.ts';
import { link } from '#ui/prose.ts';
import type { AlikeFamily } from '../alike-queries.ts';
import { draftWords } from '../draft-words.ts';
import type { PartFrame } from '../page-queries.ts';
import { words } from '../words.ts';
import { partPath } from './paths.ts';
import { opinionName, quote } from './pieces.ts';

export interface AlikeProps {
  lang: Lang;
  frame: PartFrame;
  families: readonly AlikeFamily[];
  more: boolean;
  after: string | null;
}

export function alikeList({ lang, frame, families, more, after }: AlikeProps): Html {
  const w = draftWords(lang);
  const common = words(lang);
  const part = partPath(frame.round.id, frame.debate);
  const last = families.at(-1);
  return html`${pageHead({ title: w.alike, lead: w.alikeLead, meta: link(part, frame.debate.title) })}${
    frame.alike !== null &&
    html`<p class="list-count">${w.alikeCount(formatNumber(frame.alike), formatNumber(frame.copies ?? 0))}</p>`
  }<p class="meta">${w.alikeHow}</p>${
    families.length === 0
      ? empty({ title: frame.alike === null ? w.alikeNotYet : w.alikeNone })
      : families.map((family) => shownFamily(family, lang))
  }${pager({
    label: common.pages,
    ...(after ? { previous: { href: `${part}/alike`, text: common.first } } : {}),
    ...(more && last ? { next: { href: `${part}/alike?after=${last.id}`, text: common.next } } : {}),
  })}`;
}

function shownFamily({ size, opinions }: AlikeFamily, lang: Lang): Html {
  const w = draftWords(lang);
  const rest = size - opinions.length;
  return section({
    title: `${opinionName(opinions[0]?.number ?? null, lang)}${colon(lang)}${w.family(formatNumber(size))}`,
    children: html`${list(
      opinions.map((opinion) =>
        quote(opinion, lang, { within: 'alike', marks: opinion.copied ? chip('info', w.copied) : null }),
      ),
    )}${rest > 0 && html`<p class="meta">${words(lang).countMore(formatNumber(opinions.length))}</p>`}`,
  });
}
