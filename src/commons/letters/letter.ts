/** X3: mail that a person can read: a short letter, the same in plain text and in HTML, without pictures, tracking or styles. */
import type { Hub } from '#kernel/context.ts';
import { htmlLang, type Lang } from '#kernel/lang.ts';
import { type Html, html, toText, url } from '#ui/html.ts';

export interface Letter {
  subject: string;
  /** first line: 「とくさん さま」 */
  greeting: string;
  paragraphs: readonly string[];
  /** what there is to read, each with where it is found */
  items?: readonly LetterItem[];
  /** the one thing to do; its address stands on a line of its own */
  link?: { text: string; href: string };
  /** what to know besides: until when, what if it wasn't you */
  after?: readonly string[];
  /** who writes: name of the hub, its address */
  signature: readonly string[];
}

export interface LetterItem {
  title: string;
  href: string;
  lines: readonly string[];
}

export interface WrittenLetter {
  subject: string;
  text: string;
  html: string;
}

/** Whose letter it is: the hub by its name, what it is, and where it is found. */
export function signatureOf(hub: Pick<Hub, 'name' | 'tagline' | 'origin'>, lang: Lang): string[] {
  return [`${hub.name[lang]} ${hub.tagline[lang]}`, hub.origin];
}

export function writeLetter(letter: Letter, lang: Lang): WrittenLetter {
  return { subject: letter.subject, text: plain(letter, lang), html: marked(letter, lang) };
}

function plain(letter: Letter, lang: Lang): string {
  const { greeting, paragraphs, items = [], link, after = [], signature } = letter;
  const listed = items.map(({ title, href, lines }) =>
    [`■ ${title}`, ...lines.map((line) => `${lang === 'en' ? '- ' : '・'}${line}`), href].join('\n'),
  );
  const blocks = [greeting, ...paragraphs, ...listed, ...(link ? [`${link.text}\n${link.href}`] : []), ...after];
  return `${blocks.join('\n\n')}\n\n-- \n${signature.join('\n')}\n`;
}

function marked(letter: Letter, lang: Lang): string {
  const { greeting, paragraphs, items = [], link, after = [], signature } = letter;
  const lines = (text: string, shown: (line: string) => Html = linked) =>
    text.split('\n').map((line, at) => html`${at > 0 && html`<br>`}${shown(line)}`);
  // Paragraphs may carry what somebody wrote: the town's letters make no links of that.
  const quoted = (line: string) => html`${line}`;
  return toText(
    html`<!doctype html>
<html lang="${htmlLang(lang)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${letter.subject}</title></head><body><p>${greeting}</p>${paragraphs.map(
      (text) => html`<p>${lines(text, quoted)}</p>`,
    )}${items.map(
      (item) =>
        html`<h2><a href="${url(item.href)}">${item.title}</a></h2><ul>${item.lines.map((line) => html`<li>${line}</li>`)}</ul>`,
    )}${link !== undefined && html`<p><a href="${url(link.href)}">${link.text}</a><br>${breakable(link.href)}</p>`}${after.map(
      (text) => html`<p>${lines(text)}</p>`,
    )}<hr><p>${lines(signature.join('\n'))}</p></body></html>`,
  );
}

/** An address on a line of its own leads there. */
function linked(line: string): Html {
  return /^https?:\/\/\S+$/.test(line) ? html`<a href="${url(line)}">${breakable(line)}</a>` : html`${line}`;
}

/** Longer than a telephone is wide, and letters bring no styles: it may be broken here and there. */
function breakable(address: string): Html {
  const parts = address.match(/.{1,24}/g) ?? [];
  return html`${parts.map((part, at) => html`${at > 0 && html`<wbr>`}${part}`)}`;
}
