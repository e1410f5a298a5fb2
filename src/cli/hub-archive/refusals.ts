/** X12: why a town is not brought in; nothing was changed then. */
export type ImportRefusal =
  | 'not-a-hub'
  | 'archive-newer'
  | 'archive-older'
  | 'other-history'
  | 'other-tables'
  | 'already-here'
  | 'journal'
  | 'accounts';

/** `at` says of what the refusal speaks. */
export class ImportRefused extends Error {
  readonly why: ImportRefusal;
  readonly at: string;
  constructor(why: ImportRefusal, at = '') {
    super(`not imported: ${why} ${at}`);
    this.why = why;
    this.at = at;
  }
}
