/** F9.1, X10: the files of a draft: what hangs there, adding one, describing one, taking one off; and where they are shown. */
import {
  type AttachedFile,
  attachedPicture,
  attachments,
  type FileLimits,
  fileHref,
  fileNote,
  labelField,
  sizeText,
  type UploadedFile,
  uploadFields,
} from '#commons/files/index.ts';
import { onceField } from '#commons/hubs/index.ts';
import { closing, type Lang, opening } from '#kernel/lang.ts';
import type { Problem } from '#kernel/web/visit.ts';
import { actButton, button, buttons, linkButton } from '#ui/button.ts';
import { errorAt } from '#ui/error-summary.ts';
import { form, hidden } from '#ui/fields.ts';
import { fileActs } from '#ui/file-list.ts';
import { pageHead, section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { empty, list, listItem } from '#ui/list.ts';
import { notice } from '#ui/notice.ts';
import { confirmPanel } from '#ui/panel.ts';
import type { FileContent } from '../attachment.ts';
import { words } from '../attachment-words.ts';
import type { Draft } from '../drafts.ts';

export interface AttachmentPageProps {
  lang: Lang;
  /** address of this page */
  at: string;
  draft: Draft;
  files: readonly AttachedFile[];
  limits: FileLimits;
  typed: { label: string; kept: readonly UploadedFile[] };
  problem?: Problem | undefined;
}

export function attachmentPage(props: AttachmentPageProps): Html {
  const { lang, at, draft, files, limits, typed, problem } = props;
  const w = words(lang);
  const errors = problem?.items ?? [];
  const isFull = files.length >= limits.most;
  return html`${pageHead({ title: w.title, lead: w.lead, meta: w.draft(draft.fields.title || w.untitled) })}${section({
    title: w.there,
    ...(files.length > 0 ? { lead: w.count(files.length, limits.most) } : {}),
    children:
      files.length > 0
        ? list(files.map((file, index) => row(file, index, files.length, at, lang)))
        : empty({ title: w.none }),
  })}${section({
    title: w.add,
    children: isFull
      ? notice({ tone: 'info', title: w.full(limits.most) })
      : form({
          action: at,
          files: true,
          label: w.add,
          children: html`${onceField()}${uploadFields({
            lang,
            limits,
            kept: typed.kept,
            label: typed.label,
            fileError: errorAt(errors, 'file'),
            labelError: errorAt(errors, 'label'),
          })}`,
          buttons: button({ text: w.addAct, tone: 'main', icon: 'attach' }),
        }),
  })}<p>${linkButton({ href: `/proposal-drafts/${draft.id}`, text: w.backToDraft })}</p>`;
}

function row(file: AttachedFile, index: number, count: number, at: string, lang: Lang): Html {
  const w = words(lang);
  const one = `${at}/${file.id}`;
  const text = (what: string) =>
    html`${what}<span class="visually-hidden">${opening(lang)}${file.label}${closing(lang)}</span>`;
  const step = (to: 'up' | 'down') =>
    actButton({
      action: `${one}/place`,
      fields: html`${onceField()}${hidden('to', to)}`,
      text: text(w[to]),
      small: true,
    });
  return html`${listItem({
    title: file.label,
    ...(file.kind === 'document' ? { href: fileHref(file) } : { body: attachedPicture(file) }),
    meta: fileNote(file, lang),
  })}${fileActs(
    linkButton({ href: `${one}/label`, text: text(w.describe), small: true }),
    index > 0 && step('up'),
    index < count - 1 && step('down'),
    linkButton({ href: `${one}/removal`, text: text(w.removeAct), small: true }),
  )}`;
}

export interface DescribePageProps {
  lang: Lang;
  at: string;
  file: AttachedFile;
  typed: string;
  problem?: Problem | undefined;
}

export function describePage({ lang, at, file, typed, problem }: DescribePageProps): Html {
  const w = words(lang);
  return html`${pageHead({ title: w.describe, meta: fileNote(file, lang) })}${
    file.kind === 'picture' && attachedPicture(file)
  }${form({
    action: `${at}/${file.id}/label`,
    children: html`${onceField()}${labelField(typed, 'label', errorAt(problem?.items ?? [], 'label'), lang)}`,
    buttons: buttons(button({ text: w.describeAct, tone: 'main' }), linkButton({ href: at, text: w.back })),
  })}`;
}

export function removalPage({ lang, at, file }: { lang: Lang; at: string; file: AttachedFile }): Html {
  const w = words(lang);
  return confirmPanel({
    title: w.remove,
    content: html`<p><strong>${file.label}</strong>${opening(lang)}${fileNote(file, lang)}${closing(lang)}</p>${file.kind === 'picture' && attachedPicture(file)}`,
    consequences: w.removeText,
    action: `${at}/${file.id}/removal`,
    fields: onceField(),
    confirm: { text: w.removeAct },
    cancel: { href: at, text: w.back },
  });
}

/** On a proposal, a shared draft (`key`: its link) or a preview; null without files. */
export function attachedSection(files: readonly AttachedFile[], lang: Lang, key?: string): Html | null {
  if (files.length === 0) return null;
  return section({ title: words(lang).section, children: attachments(files, lang, key) });
}

/** On the page of the versions. */
export function attachedToVersion(files: readonly AttachedFile[], lang: Lang): Html | null {
  if (files.length === 0) return null;
  return section({ title: words(lang).ofVersion, children: attachments(files, lang) });
}

/** In the published document: what was attached, and the hashes by which a copy can be checked. */
export function frozenFiles(files: readonly FileContent[], lang: Lang): Html | null {
  if (files.length === 0) return null;
  const w = words(lang);
  return html`<h3>${w.section}</h3><ul>${files.map(
    (file) =>
      html`<li>${file.title}${opening(lang)}${sizeText(file.bytes)}${closing(lang)}<br>SHA-256 <code>${file.sha256}</code></li>`,
  )}</ul>`;
}

/** What publishing means for them, among the consequences. */
export function publicFiles(files: readonly AttachedFile[], lang: Lang): string[] {
  return files.length > 0 ? [words(lang).record] : [];
}

/** On the page of a draft: how many there are, and the way to them, on which what was typed is saved first. */
export function draftAttachments(files: readonly AttachedFile[], lang: Lang): Html {
  const w = words(lang);
  return section({
    title: w.onDraft,
    lead: w.onDraftHint,
    children: html`${
      files.length > 0 &&
      html`<ul>${files.map((file) => html`<li>${file.label}${opening(lang)}${fileNote(file, lang)}${closing(lang)}</li>`)}</ul>`
    }${button({ text: w.toDraft, name: 'next', value: 'attachments', icon: 'attach' })}`,
  });
}
