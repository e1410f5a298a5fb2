/** X3: the parts of a message (MIME, RFC 2045), as text with line feeds alone; what is in them is for others to decode. */

export interface Part {
  headers: Map<string, string>;
  body: string;
}

const MOST_PARTS = 50;

export function partOf(text: string): Part {
  const end = text.indexOf('\n\n');
  const [head, body] = end === -1 ? [text, ''] : [text.slice(0, end), text.slice(end + 2)];
  return { headers: headersOf(head), body };
}

export function headersOf(head: string): Map<string, string> {
  const headers = new Map<string, string>();
  for (const line of head.replace(/\n[ \t]+/g, ' ').split('\n')) {
    const colon = line.indexOf(':');
    if (colon > 0) headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  return headers;
}

export function typeOf(headers: Map<string, string>): string {
  return (headers.get('content-type') ?? 'text/plain').split(';')[0]!.trim().toLowerCase();
}

/** The part itself and, where it is a multipart, its parts, theirs, and so on. */
export function partsOf(part: Part): Part[] {
  const all = [part];
  for (const one of all) {
    const boundary = /boundary="?([^";\s]+)"?/i.exec(one.headers.get('content-type') ?? '')?.[1];
    if (!boundary || !typeOf(one.headers).startsWith('multipart/') || all.length > MOST_PARTS) continue;
    const pieces = `\n${one.body}`.split(`\n--${boundary}`).slice(1);
    for (const piece of pieces) {
      if (piece.startsWith('--')) break;
      all.push(partOf(piece.slice(piece.indexOf('\n') + 1)));
    }
  }
  return all;
}
