/** X4 Letters about the claim of a right: to whoever wrote the words, and to whoever claims. */
import { tell } from '#commons/notices/index.ts';
import { formatDate, tokyoDate } from '#kernel/dates.ts';
import type { Lang } from '#kernel/lang.ts';
import { claimPath } from './addresses.ts';
import type { Means } from './cases.ts';
import { addressees, byContact, excerpt, named, send, type Words } from './letters.ts';
import type { ClaimedRight } from './moderation.ts';
import { ownReportWords } from './own-report-words.ts';
import { ownReportPath } from './report-key.ts';

/** The sender of the words is asked; who claims is not named. */
export async function askSender(
  means: Means,
  claim: {
    caseId: string;
    right: ClaimedRight;
    passage: string;
    why: string;
    answerBy: Date;
    author: (string | null)[];
  },
): Promise<void> {
  await tell(means, {
    kind: 'moderation.claimed',
    people: named(claim.author),
    about: { kind: 'claim', id: claim.caseId },
    href: claimPath(claim.caseId),
    hasLetter: true,
  });
  await send(means, await addressees(means.db, claim.author, means.now), (w, lang) => ({
    subject: w.claim.subject,
    paragraphs: [
      w.claim.text(w.rights[claim.right]),
      w.claim.passage(excerpt(claim.passage)),
      w.claim.why(claim.why),
      w.claim.until(formatDate(tokyoDate(new Date(claim.answerBy.getTime() - 1)), lang)),
    ],
    link: { text: w.claim.link, path: claimPath(claim.caseId) },
    after: [w.claim.silent],
  }));
}

export async function thankClaimant(
  means: Means,
  claim: { caseId: string; personId: string | null; contact: string; lang: Lang; answerBy: Date },
): Promise<void> {
  const known = await addressees(means.db, [claim.personId], means.now);
  const letter = (w: Words, lang: Lang) => ({
    subject: w.claim.received,
    paragraphs: [w.claim.receivedText(formatDate(tokyoDate(new Date(claim.answerBy.getTime() - 1)), lang))],
  });
  if (claim.personId !== null) return send(means, known, letter);
  const path = ownReportPath({ hubId: means.hub.id, way: 'claim', id: claim.caseId });
  await send(means, byContact(claim), (w, lang) => ({
    ...letter(w, lang),
    link: { text: ownReportWords(lang).toReport, path },
  }));
}
