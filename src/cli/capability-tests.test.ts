import { describe, expect, test } from 'vitest';
import { CAPABILITIES } from './capabilities.ts';
import { testsByCapability } from './capability-tests.ts';

// The word itself would make these samples groups of this very file.
const group = 'describe';

const ids = (text: string) => [...testsByCapability([{ path: 'a.test.ts', text }]).keys()];

describe('tests by capability', () => {
  test('ids stand in titles of groups, several at once, however the group is written', () => {
    expect(ids(`${group}('F9.1, P4 lists', () => {`)).toEqual(['F9.1', 'P4']);
    expect(ids(`${group}(\n  "F10.3 the tree",\n`)).toEqual(['F10.3']);
    expect(ids(`${group}.each(['X1', 'a'])('X2 levels for %s', () => {`)).toEqual(['X2']);
  });

  test('an id in a test, a comment or a longer word proves nothing', () => {
    expect(ids(`test('F9.1 drafts', () => {});\n// F9.2\n${group}('FF9.3 or F9.4b or v1.F9.5', () => {`)).toEqual([]);
  });

  test('a file is named once for an id, several files in their order', () => {
    const twice = `${group}('F9.1 a', () => {}); ${group}('F9.1 b', () => {});`;
    const found = testsByCapability([
      { path: 'one.test.ts', text: twice },
      { path: 'two.test.ts', text: twice },
    ]);
    expect(found.get('F9.1')).toEqual(['one.test.ts', 'two.test.ts']);
  });
});

describe('the list of capabilities', () => {
  test('names each id once, with its words', () => {
    expect(new Set(CAPABILITIES.map(({ id }) => id)).size).toBe(CAPABILITIES.length);
    for (const { name, about } of CAPABILITIES) {
      expect(name).toMatch(/^\S.*[A-Z]/);
      expect(about).toMatch(/\.$/);
    }
  });
});
