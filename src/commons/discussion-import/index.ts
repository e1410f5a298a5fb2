/** F9, Import: what others need of it. */
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
export { type FileProblems, ImportRefused } from './problems.ts';
export { webAddress } from './summary-file.ts';
export { type ImportWords, importWords } from './terminal-words.ts';
