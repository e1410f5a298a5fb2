/** X1, X3: the letters about leaving and about one's data, in the language of whoever gets them. */
import { signatureOf, type WrittenLetter, writeLetter } from '#commons/letters/index.ts';
import type { Hub } from '#kernel/context.ts';
import { formatDate } from '#kernel/dates.ts';
import type { Lang } from '#kernel/lang.ts';
import { words } from './words.ts';

interface Body {
  subject: string;
  text: string;
  link: string;
  path: string;
  after?: string[];
}

function write(hub: Hub, lang: Lang, name: string, { subject, text, link, path, after = [] }: Body): WrittenLetter {
  return writeLetter(
    {
      subject,
      greeting: words(lang).letter.greeting(name),
      paragraphs: [text],
      link: { text: link, href: hub.origin + path },
      after,
      signature: signatureOf(hub, lang),
    },
    lang,
  );
}

/** What was asked for is ready. */
export function readyLetter(hub: Hub, lang: Lang, name: string, until: Date): WrittenLetter {
  const { ready } = words(lang).letter;
  const text = ready.text(formatDate(until, lang, 'short'));
  return write(hub, lang, name, {
    subject: ready.subject(hub.name[lang]),
    text,
    link: ready.link,
    path: '/account/exports',
  });
}

/** Somebody has asked to leave; the key calls it off. */
export function askedLetter(hub: Hub, lang: Lang, name: string, asked: { dueAt: Date; key: string }): WrittenLetter {
  const w = words(lang).letter.asked;
  return write(hub, lang, name, {
    subject: w.subject(hub.name[lang]),
    text: w.text(formatDate(asked.dueAt, lang, 'short')),
    link: w.link,
    path: `/departure-cancellation?key=${asked.key}`,
    after: [w.notYou],
  });
}

/** An organisation would have nobody to speak for it, so nothing was erased. */
export function stoppedLetter(hub: Hub, lang: Lang, name: string, organisations: string): WrittenLetter {
  const w = words(lang).letter.stopped;
  return write(hub, lang, name, {
    subject: w.subject(hub.name[lang]),
    text: w.text(organisations),
    link: w.link,
    path: '/acting-as',
  });
}
