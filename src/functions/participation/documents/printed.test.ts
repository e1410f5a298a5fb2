import { describe, expect, test } from 'vitest';
import type { Block } from '#channels/pdf/index.ts';
import { textOfPdf } from '#channels/pdf/pdf-text-for-tests.ts';
import { typeset } from '#channels/pdf/typeset.ts';
import { defaultRules } from '#commons/hubs/index.ts';
import type { Lang } from '#kernel/lang.ts';
import { datesFrom } from '../rounds/stages.ts';
import type { DocumentContent, DocumentOpinion } from './document.ts';
import { printed } from './printed.ts';
import { annexBlocks } from './printed-statement.ts';

const by = { kind: 'person' as const, name: 'ことね' };
const opinion = (n: number, more: Partial<DocumentOpinion> = {}): DocumentOpinion => ({
  id: `00000000-0000-7000-8000-00000000000${n}`,
  number: n,
  kind: 'opinion',
  text: `意見の文${n}`,
  reason: `理由の文${n}`,
  amendment: null,
  by,
  counts: { agree: 5, disagree: 1, pass: 0 },
  ...more,
});
const point = (id: string, opinions: DocumentOpinion[]) => ({
  id,
  version: 1,
  text: `点${id}`,
  opinions,
  objections: [],
});
const proposalId = '00000000-0000-7000-8000-0000000000aa';
const content: DocumentContent = {
  format: 'minna-document-v1',
  number: 'R8-3',
  hub: { key: 'hinata', name: 'ひなた市' },
  round: {
    id: '00000000-0000-7000-8000-0000000000bb',
    fiscalYear: 2026,
    number: 3,
    collectingOn: '2026-10-01',
    debatingOn: '2026-11-01',
    cutOff: '2026-12-01T15:00:00.000Z',
  },
  publishedAt: '2027-01-09T01:00:00.000Z',
  proposals: [],
  withdrawn: [],
  statement: {
    debates: [
      {
        id: proposalId,
        title: '横断歩道に灯りを',
        sections: [
          {
            section: 'views',
            points: [
              point('一', [opinion(1), opinion(2)]),
              point('二', [opinion(2), opinion(3, { by: null, text: '' })]),
            ],
          },
        ],
        annex: [{ opinion: opinion(4), reason: '提案の外のため', objections: [] }],
        formerObjections: [],
        hidden: { count: 2, reasons: [{ reason: '個人の情報', count: 2 }] },
      },
    ],
    editors: [{ name: 'しおり' }],
  },
  coverage: { opinions: 6, cited: 3, annexed: 1, hidden: 2 },
};
const propsOf = (lang: Lang) => ({
  lang,
  origin: 'https://minna.example',
  content,
  round: {
    id: content.round.id,
    fiscal_year: 2026,
    number: 3,
    rules_version: 1,
    submitted_at: null,
    published_at: new Date(content.publishedAt),
    proposal_count: 1,
    ...datesFrom('2026-10-01', defaultRules.rounds),
  },
  document: {
    id: 'd',
    number: 'R8-3',
    text: '',
    sha256: 'ab'.repeat(32),
    published_at: new Date(content.publishedAt),
    submission: null,
    receipt: null,
    errata: [],
  },
});
const print = (lang: Lang) => printed(propsOf(lang));
const ofKind = <Kind extends Block['kind']>(kind: Kind) =>
  print('ja').blocks.filter((block): block is Extract<Block, { kind: Kind }> => block.kind === kind);

