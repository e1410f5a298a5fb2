/** X3, X8: Atom feeds (RFC 4287). */
import type { Reply } from '#kernel/web/reply.ts';
import { text } from '#kernel/web/reply.ts';

export interface FeedEntry {
  /** absolute address */
  href: string;
  /** an address unlike any other entry's; left out: `href` */
  id?: string;
  title: string;
  author: string;
  at: Date;
  summary: string;
  /** a small copy of its picture, absolute address */
  picture?: string;
}

const SPECIAL: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };
// Characters that XML 1.0 can't hold, however escaped.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to be taken out
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

function escapeXml(value: string): string {
  return value.replace(NOT_XML, '').replace(/[&<>"']/g, (char) => SPECIAL[char] ?? char);
}

export function atomReply(feed: {
  href: string;
  self: string;
  title: string;
  lang: string;
  updated: Date;
  entries: readonly FeedEntry[];
}): Reply {
  const entries = feed.entries.map(
    (entry) =>
      `<entry><id>${escapeXml(entry.id ?? entry.href)}</id><link href="${escapeXml(entry.href)}"/><title>${escapeXml(entry.title)}</title>` +
      `<updated>${entry.at.toISOString()}</updated><author><name>${escapeXml(entry.author)}</name></author>` +
      `<summary>${escapeXml(entry.summary)}</summary>` +
      // Copies of pictures are WebP, whatever was sent.
      `${entry.picture ? `<link rel="enclosure" type="image/webp" href="${escapeXml(entry.picture)}"/>` : ''}</entry>`,
  );
  return text(
    `<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${feed.lang}"><id>${escapeXml(feed.href)}</id>` +
      `<link href="${escapeXml(feed.href)}"/><link rel="self" href="${escapeXml(feed.self)}"/><title>${escapeXml(feed.title)}</title>` +
      `<updated>${feed.updated.toISOString()}</updated>${entries.join('')}</feed>`,
    'application/atom+xml; charset=utf-8',
  );
}
