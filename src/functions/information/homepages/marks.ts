/**
 * F1.3 The few marks a text may have, typed as plain text: **bold**, [words](address), lines that begin with ・ or - as a list. Nothing
 * else is markup: what is pasted stays text. Pure.
 */
export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'bold'; text: string }
  | { kind: 'link'; text: string; href: string };

export type Part =
  | { kind: 'paragraph'; lines: Inline[][] }
  | { kind: 'list'; items: Inline[][] }
  | { kind: 'numbers'; items: Inline[][] };

const MARK =
  /\*\*([^*\n]{1,500})\*\*|\[([^\]\n]{1,300})\]\(([^)\s]{1,600})\)|(https?:\/\/[!#$%&'()*+,\-./0-9:;=?@A-Z[\]_a-z~]+)/g;
const TRAILING = /[.,;:!?'")\]]+$/;
const ITEM = /^[\s\u3000]*(?:[・•-]|\*(?!\*))[ \t\u3000]*(.+)$/;
const NUMBERED = /^[\s\u3000]*\d{1,3}[.．)）][ \t\u3000]*(.+)$/;

/**
 * An address that may be led to: http(s), mailto, tel, or a path of the same site (`/…`); else null. What browsers would read past
 * (control characters, blanks before the scheme) is no address.
 */
export function safeAddress(typed: string): string | null {
  const address = typed.trim();
  if (address === '' || address.length > 600 || /[\s\p{Cc}"<>\\^`{|}]/u.test(address)) return null;
  if (/^\/(?![/\\])/.test(address)) return address;
  if (/^(?:mailto:[^@\s]+@[^@\s]+|tel:[+\d().-]+)$/i.test(address)) return address;
  if (!/^https?:\/\//i.test(address)) return null;
  try {
    const { hostname, username, password } = new URL(address);
    return hostname !== '' && username === '' && password === '' ? address : null;
  } catch {
    return null;
  }
}

/** Addresses written as links that can't be led to, as typed. */
export function badAddresses(text: string): string[] {
  return [...text.matchAll(MARK)].flatMap(([, , , href]) =>
    href !== undefined && safeAddress(href) === null ? [href] : [],
  );
}

export function inlinesOf(line: string): Inline[] {
  const found: Inline[] = [];
  let last = 0;
  const plain = (until: number) => {
    if (until > last) found.push({ kind: 'text', text: line.slice(last, until) });
  };
  for (const match of line.matchAll(MARK)) {
    const [whole, bold, words, href, bare] = match;
    plain(match.index);
    last = match.index + whole.length;
    if (bold !== undefined) found.push({ kind: 'bold', text: bold });
    else if (bare !== undefined) {
      const address = bare.replace(TRAILING, '');
      const isSafe = safeAddress(address) !== null;
      found.push(isSafe ? { kind: 'link', text: address, href: address } : { kind: 'text', text: address });
      last = match.index + address.length;
    } else {
      const address = safeAddress(href!);
      found.push(address === null ? { kind: 'text', text: whole } : { kind: 'link', text: words!, href: address });
    }
  }
  plain(line.length);
  return found;
}

function listed(lines: readonly string[], mark: RegExp): string[] | null {
  const items = lines.map((line) => mark.exec(line)?.[1]);
  return items.every((item) => item !== undefined) ? (items as string[]) : null;
}

/** Runs of lines of one sort: list items, numbered items, others. */
function runs(lines: readonly string[]): string[][] {
  const sort = (line: string) => (ITEM.test(line) ? 1 : NUMBERED.test(line) ? 2 : 0);
  const found: string[][] = [];
  for (const line of lines) {
    const last = found.at(-1);
    if (last && sort(last[0]!) === sort(line)) last.push(line);
    else found.push([line]);
  }
  return found;
}

/** Typed text as paragraphs and lists; an empty line ends a paragraph. */
export function partsOf(text: string): Part[] {
  return text
    .trim()
    .split(/\n[ \t\u3000]*\n\s*/)
    .filter((part) => part !== '')
    .flatMap((part) => runs(part.split('\n')))
    .map((lines): Part => {
      const items = listed(lines, ITEM);
      if (items) return { kind: 'list', items: items.map(inlinesOf) };
      const numbers = listed(lines, NUMBERED);
      if (numbers) return { kind: 'numbers', items: numbers.map(inlinesOf) };
      return { kind: 'paragraph', lines: lines.map(inlinesOf) };
    });
}

/** The text without its marks, for search and summaries. */
export function plainText(text: string): string {
  return text.replace(MARK, (whole, bold, words) => bold ?? words ?? whole);
}
