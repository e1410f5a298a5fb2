// Serves every form: what a form brought, and the ways in which a body is refused.

export type FormRefusalCode =
  | 'unsupported-form'
  | 'too-large'
  | 'too-many-fields'
  | 'field-too-long'
  | 'too-many-files'
  | 'file-too-large'
  | 'unexpected-file'
  | 'broken-encoding'
  | 'nul-character'
  | 'broken-form'
  | 'cut-off'
  | 'too-slow';

const STATUS_OF: Record<FormRefusalCode, 400 | 408 | 413 | 415> = {
  'unsupported-form': 415,
  'too-large': 413,
  'too-many-fields': 413,
  'field-too-long': 413,
  'too-many-files': 413,
  'file-too-large': 413,
  'unexpected-file': 400,
  'broken-encoding': 400,
  'nul-character': 400,
  'broken-form': 400,
  'cut-off': 400,
  'too-slow': 408,
};

/**
 * A body that isn't read (any further). `status` is the HTTP status to answer with, `field` the field's name where one
 * is at fault. Answer with `Connection: close`: what is left of the body is still on its way.
 */
export class FormRefusal extends Error {
  override readonly name = 'FormRefusal';
  readonly status: 400 | 408 | 413 | 415;
  readonly code: FormRefusalCode;
  readonly field: string | undefined;

  constructor(code: FormRefusalCode, field?: string) {
    super(code);
    this.code = code;
    this.status = STATUS_OF[code];
    this.field = field;
  }
}

/** The fields of a form in the order they came, and what the file handler made of each file. Names may repeat. */
export class FormValues<F = never> {
  readonly #fields = new Map<string, string[]>();
  readonly #files = new Map<string, F[]>();
  #size = 0;

  /** Number of fields, repeated ones included; files don't count. */
  get size(): number {
    return this.#size;
  }

  append(name: string, value: string): void {
    const values = this.#fields.get(name);
    if (values) values.push(value);
    else this.#fields.set(name, [value]);
    this.#size += 1;
  }

  appendFile(name: string, file: F): void {
    const files = this.#files.get(name);
    if (files) files.push(file);
    else this.#files.set(name, [file]);
  }

  has(name: string): boolean {
    return this.#fields.has(name);
  }

  /** The first value of a field. */
  get(name: string): string | undefined {
    return this.#fields.get(name)?.[0];
  }

  /** All values of a field; empty when it didn't come. */
  getAll(name: string): string[] {
    return [...(this.#fields.get(name) ?? [])];
  }

  /** What the handler gave for the files of a field; empty when none came. */
  files(name: string): F[] {
    return [...(this.#files.get(name) ?? [])];
  }

  /** Names with all their values. */
  entries(): IterableIterator<[string, string[]]> {
    return this.#fields.entries();
  }

  /** For a schema: a field that came once is a string, one that came more often an array. Has no prototype. */
  toObject(): Record<string, string | string[]> {
    const object: Record<string, string | string[]> = Object.create(null);
    for (const [name, values] of this.#fields) object[name] = values.length === 1 ? values[0]! : [...values];
    return object;
  }
}
