/** F9.1, X3: what those concerned are told of proposing together and of merging; a letter where only an address is known. */
import { queueMail, signatureOf, writeLetter } from '#commons/letters/index.ts';
import type { Hub } from '#kernel/context.ts';
import type { Db } from '#kernel/database/dialect.ts';
import type { Lang } from '#kernel/lang.ts';
import { noticeWords } from './notice-words.ts';

export interface Concerning {
  /** or of the draft, while there is no proposal */
  proposalId: string;
  href: string;
  /** who asks, suggests or answers */
  by: string;
  title: string;
  /** title of the other one, when two are merged */
  other?: string;
}

/** What a notice about a proposal says, for `tell`. */
export function concerning({ proposalId, href, by, title, other }: Concerning) {
  return {
    about: { kind: 'proposal', id: proposalId },
    href,
    facts: { by, title, ...(other === undefined ? {} : { other }) },
  };
}

interface Means {
  db: Db;
  hub: Hub;
  lang: Lang;
  now: Date;
  newId(): string;
}

/** An invitation to an address of which nothing is known but that somebody typed it. */
export async function invitationLetter(
  means: Means,
  to: string,
  of: { by: string; title: string; path: string },
): Promise<void> {
  const { hub, lang } = means;
  const w = noticeWords(lang);
  const letter = writeLetter(
    {
      subject: w.letter.subject(of.by),
      greeting: w.letter.greeting,
      paragraphs: [w.letter.text(of.by, of.title, hub.name[lang])],
      link: { text: w.letter.link, href: hub.origin + of.path },
      after: [w.letter.notYou],
      signature: signatureOf(hub, lang),
    },
    lang,
  );
  await queueMail(means.db, { hubId: hub.id, to, ...letter }, means);
}
