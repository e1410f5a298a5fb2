/** X3: the letter that invites somebody into an organisation. */
import { signatureOf, type WrittenLetter, writeLetter } from '#commons/letters/index.ts';
import type { Hub, RoleName } from '#kernel/context.ts';
import type { Lang } from '#kernel/lang.ts';
import { words } from './words.ts';

export function invitationLetter(
  hub: Hub,
  lang: Lang,
  names: { organisation: string; inviter: string; role: RoleName },
  link: string,
): WrittenLetter {
  const w = words(lang);
  return writeLetter(
    {
      subject: w.letter.subject(names.organisation),
      greeting: w.letter.greeting,
      paragraphs: [w.letter.text(names.inviter, names.organisation, w.members.roles[names.role])],
      link: { text: w.letter.link, href: link },
      after: [w.letter.until, w.letter.notYou],
      signature: signatureOf(hub, lang),
    },
    lang,
  );
}
