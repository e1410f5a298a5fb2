// X6: pages are HTML made on the server by tagged templates that escape every value unless it is Html already.
// Same escaping as hono/html, without its asynchronous half: a template is a synchronous function of its values.

import { Markup } from './raw.ts';

/** A piece of finished HTML. */
export type Html = Markup;

/** What may stand in a hole of a template. Strings are escaped; null, undefined and false write nothing. */
export type Renderable = Html | string | number | null | undefined | false | readonly Renderable[];

const SPECIAL = /[&<>"']/;

/** Escapes text for element content and quoted attribute values: & < > " ' */
export function escapeText(text: string): string {
  let index = text.search(SPECIAL);
  if (index === -1) return text;
  let out = '';
  let last = 0;
  for (; index < text.length; index++) {
    let entity: string;
    switch (text.charCodeAt(index)) {
      case 34:
        entity = '&quot;';
        break;
      case 38:
        entity = '&amp;';
        break;
      case 39:
        entity = '&#39;';
        break;
      case 60:
        entity = '&lt;';
        break;
      case 62:
        entity = '&gt;';
        break;
      default:
        continue;
    }
    out += text.slice(last, index) + entity;
    last = index + 1;
  }
  return out + text.slice(last);
}

function render(value: Renderable): string {
  if (typeof value === 'string') return escapeText(value);
  if (value instanceof Markup) return value.markup;
  if (typeof value === 'number') return `${value}`;
  if (value === null || value === undefined || typeof value === 'boolean') return '';
  if (Array.isArray(value)) {
    let out = '';
    for (const item of value) out += render(item);
    return out;
  }
  throw new TypeError('a template hole takes Html, text, a number or a list of these');
}

/** Template tag: html`<p>${text}</p>`. Values are escaped unless they are Html; lists are joined. Holes in attributes must stand in quotes. */
export function html(strings: TemplateStringsArray, ...values: readonly Renderable[]): Html {
  let out = strings[0]!;
  for (let i = 0; i < values.length; i++) out += render(values[i]) + strings[i + 1]!;
  return new Markup(out);
}

/** The markup of a piece of HTML as a string, to be sent or compared. Escapes a plain string. */
export function toText(value: Renderable): string {
  return render(value);
}

/** Joins pieces with a separator; pieces that write nothing are left out. */
export function join(parts: readonly Renderable[], separator: Renderable): Html {
  const between = render(separator);
  let out = '';
  for (const part of parts) {
    const text = render(part);
    if (text !== '') out += out === '' ? text : between + text;
  }
  return new Markup(out);
}

const SCHEME = /^[a-z][a-z0-9+.-]*:/i;
// biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these must go
const UNSEEN = /[\t\n\r]|^[\u0000- ]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these must go
const UNSEEN_ALL = /^[\u0000- ]+|[\t\n\r]/g;
const SAFE_SCHEME = /^(?:https?|mailto|tel|sms|geo|webcal):/i;

/**
 * An address that may stand in href, src or action. Relative addresses and http(s), mailto, tel, sms, geo, webcal pass;
 * javascript:, data:, protocol-relative and every other scheme become '#', which leads nowhere.
 */
export function url(address: string): string {
  // Browsers drop tabs, line ends and leading control characters before they read the scheme, so they go first here, too.
  const clean = UNSEEN.test(address) ? address.replace(UNSEEN_ALL, '') : address;
  if (SCHEME.test(clean)) return SAFE_SCHEME.test(clean) ? clean : '#';
  return /^[\\/]{2}/.test(clean) ? '#' : clean;
}

/** Values an attribute can have. true writes the bare name (aria-*: "true"); false, null and undefined leave it out (aria-*: false writes "false"). */
export type AttributeValue = string | number | boolean | null | undefined;

const ADDRESS_ATTRIBUTES = new Set(['href', 'src', 'action', 'formaction', 'poster', 'cite']);

/** Attributes with a leading space, for use right after a tag name: html`<button${attrs({ disabled: true })}>`. Addresses pass through `url`; on… is refused. */
export function attrs(values: Readonly<Record<string, AttributeValue>>): Html {
  let out = '';
  for (const name in values) {
    const value = values[name];
    if (value === null || value === undefined) continue;
    if (!/^[a-z][a-z0-9-]*$/i.test(name) || /^on/i.test(name) || name === 'style')
      throw new TypeError(`no such attribute here: ${name}`);
    if (typeof value === 'boolean') {
      if (name.startsWith('aria-')) out += ` ${name}="${value}"`;
      else if (value) out += ` ${name}`;
      continue;
    }
    const text = typeof value === 'string' && ADDRESS_ATTRIBUTES.has(name) ? url(value) : `${value}`;
    out += ` ${name}="${escapeText(text)}"`;
  }
  return new Markup(out);
}
