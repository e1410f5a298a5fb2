import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asksForSomething, type DraftMap, type DraftOpinion, draftOf } from './draft-rules.ts';
import { extractOf, nameOf, sharesText, tenths } from './draft-text.ts';

const said = (
  number: number,
  body: string,
  votes: [number, number, number],
  kind: DraftOpinion['kind'] = 'opinion',
) => ({
  id: `o${String(number).padStart(2, '0')}`,
  number,
  kind,
  body,
  agree: votes[0],
  disagree: votes[1],
  pass: votes[2],
});

const OPINIONS = [
  said(1, '夜の横断歩道は暗くて、歩いている人が見えません。', [30, 2, 1]),
  said(2, '照明より先に、車の速さを落とす工夫が必要です。', [15, 14, 3]),
  said(3, '灯りは虫を集めるので、消してほしい。', [3, 20, 2]),
  said(4, '夜の横断歩道は暗くて、歩いている人に気づくのが遅れます。', [2, 0, 0]),
  said(5, '照明の電気代は、年にいくらかかりますか。', [0, 0, 0], 'question'),
  said(6, '学校の前だけでも、点滅する標識を立ててはどうでしょうか。', [2, 0, 1]),
  said(7, 'となりまちでも同じことがありました。', [1, 0, 0]),
];

const MAP: DraftMap = {
  placed: 33,
  groups: [
    {
      letter: 'A',
      size: 20,
      x: 0,
      y: 0,
      rx: 1,
      ry: 1,
      angle: 0,
      represents: [{ id: 'o02', stance: 'agree', p: 0.9, repness: 2 }],
    },
    {
      letter: 'B',
      size: 13,
      x: 1,
      y: 0,
      rx: 1,
      ry: 1,
      angle: 0,
      represents: [{ id: 'o02', stance: 'disagree', p: 0.8, repness: 2 }],
    },
  ],
  opinions: [
    {
      id: 'o01',
      x: 0,
      y: 0,
      all: [30, 2, 33],
      groups: [
        [18, 1, 20],
        [12, 1, 13],
      ],
    },
    {
      id: 'o02',
      x: 0,
      y: 0,
      all: [15, 14, 32],
      groups: [
        [14, 2, 19],
        [1, 12, 13],
      ],
    },
  ],
  agree: [{ id: 'o01', p: 0.9 }],
  disagree: [{ id: 'o03', p: 0.8 }],
  divided: [],
};

