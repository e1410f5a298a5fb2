/**
 * X3: what somebody wrote to one of our addresses, as a mail server hands it over: who, to which addresses, and the words as plain text. Mail of
 * Japan still comes as ISO-2022-JP, so bytes are read in the character set each part names. Pure; never throws.
 */
import { type Part, partOf, partsOf, typeOf } from './mime-parts.ts';

export interface ReadMessage {
  /** address of whoever wrote, small letters; '' where there is none, or more than one */
  from: string;
  /** every address it may have been delivered to */
  to: string[];
  /** written by a machine: out of office, a list, a report. Such letters are never answered */
  isAutomatic: boolean;
  text: string;
}

/** `envelope`: the address it was delivered to, if the server says so. */
export function readMessage(message: Buffer, envelope = ''): ReadMessage {
  const top = partOf(message.toString('latin1').replace(/\r\n?/g, '\n'));
  const parts = partsOf(top).filter(({ headers }) => !/^attachment/i.test(headers.get('content-disposition') ?? ''));
  const plain = parts.find((part) => typeOf(part.headers) === 'text/plain');
  const marked = parts.find((part) => typeOf(part.headers) === 'text/html');
  return {
    from: senderIn(top.headers.get('from') ?? ''),
    to: [
      envelope,
      ...['delivered-to', 'x-original-to', 'envelope-to', 'to', 'cc'].map((name) => top.headers.get(name) ?? ''),
    ].filter((address) => address !== ''),
    isAutomatic: isAutomatic(top.headers),
    text: plain ? unflowed(plain, wordsOf(plain)) : marked ? textOfHtml(wordsOf(marked)) : '',
  };
}

/** The one address of a From header; names may hold anything, the address stands last in angle brackets. */
function senderIn(header: string): string {
  const bare = header.replace(/"(?:[^"\\]|\\.)*"/g, '').replace(/\([^()]*\)/g, '');
  const addresses = bare.match(/[^\s<>,;:"]+@[^\s<>,;:"]+/g) ?? [];
  const framed = [...bare.matchAll(/<([^\s<>]+@[^\s<>]+)>/g)].map(([, address]) => address!);
  const found = framed.length > 0 ? framed : addresses;
  return found.length === 1 ? found[0]!.toLowerCase() : '';
}

function isAutomatic(headers: Part['headers']): boolean {
  const said = (headers.get('auto-submitted') ?? 'no').toLowerCase();
  return (
    !said.startsWith('no') ||
    /^(bulk|junk|list|auto_reply)/i.test(headers.get('precedence') ?? '') ||
    headers.has('list-id') ||
    headers.has('x-autoreply') ||
    headers.has('x-autorespond') ||
    headers.get('return-path') === '<>' ||
    typeOf(headers) === 'multipart/report'
  );
}

function wordsOf({ headers, body }: Part): string {
  const charset = /charset="?([^";\s]+)"?/i.exec(headers.get('content-type') ?? '')?.[1] ?? 'utf-8';
  const bytes = bytesOf(headers.get('content-transfer-encoding')?.toLowerCase() ?? '', body);
  return decoderOf(charset).decode(bytes).replace(/\r\n?/g, '\n');
}

function bytesOf(encoding: string, body: string): Buffer {
  if (encoding === 'base64') return Buffer.from(body, 'base64');
  if (encoding !== 'quoted-printable') return Buffer.from(body, 'latin1');
  const plain = body
    .replace(/[ \t]*=[ \t]*\n/g, '')
    .replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(plain, 'latin1');
}

function decoderOf(charset: string): TextDecoder {
  try {
    return new TextDecoder(/^(cp932|ms932|windows-31j)$/i.test(charset) ? 'shift_jis' : charset);
  } catch {
    return new TextDecoder();
  }
}

/** RFC 3676: a line that ends with a space goes on in the next. */
function unflowed({ headers }: Part, text: string): string {
  const type = headers.get('content-type') ?? '';
  if (!/format="?flowed/i.test(type)) return text;
  const joint = /delsp="?yes/i.test(type) ? '' : ' ';
  const lines: string[] = [];
  let isOpen = false;
  for (const line of text.split('\n')) {
    const isQuoted = line.startsWith('>');
    const own = isQuoted ? line : line.replace(/^ /, '');
    if (isOpen && !isQuoted && line !== '-- ') lines[lines.length - 1] += own;
    else lines.push(own);
    isOpen = line.endsWith(' ') && !isQuoted && line !== '-- ';
    if (isOpen) lines[lines.length - 1] = lines.at(-1)!.slice(0, -1) + joint;
  }
  return lines.join('\n');
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** Only for programs that send no plain text: the words without the letter they quote. */
function textOfHtml(markup: string): string {
  return markup
    .replace(/<(style|script|head|title)\b[\s\S]*?(<\/\1\s*>|$)/gi, '')
    .replace(/<(blockquote\b|div[^>]*\bclass="?gmail_quote)[\s\S]*$/i, '')
    .replace(/\s+/g, ' ')
    .replace(/<(br|\/p|\/div|\/li|\/tr|\/h\d)\b[^>]*>/gi, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w{2,5}));/gi, (whole, decimal, hex, name) => {
      if (name) return NAMED[String(name).toLowerCase()] ?? whole;
      const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
    })
    .replace(/^ +| +$/gm, '')
    .trim();
}
