/** F1.4, X9 A programme as a sheet, and the poster of a showcase. Pure. */
import type { Block, Fact, Poster, Sheet, Words } from '#channels/pdf/index.ts';
import { kindWord } from '#commons/hubs/index.ts';
import { inBrackets, type Lang } from '#kernel/lang.ts';
import { showcaseHref } from './addresses.ts';
import { printWords } from './print-words.ts';
import type { Hand, ShownShowcase, Slot } from './queries.ts';
import { isCallOpen } from './rules.ts';
import { isOneDay, lastDayText, partTime, whenText } from './views/pieces.ts';
import { words } from './words.ts';

export interface PrintedProps {
  lang: Lang;
  now: Date;
  origin: string;
  hubName: string;
  showcase: ShownShowcase;
  slots: readonly Slot[];
  hands: readonly Hand[];
}

const label = (text: string) => ({ label: text });
const fact = (name: string, ...values: Words[]): Fact => ({ label: label(name), values });

function printed({ lang, showcase }: PrintedProps) {
  return {
    lang: 'ja' as const,
    labels: lang === 'en' ? ('en' as const) : ('ja' as const),
    title: showcase.title,
    date: showcase.announced_at.toISOString(),
  };
}

const url = ({ origin, showcase }: PrintedProps) => `${origin}${showcaseHref(showcase.id)}`;
const place = ({ place: name, address }: ShownShowcase): string[] => (address === '' ? [name] : [name, address]);

/** What stands in each part, in the order of the programme; free parts by their time alone. */
export function programmeSheet(props: PrintedProps): Sheet {
  const { lang, showcase, slots, hands } = props;
  const p = printWords(lang);
  const w = words(lang).show;
  const oneDay = isOneDay(showcase);
  const rows = slots.map((slot): Fact => {
    const hand = hands.find((one) => one.slot_id === slot.id && one.state === 'holding' && !one.hiding);
    const where = [slot.label, slot.place].filter((text) => text !== '').join(' ');
    return {
      label: label(partTime(slot, oneDay, lang)),
      values: hand
        ? [hand.title, [hand.group_name, where].filter((text) => text !== '').join('　')]
        : [label([w.free, where].filter((text) => text !== '').join('　'))],
    };
  });
  const blocks: Block[] = [
    {
      kind: 'facts',
      facts: [
        fact(p.when, label(whenText(showcase, lang))),
        fact(p.where, ...place(showcase)),
        fact(p.host, inBrackets(showcase.host_name, kindWord(lang, showcase.host_kind), lang)),
        ...(showcase.contact === '' ? [] : [fact(p.contact, showcase.contact)]),
      ],
    },
    { kind: 'heading', level: 1, text: label(p.programme) },
    rows.length === 0 ? { kind: 'text', text: label(p.none) } : { kind: 'facts', facts: rows },
    { kind: 'lines', label: label(p.notes), hint: '', count: 4 },
    { kind: 'qr', url: url(props), text: label(p.page) },
  ];
  return {
    ...printed(props),
    look: 'sheet',
    above: label(props.hubName),
    heading: showcase.title,
    lead: showcase.cancelled_at ? label(p.cancelled) : showcase.hiding ? '' : showcase.about,
    foot: showcase.title,
    blocks,
  };
}

export function showcasePoster(props: PrintedProps, paper: 'a4' | 'a3'): Poster {
  const { lang, showcase, now } = props;
  const p = printWords(lang);
  const calling = isCallOpen(showcase, now);
  return {
    ...printed(props),
    look: 'poster',
    paper,
    above: label(props.hubName),
    heading: showcase.title,
    lead: label(showcase.cancelled_at ? p.cancelled : calling ? `${p.call}${p.calling}` : p.call),
    facts: [
      fact(p.when, label(whenText(showcase, lang))),
      fact(p.where, ...place(showcase)),
      fact(p.host, showcase.host_name),
      ...(calling
        ? [fact(p.callUntil, label(words(lang).show.callUntil(lastDayText(showcase.call_until, lang, 'long'))))]
        : []),
      ...(showcase.contact === '' ? [] : [fact(p.contact, showcase.contact)]),
    ],
    code: { url: url(props), text: label(p.code) },
    notes: [],
  };
}
