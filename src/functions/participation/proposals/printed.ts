/** F9.1, X9 "My proposal": one page to hand around, with a code that leads to the rest. Pure. */
import type { Block, Sheet } from '#channels/pdf/index.ts';
import { kindWord } from '#commons/hubs/index.ts';
import { formatDate, tokyoDate } from '#kernel/dates.ts';
import { shortId } from '#kernel/ids.ts';
import type { Lang } from '#kernel/lang.ts';
import { roundName } from '../rounds/index.ts';
import { printWords } from './print-words.ts';
import type { ShownProposal } from './queries.ts';
import { words } from './words.ts';

export interface PrintedProposalProps {
  lang: Lang;
  now: Date;
  origin: string;
  hubName: string;
  proposal: ShownProposal;
}

/** Characters and lines of each part, so that all of them stand on one page whatever was written. */
const MOST = { problem: 330, proposal: 430, effect: 200 } as const;
const LINE = 42;

const label = (text: string) => ({ label: text });

export function proposalSheet({ lang, now, origin, hubName, proposal }: PrintedProposalProps): Sheet {
  const w = words(lang);
  const p = printWords(lang);
  const last = formatDate(tokyoDate(new Date(proposal.closes_at.getTime() - 1)), lang);
  const parts = (['problem', 'proposal', 'effect'] as const).filter((part) => proposal[part] !== '');
  const cut = parts.map((part) => ({ part, ...beginning(proposal[part], MOST[part]) }));
  return {
    lang: 'ja',
    labels: lang === 'en' ? 'en' : 'ja',
    title: proposal.title,
    date: proposal.written_at.toISOString(),
    look: 'sheet',
    above: label(`${hubName}　${w.kinds[proposal.kind]}　${roundName(proposal.round, lang)}`),
    heading: proposal.title,
    lead: proposal.withdrawn_at ? label(p.withdrawn) : '',
    foot: proposal.title,
    blocks: [
      {
        kind: 'facts',
        facts: [
          { label: label(p.by), values: [`${proposal.actor_name}（${kindWord(lang, proposal.actor_kind)}）`] },
          { label: label(p.until), values: [label(now < proposal.closes_at ? p.untilDay(last) : p.over(last))] },
        ],
      },
      ...cut.flatMap(({ part, text }): Block[] => [
        { kind: 'heading', level: 1, text: label(w.show[part]) },
        { kind: 'text', text },
      ]),
      ...(cut.some(({ isCut }) => isCut) || proposal.roles !== '' || proposal.cost !== ''
        ? [{ kind: 'text' as const, small: true as const, text: label(p.more) }]
        : []),
      { kind: 'qr', url: `${origin}/proposals/${shortId(proposal.id)}`, text: label(p.code) },
    ],
  };
}

/** The first characters; an ended line counts as a whole one, so that a list of short lines isn't longer than the page. */
function beginning(text: string, most: number): { text: string; isCut: boolean } {
  let room = most;
  let kept = '';
  for (const char of text.replace(/\n{2,}/g, '\n')) {
    room -= char === '\n' ? LINE : 1;
    if (room < 0) return { text: `${kept.trimEnd()}…`, isCut: true };
    kept += char;
  }
  return { text: kept, isCut: false };
}
