/** Bad lines, by file and number of the physical line, so that they can be found in any editor. */
import { normaliseLine } from '#kernel/text.ts';
import type { FileName } from './conversation.ts';

export type ProblemCode =
  | 'not-utf8'
  | 'nul'
  | 'line-too-long'
  | 'empty-file'
  | 'missing-columns'
  | 'double-column'
  | 'cell-count'
  | 'stray-quote'
  | 'open-quote'
  | 'bad-time'
  | 'blank-cell'
  | 'double-comment'
  | 'bad-moderation'
  | 'long-body'
  | 'unknown-comment'
  | 'bad-vote'
  | 'double-person'
  | 'too-many-opinions'
  | 'too-many-people';

export interface Problem {
  line: number;
  code: ProblemCode;
  facts: Record<string, string | number>;
}

export interface FileProblems {
  file: FileName;
  /** number of bad lines; there may be more where `stopped` */
  bad: number;
  /** so many lines were bad that reading ended */
  stopped: boolean;
  /** the first of them, in the order of the file */
  first: Problem[];
}

/** Lines that are told one by one. */
export const TOLD = 20;
const LEGIBLE: ReadonlySet<ProblemCode> = new Set(['bad-time', 'bad-moderation', 'long-body']);
/** With more bad lines than this, it is another kind of file. */
const MOST = 10_000;

/** What is wrong with one file. A line is told once, with what was noticed first. */
export class Problems {
  readonly file: FileName;
  readonly #byLine = new Map<number, Problem>();

  constructor(file: FileName) {
    this.file = file;
  }

  add(line: number, code: ProblemCode, facts: Problem['facts'] = {}): void {
    if (!this.#byLine.has(line) && !this.full) this.#byLine.set(line, { line, code, facts });
  }

  get none(): boolean {
    return this.#byLine.size === 0;
  }

  /** True when every opinion was found all the same: what is wrong lies in other cells than its number. */
  get complete(): boolean {
    return !this.full && [...this.#byLine.values()].every(({ code }) => LEGIBLE.has(code));
  }

  /** True when nobody would read on. */
  get full(): boolean {
    return this.#byLine.size >= MOST;
  }

  report(): FileProblems {
    const inOrder = [...this.#byLine.values()].sort((a, b) => a.line - b.line);
    return { file: this.file, bad: inOrder.length, stopped: this.full, first: inOrder.slice(0, TOLD) };
  }
}

/** The files can't be brought in as they are; nothing was kept. */
export class ImportRefused extends Error {
  readonly files: readonly FileProblems[];

  constructor(files: readonly FileProblems[]) {
    super(files.map(({ file, bad }) => `${file}: ${bad} bad lines`).join(', '));
    this.files = files;
  }
}

/** @throws ImportRefused when anything is wrong with any of the files */
export function refuseProblems(all: readonly Problems[]): void {
  const bad = all.filter((problems) => !problems.none);
  if (bad.length > 0) throw new ImportRefused(bad.map((problems) => problems.report()));
}

const EXCERPT = 40;

/** A cell as a message shows it: one line, not long, nothing that moves a terminal's cursor. */
export function excerpt(cell: string): string {
  const letters = [...normaliseLine(cell)];
  return letters.length > EXCERPT ? `${letters.slice(0, EXCERPT).join('')}…` : letters.join('');
}
