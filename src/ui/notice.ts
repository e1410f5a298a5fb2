// X6: a message that stands apart from the text: what happened, what to mind. Told by shape and word, not by colour alone.

import { attrs, type Html, html, type Renderable } from './html.ts';
import { type IconName, icon } from './icons.ts';

export type NoticeTone = 'info' | 'success' | 'warn' | 'error';

const ICONS: Readonly<Record<NoticeTone, IconName>> = {
  info: 'info',
  success: 'check-circle',
  warn: 'warning',
  error: 'alert',
};

export type NoticeProps = {
  tone: NoticeTone;
  /** One bold line; alone when it says everything. */
  title: Renderable;
  body?: Renderable;
  /** Links or buttons, e.g. to undo. */
  actions?: Renderable;
  /** True for the answer to what the reader just did: it is announced. */
  live?: boolean;
};

/** A message box. */
export function notice(props: NoticeProps): Html {
  return html`<div${attrs({ class: `notice notice-${props.tone}`, role: props.live !== true ? undefined : props.tone === 'error' ? 'alert' : 'status' })}>${icon(ICONS[props.tone])}<div class="notice-text"><p class="notice-title">${props.title}</p>${
    props.body !== undefined && html`<div class="notice-body">${props.body}</div>`
  }${props.actions !== undefined && html`<div class="buttons">${props.actions}</div>`}</div></div>`;
}
