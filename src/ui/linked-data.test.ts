import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { linkedData } from './linked-data.ts';

const BLOCK = /^<script type="application\/ld\+json">([^<>&]*)<\/script>$/;

describe('X8 linked data on a page', () => {
  test('keeps every text, and no text ends its block', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const [, json] = BLOCK.exec(linkedData({ name: text }).markup) ?? [];
        expect(JSON.parse(json!)).toEqual({ name: text });
      }),
      { examples: [['</script><script>alert(1)</script>'], ['<!-- ]]> &lt; \u2028']] },
    );
  });
});
