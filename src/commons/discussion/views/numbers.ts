/** F9.2 How people chose: as a picture with its numbers in words, and as a table. */
import { formatNumber } from '#kernel/dates.ts';
import type { Lang } from '#kernel/lang.ts';
import type { Html } from '#ui/html.ts';
import { table } from '#ui/table.ts';
import { type VotePart, voteBar } from '#ui/votes.ts';
import { CHOICES, type Choice } from '../discussion.ts';
import { hallWords } from '../hall-words.ts';
import { words } from '../words.ts';

export type Counted = Readonly<Record<Choice, number>> & { seen: number };

/** Whole per cent of all who chose; '0' where nobody did. */
function share(count: number, of: number): string {
  return of === 0 ? '0' : String(Math.round((count / of) * 100));
}

/** 「217人が選びました」 */
export function chosen(seen: number, lang: Lang): string {
  const w = words(lang).voice;
  return seen === 0 ? w.chosenByNobody : w.chosen(formatNumber(seen));
}

export function choiceBar(counted: Counted, lang: Lang): Html {
  const w = words(lang);
  return voteBar({
    label: chosen(counted.seen, lang),
    parts: CHOICES.map(
      (choice): VotePart => ({
        tone: choice,
        text: w.choices[choice],
        count: counted[choice],
        share: share(counted[choice], counted.seen),
      }),
    ),
    say: (part) => w.voice.part(part.text, formatNumber(part.count), part.share),
  });
}

export interface Hands {
  hall_agree: number | null;
  hall_disagree: number | null;
  hall_pass: number | null;
}

/** 「会場での挙手：賛成 12・反対 3・…」: heads in a hall, apart from the votes of persons (P1). Null where nobody counted. */
export function handsLine({ hall_agree, hall_disagree, hall_pass }: Hands, lang: Lang): string | null {
  if (hall_agree === null || hall_disagree === null || hall_pass === null) return null;
  return hallWords(lang).hands(formatNumber(hall_agree), formatNumber(hall_disagree), formatNumber(hall_pass));
}

export function choiceTable(counted: Counted, caption: string, lang: Lang): Html {
  const w = words(lang);
  return table({
    caption,
    columns: [
      { text: w.opinion.choice },
      { text: w.opinion.people, number: true },
      { text: w.opinion.share, number: true },
    ],
    rows: CHOICES.map((choice) => [
      w.choices[choice],
      formatNumber(counted[choice]),
      `${share(counted[choice], counted.seen)} %`,
    ]),
    foot: [w.opinion.sum, formatNumber(counted.seen), counted.seen === 0 ? '0 %' : '100 %'],
    note: w.opinion.numbersNote,
  });
}