describe('F9.6 what is printed', () => {
  test('every opinion stands in the annex once and whole, with the reason where no point cites it', () => {
    const voices = ofKind('voice');
    expect(voices.map(({ text }) => text)).toEqual([
      '意見の文1',
      '意見の文2',
      { label: '取り下げられたか、見えないようにされた意見です' },
      '意見の文4',
    ]);
    expect(new Set(voices.map(({ id }) => id)).size).toBe(4);
    expect(voices[0]!.notes.map(({ values }) => values)).toEqual([['理由の文1']]);
    expect(voices[3]!.notes.map(({ values }) => values)).toEqual([['理由の文4'], ['提案の外のため']]);
  });

  test('the annex goes by number; beside a text that many sent in stands how many they are', () => {
    const debate = content.statement.debates[0]!;
    const points = [point('一', [opinion(3, { sameText: 8 }), opinion(1)]), point('二', [opinion(2)])];
    const blocks = annexBlocks({ ...debate, sections: [{ section: 'views', points }] }, 'ja');
    const voices = blocks.filter((block) => block.kind === 'voice');
    expect(voices.map(({ text }) => text)).toEqual(['意見の文1', '意見の文2', '意見の文3', '意見の文4']);
    expect(voices.map(({ notes }) => JSON.stringify(notes).includes('同じ文の意見 8件'))).toEqual([
      false,
      false,
      true,
      false,
    ]);
    const props = propsOf('ja');
    const pdf = typeset({ ...printed(props), blocks: [...printed(props).blocks.slice(0, 1), ...blocks] });
    expect(textOfPdf(pdf).replace(/\s/g, '')).toContain('同じ文の意見8件');
  });

  test('each point refers to the opinions it rests on, where they stand', () => {
    const places = ofKind('voice').map(({ id }) => id);
    expect(ofKind('refs').map(({ refs }) => refs.map(({ to }) => places.indexOf(to)))).toEqual([
      [0, 1],
      [1, 2],
    ]);
  });

  test('what was hidden is counted with its reasons, and never told', () => {
    expect(JSON.stringify(print('ja').blocks)).toContain('見えないようにした意見：2件');
    expect(ofKind('list').flatMap(({ items }) => items)).toContain('個人の情報 2');
  });

  test.each<Lang>(['ja', 'easy', 'en'])('the cover names number, day, editors and fingerprint in %s', (lang) => {
    const cover = JSON.stringify(print(lang).cover);
    for (const part of ['R8-3', 'しおり', 'ab'.repeat(32), 'https://minna.example/rounds/'])
      expect(cover).toContain(part);
    expect(cover).toMatch(/令和8年|れいわ8年|Reiwa 8/);
    expect(print(lang).labels).toBe(lang === 'en' ? 'en' : 'ja');
  });

  test('headings go down one level at a time', () => {
    const levels = ofKind('heading').map(({ level }) => level);
    expect(levels[0]).toBe(1);
    for (const [at, level] of levels.entries()) expect(level - (levels[at - 1] ?? 0)).toBeLessThanOrEqual(1);
  });

  test('the map stands after the points, with numbers of opinions that are shown, and nowhere with too few people', () => {
    const three = [20, 5, 25] as const;
    const mark = (n: number, x: number) => ({ id: opinion(n).id, x, y: x / 2, all: three, groups: [three, three] });
    const group = (letter: string, x: number, n: number) => ({
      ...{ letter, size: 12, x, y: 0, rx: 1, ry: 0.5, angle: 10 },
      represents: [{ id: opinion(n).id, stance: 'agree' as const, p: 0.9, repness: 1.5 }],
    });
    const picture = {
      ...{ voters: 30, placed: 24, votes: 200, least: 7, unshown: 0 },
      groups: [group('A', -2, 1), group('B', 2, 3)],
      opinions: [mark(1, -1), mark(2, 0.5), mark(3, 1)],
      agree: [{ id: opinion(2).id, p: 0.9 }],
      disagree: [],
      divided: [opinion(3).id],
      unseen: [],
    };
    const withMap = printed(propsOf('ja'), new Map([[proposalId, picture]])).blocks;
    const drawing = withMap.find((block) => block.kind === 'picture');
    const { svg } = drawing as Extract<Block, { kind: 'picture' }>;
    expect(svg.match(/<ellipse/g)).toHaveLength(2);
    // Opinion 3 was withdrawn: neither its mark nor its number is there.
    expect([...svg.matchAll(/>(\d+)<\/text>/g)].map(([, number]) => number).sort()).toEqual(['1', '2']);
    expect(JSON.stringify(withMap)).toContain('グループA（12人）を表す意見：意見1（賛成）');
    const tooFew = printed(propsOf('ja'), new Map([[proposalId, { ...picture, placed: 9 }]]));
    expect(tooFew).toEqual(print('ja'));
  });
});
