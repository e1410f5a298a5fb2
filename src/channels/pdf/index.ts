/** F9.6, X9: what the edge of a module may do with prints. */
export { pdfReply } from './pdf-reply.ts';
export type { Block, Fact, Print, Words } from './print.ts';
