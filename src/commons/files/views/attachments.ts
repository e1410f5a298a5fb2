/** X10: the files of a thing as they are shown, and the fields by which one is added. */
import { formWords } from '#commons/hubs/index.ts';
import type { Lang } from '#kernel/lang.ts';
import { fileField, hidden, textField } from '#ui/fields.ts';
import { fileList } from '#ui/file-list.ts';
import { type Html, html } from '#ui/html.ts';
import { notice } from '#ui/notice.ts';
import { picture, pictures } from '#ui/picture.ts';
import { fileHref } from '../addresses.ts';
import { ACCEPT, type AttachedFile, type FileKind, LABEL_MAX, type UploadedFile } from '../file.ts';
import type { FileLimits } from '../limits.ts';
import { words } from '../words.ts';

const KB = 1024;

/** 「120KB」「1.2MB」 */
export function sizeText(bytes: number): string {
  if (bytes < 1000 * KB) return `${Math.max(1, Math.round(bytes / KB))}KB`;
  return `${(bytes / (KB * KB)).toFixed(1)}MB`;
}

/** 「PDF・120KB」 */
export function fileNote(file: Pick<UploadedFile, 'extension' | 'bytes'>, lang: Lang): string {
  const w = words(lang);
  return w.note(w.types[file.extension] ?? file.extension, sizeText(file.bytes));
}

/** One picture with its description below. `key`: the link by which the thing is shown. */
export function attachedPicture(file: AttachedFile, key?: string): Html {
  const at = (width?: number) => fileHref(file, { ...(width ? { width } : {}), ...(key ? { key } : {}) });
  return picture({
    src: at(file.widths[0]),
    copies: file.widths.map((width) => ({ href: at(width), width })),
    width: file.width ?? 1,
    height: file.height ?? 1,
    alt: file.label,
    href: at(),
  });
}

/** Pictures, then documents; null when there are none. `key`: see attachedPicture. */
export function attachments(files: readonly AttachedFile[], lang: Lang, key?: string): Html | null {
  if (files.length === 0) return null;
  const images = files.filter((file) => file.kind === 'picture');
  const documents = files.filter((file) => file.kind === 'document');
  return html`${images.length > 0 && pictures(images.map((file) => attachedPicture(file, key)))}${
    documents.length > 0 &&
    fileList(
      documents.map((file) => ({
        href: fileHref(file, key ? { key } : {}),
        title: file.label,
        note: fileNote(file, lang),
      })),
    )
  }`;
}

export interface UploadProps {
  lang: Lang;
  limits: FileLimits;
  /** name of the file field; the label's is `label` unless said otherwise */
  name?: string;
  labelName?: string;
  /** what a form before this one has brought already */
  kept?: readonly UploadedFile[];
  label?: string;
  /** where one kind alone is taken, the fields speak of that kind */
  only?: FileKind;
  /** sentences at the fields */
  fileError?: string | undefined;
  labelError?: string | undefined;
}

/** What the fields of one file are called, for the summary of what is wrong. */
export function fileNames(lang: Lang, only?: FileKind): { file: string; label: string } {
  const { file, label } = only ? words(lang).kinds[only] : words(lang);
  return { file, label };
}

/** Fields for one file with its description or title; the form around them is one with `files: true`. */
export function uploadFields(props: UploadProps): Html {
  const { lang, limits, name = 'file', labelName = 'label', kept = [], only } = props;
  const w = words(lang);
  const { file, fileHint } = only ? w.kinds[only] : w;
  const f = formWords(lang);
  return html`${kept.map((file) => html`${hidden(`${name}-kept`, file.id)}${notice({ tone: 'info', title: w.received(fileNote(file, lang)) })}`)}${fileField(
    {
      name,
      label: file,
      hint: fileHint(Math.round(limits.bytes / KB / KB), limits.most),
      accept: only ? ACCEPT[only] : `${ACCEPT.picture},${ACCEPT.document}`,
      required: kept.length === 0,
      error: props.fileError,
    },
    f,
  )}${labelField(props.label ?? '', labelName, props.labelError, lang, only ? { only } : {})}`;
}

/** The field for what a picture shows, or what a document is called. */
export function labelField(
  value: string,
  name: string,
  error: string | undefined,
  lang: Lang,
  { id, only }: { id?: string; only?: FileKind } = {},
): Html {
  const w = only ? words(lang).kinds[only] : words(lang);
  return textField(
    {
      name,
      label: w.label,
      hint: w.labelHint,
      example: w.labelExample,
      required: true,
      value,
      maxlength: LABEL_MAX,
      error,
      ...(id ? { id } : {}),
    },
    formWords(lang),
  );
}
