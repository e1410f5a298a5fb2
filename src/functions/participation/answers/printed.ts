/** F9.7 All answers of a round as they are printed: each proposal, its points, chip, division, day and reason. Pure. */
import type { Block, Booklet, Fact, Words } from '#channels/pdf/index.ts';
import { formatDate, formatNumber, tokyoDate } from '#kernel/dates.ts';
import { shortId } from '#kernel/ids.ts';
import { inBrackets, type Lang } from '#kernel/lang.ts';
import { lastDay, type Round, roundName } from '../rounds/index.ts';
import type { Item } from './items.ts';
import { printWords } from './print-words.ts';
import { sectionName } from './views/items.ts';
import { words } from './words.ts';

export interface PrintedAnswersProps {
  lang: Lang;
  origin: string;
  hubName: string;
  /** published */
  round: Round;
  /** in the order of the statement */
  items: readonly Item[];
}

const label = (text: string) => ({ label: text });
const fact = (name: string, value: Words): Fact => ({ label: label(name), values: [value] });

/** The same answers always give the same print: clocks that run on are left to the page. */
export function printedAnswers(props: PrintedAnswersProps): Booklet {
  const { lang, round, items } = props;
  const w = words(lang);
  const p = printWords(lang);
  const title = p.title(roundName(round, lang));
  const answered = items.flatMap(({ answer }) => (answer ? [answer] : []));
  const newest = Math.max(round.published_at?.getTime() ?? 0, ...answered.map((one) => one.answered_at.getTime()));
  const day = (date: Date) => formatDate(lastDay(date), lang);
  return {
    lang: 'ja',
    labels: lang === 'en' ? 'en' : 'ja',
    title,
    date: new Date(newest).toISOString(),
    runningHead: label(title),
    cover: {
      above: label(props.hubName),
      title: label(title),
      lead: label(p.lead),
      facts: [
        fact(p.counts, label(p.countsText(formatNumber(answered.length), formatNumber(items.length)))),
        {
          label: label(w.clock.title),
          values: [
            label(w.clock.interim(day(round.interim_answer_at))),
            label(w.clock.final(day(round.final_answer_at))),
          ],
        },
      ],
      notes: [label(p.web(`${props.origin}/rounds/${shortId(round.id)}/answers`))],
    },
    contents: label(p.contents),
    blocks: [
      { kind: 'heading', level: 1, text: label(w.list.title) },
      ...[...Map.groupBy(items, (item) => item.debate_id).values()].flatMap((group): Block[] => [
        { kind: 'heading', level: 2, text: group[0]!.title },
        ...group.flatMap((item) => itemBlocks(item, lang)),
      ]),
    ],
  };
}

function itemBlocks(item: Item, lang: Lang): Block[] {
  const w = words(lang);
  const p = printWords(lang);
  const { answer } = item;
  const heading =
    item.subject === 'proposal'
      ? p.proposal
      : p.point(sectionName(item.section, lang) ?? item.section, formatNumber(item.place));
  const division = item.division_name ? [fact(answer ? w.section.division : p.inCharge, item.division_name)] : [];
  const begun: Block[] = [
    { kind: 'heading', level: 3, text: label(heading) },
    ...(item.body === '' ? [] : [{ kind: 'text' as const, text: item.body }]),
  ];
  if (!answer)
    return [
      ...begun,
      ...(division.length > 0 ? [{ kind: 'facts' as const, facts: division }] : []),
      { kind: 'text', text: label(p.none) },
    ];
  return [
    ...begun,
    {
      kind: 'facts',
      facts: [
        fact(
          p.answer,
          label(answer.on_budget ? inBrackets(w.kinds[answer.kind], w.section.onBudget, lang) : w.kinds[answer.kind]),
        ),
        ...division,
        fact(w.section.decidedOn, label(formatDate(answer.decided_on, lang))),
        fact(w.section.answeredOn, label(formatDate(tokyoDate(answer.answered_at), lang))),
        ...(answer.version > 1 ? [fact(p.version, label(formatNumber(answer.version)))] : []),
        ...(answer.next_on ? [fact(w.section.nextOn, label(formatDate(answer.next_on, lang)))] : []),
        ...(answer.passed_to ? [fact(w.section.passedTo, answer.passed_to)] : []),
        ...(answer.change_reason === '' ? [] : [fact(w.section.changeReason, answer.change_reason)]),
      ],
    },
    ...answer.reason
      .split(/\n\s*\n/)
      .filter((part) => part.trim() !== '')
      .map((text): Block => ({ kind: 'text', text })),
  ];
}
