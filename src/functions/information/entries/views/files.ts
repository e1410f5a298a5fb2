/** F1.1, X10 The third step: pictures and documents of a draft, each with its words. */
import {
  type AttachedFile,
  attachedPicture,
  type FileLimits,
  fileHref,
  fileNote,
  type UploadedFile,
  uploadFields,
} from '#commons/files/index.ts';
import { onceField } from '#commons/hubs/index.ts';
import { closing, type Lang, opening } from '#kernel/lang.ts';
import type { Problem } from '#kernel/web/visit.ts';
import { actButton, button, linkButton } from '#ui/button.ts';
import { errorAt } from '#ui/error-summary.ts';
import { form } from '#ui/fields.ts';
import { fileActs } from '#ui/file-list.ts';
import { section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { list, listItem } from '#ui/list.ts';
import { notice } from '#ui/notice.ts';
import { draftPath } from '../addresses.ts';
import type { EntryDraft } from '../drafts.ts';
import { words } from '../words.ts';
import { draftHead, FILES_STEP } from './draft.ts';

export interface FilesProps {
  lang: Lang;
  draft: EntryDraft;
  files: readonly AttachedFile[];
  limits: FileLimits;
  typed: { label: string; kept: readonly UploadedFile[] };
  problem?: Problem | undefined;
}

export function filesView(props: FilesProps): Html {
  const { lang, draft, files, limits, typed, problem } = props;
  const w = words(lang).draft;
  const errors = problem?.items ?? [];
  const at = draftPath(draft.id);
  return html`${draftHead({ lang, draft, step: FILES_STEP })}<p>${draft.kind === 'document' ? w.filesDocument : w.filesLead}</p>${
    files.length === 0 ? html`<p>${w.noFiles}</p>` : list(files.map((file, n) => row(file, n, at, lang)))
  }${section({
    title: w.add,
    children:
      files.length >= limits.most
        ? notice({ tone: 'info', title: w.full(limits.most) })
        : form({
            action: `${at}/files`,
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
            buttons: button({ text: w.add, icon: 'attach' }),
          }),
  })}<div class="buttons">${linkButton({ href: draftPath(draft.id, FILES_STEP + 1), text: w.next, tone: 'main' })}${linkButton({ href: draftPath(draft.id, FILES_STEP - 1), text: w.back })}</div>`;
}

function row(file: AttachedFile, n: number, at: string, lang: Lang): Html {
  const w = words(lang).draft;
  const text = (what: string) =>
    html`${what}<span class="visually-hidden">${opening(lang)}${file.label}${closing(lang)}</span>`;
  const act = (what: 'place' | 'removal', name: string) =>
    actButton({ action: `${at}/files/${file.id}/${what}`, fields: onceField(), text: text(name), small: true });
  return html`${listItem({
    title: file.label,
    ...(file.kind === 'document' ? { href: fileHref(file) } : { body: attachedPicture(file) }),
    meta: fileNote(file, lang),
  })}${fileActs(n > 0 && act('place', w.up), act('removal', w.remove))}`;
}
