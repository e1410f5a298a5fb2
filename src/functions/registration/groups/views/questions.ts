/** F7.4 Public questions to a group and its answers; F7.2 its history. */
import { actorPath } from '#commons/actors/index.ts';
import { kindWord, lastingRecord, onceField, publicRecord } from '#commons/hubs/index.ts';
import { hiddenStub, reportHref, reportText } from '#commons/moderation/index.ts';
import type { Reader } from '#kernel/context.ts';
import { formatNumber, tokyoDate } from '#kernel/dates.ts';
import { shortId } from '#kernel/ids.ts';
import { closing, colon, comma, type Lang, opening } from '#kernel/lang.ts';
import type { Problem } from '#kernel/web/visit.ts';
import { actButton } from '#ui/button.ts';
import { section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { keyValues, list } from '#ui/list.ts';
import { paragraphs } from '#ui/prose.ts';
import { voice } from '#ui/thread.ts';
import { groupPath } from '../addresses.ts';
import { fieldWords } from '../field-words.ts';
import { CONTACT_ITEMS, type Contacts, type GroupKind, type Typed } from '../group.ts';
import type { GroupVersion, Question, ShownGroup } from '../queries.ts';
import { speaksFor } from '../rules.ts';
import { words } from '../words.ts';
import { fieldsForm } from './forms.ts';
import { dayText, fieldNames, sinceText } from './pieces.ts';

export interface QuestionProps {
  lang: Lang;
  group: ShownGroup;
  questions: readonly Question[];
  reader: Reader | null;
  /** why one can't ask now; null: one can */
  no: string | null;
  /** the reader sits at the counter, and the group has handed its words in on paper */
  isCounter: boolean;
  typed: Typed;
  problem?: Problem | undefined;
}

export function questionsMain(props: QuestionProps): Html {
  const { lang, group, questions, reader, no, typed, problem } = props;
  const w = words(lang).questions;
  const own = speaksFor(reader, group.id) || props.isCounter;
  return html`<p class="lead">${w.lead}</p>${
    questions.length === 0 ? html`<p>${w.none}</p>` : list(questions.map((one) => questionHtml(one, props, own)))
  }${
    !own &&
    section({
      title: w.ask,
      id: 'ask',
      children: no
        ? html`<p>${no}</p>`
        : html`${fieldsForm({
            lang,
            typed,
            problem,
            action: `${groupPath(group)}/questions`,
            note: publicRecord(lang),
            submit: w.ask,
            fields: [{ name: 'body', label: w.body, as: 'area', limit: 600 }],
          })}`,
    })
  }`;
}

function questionHtml(one: Question, { lang, reader, typed, problem }: QuestionProps, own: boolean): Html {
  const w = words(lang).questions;
  const id = shortId(one.id);
  const gone = one.hiding ? hiddenStub(one.hiding, lang) : one.withdrawn_at ? w.withdrawn : null;
  const open = !gone && !one.answered_at;
  const isOwn = open && reader?.acting.id === one.actor.id;
  const answer = one.answered_at
    ? html`<p><strong>${w.answer}</strong> <span class="meta">${dayText(one.answered_at, lang)}</span></p>${paragraphs(one.answer)}`
    : open && html`<p class="meta">${w.waiting}</p>`;
  const { kind, name } = one.actor;
  return html`${voice({
    id: `q-${id}`,
    actor: { kind, name, kindText: kindWord(lang, kind), href: actorPath(one.actor) },
    when: { text: dayText(one.asked_at, lang), datetime: tokyoDate(one.asked_at) },
    body: gone ? '' : paragraphs(one.body),
    gone: gone ?? undefined,
    reason: answer || undefined,
    acts: gone ? [] : [{ href: reportHref('group-question', one.id), text: reportText(lang) }],
  })}${
    isOwn &&
    actButton({
      action: `/group-questions/${id}/withdrawal`,
      fields: onceField(),
      text: w.withdraw,
      tone: 'quiet',
      small: true,
    })
  }${
    own &&
    open &&
    fieldsForm({
      lang,
      typed: typed.question === one.id ? typed : {},
      problem: typed.question === one.id ? problem : undefined,
      prefix: id,
      action: `/group-questions/${id}/answer`,
      note: lastingRecord(lang),
      submit: w.answerSubmit,
      fields: [{ name: 'answer', label: w.answer, as: 'area', limit: 1000 }],
    })
  }`;
}

export function historyMain(lang: Lang, group: ShownGroup, versions: readonly GroupVersion[]): Html {
  const w = words(lang).history;
  if (group.hiding) return html`<p>${w.hidden}</p>`;
  return html`<p class="lead">${w.lead}</p>${versions.map((one) =>
    section({
      title: html`${w.version(one.version)} <span class="meta">${dayText(one.declared_at, lang)}</span>`,
      children: html`${one.version === 1 && group.import_id && html`<p>${w.imported}</p>`}${one.changed !== '' && html`<p>${one.changed}</p>`}${contentOf(one, lang)}`,
    }),
  )}`;
}

interface Content {
  kind?: GroupKind;
  name?: string;
  reading?: string;
  purpose?: string;
  fields?: number[];
  areas?: string[];
  founded?: string;
  memberCount?: number | null;
  number?: string | null;
  rules?: string;
  accounts?: string;
  seeks?: string;
  offers?: string;
  contacts?: Contacts;
}

function contentOf({ content }: GroupVersion, lang: Lang): Html {
  const w = words(lang);
  const f = fieldWords(lang);
  const c = content as Content;
  const contacts = CONTACT_ITEMS.filter((item) => c.contacts?.[item]).map(
    (item) => `${f.contacts[item]}${colon(lang)}${c.contacts![item]}`,
  );
  return keyValues(
    [
      [w.draft.name, c.name && `${c.name}${c.reading ? `${opening(lang)}${c.reading}${closing(lang)}` : ''}`],
      [w.draft.kind, c.kind && f.kinds[c.kind]],
      [w.show.purpose, c.purpose && paragraphs(c.purpose)],
      [w.show.fields, c.fields?.length ? fieldNames(c.fields, lang).join(comma(lang)) : false],
      [w.show.areas, c.areas?.length ? c.areas.join(comma(lang)) : false],
      [w.show.founded, c.founded && sinceText(c.founded, lang)],
      [w.show.members, typeof c.memberCount === 'number' && w.list.members(formatNumber(c.memberCount))],
      [w.show.number, c.number || false],
      [w.show.seeks, c.seeks && paragraphs(c.seeks)],
      [w.show.offers, c.offers && paragraphs(c.offers)],
      [w.show.rules, c.rules && paragraphs(c.rules)],
      [w.show.accounts, c.accounts && paragraphs(c.accounts)],
      [w.show.contact, contacts.length > 0 && contacts.join(comma(lang))],
    ].map(([key, value]): [string, Html | string | false] => [
      key as string,
      (value || false) as Html | string | false,
    ]),
  );
}
