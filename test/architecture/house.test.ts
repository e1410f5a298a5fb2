import { describe, expect, test } from 'vitest';
import { CODE, filesIn, type SourceFile } from './reading/files.ts';
import {
  badFileNames,
  callsOf,
  civicWords,
  emptyNames,
  LONGEST,
  longFiles,
  ownClocks,
  ownDice,
  unfinished,
} from './rules/house.ts';
import { isTest, isUseCase, moduleOf } from './rules/imports.ts';

const everything = filesIn(/\.(ts|css|sql|md|json|sh|txt|yml)$|^(minna|\.ci\/run|LICENSE)$/);
const written = everything.filter(({ path }) => /^(src|test|bench)\//.test(path));
const code = filesIn(CODE);
const withoutTests = code.filter(({ path }) => !isTest(path));
const modules = withoutTests.filter(({ path }) => moduleOf(path) !== null);
const forAnybody = filesIn(/^src\/(ui|islands)\/.*\.(ts|css)$/);

const sample = (text: string, path = 'src/commons/a/b.ts'): SourceFile[] => [{ path, text }];

describe('files', () => {
  test(`none is longer than ${LONGEST} lines`, () => {
    expect(longFiles(written)).toEqual([]);
  });
  test('a longer one is found, a generated one is not', () => {
    expect(longFiles(sample('x\n'.repeat(LONGEST)))).toEqual([]);
    expect(longFiles(sample('x\n'.repeat(LONGEST + 1)))).toHaveLength(1);
    expect(longFiles(sample('x\n'.repeat(LONGEST + 1), 'src/db/tables.generated.ts'))).toEqual([]);
  });

  test('names say what a thing is', () => {
    expect(emptyNames(written)).toEqual([]);
    expect(badFileNames(code)).toEqual([]);
  });
  test.each(['src/commons/utils/a.ts', 'src/commons/a/date-helpers.ts', 'src/kernel/service.ts'])(
    '%s says nothing',
    (path) => {
      expect(emptyNames(sample('', path))).toHaveLength(1);
    },
  );
  test.each(['export class JobManager {}', 'export const dateUtils = {};', 'export async function commonHelper() {}'])(
    '%s says nothing',
    (text) => {
      expect(emptyNames(sample(text)).length).toBeGreaterThan(0);
    },
  );
  test('what only contains such a word may stand', () => {
    expect(emptyNames(sample('export const serviceable = 1;', 'src/commons/hubs/commonplace.ts'))).toEqual([]);
  });
  test('a name that is not kebab-case is found', () => {
    expect(badFileNames([...sample('', 'src/a/someFile.ts'), ...sample('', 'src/a/words.ja.ts')])).toHaveLength(1);
  });

  test('nothing is unfinished, no test is left out, no path belongs to one machine', () => {
    expect(unfinished(everything.filter(({ path }) => path !== 'package-lock.json'))).toEqual([]);
  });
  test.each([
    `// T${'ODO'}: later`,
    `html\`<p>Coming ${'soon'}</p>\``,
    `test.${'skip'}('x', () => {})`,
    `describe.${'only'}('x', () => {})`,
    `const path = '/ro${'ot'}/.cache'`,
    `Lorem ${'ipsum'} dolor`,
  ])('unfinished: %s', (text) => {
    expect(unfinished(sample(text))).toHaveLength(1);
  });
  test('finished: the same words in other senses', () => {
    expect(unfinished(sample("list.skip(3); const href = '/home'; // the root of all"))).toEqual([]);
  });
});

describe('time and randomness', () => {
  const decides = modules.filter(({ path, text }) => isUseCase(text) || /\/(rules|stages|clock)\.ts$/.test(path));

  test('come from the context: time in everything a module does, randomness in use cases and rules', () => {
    expect(decides.length).toBeGreaterThan(20);
    expect(ownClocks(modules)).toEqual([]);
    expect(ownDice(decides)).toEqual([]);
  });
  test.each([
    'const at = Date.now();',
    'const at = new Date();',
    "await run(db, 'update votes set at = now() where id = $1');",
    'const q = `select id where at < current_timestamp`;',
  ])('a clock of its own: %s', (text) => {
    expect(ownClocks(sample(text))).toHaveLength(1);
  });
  test.each([
    'const id = crypto.randomUUID();',
    'const id = randomId();',
    'if (Math.random() > 0.5) go();',
    "const q = 'insert into votes values (gen_random_uuid())';",
  ])('dice of its own: %s', (text) => {
    expect(ownDice(sample(text))).toHaveLength(1);
  });
  test('a given date may be read, the context asked, and comments may speak', () => {
    const text = "// not Date.now()\nconst at = new Date(text); const id = ctx.randomId(); const word = 'known';";
    expect([...ownClocks(sample(text)), ...ownDice(sample(text))]).toEqual([]);
  });
});

describe('queries', () => {
  test('name their columns', () => {
    expect(callsOf(['selectAll', 'returningAll'], code)).toEqual([]);
  });
  test('one that does not is found', () => {
    expect(callsOf(['selectAll', 'returningAll'], sample("db.selectFrom('votes').selectAll().execute()"))).toHaveLength(
      1,
    );
    expect(callsOf(['selectAll'], sample("db\n  .selectFrom('votes')\n  .selectAll('v')"))).toHaveLength(1);
  });
});

describe('components and islands', () => {
  test('know no civic word', () => {
    expect(civicWords(forAnybody)).toEqual([]);
  });
  test.each([
    '/** The proposal as a card. */',
    "const label = '市民提案';",
    "href: '/opinions/3'",
    '.opinion-card { color: red }',
  ])('found: %s', (text) => {
    expect(civicWords(sample(text, 'src/ui/card.ts'))).toHaveLength(1);
  });
});
