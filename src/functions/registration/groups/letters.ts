/** F7.2, F7.5 Letters to a group at the address it gave. */
import { signatureOf, type WrittenLetter, writeLetter } from '#commons/letters/index.ts';
import type { Hub } from '#kernel/context.ts';
import { words } from './words.ts';

/** Nothing is known of the language of whoever opens a group's letter box. */
const LANG = 'ja';

export function confirmationLetter(
  hub: Hub,
  { name, days, href }: { name: string; days: number; href: string },
): WrittenLetter {
  const w = words(LANG).letter;
  return writeLetter(
    {
      subject: w.confirmSubject(name),
      greeting: w.greeting(name),
      paragraphs: [w.confirmText(name, days)],
      link: { text: w.confirmLink, href },
      signature: signatureOf(hub, LANG),
    },
    LANG,
  );
}

export function claimLetter(hub: Hub, name: string, by: string, href: string): WrittenLetter {
  const w = words(LANG).letter;
  return writeLetter(
    {
      subject: w.claimSubject(name),
      greeting: w.greeting(name),
      paragraphs: [w.claimText(name, by)],
      link: { text: w.claimLink, href },
      after: [w.claimNotYou],
      signature: signatureOf(hub, LANG),
    },
    LANG,
  );
}
