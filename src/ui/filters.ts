// Filters live in the address, so that a list can be linked, kept and fed.

import { button } from './button.ts';
import { attrs, type Html, html, type Renderable, url } from './html.ts';
import { icon } from './icons.ts';

export type FiltersProps = {
  action: string;
  /** Name of the form: 「しぼりこむ」 */
  label: string;
  /** Fields, made with plain: true. */
  fields: Renderable;
  /** Fields seldom used, behind a disclosure. */
  more?: { text: string; fields: Renderable; open?: boolean };
  /** Words of the button. */
  submit: string;
  /** What is filtered now; each can be taken away. `removeText` is read by screen readers: 「『防災』を外す」 */
  active?: readonly { text: string; removeHref: string; removeText: string }[];
  /** Takes all away. */
  reset?: { href: string; text: string };
};

/** A filter form (GET). */
export function filters(props: FiltersProps): Html {
  const active = props.active ?? [];
  return html`<form class="filters" method="get"${attrs({ action: props.action, 'aria-label': props.label, role: 'search' })}><div class="filter-fields">${props.fields}${button({ text: props.submit, icon: 'filter' })}</div>${
    props.more !== undefined &&
    html`<details class="disclosure"${props.more.open === true && html` open`}><summary>${props.more.text}</summary><div class="filter-fields">${props.more.fields}</div></details>`
  }${
    active.length > 0 &&
    html`<ul class="active-filters">${active.map(
      (item) =>
        html`<li><a href="${url(item.removeHref)}"><span aria-hidden="true">${item.text}</span><span class="visually-hidden">${item.removeText}</span>${icon('close')}</a></li>`,
    )}${props.reset !== undefined && html`<li><a class="reset" href="${url(props.reset.href)}">${props.reset.text}</a></li>`}</ul>`
  }</form>`;
}
