/** What any file of the house keeps to: short, named by a noun, finished. Findings as `file:line what`. */
import { basename } from 'node:path';
import type { SourceFile } from '../reading/files.ts';
import { scan } from '../reading/scan.ts';

export const LONGEST = 300;

/** Files that have outgrown their one purpose; generated ones have none. */
export function longFiles(files: readonly SourceFile[]): string[] {
  return files
    .filter(({ path }) => !path.endsWith('.generated.ts'))
    .map(({ path, text }) => ({ path, lines: text.split('\n').length - (text.endsWith('\n') ? 1 : 0) }))
    .filter(({ lines }) => lines > LONGEST)
    .map(({ path, lines }) => `${path} has ${lines} lines, more than ${LONGEST}`);
}

const EMPTY_NAMES = /^(utils?|common|helpers?|managers?|services?)$/i;

/** Names of files, folders and exported things that say nothing: find the noun. */
export function emptyNames(files: readonly SourceFile[]): string[] {
  return files.flatMap(({ path, text }) => {
    const inPath = path.split(/[/.-]/).filter((word) => EMPTY_NAMES.test(word));
    const findings = inPath.map((word) => `${path}:1 the name says "${word}"`);
    if (!path.endsWith('.ts')) return findings;
    for (const { name, line } of exportedNames(text)) {
      const empty = name.split(/(?=[A-Z])|_/).find((word) => EMPTY_NAMES.test(word));
      if (empty) findings.push(`${path}:${line} the name ${name} says "${empty}"`);
    }
    return findings;
  });
}

const DECLARES = new Set(['class', 'function', 'const', 'let', 'interface', 'type']);

function exportedNames(text: string): { name: string; line: number }[] {
  const { tokens } = scan(text);
  return tokens.flatMap((token, at) => {
    if (token.text !== 'export') return [];
    const skip = ['async', 'default', 'abstract', 'declare'].includes(tokens[at + 1]?.text ?? '') ? 2 : 1;
    const name = tokens[at + skip + 1];
    return DECLARES.has(tokens[at + skip]?.text ?? '') && name ? [{ name: name.text, line: name.line }] : [];
  });
}

/** Kebab-case for files, with the dots that say what kind of file one is. */
export function badFileNames(files: readonly SourceFile[]): string[] {
  return files
    .filter(({ path }) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+)+$/.test(basename(path)))
    .map(({ path }) => `${path}:1 is not named in kebab-case`);
}

/** Written with a bracket, so that this file does not hold what it forbids. */
const UNFINISHED: readonly [RegExp, string][] = [
  [/coming s[o]on/i, 'a promise'],
  [/\b(T[O]DO|F[I]XME|X[X]X)\b/, 'something left to do'],
  [/not implement[e]d/i, 'something missing'],
  [/lorem i[p]sum/i, 'words without a meaning'],
  [/\b(?:describe|test|it)[.]skip\b|[.]skip[I]f\(|[.]run[I]f\(|test[.]t[o]do/, 'a test that does not run'],
  [/\b(?:describe|test|it)[.]on[l]y\b/, 'a test that runs alone'],
  [/(?<![\w.-])\/(?:w[o]rk|r[o]ot|h[o]me\/\w+|Us[e]rs\/\w+)\//, 'a path of one machine'],
];

export function unfinished(files: readonly SourceFile[]): string[] {
  return files.flatMap(({ path, text }) =>
    text
      .split('\n')
      .flatMap((line, at) =>
        UNFINISHED.filter(([word]) => word.test(line)).map(
          ([, what]) => `${path}:${at + 1} ${what}: ${line.trim().slice(0, 80)}`,
        ),
      ),
  );
}

const CLOCKS = [
  ['Date', '.', 'now'],
  ['new', 'Date', '(', ')'],
  ['performance', '.', 'now'],
  ['Temporal', '.', 'Now'],
];
const SQL_CLOCK = /\b(now|clock_timestamp|statement_timestamp)\s*\(\)|\bcurrent_(timestamp|date|time)\b/i;

/** Time that does not come from the context: nobody could move that clock. SQL has clocks of its own. */
export function ownClocks(files: readonly SourceFile[]): string[] {
  return [...inCode(CLOCKS, files), ...inTexts(SQL_CLOCK, files)];
}

const DICE = [
  ['Math', '.', 'random'],
  ['randomUUID'],
  ['randomBytes'],
  ['getRandomValues'],
  ['randomId', '('],
  ['uuidv7', '('],
];
const SQL_DICE = /\b(gen_random_uuid|random|uuidv7)\s*\(\)/i;

/** Randomness and ids that do not come from the context. */
export function ownDice(files: readonly SourceFile[]): string[] {
  return [...inCode(DICE, files), ...inTexts(SQL_DICE, files)];
}

/** Where these tokens stand one after another; as a member of something else (ctx.randomId) only a path that begins itself counts. */
function inCode(wanted: readonly (readonly string[])[], files: readonly SourceFile[]): string[] {
  return files.flatMap(({ path, text }) => {
    const { tokens } = scan(text);
    return tokens.flatMap((token, at) =>
      wanted
        .filter((words) => words.every((word, step) => tokens[at + step]?.text === word))
        .filter((words) => words[0] === 'randomUUID' || words[0] === 'getRandomValues' || tokens[at - 1]?.text !== '.')
        .map((words) => `${path}:${token.line} ${words.join('')}`),
    );
  });
}

function inTexts(wanted: RegExp, files: readonly SourceFile[]): string[] {
  return files.flatMap(({ path, text }) =>
    scan(text)
      .texts.filter((one) => wanted.test(one.text))
      .map((one) => `${path}:${one.line} ${wanted.exec(one.text)![0]} in SQL`),
  );
}

/** Calls by these names, e.g. Kysely's that fetch columns nobody named. */
export function callsOf(names: readonly string[], files: readonly SourceFile[]): string[] {
  return files.flatMap(({ path, text }) => {
    const { tokens } = scan(text);
    return tokens
      .filter((token, at) => names.includes(token.text) && tokens[at - 1]?.text === '.' && tokens[at + 1]?.text === '(')
      .map((token) => `${path}:${token.line} calls ${token.text}()`);
  });
}

/** Words of a town's life in code that is to serve anybody: components and what runs in the browser. */
const CIVIC_JA =
  /提案|意見|市民|市役所|市[のがへに長議]|議会|回答|挙手|公開の場|編集委員|施策|政策|協働|行政|自治|審議|投票|異議|陳情/;
const CIVIC_EN =
  /\b(proposals?|opinions?|citizens?|residents?|cit(y|ies)|towns?|councils?|debates?|municipal\w*|mayors?|ballots?|polic(y|ies)|voters?|petitions?|secretariat)\b/i;

export function civicWords(files: readonly SourceFile[]): string[] {
  return files.flatMap(({ path, text }) =>
    text.split('\n').flatMap((line, at) => {
      const word =
        CIVIC_JA.exec(line)?.[0] ?? CIVIC_EN.exec(line.replace(/#commons\/\S+|content security policy/gi, ''))?.[0];
      return word === undefined ? [] : [`${path}:${at + 1} knows the word ${word}`];
    }),
  );
}
