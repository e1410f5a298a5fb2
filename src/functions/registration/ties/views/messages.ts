/** F7.3 Letters between groups. */
import { blocksLink, hiddenLetterText, letterActs, letterNote } from '#commons/correspondence/index.ts';
import { formatDateTime } from '#kernel/dates.ts';
import { shortId } from '#kernel/ids.ts';
import type { Lang } from '#kernel/lang.ts';
import type { Problem } from '#kernel/web/visit.ts';
import { pageHead } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { list, listItem } from '#ui/list.ts';
import { paragraphs } from '#ui/prose.ts';
import { fieldsForm, groupPath } from '../../groups/index.ts';
import { type Conversation, MESSAGE_MAX, type Message } from '../messages.ts';
import { tieWords } from '../words.ts';

interface Named {
  id: string;
  name: string;
}

export function conversationsView(lang: Lang, own: Named, all: readonly Conversation[]): Html {
  const w = tieWords(lang);
  const newest = [...all].sort((a, b) => b.sent_at.getTime() - a.sent_at.getTime());
  return html`${pageHead({ title: w.messages, lead: w.messagesLead(own.name) })}<p>${blocksLink(lang)}</p>${
    all.length === 0
      ? html`<p>${w.noMessages}</p>`
      : list(
          newest.map((one) =>
            listItem({
              title: one.name,
              href: `${groupPath(own)}/messages/${shortId(one.id)}`,
              level: 2,
              body: one.body.length > 100 ? `${one.body.slice(0, 100)}…` : one.body,
              meta: `${one.is_own ? own.name : one.name}・${formatDateTime(one.sent_at, lang, 'short')}`,
            }),
          ),
        )
  }`;
}

export function conversationView(props: {
  lang: Lang;
  own: Named;
  other: Named;
  messages: readonly Message[];
  typed: Record<string, string>;
  problem?: Problem | undefined;
}): Html {
  const { lang, own, other, messages, typed, problem } = props;
  const w = tieWords(lang);
  return html`${pageHead({ title: w.conversation(other.name), lead: w.conversationLead })}${fieldsForm({
    lang,
    typed,
    problem,
    action: `${groupPath(own)}/messages/${shortId(other.id)}`,
    submit: w.send,
    fields: [{ name: 'body', label: w.body, as: 'area', limit: MESSAGE_MAX }],
    note: letterNote(lang),
  })}${
    messages.length === 0
      ? html`<p>${w.noMessages}</p>`
      : list(
          messages.map((one) =>
            listItem({
              title: one.from_name,
              level: 2,
              body: html`${one.is_hidden ? hiddenLetterText(lang) : paragraphs(one.body)}${
                one.from_id !== own.id &&
                letterActs({ kind: 'group-message', id: one.id, isHidden: one.is_hidden }, lang)
              }`,
              meta: formatDateTime(one.sent_at, lang, 'short'),
            }),
          ),
        )
  }`;
}
