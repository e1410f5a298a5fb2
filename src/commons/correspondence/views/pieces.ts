/** X4 What stands beside letters: what happens with them when they are reported, and what whoever got one can do at once. */
import { onceField } from '#commons/hubs/index.ts';
import { reportHref } from '#commons/moderation/index.ts';
import { shortId } from '#kernel/ids.ts';
import type { Lang } from '#kernel/lang.ts';
import { actButton, buttons, linkButton } from '#ui/button.ts';
import { hidden } from '#ui/fields.ts';
import { type Html, html } from '#ui/html.ts';
import { link } from '#ui/prose.ts';
import { words } from '../words.ts';

/** At the point where one writes. */
export function letterNote(lang: Lang): Html {
  return html`<p class="meta">${words(lang).note}</p>`;
}

/** To the list of those one hears no more from. */
export function blocksLink(lang: Lang): Html {
  return link('/letter-blocks', words(lang).blocks);
}

/** Instead of the words of a letter that was hidden. */
export function hiddenLetterText(lang: Lang): Html {
  return html`<p class="meta">${words(lang).hidden}</p>`;
}

/** Below a letter that came: reporting it, hearing no more from whoever sent it. */
export function letterActs({ kind, id, isHidden }: { kind: string; id: string; isHidden: boolean }, lang: Lang): Html {
  const w = words(lang);
  const block = actButton({
    action: '/letter-blocks',
    fields: html`${onceField()}${hidden('kind', kind)}${hidden('id', shortId(id))}`,
    text: w.block,
    small: true,
  });
  const report = linkButton({ text: w.report, href: reportHref(kind, id), icon: 'flag', small: true });
  return isHidden ? buttons(block) : buttons(report, block);
}
