import { formatDate, formatDateTime, tokyoDate } from '#kernel/dates.ts';
import type { Lang } from '#kernel/lang.ts';
import { actButton } from '#ui/button.ts';
import { hidden } from '#ui/fields.ts';
import { section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { prose, time } from '#ui/prose.ts';
import { table } from '#ui/table.ts';
import { deviceWords } from '../device-name.ts';
import { safetyWords } from '../safety-words.ts';
import type { SessionItem } from '../sessions.ts';
import { words } from '../words.ts';

/** 「パスワードと確認コード」 */
function methodWords(lang: Lang, { method, second }: Pick<SessionItem, 'method' | 'second'>): string {
  const w = safetyWords(lang).methods;
  const isOneAct = second === null || method === 'passkey' || method === 'hand-over' || second === 'outside';
  return isOneAct ? w.of[method] : w.both(w.of[method], w.seconds[second]);
}

/** Every session of the account, each with a button that ends it. */
export function sessionList(lang: Lang, sessions: readonly SessionItem[]): Html {
  const w = words(lang).account;
  const day = (at: Date) => time({ text: formatDate(at, lang, 'short'), datetime: tokyoDate(at) });
  // Several of one day are told apart by the time, which is also in the letter about a new device.
  const moment = (at: Date) => time({ text: formatDateTime(at, lang, 'short'), datetime: at.toISOString() });
  const rows = sessions.map((session) => {
    const name = deviceWords(lang, session.device);
    const end = session.isThisOne
      ? actButton({ action: '/sign-out', text: w.signOut, small: true })
      : actButton({
          action: '/account/sessions',
          fields: hidden('session', session.id),
          text: html`<span aria-hidden="true">${w.end}</span><span class="visually-hidden">${w.endThis(name)}</span>`,
          small: true,
        });
    const title = session.isThisOne ? html`${name} <strong>${w.thisOne}</strong>` : name;
    return [title, methodWords(lang, session), moment(session.openedAt), day(session.lastSeenAt), end];
  });
  return section({
    title: w.sessions,
    lead: w.sessionsText,
    children: prose([
      table({
        caption: w.sessions,
        captionHidden: true,
        columns: [
          { text: w.device },
          { text: safetyWords(lang).methods.column },
          { text: w.opened },
          { text: w.lastSeen },
          { text: w.end },
        ],
        rows,
      }),
      actButton({
        action: '/account/sessions',
        fields: hidden('session', 'all'),
        text: w.endAll,
        icon: 'sign-out',
      }),
    ]),
  });
}
