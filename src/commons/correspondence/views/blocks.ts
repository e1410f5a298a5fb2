/** X4 Whom one hears no more from. */
import { onceField } from '#commons/hubs/index.ts';
import { formatDate, tokyoDate } from '#kernel/dates.ts';
import { shortId } from '#kernel/ids.ts';
import type { Lang } from '#kernel/lang.ts';
import { actButton } from '#ui/button.ts';
import { pageHead } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { list, listItem } from '#ui/list.ts';
import type { Block } from '../blocks.ts';
import { words } from '../words.ts';

export function blocksView(lang: Lang, blocks: readonly Block[]): Html {
  const w = words(lang);
  return html`${pageHead({ title: w.blocks, lead: w.lead })}${
    blocks.length === 0
      ? html`<p>${w.none}</p>`
      : list(
          blocks.map((block) =>
            listItem({
              title: block.sender_name,
              level: 2,
              meta: `${w.of(block.receiver_name)}・${w.since(formatDate(tokyoDate(block.at), lang, 'short'))}`,
              side: actButton({
                action: `/letter-blocks/${shortId(block.id)}/removal`,
                fields: onceField(),
                text: w.lift,
                small: true,
              }),
            }),
          ),
        )
  }`;
}
