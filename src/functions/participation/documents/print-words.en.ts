import type { SameWords } from '#kernel/words.ts';
import type { ja } from './print-words.ja.ts';

export const en: SameWords<typeof ja> = {
  away: 'The PDF can’t be made now',
  awayText:
    'The program that makes PDFs does not run here. The same content can be read in these forms; the document itself is unchanged.',
  link: 'PDF (with contents and page numbers)',
  proposals: 'Proposals',
  statement: 'Opinion statement',
  annex: 'Annex',
  annexLead: 'Opinions and questions of the debate, in the words of those who wrote them.',
  cited: 'Opinions cited by points',
  uncited: 'Opinions that no point cites',
  map: 'Opinion map',
  inAnnex: 'in full in the annex',
  reason: 'Reason',
  objection: 'Objection',
  files: 'Attached',
  errata: 'Errata',
  errataLead: (n) => `This document has ${n} errata. Its text is as it was published.`,
  noErrata: 'This document has no errata yet. New ones can be read here:',
  errataAt: (url) => `Errata ${url}`,
  signed: 'Editors',
  signedLead: 'These people wrote the statement.',
  check: 'How to check it',
  webPage: (url) => `This document on the web ${url}`,
  byName: (name, kind) => `${name} (${kind})`,
  codePoints: 'Characters',
  codePointsText:
    'Where it says something like 〔U+1F600〕 stands a character that the fonts of this print lack. The web page and the JSON file have it.',
};
