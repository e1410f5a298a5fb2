/** Look and behaviour: nothing typed is ever lost. What a form held when its session had ended, on its way through signing in. */
import { localPath } from './rules.ts';

export interface Kept {
  /** a path of this site, checked */
  path: string;
  /** fields in their order, each with all its values */
  values: [name: string, values: string[]][];
}

const SECRET = /password|secret|token/i;
const PREFIX = 'resume.';

/** From what the listener read. Null when the path isn't one of ours. Secrets are dropped. */
export function keptOf(path: string, values: Record<string, string | readonly string[]>, origin: string): Kept | null {
  const local = localPath(path, origin);
  if (local === null) return null;
  const fields = Object.entries(values).filter(([name]) => !SECRET.test(name));
  return {
    path: local,
    values: fields.map(([name, value]) => [name, typeof value === 'string' ? [value] : [...value]]),
  };
}

/** From the hidden fields of the sign-in form; null when there are none, or the path was forged. */
export function keptFrom(
  form: { get(name: string): string | undefined; entries(): Iterable<[string, string[]]> },
  origin: string,
): Kept | null {
  const path = form.get('resume_path');
  if (path === undefined) return null;
  const fields = [...form.entries()].filter(([name]) => name.startsWith(PREFIX));
  return keptOf(path, Object.fromEntries(fields.map(([name, values]) => [name.slice(PREFIX.length), values])), origin);
}
