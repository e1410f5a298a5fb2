/** F9.7 The draft on the desk: what it says, comments, approvals, publication. */
import { formWords, onceField } from '#commons/hubs/index.ts';
import { formatDateTime } from '#kernel/dates.ts';
import { shortId } from '#kernel/ids.ts';
import type { Lang } from '#kernel/lang.ts';
import { button } from '#ui/button.ts';
import { chip } from '#ui/chip.ts';
import { form, hidden, textArea } from '#ui/fields.ts';
import { section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { list } from '#ui/list.ts';
import { paragraphs, prose } from '#ui/prose.ts';
import type { Draft, DraftNote } from '../desk-queries.ts';
import { insideWords } from '../inside-words.ts';
import { type DeskProps, draftFacts, editLink } from './desk.ts';

export function draftSection(props: DeskProps): Html | null {
  const { lang, seen, may, subject } = props;
  const w = insideWords(lang);
  const { draft } = seen;
  if (!draft) {
    if (!may.write) return null;
    return section({
      title: w.draft,
      id: 'draft',
      act: editLink(subject, w.write),
      children: html`<p>${w.noDraft}</p>`,
    });
  }
  const at = formatDateTime(new Date(draft.saved_at), lang, 'short');
  return html`${section({
    title: w.draft,
    id: 'draft',
    act: may.write && editLink(subject, w.edit),
    children: prose([
      html`<p>${chip('info', w.inside, false)} ${w.version(draft.version, draft.person_name, at)}</p>`,
      paragraphs(draft.fields.reason || w.empty),
      draftFacts(draft, lang),
    ]),
  })}${notesSection(draft, props)}${may.publish && publishSection(draft, props)}`;
}

function notesSection(draft: Draft, { lang, may, typed }: DeskProps): Html {
  const w = insideWords(lang);
  const at = `/answer-drafts/${shortId(draft.id)}`;
  return section({
    title: w.notes,
    id: 'notes',
    children: html`${draft.notes.length === 0 ? html`<p>${w.noNotes}</p>` : list(draft.notes.map((note) => noteLine(note, lang)))}${
      may.comment &&
      form({
        action: `${at}/comments`,
        label: w.comment,
        children: html`${onceField()}${hidden('draftVersion', draft.version)}${textArea(
          { name: 'body', id: 'comment-body', label: w.comment, required: true, rows: 3, value: typed.comment ?? '' },
          formWords(lang),
        )}`,
        buttons: button({ text: w.commentAct }),
      })
    }${
      may.approve &&
      form({
        action: `${at}/approvals`,
        label: w.approve,
        children: html`<h3>${w.approve}</h3><p class="meta">${w.approveLead}</p>${onceField()}${hidden('draftVersion', draft.version)}`,
        buttons: button({ text: w.approveAct }),
      })
    }`,
  });
}

function noteLine(note: DraftNote, lang: Lang): Html {
  const w = insideWords(lang);
  const meta = `${note.person_name}・${formatDateTime(new Date(note.written_at), lang, 'short')}`;
  return prose([
    html`<p>${note.approves ? chip('ok', w.approved(note.version)) : chip('info', w.comment, false)} ${meta}</p>`,
    note.body !== '' && paragraphs(note.body),
  ]);
}

function publishSection(draft: Draft, { lang, subject, approvalAsked }: DeskProps): Html {
  const w = insideWords(lang);
  return section({
    title: w.publish,
    id: 'publish',
    children: form({
      action: `/answer-drafts/${shortId(draft.id)}/publication`,
      label: w.publish,
      children: html`<p>${approvalAsked ? w.approvalAsked : w.approvalFree}</p><p class="meta">${w.publishLead}</p>${onceField()}${hidden(
        'draftVersion',
        draft.version,
      )}${hidden('version', subject.version)}`,
      buttons: button({ text: w.publishAct, tone: 'main' }),
    }),
  });
}
