import { describe, expect, test } from 'vitest';
import { modules } from '../../src/modules.ts';
import { work } from '../../src/work.ts';

describe('the worker', () => {
  test('does what the manifests name, and nothing else', () => {
    const names = (all: readonly { jobs?: object; ticks?: readonly { name: string }[] }[]) =>
      all.flatMap(({ jobs = {}, ticks = [] }) => [...Object.keys(jobs), ...ticks.map(({ name }) => name)]).sort();
    expect(names(work)).toEqual(names(modules));
    expect(names(work)).toContain('discussion.tally');
  });
});
