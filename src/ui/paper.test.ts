import { describe, expect, test } from 'vitest';
import { qrPicture, writingLines } from './paper.ts';

describe('X6 pictures on paper', () => {
  test('a code is drawn inside its quiet zone and says where it leads', () => {
    const shown = qrPicture({ size: 2, data: [1, 0, 0, 1] }, '<灯り>').toString();
    expect(shown).toContain('viewBox="0 0 10 10"');
    expect(shown).toContain('d="M4 4h1v1h-1zM5 5h1v1h-1z"');
    expect(shown).toContain('aria-label="&lt;灯り&gt;"');
  });

  test('lines to write on are as many as asked for, and nothing for screen readers', () => {
    const shown = writingLines(3).toString();
    expect(shown.match(/h640/g)).toHaveLength(3);
    expect(shown).toContain('aria-hidden="true"');
  });
});
