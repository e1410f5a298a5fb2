import type { SameWords } from '#kernel/words.ts';
import type { ja } from './attachment-words.ja.ts';

export const en: SameWords<typeof ja> = {
  title: 'Attach pictures and documents',
  lead: 'A map, a photo, measurements, an estimate: add what helps people to read your proposal. Until you publish, only those who can see the draft see them.',
  draft: (title) => `Draft “${title}”`,
  untitled: 'without a title',
  there: 'Attached',
  none: 'Nothing is attached yet.',
  count: (n, most) => `${n} of up to ${most}`,
  add: 'Add a file',
  addAct: 'Attach',
  full: (most) => `${most} files are attached. Remove one before you add another.`,
  file: 'File',
  label: 'Description or title',
  describe: 'Change the description',
  describeAct: 'Save',
  up: 'Earlier',
  down: 'Later',
  remove: 'Remove an attachment',
  removeAct: 'Remove',
  removeText: [
    'It is taken off this draft',
    'Unless it is used elsewhere, the file is deleted within a day',
    'What is attached to a published version stays with that version',
  ],
  back: 'Cancel',
  backToDraft: 'Back to the draft',
  toDraft: 'See and add attachments',
  onDraft: 'Attachments',
  onDraftHint: 'You can add pictures and documents. What you have written is saved first.',
  section: 'Attached pictures and documents',
  ofVersion: 'Attached to this version',
  columns: 'attachments',
  record:
    'Attached pictures and documents become public, too. They stay with each version, and their hashes go into the record',
};
