/** F1.1 話を聞きたい: the form below an entry, one's conversations, one of them. */
import { blocksLink, hiddenLetterText, letterActs, letterNote } from '#commons/correspondence/index.ts';
import { fieldsForm } from '#functions/registration/groups/index.ts';
import { formatDateTime } from '#kernel/dates.ts';
import type { Lang } from '#kernel/lang.ts';
import type { Problem } from '#kernel/web/visit.ts';
import { pageHead, section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { list, listItem } from '#ui/list.ts';
import { link, paragraphs } from '#ui/prose.ts';
import { entryPath, letterHref } from '../addresses.ts';
import { LIMITS, type Typed } from '../entry.ts';
import type { ListedConversation, ShownConversation } from '../letters.ts';
import type { ShownEntry } from '../queries.ts';
import { words } from '../words.ts';

/** `no`: why one can't write now, as a sentence; null: one can. `from`: the name the letter goes under. */
export function askSection(
  entry: ShownEntry,
  props: { lang: Lang; no: string | null; from: string; typed: Typed; problem?: Problem | undefined },
): Html {
  const { lang, no, from, typed, problem } = props;
  const w = words(lang).show;
  return section({
    title: w.ask,
    id: 'ask',
    ...(no ? {} : { lead: w.askLead(from) }),
    children: no
      ? html`<p>${no}</p>`
      : fieldsForm({
          lang,
          typed,
          problem,
          action: `${entryPath(entry)}/letters`,
          submit: w.send,
          fields: [{ name: 'body', label: w.body, as: 'area', limit: LIMITS.letter }],
          note: letterNote(lang),
        }),
  });
}

export function conversationsView(lang: Lang, all: readonly ListedConversation[]): Html {
  const w = words(lang).letters;
  return html`${pageHead({ title: w.title, lead: w.lead })}<p>${blocksLink(lang)}</p>${
    all.length === 0
      ? html`<p>${w.none}</p>`
      : list(
          all.map((one) =>
            listItem({
              title: one.title,
              href: letterHref(one.entry_id, one.asker_id),
              level: 2,
              body: one.body.length > 100 ? `${one.body.slice(0, 100)}…` : one.body,
              meta: `${one.asker_name} ⇄ ${one.poster_name}・${formatDateTime(one.at, lang, 'short')}`,
            }),
          ),
        )
  }`;
}

export function conversationView(props: {
  lang: Lang;
  shown: ShownConversation;
  typed: Typed;
  problem?: Problem | undefined;
}): Html {
  const { lang, shown, typed, problem } = props;
  const { entry, asker, letters, isPoster } = shown;
  const w = words(lang).letters;
  const mayWrite = isPoster || entry.isOpen;
  return html`${pageHead({ title: w.conversation(entry.title), lead: w.conversationLead(asker.name, entry.actor_name), meta: link(entryPath(entry), entry.title) })}${
    mayWrite
      ? fieldsForm({
          lang,
          typed,
          problem,
          action: letterHref(entry.id, asker.id),
          submit: w.send,
          fields: [
            { name: 'body', label: isPoster ? w.answer : words(lang).show.body, as: 'area', limit: LIMITS.letter },
          ],
          note: letterNote(lang),
        })
      : html`<p>${w.closed}</p>`
  }${list(
    letters.map((one) =>
      listItem({
        title: one.actor_name,
        level: 2,
        body: html`${one.is_hidden ? hiddenLetterText(lang) : paragraphs(one.body)}${
          one.actor_id === (isPoster ? asker.id : entry.actor_id) &&
          letterActs({ kind: 'entry-letter', id: one.id, isHidden: one.is_hidden }, lang)
        }`,
        meta: formatDateTime(one.at, lang, 'short'),
      }),
    ),
  )}`;
}
