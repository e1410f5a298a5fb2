/** F1.3 What WordPress writes between markup: shortcodes, and line ends that stand for paragraphs. */
import type { Dropped } from './article.ts';
import { WHOLE_GALLERY } from './tree.ts';

const NAMED = /\[(\/?)([a-zA-Z][\w-]*)((?:\s[^\]]*)?)\/?\]/g;
const CAPTION = /\[(?:wp_)?caption([^\]]*)\]([\s\S]*?)\[\/(?:wp_)?caption\]/g;
const EMBED = /\[embed[^\]]*\]([\s\S]*?)\[\/embed\]/g;
const GALLERY = /\[gallery([^\]]*)\]/g;
const BLOCK_START =
  /^\s*<\/?(?:address|article|aside|blockquote|div|dl|fieldset|figure|footer|form|h[1-6]|header|hr|iframe|li|main|nav|ol|p|pre|section|table|ul)\b|^\s*<!--/i;

function attributeOf(text: string, name: string): string {
  const found = new RegExp(`\\b${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s\\]]+))`).exec(text);
  return found?.[1] ?? found?.[2] ?? found?.[3] ?? '';
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

/** The image and the words behind it, as older and newer versions write them. */
function captioned(attributes: string, inside: string): string {
  const picture = /(?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*<\/a>)?/i.exec(inside)?.[0] ?? '';
  const id = /attachment_(\d+)/.exec(attributeOf(attributes, 'id'))?.[1];
  const named = id && !/wp-image-/.test(picture) ? picture.replace(/<img\b/i, `<img data-id="${id}"`) : picture;
  const words = attributeOf(attributes, 'caption') || inside.replace(picture, '').trim();
  return `<figure>${named}<figcaption>${words}</figcaption></figure>`;
}

/** Shortcodes that say what they hold become markup; the others are left out and counted in `dropped`. */
export function withoutShortcodes(markup: string, dropped: Dropped): string {
  return markup
    .replace(CAPTION, (_, attributes: string, inside: string) => captioned(attributes, inside))
    .replace(EMBED, (_, inside: string) => `\n\n<p>${inside.trim()}</p>\n\n`)
    .replace(GALLERY, (_, attributes: string) => {
      const ids = attributeOf(attributes, 'ids').match(/\d+/g) ?? [];
      if (ids.length === 0) return `<figure ${WHOLE_GALLERY}></figure>`;
      return `<figure>${ids.map((id) => `<img data-id="${id}" alt="">`).join('')}</figure>`;
    })
    .replace(NAMED, (whole: string, slash: string, name: string, attributes: string) => {
      const src = ['src', 'mp4', 'mp3', 'm4a', 'url'].map((one) => attributeOf(attributes, one)).find(Boolean);
      if ((name === 'audio' || name === 'video' || name === 'playlist') && !slash)
        return src ? `<p><a href="${escaped(src)}">${escaped(src)}</a></p>` : '';
      // Square brackets are punctuation, too: only what looks like a shortcode is one.
      const isOne = slash !== '' || attributes.includes('=') || /[-_]/.test(name);
      if (!isOne) return whole;
      if (slash === '') dropped[`[${name}]`] = (dropped[`[${name}]`] ?? 0) + 1;
      return '';
    });
}

/** Paragraphs and line breaks of articles that were written before there were blocks. */
export function withParagraphs(markup: string): string {
  if (markup.includes('<!-- wp:')) return markup;
  return markup
    .replace(/\r\n?/g, '\n')
    .split(/\n\s*\n/)
    .map((part) => {
      if (part.trim() === '') return '';
      if (BLOCK_START.test(part)) return part;
      return `<p>${part.trim().replace(/\n/g, '<br>')}</p>`;
    })
    .join('\n');
}
