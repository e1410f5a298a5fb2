/**
 * A refusal is an expected "no": a code from the module's closed list, a field where it belongs, and facts for the sentence.
 * It rolls the act back; the edge answers 422 with what was typed, the API with problem details and the same code.
 */

export interface RefusalItem {
  code: string;
  /** form field the message belongs to; none: the whole act */
  field?: string;
  /** what the sentence needs: names, dates, numbers */
  facts?: Record<string, string | number>;
  /** a list the message shows, e.g. what is not covered yet: [{ id, text }] */
  items?: { id: string; text: string }[];
}

export class Refusal extends Error {
  readonly module: string;
  readonly all: readonly RefusalItem[];
  /** 422 unless said otherwise: 401 sign in, 403, 404 not visible, 409 somebody was faster, 429 too fast */
  readonly status: number;

  constructor(module: string, all: readonly RefusalItem[], status = 422) {
    super(`${module}: ${all.map((item) => item.code).join(', ')}`);
    this.name = 'Refusal';
    this.module = module;
    this.all = all;
    this.status = status;
  }
}

type Detail = Omit<RefusalItem, 'code'> & { status?: number };

/** The refusing function of a module; `Code` is its closed union, each with words in every language. */
export function refuser<Code extends string>(module: string): (code: Code, detail?: Detail) => Refusal {
  return (code, detail = {}) => {
    const { status, ...item } = detail;
    return new Refusal(module, [{ code, ...item }], status);
  };
}

export type KernelRefusal =
  | 'required'
  | 'too-short'
  | 'too-long'
  | 'broken-text'
  | 'not-a-choice'
  | 'not-a-date'
  | 'not-a-number'
  | 'not-a-year'
  | 'wrong-digits'
  | 'wrong-type'
  | 'sign-in'
  | 'not-found'
  | 'forged'
  | 'too-fast'
  | 'too-large'
  | 'print-away'
  | 'level';

/** Refusals that no module owns; their words live with the site's words. */
export const refuse = refuser<KernelRefusal>('kernel');
