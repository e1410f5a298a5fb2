/** F1.4 The place of the audience before anybody presents: what it will be, from when, and who can open it. */
import { formatDateTime } from '#kernel/dates.ts';
import type { Lang } from '#kernel/lang.ts';
import { linkButton } from '#ui/button.ts';
import { pageHead } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { keyValues } from '#ui/list.ts';
import { showcasePath } from '../addresses.ts';
import { liveWords } from '../live-words.ts';
import type { ShownShowcase } from '../queries.ts';
import { isCallOpen, isLive, LIVE_AFTER, LIVE_BEFORE, stateOf } from '../rules.ts';
import { words } from '../words.ts';
import { lastDayText, stateChip } from './pieces.ts';

export function waitingView({ lang, now, showcase }: { lang: Lang; now: Date; showcase: ShownShowcase }): Html {
  const w = liveWords(lang).waiting;
  const state = stateOf(showcase, now);
  const from = new Date(showcase.starts_at.getTime() - LIVE_BEFORE);
  const to = new Date(showcase.ends_at.getTime() + LIVE_AFTER);
  const span = `${formatDateTime(from, lang)}${words(lang).dash}${formatDateTime(to, lang, 'short')}`;
  const isOver = state === 'cancelled' || (now >= showcase.starts_at && !isLive(showcase, now));
  return html`${pageHead({ above: stateChip(showcase, now, lang), title: w.title, lead: isOver ? w.nothing : w.lead })}${
    !isOver &&
    keyValues([
      [w.what, w.whatText],
      [w.when, span],
      [w.who, w.whoText],
      [w.programme, isCallOpen(showcase, now) ? w.calling(lastDayText(showcase.call_until, lang)) : w.open],
    ])
  }<p>${linkButton({ text: liveWords(lang).back, href: showcasePath(showcase) })}</p>`;
}
