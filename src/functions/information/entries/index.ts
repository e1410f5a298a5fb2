/** F1.1: what other modules may know of entries. */
export { entryHref, entryPath } from './addresses.ts';
export { ENTRY_KINDS, type EntryKind } from './entry.ts';
export { publishEntry } from './publish.ts';
export { entriesOf, type ListedEntry } from './queries.ts';
export { entryItem } from './views/pieces.ts';
