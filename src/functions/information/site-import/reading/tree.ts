/** F1.3 Walking through parsed markup, never deeper than the stack: how deep it goes was its sender's choice. */
import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { DEEPEST } from './article.ts';

export type Node = Tree.ChildNode;
export type Element = Tree.Element;
export type TextNode = Tree.TextNode;

/** Attribute of a figure that stands for all pictures of its article. */
export const WHOLE_GALLERY = 'data-whole-gallery';

export const BLOCKS = new Set(
  'address article aside center dd details div dl dt figcaption footer header hgroup main nav p pre section summary'.split(
    ' ',
  ),
);
export const LEFT_OUT = new Set(
  (
    'applet area base basefont bgsound button canvas col colgroup command datalist dialog embed fieldset form frame frameset head ' +
    'input keygen label legend link map math menu meta meter noembed noframes noscript object optgroup option output param progress ' +
    'script select slot source style svg template textarea title track'
  ).split(' '),
);
export function attribute(node: Element, name: string): string {
  return node.attrs.find((one) => one.name === name)?.value ?? '';
}

export function elements(node: Element): Element[] {
  return node.childNodes.filter((child): child is Element => 'tagName' in child);
}

/** Every element of that name inside, without recursion: depth is the sender's to choose. */
export function all(node: Element, name: string): Element[] {
  const found: Element[] = [];
  const left: Element[] = elements(node).reverse();
  for (let next = left.pop(); next; next = left.pop()) {
    if (next.tagName === name) found.push(next);
    left.push(...elements(next).reverse());
  }
  return found;
}

export function textIn(node: Element): string {
  let text = '';
  const left: Node[] = [...node.childNodes].reverse();
  for (let next = left.pop(); next; next = left.pop()) {
    if (next.nodeName === '#text') text += (next as TextNode).value;
    else if ('tagName' in next) {
      if (next.tagName === 'br' || BLOCKS.has(next.tagName)) text += ' ';
      if (!LEFT_OUT.has(next.tagName)) left.push(...[...next.childNodes].reverse());
    }
  }
  return text;
}

export function withoutElements(node: Element, gone: readonly Element[]): Node[] {
  for (const one of gone) {
    const parent = one.parentNode;
    if (parent) parent.childNodes = parent.childNodes.filter((child) => child !== one);
  }
  return node.childNodes;
}

export function captionsOf(figure: Element): Element[] {
  return elements(figure).filter(({ tagName }) => tagName === 'figcaption');
}

/** The words of the figure nearest around an element, within `outer`; '' when there are none. */
export function captionAround(node: Element, outer: Element): string {
  let around = node.parentNode;
  for (let n = 0; n < DEEPEST && around && around !== outer; n += 1) {
    if ('tagName' in around && around.tagName === 'figure')
      return captionsOf(around).map(textIn).join(' ').replace(/\s+/g, ' ').trim();
    around = 'parentNode' in around ? around.parentNode : null;
  }
  return '';
}
