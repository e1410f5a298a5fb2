import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { defaultRules } from '#commons/hubs/index.ts';
import { datesFrom } from '../rounds/stages.ts';
import { documentCells } from './cells.ts';
import { contentOf, documentNumber, freeze, type Ingredients } from './content.ts';
import { statementBlocks } from './printed-statement.ts';

const author = { id: 'a-secret-id', kind: 'person' as const, name: 'ことね' };
const opinion = {
  id: 'o1',
  number: 3,
  kind: 'opinion' as const,
  text: '=橋のたもとは22時で消して',
  reason: '',
  amendment: null,
  author,
  counts: { agree: 5, disagree: 1, pass: 0 },
  withdrawn: false,
  hidden: false,
};
const ingredients = (): Ingredients => ({
  hub: { key: 'hinata', town: { ja: 'ひなた市', easy: 'ひなた市', en: 'Hinata' } },
  round: {
    id: 'r1',
    fiscal_year: 2026,
    number: 3,
    rules_version: 1,
    submitted_at: null,
    published_at: null,
    proposal_count: 1,
    ...datesFrom('2026-10-01', defaultRules.rounds),
  },
  publishedAt: new Date('2027-01-09T01:00:00Z'),
  proposals: [],
  withdrawn: [
    {
      id: 'p2',
      title: '取り下げた提案',
      by: { kind: 'group', name: '見守りの会' },
      withdrawnAt: '2026-12-01T00:00:00.000Z',
      reason: '別の形で',
    },
  ],
  statement: {
    debates: [
      {
        id: 'p1',
        title: '横断歩道に灯りを',
        withdrawn: false,
        sections: [
          {
            section: 'views',
            points: [
              {
                id: 't1',
                section: 'views',
                version: 2,
                text: '点の文',
                draft: null,
                opinions: [opinion],
                objections: [],
              },
            ],
          },
        ],
        annex: [
          {
            opinion: { ...opinion, id: 'o2', author: null, text: '', hidden: true },
            reason: '提案の外',
            objections: [],
          },
        ],
        formerObjections: [],
        hidden: { count: 0, reasons: [] },
      },
    ],
    editors: [
      { id: 'e1', name: 'しおり', why: '', raisedAt: new Date('2026-11-02T00:00:00Z'), active: true },
      { id: 'e2', name: 'やめた人', why: '', raisedAt: new Date('2026-11-02T00:00:00Z'), active: false },
    ],
  },
  coverage: { total: 2, cited: 1, annexed: 1, hidden: 0 },
});

describe('F9.5 many letters with one text', () => {
  const letter = (id: string, text: string) => ({
    opinion: { ...opinion, id, text },
    reason: '同じ手紙',
    objections: [],
  });
  const withAnnex = (texts: string[]) => {
    const given = ingredients();
    given.statement.debates[0]!.annex = texts.map((text, at) => letter(`x${at}`, text)) as never;
    return contentOf(given).statement.debates[0]!.annex.map(({ opinion: { sameText } }) => sameText);
  };
  const text = '公園の木を切らないでください。夏の日かげは、子どもたちの遊び場です。';

  test('are counted beside each of them, and nothing is said beside a text of its own', () => {
    expect(withAnnex([text, '街灯は橋の東がわから先につけて、西は来年で足ります', text, `${text}！`])).toEqual([
      3,
      undefined,
      3,
      3,
    ]);
  });

  test('short words that many come upon are no copies', () => {
    expect(withAnnex(['賛成です', '賛成です'])).toEqual([undefined, undefined]);
  });
});

describe('F9.6 what is frozen', () => {
  test('the number names the fiscal year and the round', () => {
    expect(documentNumber({ fiscal_year: 2026, number: 3 })).toBe('R8-3');
    expect(documentNumber({ fiscal_year: 2019, number: 1 })).toBe('R1-1');
  });

  test('the same rows give the same bytes, and the fingerprint is that of the bytes', () => {
    const one = freeze(contentOf(ingredients()));
    const shuffled = Object.fromEntries(Object.entries(ingredients()).reverse()) as unknown as Ingredients;
    expect(freeze(contentOf(shuffled)).text).toBe(one.text);
    expect(one.sha256.toString('hex')).toBe(createHash('sha256').update(Buffer.from(one.text, 'utf8')).digest('hex'));
    expect(JSON.parse(one.text)).toEqual(contentOf(ingredients()));
  });

  test('one changed character is another fingerprint', () => {
    const changed = ingredients();
    changed.statement.debates[0]!.sections[0]!.points[0]!.text = '点の文。';
    expect(freeze(contentOf(changed)).sha256.equals(freeze(contentOf(ingredients())).sha256)).toBe(false);
  });

  test('people stand in it by the name they chose and by nothing else', () => {
    const { text } = freeze(contentOf(ingredients()));
    expect(text).toContain('ことね');
    expect(text).not.toContain('a-secret-id');
    expect(contentOf(ingredients()).statement.editors).toEqual([{ name: 'しおり' }]);
  });

  test('an opinion hidden since it was cited is named by its number alone', () => {
    const [entry] = contentOf(ingredients()).statement.debates[0]!.annex;
    expect(entry!.opinion).toMatchObject({ number: 3, text: '', by: null });
  });

  test('a point the machine drafted is marked, with whoever made it theirs', () => {
    const drafted = ingredients();
    const confirmedAt = new Date('2026-12-20T03:00:00Z');
    drafted.statement.debates[0]!.sections[0]!.points[0]!.draft = {
      draftedBy: 'machine',
      draftedAt: new Date('2026-12-19T03:00:00Z'),
      confirmedBy: 'しおり',
      confirmedAt,
      how: 'edited',
    };
    const content = contentOf(drafted);
    expect(content.statement.debates[0]!.sections[0]!.points[0]!.drafted).toEqual({
      by: 'machine',
      confirmedBy: 'しおり',
      confirmedAt: confirmedAt.toISOString(),
      how: 'edited',
    });
    expect(documentCells(content, [], 'ja').map((row) => row[14])).toEqual(['', '書き直した', '']);
    const [debate] = content.statement.debates;
    const { section, points } = debate!.sections[0]!;
    const uncited = { ...debate!, sections: [{ section, points: points.map((one) => ({ ...one, opinions: [] })) }] };
    expect(JSON.stringify(statementBlocks(uncited, undefined, 'ja'))).toContain(
      '機械の下書きを、しおりさんが2026年（令和8年）12月20日（日）に書き直しました',
    );
    expect(freeze(contentOf(ingredients())).text).not.toContain('drafted');
  });

  test('the table has a row for each thing, each as wide as its head', () => {
    const rows = documentCells(contentOf(ingredients()), [], 'ja');
    expect(rows.map((row) => [row[1], row[5]])).toEqual([
      ['取り下げ', 'p2'],
      ['項目', 't1'],
      ['資料編', 'o2'],
    ]);
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([15]));
  });
});
