/** F9.1, X9 "My proposal": one page to hand around, with a code that leads to the rest. Pure. */
import type { Block, Sheet } from '#channels/pdf/index.ts';
import { kindWord } from '#commons/hubs/index.ts';
import { formatDate, tokyoDate } from '#kernel/dates.ts';
import { shortId } from '#kernel/ids.ts';
import { inBrackets, type Lang } from '#kernel/lang.ts';
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

/** Characters of each part that stands there in any case, so that all of them are on one page whatever was written. */
const MOST = { problem: 330, proposal: 430, effect: 200 } as const;
/** Parts that stand there when they are whole and there is room, the first first. */
const MORE = ['roles', 'cost', 'area'] as const;
/** Characters of a line, lines of a page below the facts, lines that a heading takes: in letters of the usual size and in large ones. */
const USUAL = { letters: 42, lines: 34, heading: 2.5 } as const;
const LARGE = { letters: 36, lines: 29, heading: 2.5 } as const;
/** Lines of text that one line to write on takes; fewer than the least look like a slip. */
const WRITTEN = 1.6;
const FEWEST_WRITTEN = 3;
const MOST_WRITTEN = 10;

const label = (text: string) => ({ label: text });

export function proposalSheet({ lang, now, origin, hubName, proposal }: PrintedProposalProps): Sheet {
  const w = words(lang);
  const p = printWords(lang);
  const last = formatDate(tokyoDate(new Date(proposal.closes_at.getTime() - 1)), lang);
  const parts = (['problem', 'proposal', 'effect'] as const).filter((part) => proposal[part] !== '');
  const cut = parts.map((part) => ({ part, ...beginning(proposal[part], MOST[part]) }));
  const beside = MORE.filter((part) => proposal[part] !== '');
  const whole = besideThatFit(proposal, cut, beside);
  const shown: { part: (typeof parts)[number] | (typeof MORE)[number]; text: string }[] = [
    ...cut,
    ...whole.map((part) => ({ part, text: proposal[part] })),
  ];
  const size = linesOf(proposal.title, shown, LARGE) <= LARGE.lines ? LARGE : USUAL;
  const written = Math.floor((size.lines - linesOf(proposal.title, shown, size)) / WRITTEN) - 1;
  return {
    lang: 'ja',
    labels: lang === 'en' ? 'en' : 'ja',
    title: proposal.title,
    date: proposal.written_at.toISOString(),
    look: 'sheet',
    ...(size === LARGE ? { size: 'large' as const } : {}),
    above: label(`${hubName}　${w.kinds[proposal.kind]}　${roundName(proposal.round, lang)}`),
    heading: proposal.title,
    lead: proposal.withdrawn_at ? label(p.withdrawn) : '',
    foot: proposal.title,
    blocks: [
      {
        kind: 'facts',
        facts: [
          { label: label(p.by), values: [inBrackets(proposal.actor_name, kindWord(lang, proposal.actor_kind), lang)] },
          { label: label(p.until), values: [label(now < proposal.closes_at ? p.untilDay(last) : p.over(last))] },
        ],
      },
      ...shown.flatMap(({ part, text }): Block[] => [
        { kind: 'heading', level: 1, text: label(w.show[part]) },
        { kind: 'text', text },
      ]),
      ...(cut.some(({ isCut }) => isCut) || whole.length < beside.length
        ? [{ kind: 'text' as const, small: true as const, text: label(p.more) }]
        : []),
      ...(written >= FEWEST_WRITTEN
        ? [
            {
              kind: 'lines' as const,
              label: label(p.notes),
              hint: label(p.notesHint),
              count: Math.min(written, MOST_WRITTEN),
            },
          ]
        : []),
      { kind: 'qr', url: `${origin}/proposals/${shortId(proposal.id)}`, text: label(p.code) },
    ],
  };
}

/** Those further parts that stand whole on the page below what is there already. */
function besideThatFit(
  proposal: ShownProposal,
  cut: readonly { text: string }[],
  beside: readonly (typeof MORE)[number][],
): (typeof MORE)[number][] {
  const fit: (typeof MORE)[number][] = [];
  for (const part of beside) {
    const texts = [...cut, ...[...fit, part].map((one) => ({ text: proposal[one] }))];
    if (linesOf(proposal.title, texts, USUAL) <= USUAL.lines) fit.push(part);
  }
  return fit;
}

/** Lines that the parts take with their headings, and a title what it has beyond its first line. */
function linesOf(title: string, parts: readonly { text: string }[], size: typeof USUAL | typeof LARGE): number {
  const ofTitle = 2 * Math.ceil([...title].length / 22) - 2;
  const ofParts = parts.map(({ text }) =>
    text.split('\n').reduce((lines, line) => lines + Math.max(1, Math.ceil([...line].length / size.letters)), 0),
  );
  return ofParts.reduce((lines, own) => lines + own + size.heading, ofTitle);
}

/** The first characters; an ended line counts as a whole one, so that a list of short lines isn't longer than the page. */
function beginning(text: string, most: number): { text: string; isCut: boolean } {
  let room = most;
  let kept = '';
  for (const char of text.replace(/\n{2,}/g, '\n')) {
    room -= char === '\n' ? USUAL.letters : 1;
    if (room < 0) return { text: `${kept.trimEnd()}…`, isCut: true };
    kept += char;
  }
  return { text: kept, isCut: false };
}
