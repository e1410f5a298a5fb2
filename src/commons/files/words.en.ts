import type { RefusalSentence } from '#kernel/module.ts';
import type { SameWords } from '#kernel/words.ts';
import type { FileRefusal } from './file.ts';
import type { ja } from './words.ja.ts';

const refusals: Record<FileRefusal, RefusalSentence> = {
  'file-too-large': (f) =>
    `The file is too large. One file may have up to ${f.megabytes} MB: make the picture smaller or split the document`,
  'too-many-files': (f) => `Up to ${f.most} files can be attached. Remove one you don’t need, then choose again`,
  'too-much-today': (f) =>
    `You can send up to ${f.megabytes} MB a day. Please try again tomorrow, or ask the secretariat`,
  'no-file': 'Choose a file',
  'empty-file': 'This file is empty. Please choose again',
  'unknown-type':
    'Files of this type can’t be taken. Please send a picture (JPEG, PNG, WebP, GIF), PDF, Word, Excel, PowerPoint, OpenDocument, CSV or plain text',
  'drawing-or-page':
    'Web pages (HTML) and SVG drawings can run as programs on the screen of whoever opens them, so they can’t be taken. Please send a PNG or a PDF',
  'phone-picture':
    'HEIC pictures can’t be read here. On an iPhone choose Settings → Camera → Formats → Most Compatible, or send a JPEG',
  'with-macros':
    'Documents with macros (programs that run by themselves) can’t be taken. Save it without macros, or as a PDF',
  'broken-picture': 'This picture is damaged and can’t be read. Check that it opens, then send it again',
  'too-many-pixels': (f) =>
    `The picture has too many pixels; up to ${f.megapixels} megapixels can be taken. Make it smaller and send it again`,
  'packed-too-tight':
    'This document is made so that it becomes huge when opened. It can’t be taken, for safety. Please send a PDF',
  'broken-document': 'This document is damaged or has a password. Check that it opens, then send it again',
  infected: (f) => `A virus was found, so it can’t be taken (${f.found}). Please check your device`,
  'scanner-away':
    'Files can’t be checked for viruses right now, so none are taken. Please wait a little and send it again',
  'store-away': 'The place where files are kept can’t be reached right now. Please wait a little and try again',
  'file-gone': 'That file is no longer there. Reload the page to see the list as it is now',
};

export const en: SameWords<typeof ja> = {
  refusals,
  types: {
    pdf: 'PDF',
    docx: 'Word',
    xlsx: 'Excel',
    pptx: 'PowerPoint',
    odt: 'OpenDocument text',
    ods: 'OpenDocument table',
    odp: 'OpenDocument slides',
    csv: 'CSV',
    txt: 'Text',
    jpg: 'JPEG',
    png: 'PNG',
    webp: 'WebP',
  },
  note: (type, size) => `${type}, ${size}`,
  whole: 'See it large',
  file: 'File',
  fileHint: (megabytes, most) =>
    `A picture (JPEG, PNG, WebP, GIF), PDF, Word, Excel, PowerPoint, OpenDocument, CSV or plain text. Up to ${megabytes} MB each, up to ${most} files. Where a picture was taken is removed from it; the author’s name inside a document stays.`,
  label: 'Description (picture) or title (document)',
  labelHint:
    'For a picture, say what can be seen on it, so that people who don’t see it know, too. For a document, give its title.',
  labelExample: 'The crossing at East Primary School, without a street lamp; people are hard to see',
  kinds: {
    picture: {
      file: 'Picture',
      fileHint: (megabytes, most) =>
        `A photograph or drawing (JPEG, PNG, WebP, GIF), up to ${megabytes} MB${most > 1 ? ` each, ${most} in all` : ''}. Where it was taken is removed from it.`,
      label: 'What can be seen',
      labelHint: 'In a few words, for people who don’t see it: this is what is read out to them.',
      labelExample: 'The crossing at East Primary School, without a street lamp; people are hard to see',
    },
    document: {
      file: 'Document',
      fileHint: (megabytes, most) =>
        `PDF, Word, Excel, PowerPoint, OpenDocument, CSV or plain text, up to ${megabytes} MB${most > 1 ? ` each, ${most} in all` : ''}. The author’s name inside a document stays.`,
      label: 'Title of the document',
      labelHint: 'The page shows it under this title.',
      labelExample: 'Plan of activities 2026',
    },
  },
  received: (note) => `We have the file already (${note}). You can choose another one.`,
};
