import { describe, expect, test } from 'vitest';
import { phrasedBy, questionFor, withPhrasing } from './draft-phrase.ts';
import type { DraftedPoint, DraftOpinion } from './draft-rules.ts';

const opinion = (number: number | null, body = `文${number}`): DraftOpinion => ({
  ...{ id: `o${number}`, number, kind: 'opinion', body },
  ...{ agree: 3, disagree: 1, pass: 0 },
});
const opinions = [opinion(1), opinion(2), opinion(3), opinion(null, '番号のない文')];
const points: DraftedPoint[] = [
  { section: 'agreement', body: '抜き書き一', cites: ['o1', 'o2'] },
  { section: 'questions', body: '抜き書き二', cites: ['o3'] },
];
const answer = (...found: object[]) => JSON.stringify({ points: found });
const read = (text: string) => phrasedBy(text, points, opinions, 50).map(({ body }) => body);
const good = { point: 1, text: '灯りについて、意見1と意見２がある。', opinions: [1, 2] };

describe('F9.5 what a model is asked', () => {
  test('are the points with their opinions by number, text and votes, and nobody’s name or id', () => {
    const { system, user } = questionFor(points, opinions, 50);
    expect(JSON.parse(user).points[0]).toEqual({
      ...{ point: 1, section: 'agreement', draft: '抜き書き一' },
      opinions: [1, 2].map((number) => ({ number, text: `文${number}`, agree: 3, disagree: 1, pass: 0 })),
    });
    expect(user).not.toMatch(/"o\d"/);
    expect(system).toContain('50');
  });
});

describe('F9.5 what a model answers', () => {
  test('stands where it speaks of the cited opinions alone', () => {
    expect(read(answer(good))).toEqual([good.text]);
    expect(read(`\`\`\`json\n${answer(good)}\n\`\`\``)).toEqual([good.text]);
  });

  test.each([
    ['an unknown opinion', { ...good, opinions: [1, 99] }],
    ['an opinion of another point', { ...good, opinions: [1, 3] }],
    ['an unknown opinion in its text', { ...good, text: '意見99のとおり。' }],
    ['an opinion of another point in its text', { ...good, text: '意見３のとおり。' }],
    ['no opinion', { ...good, opinions: [] }],
    ['a point nobody asked for', { ...good, point: 7 }],
    ['nothing', { ...good, text: ' ' }],
    ['more than a point may have', { ...good, text: 'あ'.repeat(51) }],
  ])('is discarded with %s', (_, wrong) => {
    expect(read(answer(wrong))).toEqual([]);
    expect(read(answer(wrong, { ...good, point: 2, text: '意見3。', opinions: [3] }))).toEqual(['意見3。']);
  });

  test.each(['', 'はい。', '[]', '{"points":{}}', '{"points":[{"point":"1"}]}', 'null'])(
    'is nothing where it is %j',
    (text) => {
      expect(read(text)).toEqual([]);
    },
  );

  test('only the first of two for a point counts', () => {
    expect(read(answer(good, { ...good, text: '別の文。' }))).toEqual([good.text]);
  });

  test('is put only where the draft still cites the very same', () => {
    const phrased = phrasedBy(answer(good), points, opinions, 50);
    expect(withPhrasing(points, phrased).map(({ body }) => body)).toEqual([good.text, '抜き書き二']);
    const moved = [{ ...points[0]!, cites: ['o1'] }];
    expect(withPhrasing(moved, phrased)).toEqual(moved);
  });
});
