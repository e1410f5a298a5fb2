import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { modules } from '../../src/modules.ts';
import { CODE, filesIn, ROOT } from './reading/files.ts';
import { commandFindings, glossaryFindings, linkFindings, variableFindings } from './rules/documents.ts';
import { isTest } from './rules/imports.ts';

const documents = filesIn(/\.md$/);
const program = filesIn(CODE).filter(({ path }) => path.startsWith('src/') && !isTest(path));
const read = (path: string) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') });
const commands = new Set([...read('src/main.ts').text.matchAll(/^ {2}'?([a-z-]+)'?: \{/gm)].map((match) => match[1]!));

/** From the generated types: table → its columns. */
const columns = new Map(
  [...read('src/db/tables.generated.ts').text.matchAll(/^export interface (\w+)Table \{\n([\s\S]*?)^\}/gm)].map(
    (match) => [
      match[1]!.replace(/(?<!^)[A-Z]/g, '_$&').toLowerCase(),
      new Set([...match[2]!.matchAll(/^ {2}(\w+):/gm)].map((column) => column[1]!)),
    ],
  ),
);
const paths = modules.flatMap((module) => module.routes.map((route) => route.path));

describe('documents', () => {
  test('tell of every variable the program reads, and of no other', () => {
    expect(['README.md', 'README.ja.md'].flatMap((path) => variableFindings(read(path), program))).toEqual([]);
  });

  test('name commands that are there, and begin with the two that matter', () => {
    expect(commands.size).toBeGreaterThan(6);
    expect(commandFindings(documents, commands)).toEqual([]);
    for (const path of ['README.md', 'README.ja.md'])
      expect(read(path).text).toMatch(/^# .*\n\n {4}\.\/minna start --demo\n {4}\.\/minna test\n/);
  });

  test('lead to files that are there', () => {
    expect(documents.length).toBeGreaterThan(10);
    expect(linkFindings(documents, (path) => existsSync(join(ROOT, path)))).toEqual([]);
  });

  test('the glossary names tables, columns and addresses that are there', () => {
    expect(columns.size).toBeGreaterThan(30);
    expect(glossaryFindings(read('docs/glossary.md'), { columns, paths })).toEqual([]);
  });
});

describe('the rules of documents find', () => {
  const document = (text: string) => ({ path: 'docs/a.md', text });

  test('a variable that is not told, and one that is told in vain', () => {
    const code = [{ path: 'src/a.ts', text: 'const a = env.MINNA_PORT; // env.MINNA_COMMENT' }];
    expect(variableFindings(document('set MINNA_PORT'), code)).toEqual([]);
    expect(variableFindings(document('set MINNA_HARBOUR'), code)).toHaveLength(2);
  });

  test('a command that is not there', () => {
    expect(commandFindings([document('./minna start, ./minna dance')], new Set(['start']))).toHaveLength(1);
  });

  test('a link that leads nowhere', () => {
    const text = '[a](../README.md) [b](gone.md) [c](https://example.jp) [d](#here)';
    expect(linkFindings([document(text)], (path) => path === 'README.md')).toEqual([
      'docs/a.md: docs/gone.md is not there',
    ]);
  });

  test('a table, a column and an address that are not there', () => {
    const there = {
      columns: new Map([['votes', new Set(['stance'])]]),
      paths: ['/opinions/:ref', '/points/:ref/text'],
    };
    const row = (table: string, address: string) =>
      document(`| 日本語 | English | what | table | address |\n| 票 | vote | | ${table} | ${address} |`);
    expect(glossaryFindings(row('`votes.stance`', '`/opinions/…`'), there)).toEqual([]);
    expect(glossaryFindings(row('not built yet', ''), there)).toEqual([]);
    expect(glossaryFindings(row('`dreams`', '`/dreams`'), there)).toHaveLength(2);
    expect(glossaryFindings(row('`votes.colour`', ''), there)).toHaveLength(1);
    expect(glossaryFindings(document('| 票 | vote |'), there)).toHaveLength(1);
  });
});
