/** An entry as a form sends it, for tests. */
import type { Typed } from './entry.ts';

export function typedCall(more: Typed = {}): Typed {
  return {
    kind: 'call',
    title: '川の草刈りを手伝う人',
    body: '日向川の土手の草を刈ります。鎌の使いかたは、その場で教えます。',
    tasks: '草を集めて袋に入れる',
    days: '11月の日曜の朝',
    people: '5人ほど',
    where: '日向橋の下',
    endsOn: '2026-11-30',
    fields: '7,3',
    districts: '本町、川沿い',
    audience: 'everyone,teens',
    fee: '０',
    accessibility: 'toilet',
    tags: '#川、はじめて歓迎',
    ...more,
  };
}

export function typedKnowHow(more: Typed = {}): Typed {
  return {
    kind: 'know-how',
    title: 'ちらしを人に読んでもらう五つの工夫',
    body: '字を減らすことから始めます。',
    fields: '19',
    tags: 'ちらし',
    ...more,
  };
}
