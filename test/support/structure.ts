/**
 * What a page is built of, for checks that a browser must do: each element with what decides whether it is a barrier (its place,
 * classes, role and names of attributes, whether it has a name, whether what it points to is there), without the words.
 * Two pages of the same pieces are the same to such a check; a page with a piece of its own is not.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';

type Element = DefaultTreeAdapterTypes.Element;
type Parent = DefaultTreeAdapterTypes.ParentNode;

/** Of these the value counts: it changes how the element looks or what it is. */
const VALUED =
  /^(style|fill|stroke|type|role|lang|dir|scope|autocomplete|tabindex|open|hidden|disabled|media|http-equiv|colspan|rowspan|aria-(hidden|live|current|pressed|expanded|checked|selected|disabled|invalid|required|haspopup|orientation|level))$/;
/** Of these it counts whether what they name is there. */
const POINTING = /^(for|aria-(labelledby|describedby|controls|owns|activedescendant|errormessage|details|flowto))$/;
const NAMING = ['aria-label', 'title', 'alt', 'value', 'placeholder'];
const PRESSED = new Set(['a', 'button', 'summary', 'input', 'select', 'textarea', 'label']);

/** Parts of a drawing and breaks: without words or a name of their own. */
const DRAWN = new Set(['use', 'path', 'circle', 'line', 'rect', 'polyline', 'polygon', 'br', 'wbr', 'template']);
const NEAR = 2;
const STYLES = join(import.meta.dirname, '..', '..', 'src', 'ui', 'styles');
const GROUNDS = groundsIn(
  readdirSync(STYLES)
    .map((name) => readFileSync(join(STYLES, name), 'utf8'))
    .join('\n'),
);

interface Page {
  ids: Map<string, number>;
  labelled: Set<string>;
  skin: string;
  shapes: Set<string>;
}

/** The pieces of a page, as short keys. Pure. */
export function structureOf(body: string): Set<string> {
  const root = parse(body);
  const page: Page = { ids: new Map(), labelled: new Set(), skin: skinOf(root), shapes: new Set() };
  for (const one of elementsIn(root)) {
    const { id, for: target } = attributes(one);
    if (id !== undefined) page.ids.set(id, (page.ids.get(id) ?? 0) + 1);
    if (one.tagName === 'label' && target !== undefined && textOf(one) !== '') page.labelled.add(target);
  }
  note(page, root, []);
  return page.shapes;
}

/** Pages with a piece that none before them has; those behind them would show nothing new. Keeps in `examined` what they show. */
export function withNewPieces<Page extends { body: string }>(
  pages: readonly Page[],
  examined = new Set<string>(),
): Page[] {
  const structures = pages.map((page) => ({ page, pieces: structureOf(page.body) }));
  // The richest first: what is on them needn't be looked at on the others.
  const chosen = structures
    .toSorted((a, b) => b.pieces.size - a.pieces.size)
    .filter(({ pieces }) => {
      const isNew = [...pieces].some((piece) => !examined.has(piece));
      for (const piece of pieces) examined.add(piece);
      return isNew;
    });
  return chosen.map(({ page }) => page);
}

/** What colours and sizes the whole page: its styles, and what stands at its root. */
function skinOf(root: Parent): string {
  return [...elementsIn(root)]
    .filter((one) => ['html', 'body', 'style'].includes(one.tagName) || attributes(one).rel === 'stylesheet')
    .map((one) => {
      const { lang: _lang, ...rest } = attributes(one);
      return `${one.tagName} ${JSON.stringify(rest)} ${one.tagName === 'style' ? textOf(one) : ''}`;
    })
    .join('\n');
}

/** `around`: what the piece stands in, from the outside to the inside. Near it everything counts, further off what it stands on. */
function note(page: Page, parent: Parent, around: readonly string[]): void {
  const far = around.slice(0, -NEAR).filter((name) => isGround(name));
  const place = [page.skin, ...new Set(far), ...around.slice(-NEAR)].join('\n');
  for (const child of childrenOf(parent)) {
    if (DRAWN.has(child.tagName)) continue;
    page.shapes.add(key([place, ownShape(page, child)]));
    note(page, child, [...around, nameOf(child)]);
  }
}

function isGround(name: string): boolean {
  return name
    .split('.')
    .slice(1)
    .some((one) => GROUNDS.has(one));
}

/** Classes with which a style colours what is in them. */
function groundsIn(styles: string): Set<string> {
  const rules = styles.replace(/\/\*[\s\S]*?\*\//g, '').matchAll(/([^{};]+)\{([^{}]*)\}/g);
  const colouring = [...rules].filter(([, , said]) => /(^|[\s;-])(background|color|opacity|filter|--)/.test(said!));
  return new Set(colouring.flatMap(([, selector]) => [...selector!.matchAll(/\.([\w-]+)/g)].map(([, name]) => name!)));
}

function ownShape(page: Page, one: Element): string {
  const all = attributes(one);
  const tag = one.tagName;
  const parts = [nameOf(one)];
  for (const [name, value] of Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (VALUED.test(name) || tag === 'script') parts.push(`${name}=${value}`);
    else if (POINTING.test(name)) parts.push(`${name}:${value.split(/\s+/).every((id) => page.ids.has(id))}`);
    else if (NAMING.includes(name)) parts.push(`${name}:${value.trim() !== ''}`);
    else if (name === 'id') parts.push(`id:${page.ids.get(value)! > 1}`);
    else if (name === 'href') parts.push(`href:${value.startsWith('#') ? page.ids.has(value.slice(1)) : ''}`);
    else parts.push(name);
  }
  const text = textOf(one);
  parts.push(`text:${text !== ''}`);
  // What is pressed must be large enough: a single sign may be too small.
  if (PRESSED.has(tag)) parts.push(`short:${[...text].length < 2}`, `labelled:${isLabelled(page, one, all)}`);
  return parts.join(' ');
}

function isLabelled(page: Page, one: Element, { id }: Record<string, string>): boolean {
  if (id !== undefined && page.labelled.has(id)) return true;
  for (let above = one.parentNode; above !== null; above = 'parentNode' in above ? above.parentNode : null)
    if ('tagName' in above && above.tagName === 'label') return textOf(above) !== '';
  return false;
}

function nameOf(one: Element): string {
  const { class: classes = '', type = '', open, hidden } = attributes(one);
  const state = `${open === undefined ? '' : '[open]'}${hidden === undefined ? '' : '[hidden]'}`;
  return `${one.tagName}.${classes.split(/\s+/).sort().join('.')}${type && `[${type}]`}${state}`;
}

function attributes(one: Element): Record<string, string> {
  return Object.fromEntries(one.attrs.map(({ name, value }) => [name, value]));
}

function childrenOf(parent: Parent): Element[] {
  return parent.childNodes.filter((node): node is Element => 'tagName' in node);
}

function* elementsIn(parent: Parent): Generator<Element> {
  for (const child of childrenOf(parent)) {
    yield child;
    yield* elementsIn(child);
  }
}

/** Words of an element, and the names of what is in it. */
function textOf(one: Parent): string {
  let text = '';
  for (const node of one.childNodes) {
    if (node.nodeName === '#text') text += (node as DefaultTreeAdapterTypes.TextNode).value;
    else if ('tagName' in node) text += attributes(node).alt ?? attributes(node)['aria-label'] ?? textOf(node);
  }
  return text.trim();
}

function key(parts: readonly string[]): string {
  return createHash('sha1').update(parts.join('\n')).digest('base64url');
}
