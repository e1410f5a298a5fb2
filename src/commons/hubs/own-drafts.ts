/** What somebody has begun and not finished, at the foot of the page where one begins: each is gone on with, or thrown away. */
import { formatDateTime } from '#kernel/dates.ts';
import { closing, type Lang, opening } from '#kernel/lang.ts';
import { actButton } from '#ui/button.ts';
import { section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { list, listItem } from '#ui/list.ts';
import { onceField } from './page.ts';

export interface OwnDraftsProps {
  lang: Lang;
  title: string;
  drafts: readonly { title: string; href: string; removal: string; saved_at: Date; about?: string }[];
  discard: string;
}

export function ownDrafts({ lang, title, drafts, discard }: OwnDraftsProps): Html | false {
  if (drafts.length === 0) return false;
  const items = drafts.map((draft) =>
    listItem({
      title: draft.title,
      href: draft.href,
      level: 3,
      meta: html`${draft.about !== undefined && html`${draft.about}・`}${formatDateTime(draft.saved_at, lang, 'short')}`,
      side: actButton({
        action: draft.removal,
        fields: onceField(),
        // Read aloud, ten buttons of one name say nothing about what they throw away.
        text: html`${discard}<span class="visually-hidden">${opening(lang)}${draft.title}${closing(lang)}</span>`,
        tone: 'quiet',
        small: true,
      }),
    }),
  );
  return section({ title, children: list(items) });
}
