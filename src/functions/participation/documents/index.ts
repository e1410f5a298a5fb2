/** F9.6: what other modules may know of the published document. */
export { documentNumber } from './content.ts';
export type { DocumentContent } from './document.ts';
export { type PublishedNow, publishDocument } from './publish-document.ts';
export { contentIn, documentOf, type PublishedDocument } from './queries.ts';
export type { Receipt } from './receipt.ts';
export { recordErratum } from './record-erratum.ts';
export { recordReceipt } from './record-receipt.ts';
export { documentOnRound } from './round-section.ts';
export { mayPublish, maySubmit } from './rules.ts';
export { submitDocument } from './submit-document.ts';
export { documentHref } from './views/cover.ts';
export { receiptHref } from './views/receipt.ts';
