// Every number that matters stands in a table, too. On a phone each row becomes a block with its column names.

import { attrs, type Html, html, type Renderable } from './html.ts';

/** A column. `number` sets figures to the right; `plain` writes their heading only once on a phone. */
export type Column = { text: string; number?: boolean };

export type TableProps = {
  caption: Renderable;
  /** True keeps the caption for screen readers only. */
  captionHidden?: boolean;
  columns: readonly Column[];
  /** Cells by column; the first names the row. */
  rows: readonly (readonly Renderable[])[];
  /** A last row of sums. */
  foot?: readonly Renderable[];
  /** Where the figures come from. */
  note?: Renderable;
  /** Wide tables of figures are scrolled sideways on a phone instead of being taken apart. Needs `id`. */
  scroll?: boolean;
  id?: string;
};

function row(cells: readonly Renderable[], columns: readonly Column[]): Html {
  return html`<tr>${cells.map((cell, index) => {
    const column = columns[index];
    const mark = column?.number === true && html` class="number"`;
    return index === 0
      ? html`<th scope="row"${mark}>${cell}</th>`
      : html`<td${mark} data-column="${column?.text}">${cell}</td>`;
  })}</tr>`;
}

/** A table with caption, column headings and row headings. */
export function table(props: TableProps): Html {
  const captionId = props.id === undefined ? undefined : `${props.id}-caption`;
  const body = html`<table${attrs({ class: props.scroll === true ? 'table' : 'table table-stack', id: props.id })}><caption${attrs({ id: captionId, class: props.captionHidden === true ? 'visually-hidden' : undefined })}>${props.caption}</caption><thead><tr>${props.columns.map(
    (column) => html`<th scope="col"${column.number === true && html` class="number"`}>${column.text}</th>`,
  )}</tr></thead><tbody>${props.rows.map((cells) => row(cells, props.columns))}</tbody>${
    props.foot !== undefined && html`<tfoot>${row(props.foot, props.columns)}</tfoot>`
  }</table>`;
  const framed =
    props.scroll === true
      ? html`<section${attrs({ class: 'table-scroll', tabindex: 0, 'aria-labelledby': captionId })}>${body}</section>`
      : body;
  return props.note === undefined
    ? framed
    : html`<div class="table-noted">${framed}<p class="meta">${props.note}</p></div>`;
}
