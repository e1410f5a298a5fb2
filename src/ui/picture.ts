// X6: a picture with what can be seen on it in words; the browser takes the smallest copy that is sharp enough.

import { attrs, type Html, html, type Renderable, url } from './html.ts';

export type PictureProps = {
  src: string;
  /** Copies of other widths, in pixels. */
  copies?: readonly { href: string; width: number }[];
  width: number;
  height: number;
  /** What can be seen on it. */
  alt: string;
  /** Where the whole picture is. */
  href?: string;
  /** Below it. The alternative text stands for those who don't see it; nothing needs to be said twice. */
  caption?: Renderable;
};

/** A picture in its own proportions, as wide as its place; with `href` a link to the whole. */
export function picture(props: PictureProps): Html {
  const set = (props.copies ?? []).map((copy) => `${copy.href} ${copy.width}w`).join(', ');
  const image = html`<img${attrs({
    src: props.src,
    srcset: set || undefined,
    sizes: set ? '(min-width: 48rem) 21rem, 92vw' : undefined,
    width: props.width,
    height: props.height,
    alt: props.alt,
    loading: 'lazy',
    decoding: 'async',
  })}>`;
  return html`<figure class="picture">${props.href === undefined ? image : html`<a href="${url(props.href)}">${image}</a>`}${
    props.caption !== undefined && html`<figcaption>${props.caption}</figcaption>`
  }</figure>`;
}

export type ThumbnailProps = Pick<PictureProps, 'src' | 'width' | 'height' | 'alt'>;

/** A small picture in a list: in a place of one size, so that nothing moves when it has come. */
export function thumbnail(props: ThumbnailProps): Html {
  return html`<img${attrs({ class: 'list-picture', ...props, loading: 'lazy', decoding: 'async' })}>`;
}

/** Pictures side by side, below each other on a phone. */
export function pictures(items: readonly Html[]): Html {
  return html`<ul class="pictures">${items.map((item) => html`<li>${item}</li>`)}</ul>`;
}
