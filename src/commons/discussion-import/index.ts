/** F9, Import: what others need of it. */
export { stanceOf, timeOf } from './cells.ts';
export { columnName, csvRows, type Row } from './columns.ts';
export {
  type ImportCounts,
  ImportedBefore,
  type ImportedDebate,
  LICENCE_MAX,
  type SourceFile,
  type Sources,
  sourcesOf,
  TITLE_MAX,
  TitleMissing,
} from './conversation.ts';
export { folderFiles } from './folder.ts';
export { type Imported, importConversation } from './import-conversation.ts';
export { type FileProblems, ImportRefused, Problems } from './problems.ts';
export type { Reading } from './records.ts';
export { webAddress } from './summary-file.ts';
export { type ImportWords, importWords } from './terminal-words.ts';
