/** F1.1, X3: the letter that tells what a saved search has found. Pure. */
import { signatureOf, type WrittenLetter, writeLetter } from '#commons/letters/index.ts';
import { kindName } from '#commons/search/index.ts';
import type { Hub } from '#kernel/context.ts';
import { shortId } from '#kernel/ids.ts';
import type { Lang } from '#kernel/lang.ts';
import { words } from './words.ts';

export interface FindsLetter {
  hub: Hub;
  lang: Lang;
  /** of the person */
  name: string;
  search: { id: string; name: string };
  found: readonly { kind: string; title: string; body: string; path: string }[];
  /** address that ends these letters */
  unsubscribe: string;
  /** X4: in an election period nothing that people wrote is carried into letters: how much was found, not what */
  isElection: boolean;
}

const MOST_THINGS = 15;
const EXCERPT = 80;

export function findsLetter({ hub, lang, name, search, found, unsubscribe, isElection }: FindsLetter): WrittenLetter {
  const w = words(lang).letter;
  const shown = isElection ? [] : found.slice(0, MOST_THINGS);
  const own = `${hub.origin}/saved-searches/${shortId(search.id)}`;
  return writeLetter(
    {
      subject: w.subject(search.name, found.length),
      greeting: w.greeting(name),
      paragraphs: [isElection ? w.election(search.name, found.length) : w.lead(search.name, found.length)],
      items: shown.map((one) => ({
        title: one.title || excerptOf(one.body),
        href: hub.origin + encodeURI(one.path),
        lines: [kindName(one.kind, lang), ...(one.title && one.body ? [excerptOf(one.body)] : [])],
      })),
      link: { text: found.length > shown.length ? w.more(found.length - shown.length) : w.all, href: own },
      after: [`${w.unsubscribe}\n${unsubscribe}${lang === 'ja' ? '' : `?lang=${lang}`}`],
      signature: signatureOf(hub, lang),
    },
    lang,
  );
}

function excerptOf(body: string): string {
  const letters = [...body.replace(/\s+/g, ' ').trim()];
  return letters.length > EXCERPT ? `${letters.slice(0, EXCERPT).join('')}…` : letters.join('');
}
