/** F1.3 What readers of a site wrote, for its editors: new ones first, with what may be done about each. */
import { blocksLink, hiddenLetterText, letterActs } from '#commons/correspondence/index.ts';
import { onceField } from '#commons/hubs/index.ts';
import { formatDateTime } from '#kernel/dates.ts';
import { shortId } from '#kernel/ids.ts';
import { closing, type Lang, opening } from '#kernel/lang.ts';
import { actButton, buttons, linkButton } from '#ui/button.ts';
import { chip } from '#ui/chip.ts';
import { hidden } from '#ui/fields.ts';
import { pageHead } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { empty, list, listItem } from '#ui/list.ts';
import { pager } from '#ui/pager.ts';
import { paragraphs } from '#ui/prose.ts';
import { KEPT_DAYS } from '../message.ts';
import type { SiteMessage } from '../queries.ts';
import { contactWords } from '../words.ts';

export interface InboxProps {
  lang: Lang;
  at: string;
  title: string;
  messages: readonly SiteMessage[];
  older: string | null;
  isLater: boolean;
}

export function inboxView({ lang, at, title, messages, older, isLater }: InboxProps): Html {
  const w = contactWords(lang);
  return html`${pageHead({ title: w.inbox, lead: w.inboxLead(title, KEPT_DAYS) })}<p>${blocksLink(lang)}</p>${
    messages.length === 0 ? empty({ title: w.none }) : list(messages.map((one) => messageItem(one, lang)))
  }${pager({
    label: w.pages,
    ...(isLater ? { previous: { href: at, text: w.newest } } : {}),
    ...(older ? { next: { href: `${at}?before=${older}`, text: w.older } } : {}),
  })}`;
}

function messageItem(one: SiteMessage, lang: Lang): Html {
  const w = contactWords(lang);
  const at = `/site-messages/${shortId(one.id)}`;
  const mark = (as: string, text: string) =>
    actButton({ action: `${at}/mark`, fields: html`${onceField()}${hidden('as', as)}`, text, small: true });
  const subject = encodeURIComponent(`Re: ${one.subject || w.mail.noSubject}`);
  const state = one.answered_at ? chip('ok', w.answered) : one.read_at ? chip('info', w.read) : chip('on', w.isNew);
  return listItem({
    title: one.subject || w.mail.noSubject,
    level: 2,
    above: state,
    body: html`<p>${one.name}${opening(lang)}${one.email}${closing(lang)}</p>${one.is_hidden ? hiddenLetterText(lang) : paragraphs(one.body)}${letterActs(
      { kind: 'site-message', id: one.id, isHidden: one.is_hidden },
      lang,
    )}`,
    meta: html`${formatDateTime(one.sent_at, lang, 'short')}${one.answered_by_name && html`・${w.answeredBy(one.answered_by_name)}`}`,
    side: buttons(
      linkButton({ href: `mailto:${one.email}?subject=${subject}`, text: w.answer, small: true, icon: 'mail' }),
      ...(one.answered_at ? [mark('open', w.notAnswered)] : [mark('answered', w.markAnswered)]),
      ...(one.read_at || one.answered_at ? [] : [mark('read', w.markRead)]),
      actButton({ action: `${at}/removal`, fields: onceField(), text: w.remove, tone: 'quiet', small: true }),
    ),
  });
}
