// Two versions of a text, in one column or side by side. Additions are underlined, removals struck out, both named for screen readers.

import { type DiffPart, diff } from './diff.ts';
import { type Html, html } from './html.ts';

export type DiffViewProps = {
  before: string;
  after: string;
  mode: 'inline' | 'side';
  words: {
    /** Headings of the columns: 「第2版（10月10日）」 */
    before: string;
    after: string;
    /** 削除, 追加: read before each change; shown in the legend. */
    removed: string;
    added: string;
    /** ここまで, read after each change */
    end: string;
    /** Said when nothing differs. */
    same: string;
  };
};

function part(item: DiffPart, words: DiffViewProps['words']): Html {
  if (item.kind === 'same') return html`${item.text}`;
  const say = (text: string): Html => html`<span class="visually-hidden"> [${text}] </span>`;
  return item.kind === 'removed'
    ? html`<del>${say(words.removed)}${item.text}${say(words.end)}</del>`
    : html`<ins>${say(words.added)}${item.text}${say(words.end)}</ins>`;
}

/** The comparison. */
export function diffView(props: DiffViewProps): Html {
  const { words } = props;
  const parts = diff(props.before, props.after);
  if (parts.every((item) => item.kind === 'same')) return html`<p class="meta">${words.same}</p>`;
  const legend = html`<p class="diff-legend" aria-hidden="true"><del>${words.removed}</del> <ins>${words.added}</ins></p>`;
  if (props.mode === 'inline')
    return html`<div class="diff">${legend}<p class="diff-text">${parts.map((item) => part(item, words))}</p></div>`;
  const column = (title: string, without: DiffPart['kind']): Html =>
    html`<section><h3>${title}</h3><p class="diff-text">${parts.filter((item) => item.kind !== without).map((item) => part(item, words))}</p></section>`;
  return html`<div class="diff">${legend}<div class="diff-side">${column(words.before, 'added')}${column(words.after, 'removed')}</div></div>`;
}
