/** What the documents say, held against what is there. Findings as `file: what`. */
import { posix } from 'node:path';
import type { SourceFile } from '../reading/files.ts';
import { scan } from '../reading/scan.ts';

const VARIABLE = /\b(?:MINNA_[A-Z_]+|DATABASE_URL)\b/g;
/** Between a process and its own child; nobody sets it. */
const INTERNAL = new Set(['MINNA_SOCKET_FOLDER', 'MINNA_LETTERS_ORIGIN']);

/** Every variable the program reads is in the document, and none that it doesn't read. */
export function variableFindings(document: SourceFile, program: readonly SourceFile[]): string[] {
  const read = new Set(
    program.flatMap(({ text }) => {
      const { tokens } = scan(text);
      return tokens.flatMap((token, at) =>
        (token.text.match(/^(MINNA_[A-Z_]+|DATABASE_URL)$/) ?? []).filter(
          (name) => tokens[at - 1]?.text === '.' && !INTERNAL.has(name),
        ),
      );
    }),
  );
  const told = new Set(document.text.match(VARIABLE) ?? []);
  return [
    ...[...read].filter((name) => !told.has(name)).map((name) => `${document.path}: ${name} is not told`),
    ...[...told].filter((name) => !read.has(name)).map((name) => `${document.path}: nothing reads ${name}`),
  ];
}

/** `./minna word` in documents is a command. */
export function commandFindings(documents: readonly SourceFile[], commands: ReadonlySet<string>): string[] {
  return documents.flatMap(({ path, text }) =>
    [...text.matchAll(/\.\/minna ([a-z][a-z-]*)/g)]
      .map((match) => match[1]!)
      .filter((name) => !commands.has(name))
      .map((name) => `${path}: there is no ./minna ${name}`),
  );
}

/** Links to files of the house lead somewhere. */
export function linkFindings(documents: readonly SourceFile[], exists: (path: string) => boolean): string[] {
  return documents.flatMap(({ path, text }) =>
    [...text.matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g)]
      .map((match) => posix.join(posix.dirname(path), match[1]!))
      .filter((target) => !exists(target))
      .map((target) => `${path}: ${target} is not there`),
  );
}

/** Tables, columns and addresses named in the last two columns of the glossary's tables. */
export function glossaryFindings(
  glossary: SourceFile,
  there: { columns: ReadonlyMap<string, ReadonlySet<string>>; paths: readonly string[] },
): string[] {
  const shapes = new Set(there.paths.map((path) => path.replace(/:[^/]+/g, '…')));
  return glossary.text
    .split('\n')
    .filter((line) => line.startsWith('|') && !/^\| (---|日本語)/.test(line))
    .flatMap((line) => {
      const cells = line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim());
      const [table = '', address = ''] = cells.slice(-2).map((cell) => /^`(.+)`$/.exec(cell)?.[1] ?? '');
      const [name = '', column] = table.split('.');
      const noTable =
        table !== '' && (!there.columns.has(name) || (column !== undefined && !there.columns.get(name)!.has(column)));
      return [
        ...(cells.length === 5 ? [] : [`${glossary.path}: "${cells[0]}" has ${cells.length} cells`]),
        ...(noTable ? [`${glossary.path}: "${cells[0]}" names ${table}, which is not there`] : []),
        ...(address !== '' && !shapes.has(address) && ![...shapes].some((shape) => shape.startsWith(`${address}/`))
          ? [`${glossary.path}: "${cells[0]}" names ${address}, which nobody answers`]
          : []),
      ];
    });
}
