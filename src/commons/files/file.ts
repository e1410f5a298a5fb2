/** X10: what a file is here, which kinds are taken, and the words that may be said against one. */
import { refuser } from '#kernel/refusal.ts';

export type FileKind = 'picture' | 'document';

/** Something that may carry files. `version` where each version keeps its own. */
export interface Thing {
  /** e.g. 'proposal', 'proposal-draft', 'meeting', 'answer' */
  kind: string;
  id: string;
  version?: number;
}

/** A file on a thing, as views and exports show it. */
export interface AttachedFile {
  /** id of the file; unique on its thing */
  id: string;
  kind: FileKind;
  /** media type as it is served */
  type: string;
  extension: string;
  bytes: number;
  /** lower-case hexadecimal, of the bytes as they are handed out */
  sha256: string;
  /** pixels; null for documents */
  width: number | null;
  height: number | null;
  /** widths of the smaller copies, ascending */
  widths: number[];
  /** of a picture, what can be seen on it (its alternative text); of a document, its title */
  label: string;
}

/** An uploaded file that hangs on nothing yet. */
export type UploadedFile = Omit<AttachedFile, 'label'>;

/** Longest label, in characters. */
export const LABEL_MAX = 300;

/** Widths of the smaller copies of pictures, in pixels. */
export const WIDTHS = [320, 960, 1920] as const;

export const MOST_PIXELS = 50_000_000;

/** What is said of the types in the field's `accept`, so that a phone offers what can be taken. */
export const ACCEPT: Readonly<Record<FileKind, string>> = {
  picture: 'image/jpeg,image/png,image/webp,image/gif,image/avif',
  document: '.pdf,.docx,.xlsx,.pptx,.odt,.ods,.odp,.csv,.txt',
};

/** Media types of the documents that are taken, with their file name's ending. */
export const DOCUMENT_TYPES: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'pptx',
  'application/vnd.oasis.opendocument.text': 'odt',
  'application/vnd.oasis.opendocument.spreadsheet': 'ods',
  'application/vnd.oasis.opendocument.presentation': 'odp',
};

/** Media types of pictures that are taken, and what they are kept as. */
export const PICTURE_TYPES: Readonly<Record<string, { type: string; extension: string }>> = {
  'image/jpeg': { type: 'image/jpeg', extension: 'jpg' },
  'image/png': { type: 'image/png', extension: 'png' },
  'image/webp': { type: 'image/webp', extension: 'webp' },
  'image/gif': { type: 'image/png', extension: 'png' },
  'image/avif': { type: 'image/webp', extension: 'webp' },
};

export type FileRefusal =
  | 'file-too-large'
  | 'too-many-files'
  | 'too-much-today'
  | 'no-file'
  | 'empty-file'
  | 'unknown-type'
  | 'drawing-or-page'
  | 'phone-picture'
  | 'with-macros'
  | 'broken-picture'
  | 'too-many-pixels'
  | 'packed-too-tight'
  | 'broken-document'
  | 'infected'
  | 'scanner-away'
  | 'store-away'
  | 'file-gone';

export const refuse = refuser<FileRefusal>('files');
