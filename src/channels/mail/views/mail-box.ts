import { formatDateTime, tokyoDateTime } from '#kernel/dates.ts';
import type { Lang } from '#kernel/lang.ts';
import { pageHead } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { empty, keyValues, list, listItem } from '#ui/list.ts';
import { link, paragraphs, time } from '#ui/prose.ts';
import type { KeptMail } from '../queries.ts';
import { words } from '../words.ts';

function stateOf(lang: Lang, mail: KeptMail): string {
  const w = words(lang);
  if (mail.sent_at) return w.sent;
  return mail.last_error === null ? w.waiting : w.failed(mail.last_error);
}

const when = (lang: Lang, at: Date): Html =>
  time({ text: formatDateTime(at, lang, 'short'), datetime: tokyoDateTime(at) });

export function mailListView(lang: Lang, mails: readonly KeptMail[]): Html {
  const w = words(lang);
  const items = mails.map((mail) =>
    listItem({
      title: mail.subject,
      href: `/dev/mail/${mail.id}`,
      level: 2,
      meta: html`${mail.recipient} ${when(lang, mail.created_at)} ${stateOf(lang, mail)}`,
    }),
  );
  return html`${pageHead({ title: w.title, lead: w.lead })}${
    items.length === 0 ? empty({ title: w.empty, body: w.emptyTry }) : list(items)
  }`;
}

/** One letter with its links, as its reader would follow them. */
export function mailView(lang: Lang, mail: KeptMail): Html {
  const w = words(lang);
  const facts = keyValues([
    [w.to, mail.recipient],
    [w.at, when(lang, mail.created_at)],
    [w.state, stateOf(lang, mail)],
  ]);
  return html`${pageHead({ title: mail.subject })}${facts}<article class="prose">${paragraphs(mail.body_text)}</article><ul class="links"><li>${link(
    `/dev/mail/${mail.id}/text`,
    w.asText,
  )}</li>${mail.body_html !== null && html`<li>${link(`/dev/mail/${mail.id}/html`, w.asHtml)}</li>`}<li>${link('/dev/mail', w.back)}</li></ul>`;
}
