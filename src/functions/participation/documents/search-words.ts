/** F9.6, X7: how such things are called among what was found. */
import { wordSet } from '#kernel/words.ts';

export const searchWords = wordSet({
  ja: { document: '提案書と意見書' },
  easy: { document: '提案書（ていあんしょ）と 意見書（いけんしょ）' },
  en: { document: 'Proposals and statement' },
});

/** SQL of a document as people ask for it, in every language. */
export const ASKED_AS = `'事業提案書・意見書 ' || d.number`;
