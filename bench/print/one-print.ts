/** Prints one made-up round and says what it cost, as JSON: `one-print.ts PROPOSALS OPINIONS`. */
import type { Block, Print } from '#channels/pdf/print.ts';
import { typeset } from '#channels/pdf/typeset.ts';
import type { PrintFigure } from './print.ts';

const [proposals, opinions] = process.argv.slice(2).map(Number) as [number, number];
const TEXT = '夜の横断歩道が暗く、車から歩く人が見えにくい。灯りを足し、半年後に見直す。生きものへの影響も調べる。';
const POINTS = 4;
const each = <T>(count: number, make: (at: number) => T[]): T[] =>
  Array.from({ length: count }, (_, at) => make(at)).flat();
const title = (at: number): Block => ({ kind: 'heading', level: 2, text: `横断歩道に灯りを ${at + 1}` });
const heading = (level: 1 | 3 | 4, text: string): Block => ({ kind: 'heading', level, text });
const opinionsOf = (at: number) =>
  Math.floor(((at + 1) * opinions) / proposals) - Math.floor((at * opinions) / proposals);

const blocks: Block[] = [
  heading(1, '提案'),
  ...each(proposals, (at): Block[] => [
    title(at),
    { kind: 'facts', facts: [{ label: '提案者', values: ['ことね（個人）'] }] },
    ...each(5, (part): Block[] => [heading(3, `部分${part + 1}`), { kind: 'text', text: TEXT.repeat(2) }]),
  ]),
  heading(1, '意見書'),
  ...each(proposals, (at): Block[] => [
    title(at),
    heading(3, 'おおむね一致'),
    ...each(POINTS, (point): Block[] => [
      heading(4, `項目${point + 1}`),
      { kind: 'text', text: TEXT },
      {
        kind: 'refs',
        label: '引いた意見',
        refs: each(opinionsOf(at), (one) =>
          one % POINTS === point ? [{ text: `意見${one + 1}`, to: `o-${at}-${one}` }] : [],
        ),
      },
    ]),
  ]),
  heading(1, '資料編'),
  ...each(proposals, (at): Block[] => [
    title(at),
    ...each(opinionsOf(at), (one): Block[] => [
      {
        kind: 'voice',
        id: `o-${at}-${one}`,
        mark: `意見${one + 1}`,
        who: 'ことね（個人）',
        text: TEXT,
        notes: one % 3 === 0 ? [{ label: '理由', values: [TEXT] }] : [],
        small: '賛成5・反対1・どちらでもない・わからない0',
      },
    ]),
  ]),
];
const print: Print = {
  lang: 'ja',
  labels: 'ja',
  title: '市民提案',
  date: '2027-01-09T01:00:00.000Z',
  runningHead: '市民提案',
  cover: { above: '', title: '市民提案', lead: '', facts: [], notes: [] },
  contents: '目次',
  blocks,
  codePoints: { heading: '文字', text: '' },
};
const bytes = typeset(print).length;
const { user, system } = process.cpuUsage();
const figure: PrintFigure = {
  proposals,
  opinions,
  milliseconds: 0,
  cpuMs: Math.round((user + system) / 1000),
  bytes,
  peakMb: Math.round(process.resourceUsage().maxRSS / 1024),
};
console.log(JSON.stringify(figure));
