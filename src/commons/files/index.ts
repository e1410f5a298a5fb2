/** X10: what other modules may know of files. How to use them: docs/decisions/0012-files.md. */
export { feedPicture, fileHref, fileName, filesData, pictureAddress, pictureData, sharedPicture } from './addresses.ts';
export {
  attachFiles,
  copyAll,
  countOn,
  detachAll,
  detachFile,
  type Hanging,
  labelFile,
  moveAll,
  moveFile,
} from './attach.ts';
export { FILE, PICTURE } from './described.ts';
export { guardOwnDrafts } from './draft-guard.ts';
export {
  type AttachedFile,
  type FileKind,
  type FileRefusal,
  LABEL_MAX,
  refuse as fileRefusal,
  type Thing,
  type UploadedFile,
} from './file.ts';
export { type Asking, type FileGuard, guardFiles, type Sight } from './guards.ts';
export { insertFile, keepFile } from './keep-file.ts';
export { type FileLimits, limitsOf as fileLimits } from './limits.ts';
export { filesColumn, filesOf, filesOn, ownUploads, pictureColumn, uploadsOf } from './queries.ts';
export { attemptWithFiles, keptName, type Received, receiveFiles } from './receive-files.ts';
export { type FileSettings, files as openedFiles, type OpenedFiles, openFiles, openFilesWith } from './setting.ts';
export { type FileStore, StoreAway, StoreMissing, storeKey } from './store.ts';
export {
  attachedPicture,
  attachments,
  fileNames,
  fileNote,
  labelField,
  sizeText,
  uploadFields,
} from './views/attachments.ts';
export { listPicture, shownPicture } from './views/list-picture.ts';