describe('F9.5 the first draft', () => {
  test('takes what the map says of consensus and groups, and quotes it word for word with its figures', () => {
    const points = draftOf(OPINIONS, MAP, 800);
    expect(points.map(({ section, cites }) => [section, cites])).toEqual([
      ['agreement', ['o01', 'o04']],
      ['views', ['o02']],
      ['minority', ['o03']],
      ['questions', ['o05']],
      ['proposals', ['o06']],
    ]);
    expect(points[0]!.body).toBe(
      '立場がちがっても、多くの人が賛成した意見です。「夜の横断歩道は暗くて、歩いている人が見えません」（意見1）。グループAの約9割、グループBの約9割が賛成しています。賛成30・反対2・どちらでもない1でした。似たことばの意見が、ほかに1件あります（意見4）。',
    );
    expect(points[1]!.body).toBe(
      'グループA（20人）をよくあらわす意見です。「照明より先に、車の速さを落とす工夫が必要です」（意見2）に、このグループの約7割が賛成しています。',
    );
  });

  test('makes one point of one sentence that many sent in, and cites them all there', () => {
    const leaflet =
      '川原の囲いは、冬のあいだも朝6時から使えるようにしてください。仕事の前に走らせたい人がたくさんいます。';
    const letters = [
      said(1, leaflet, [13, 1, 0]),
      said(2, '夜の横断歩道は暗くて、歩いている人が見えません。', [12, 2, 1]),
      said(3, leaflet, [14, 3, 1]),
      said(4, `${leaflet}柴犬も。`, [9, 0, 0]),
    ];
    const points = draftOf(letters, null, 800);
    expect(points.map(({ cites }) => cites)).toEqual([['o01', 'o03', 'o04'], ['o02']]);
    expect(points[0]!.body).toContain('ほかに2件');
    const only = [letters[0]!, letters[2]!, said(5, `${leaflet}ライトは自分で持って行きます。`, [7, 0, 0])];
    expect(draftOf(only, null, 800).map(({ cites }) => cites)).toEqual([['o01', 'o03', 'o05']]);
  });

  test('without a map it goes by the votes, and speaks of no group', () => {
    const points = draftOf(OPINIONS, null, 800);
    expect(points.map(({ section }) => section)).toEqual([
      'agreement',
      'dissent',
      'minority',
      'questions',
      'proposals',
    ]);
    expect(points.some(({ body }) => body.includes('グループ'))).toBe(false);
    // Nobody near it in words, nobody chose: left to editors.
    expect(points.flatMap(({ cites }) => cites)).not.toContain('o07');
  });

  test('cites nothing twice and nothing unknown, quotes what it cites, keeps to the length, and is always the same', () => {
    const bodies = fc.array(
      fc.constantFrom('夜道が', '暗いので', '照明を', '増やしてほしい。', '反対です', 'なぜですか'),
      { minLength: 1 },
    );
    const votes = fc.tuple(fc.nat(30), fc.nat(30), fc.nat(5));
    const kind = fc.constantFrom('opinion' as const, 'opinion' as const, 'question' as const);
    const opinions = fc
      .array(fc.tuple(bodies, votes, kind), { maxLength: 20 })
      .map((rows) => rows.map(([body, counts, what], at) => said(at + 1, body.join(''), counts, what)));
    fc.assert(
      fc.property(opinions, fc.integer({ min: 60, max: 300 }), (given, most) => {
        const map: DraftMap = { ...MAP, opinions: MAP.opinions };
        const points = draftOf(given, map, most);
        const cited = points.flatMap(({ cites }) => cites);
        expect(new Set(cited).size).toBe(cited.length);
        expect(cited.every((id) => given.some((one) => one.id === id))).toBe(true);
        for (const { cites, body, section } of points) {
          expect(cites.length).toBeGreaterThan(0);
          expect([...body].length).toBeLessThanOrEqual(most);
          const kinds = new Set(given.filter(({ id }) => cites.includes(id)).map((one) => one.kind));
          expect(kinds).toEqual(new Set([section === 'questions' ? 'question' : 'opinion']));
        }
        expect(draftOf(given, map, most)).toEqual(points);
      }),
    );
  });

  test('figures are rounded to tenths, and small numbers are not spoken of', () => {
    expect([0, 0.04, 0.2, 0.75, 0.96].map(tenths)).toEqual(['1割未満', '1割未満', '約2割', '約8割', 'ほぼ全員']);
    expect(sharesText([{ letter: 'A', votes: [3, 1, 4] }])).toBe(null);
    expect(
      sharesText([
        { letter: 'A', votes: [3, 1, 4] },
        { letter: 'B', votes: [4, 1, 5] },
      ]),
    ).toBe('グループBの約8割が賛成');
    expect(nameOf({ number: null })).toBe('意見');
  });

  test('extracts end with a sentence where one ends', () => {
    expect(extractOf('短い文です。')).toBe('短い文です');
    expect(extractOf(`はじめの文です。${'あ'.repeat(90)}`)).toBe('はじめの文です');
    expect(extractOf('あ'.repeat(90))).toBe(`${'あ'.repeat(80)}…`);
  });

  test('what somebody asks for is told from what somebody says', () => {
    for (const body of [
      '照明を増やしてほしい',
      '標識を立ててはどうか',
      '朝だけ止めたらいいと思います',
      '広げてください',
    ])
      expect(asksForSomething(body)).toBe(true);
    for (const body of ['夜は暗いです', '反対します']) expect(asksForSomething(body)).toBe(false);
  });
});
