/** X9, X10: scans of papers. Handwriting, and whatever else stands on the sheet, is for the office that answers for the copy. */
import { guardFiles } from '#commons/files/index.ts';
import { mayEnter } from './rules.ts';

export const SCAN = 'paper';

guardFiles(SCAN, async (_db, things, { hub, reader }) => {
  const sight = mayEnter(hub, reader) === null ? 'reader' : null;
  return things.map(() => sight);
});
