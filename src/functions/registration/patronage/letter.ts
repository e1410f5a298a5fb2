/** F7.7, X9 The letter of a granted request, with its number. Pure. */
import type { Block, Fact, Sheet } from '#channels/pdf/index.ts';
import { formatDate, formatPeriod, tokyoDate } from '#kernel/dates.ts';
import { shortId } from '#kernel/ids.ts';
import type { Lang } from '#kernel/lang.ts';
import type { Request } from './queries.ts';
import { patronageWords } from './words.ts';

export interface LetterProps {
  lang: Lang;
  origin: string;
  hubName: string;
  request: Request;
}

const label = (text: string) => ({ label: text });
const fact = (name: string, value: string): Fact => ({ label: label(name), values: [value] });

export function numberOf({ asked_name, number_year, number }: Request, lang: Lang): string {
  return patronageWords(lang).numberText(asked_name, number_year ?? 0, number ?? 0);
}

/** A last day that is the first one is one day. */
export function heldText({ held_on, held_until }: Pick<Request, 'held_on' | 'held_until'>, lang: Lang): string {
  if (!held_until || held_until === held_on) return formatDate(held_on, lang);
  return formatPeriod(held_on, held_until, lang, 'long');
}

export function grantedLetter({ lang, origin, hubName, request }: LetterProps): Sheet {
  const w = patronageWords(lang);
  const title = w.letterTitles[request.kind];
  const conditions: Block[] =
    request.conditions === ''
      ? []
      : [
          { kind: 'heading', level: 1, text: label(w.conditions) },
          { kind: 'text', text: request.conditions },
        ];
  return {
    look: 'sheet',
    lang: 'ja',
    labels: lang === 'en' ? 'en' : 'ja',
    title,
    date: request.decided_at!.toISOString(),
    above: label(`${hubName}　${numberOf(request, lang)}`),
    heading: label(title),
    lead: label(formatDate(tokyoDate(request.decided_at!), lang)),
    foot: numberOf(request, lang),
    blocks: [
      { kind: 'text', text: label(w.letterTo(request.group_name)) },
      { kind: 'text', text: label(w.letterText[request.kind]) },
      {
        kind: 'facts',
        facts: [
          fact(w.name, request.title),
          fact(w.heldOn, heldText(request, lang)),
          ...(request.place === '' ? [] : [fact(w.place, request.place)]),
          fact(w.group, request.group_name),
        ],
      },
      ...conditions,
      { kind: 'text', text: request.asked_name },
      ...(request.kind === 'patronage'
        ? [{ kind: 'qr' as const, url: `${origin}/patronage/${shortId(request.id)}`, text: label(w.letterPage) }]
        : []),
    ],
  };
}
