/** The line below a debate from elsewhere: where it comes from, under which licence, and what its own moderation did. */
import type { ImportCounts } from './conversation.ts';

/** As the publishers of Polis data ask for it. */
export const POLIS_ATTRIBUTION =
  'Data was gathered using the Polis software (compdemocracy.org/polis) and is sub-licensed under CC BY 4.0 with ' +
  'Attribution to The Computational Democracy Project.';

const POLIS_HOSTS = /(^|\.)(pol\.is|compdemocracy\.org)$/;

export interface Origin {
  /** addresses of the conversation and of pages about it */
  urls: readonly string[];
  /** words of the licence; '': Polis's own where an address is one of theirs */
  licence: string;
}

/** Null where nothing is known. No licence is claimed for what was held elsewhere than on Polis, unless its words are given. */
export function attribution(
  { urls, licence }: Origin,
  { opinions, hidden }: Pick<ImportCounts, 'opinions' | 'hidden'>,
): string | null {
  const lines = [
    [licence || (urls.some(isPolis) ? POLIS_ATTRIBUTION : ''), ...new Set(urls)]
      .filter((part) => part !== '')
      .join(' '),
    hidden > 0
      ? `もとの意見交換の運営が、${opinions}件のうち${hidden}件を非表示にしています。 / ${hidden} of the ${opinions} opinions were hidden by the moderators of that conversation.`
      : '',
  ].filter((line) => line !== '');
  return lines.length > 0 ? lines.join('\n') : null;
}

function isPolis(url: string): boolean {
  return URL.canParse(url) && POLIS_HOSTS.test(new URL(url).hostname);
}
