/** F1.3, F7.5 What is brought in from a file: sent, read by the worker and shown, then all of it or nothing, and undone as one. */
export { dropImport, dropPieces, sentBytes, wasSent } from './kept-file.ts';
export { IMPORT_STATES, type ImportKind, type ImportState, isUnderWay } from './kind.ts';
export { type Progress, progressOf } from './progress.ts';
export { discardSent, receiveImport, takeIn } from './receive.ts';
export { importHead, refreshed, reversalButton, sendView } from './views.ts';
