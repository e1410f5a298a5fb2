import type { ja } from './draft-words.ja.ts';

export const en: typeof ja = {
  machine: 'Drafted by machine',
  unconfirmed:
    'Sentences underlined with dots are the machine’s. Nobody has checked them yet. The statement cannot be published like this.',
  says: '(by machine) ',
  confirmed: (name, when) => `Drafted by machine, checked by ${name} on ${when}`,
  edited: (name, when) => `Drafted by machine, rewritten by ${name} on ${when}`,
  confirm: 'I have read the machine’s sentences: they may stand',
  versionBy: (version) => `${version} asked for it: draft by machine`,
  ask: 'Have a first draft made',
  askTitle: 'A first draft',
  askLead:
    'Points are drafted from the opinions that are not in the statement yet. They are chosen by the figures of the opinion map and by how alike the texts are, and quote the opinions word for word.',
  askMarked:
    'Every sentence by machine is underlined with dots until somebody confirms or rewrites it. While one is left, the statement cannot be published.',
  askKept: 'What people wrote stays as it is. Opinions that the draft leaves out remain “not in it yet”.',
  alike: 'Opinions that say the same',
  alikeLead:
    'Opinions in nearly the same words stand beside each other here. Each can be read and counts like any other. Where many people sent in one text, this shows it.',
  alikeCount: (alike, copies) => `Very similar opinions: ${alike} (of these, apparent copies of one text: ${copies})`,
  alikeHow:
    'Texts are compared by their pairs of characters. From 60 % in common they are “very similar”; from 90 % and 20 characters on they are “apparent copies”. What they are for or against, and who said them, plays no part.',
  alikeNone: 'No very similar opinions were found.',
  alikeNotYet: 'Not looked at yet. They appear here a while after they are said.',
  family: (n) => `${n} opinions`,
  copied: 'Apparent copy',
  askNothingSent: ' Nothing is sent to any outside service.',
  phrase: 'Draft, and let a language model phrase it',
  phraseSends: (host, model) =>
    `Here the draft may also be phrased by a language model (${model} at ${host}). What is sent: numbers, texts and votes of public opinions, the kind of each point, and its draft. Not who said them. A text that speaks of opinions it does not cite is discarded; the extracts stand then.`,
  phraseWithout: 'A draft in the words of the opinions can be made without sending anything.',
  alikeHere: (count) => `${count} of the same purport`,
  sameText: (count) => `Same text: ${count} opinions`,
  citesCopies: (count) => `of these, in the same text as others: ${count}`,
  prompt: (most) => most,
};
