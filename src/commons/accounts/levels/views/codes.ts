import { onceField } from '#commons/hubs/index.ts';
import type { Hub } from '#kernel/context.ts';
import { formatDate, formatDateTime } from '#kernel/dates.ts';
import { shortId } from '#kernel/ids.ts';
import type { Lang } from '#kernel/lang.ts';
import { actButton, buttons, linkButton } from '#ui/button.ts';
import { pageHead, section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { notice } from '#ui/notice.ts';
import { prose, time } from '#ui/prose.ts';
import { table } from '#ui/table.ts';
import type { OpenCode } from '../desk-code.ts';
import { levelWords } from '../words.ts';

export interface CodesProps {
  lang: Lang;
  hub: Hub;
  /** the reader speaks for the secretariat now */
  isDesk: boolean;
  open: readonly OpenCode[];
  /** the code just made; shown this once */
  given: string | null;
  until: Date;
  just: string;
}

export function codesView(props: CodesProps): Html {
  const { lang, isDesk, just } = props;
  const w = levelWords(lang).codes;
  const head = pageHead({ title: w.title, lead: w.lead });
  if (!isDesk)
    return html`${head}${notice({ tone: 'info', title: w.asDesk, actions: linkButton({ href: '/acting-as?back=/desk-codes', text: w.toActingAs }) })}`;
  return html`${head}${just === 'taken-back' && notice({ tone: 'success', title: w.takenBack, live: true })}${givenCode(props)}${buttons(
    // Without a number of its own: the same form sent twice gives two codes, of which one is shown, and never one that isn't kept.
    actButton({ action: '/desk-codes', text: w.give, tone: 'main', icon: 'add' }),
  )}${openList(props)}`;
}

function givenCode({ lang, hub, given, until }: CodesProps): Html | false {
  const w = levelWords(lang).codes;
  if (given === null) return false;
  const slip = w.slip(hub.name[lang], `${hub.origin}/account/citizenship`, formatDate(until, lang, 'short'));
  return notice({
    tone: 'success',
    title: w.given,
    body: html`<p class="big-code"><code>${given}</code></p><p>${slip}</p><p>${w.once}</p>`,
    live: true,
  });
}

function openList({ lang, open }: CodesProps): Html {
  const w = levelWords(lang).codes;
  const rows = open.map(({ id, madeAt, expiresAt }) => {
    const at = formatDateTime(madeAt, lang, 'short');
    return [
      time({ text: at, datetime: madeAt.toISOString() }),
      time({ text: formatDate(expiresAt, lang, 'short'), datetime: expiresAt.toISOString() }),
      actButton({
        action: `/desk-codes/${shortId(id)}/withdrawal`,
        fields: onceField(),
        text: html`<span aria-hidden="true">${w.takeBack}</span><span class="visually-hidden">${w.takeBackOf(at)}</span>`,
        small: true,
      }),
    ];
  });
  const columns = [{ text: w.made }, { text: w.until }, { text: w.takeBack }];
  const body =
    rows.length === 0 ? html`<p>${w.none}</p>` : table({ caption: w.open, captionHidden: true, columns, rows });
  return section({ title: w.open, children: prose(body) });
}
