/** F7.5 The letter by which a listed group learns that its entry is here. */
import { signatureOf, type WrittenLetter, writeLetter } from '#commons/letters/index.ts';
import type { Hub } from '#kernel/context.ts';
import { importWords } from './words.ts';

const LANG = 'ja';

export function invitationLetter(hub: Hub, name: string, href: string): WrittenLetter {
  const w = importWords(LANG).letter;
  return writeLetter(
    {
      subject: w.subject(name),
      greeting: w.greeting(name),
      paragraphs: [w.text(name, hub.name[LANG])],
      link: { text: w.link, href },
      after: [w.notYou],
      signature: signatureOf(hub, LANG),
    },
    LANG,
  );
}
