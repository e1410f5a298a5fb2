// X6: headings. A page has one h1 (pageHead); components take the level they are used at.

import { type Html, html, type Renderable, url } from './html.ts';

/** Level of a heading inside a page. */
export type Level = 2 | 3 | 4;

/** h2, h3 or h4 with its content; `className` and `id` for the caller's use inside ui. */
export function heading(level: Level, content: Renderable, className?: string, id?: string): Html {
  const mark = html`${className !== undefined && html` class="${className}"`}${id !== undefined && html` id="${id}"`}`;
  if (level === 2) return html`<h2${mark}>${content}</h2>`;
  if (level === 3) return html`<h3${mark}>${content}</h3>`;
  return html`<h4${mark}>${content}</h4>`;
}

export type PageHeadProps = {
  /** Chips or a small line above the title. */
  above?: Renderable;
  title: Renderable;
  /** One or two sentences on what this page is for. */
  lead?: Renderable;
  /** Who, when, which version. */
  meta?: Renderable;
  /** The acts of the page, when there is no box for them. */
  buttons?: Renderable;
};

/** The head of a page with its h1. */
export function pageHead(props: PageHeadProps): Html {
  return html`${props.above !== undefined && html`<div class="above-title">${props.above}</div>`}<h1>${props.title}</h1>${
    props.lead !== undefined && html`<p class="lead">${props.lead}</p>`
  }${props.meta !== undefined && html`<div class="meta">${props.meta}</div>`}${
    props.buttons !== undefined && html`<div class="buttons">${props.buttons}</div>`
  }`;
}

export type SectionProps = {
  title: Renderable;
  level?: Level;
  id?: string;
  lead?: Renderable;
  /** A link to the whole: 「すべて見る（25件）」 */
  more?: { href: string; text: string };
  /** A button at the right of the heading. */
  act?: Renderable;
  children: Renderable;
};

/** A part of a page with its heading. */
export function section(props: SectionProps): Html {
  return html`<section class="section"><div class="section-head"><div>${heading(props.level ?? 2, props.title, undefined, props.id)}${
    props.lead !== undefined && html`<p class="section-lead">${props.lead}</p>`
  }</div>${props.more !== undefined && html`<a class="section-more" href="${url(props.more.href)}">${props.more.text}</a>`}${props.act}</div>${props.children}</section>`;
}
