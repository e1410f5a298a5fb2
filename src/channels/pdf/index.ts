/** F9.6, X9: what the edge of a module may do with prints. */
export { pdfReply } from './pdf-reply.ts';
export type { Block, Booklet, Code, Fact, Poster, Print, Sheet, Words } from './print.ts';
