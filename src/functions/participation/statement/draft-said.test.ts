import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keepsMachine, piecesOf, sentencesOf } from './draft-said.ts';

const DRAFTED = '多くの人が賛成した意見です。「暗い。見えない！」（意見1）。賛成8・反対1・どちらでもない0でした。';

describe('F9.5 the sentences of the machine', () => {
  test('end at their full stop, not inside what they quote, and at the end of a line', () => {
    expect(sentencesOf(DRAFTED)).toEqual([
      '多くの人が賛成した意見です。',
      '「暗い。見えない！」（意見1）。',
      '賛成8・反対1・どちらでもない0でした。',
    ]);
    expect(sentencesOf('かっこ「が閉じない。\nつぎの行。')).toEqual(['かっこ「が閉じない。\n', 'つぎの行。']);
  });

  test('stay its own one by one: what a person wrote between them is the person’s', () => {
    const text = DRAFTED.replace('「暗い。見えない！」（意見1）。', '夜道が暗いという声です（意見1）。');
    expect(piecesOf(text, DRAFTED)).toEqual([
      { text: '多くの人が賛成した意見です。', machine: true },
      { text: '夜道が暗いという声です（意見1）。', machine: false },
      { text: '賛成8・反対1・どちらでもない0でした。', machine: true },
    ]);
    expect(piecesOf(DRAFTED, DRAFTED)).toEqual([{ text: DRAFTED, machine: true }]);
    expect(keepsMachine('人のことば。', DRAFTED)).toBe(false);
  });

  test('whatever is written, no letter is lost, and nothing is the machine’s that it did not write', () => {
    const unit = fc.constantFrom(...'あいう。！？「」（）()\n 　意見1');
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 60 }), fc.string({ unit, maxLength: 60 }), (text, drafted) => {
        const pieces = piecesOf(text, drafted);
        expect(pieces.map((piece) => piece.text).join('')).toBe(text);
        for (const piece of pieces) if (piece.machine) expect(drafted).toContain(sentencesOf(piece.text)[0]!.trim());
        expect(keepsMachine(text, text)).toBe(text.trim() !== '');
      }),
    );
  });
});
