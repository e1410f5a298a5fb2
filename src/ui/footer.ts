// P3, P4, X6: the foot of every page says who is responsible, when it last changed, where its data is, and where to say that something is wrong.

import { type Html, html, url } from './html.ts';
import { icon } from './icons.ts';
import type { ShellProps } from './shell-props.ts';

function aboutPage(props: ShellProps): Html | false {
  const { footer, words } = props;
  const { responsible, updated, data, wrong } = footer;
  if (responsible === undefined && updated === undefined && data === undefined && wrong === undefined) return false;
  return html`<section class="about-page" aria-label="${words.about}"><div class="wrap"><dl>${
    responsible !== undefined && html`<div><dt>${words.responsible}</dt><dd>${responsible}</dd></div>`
  }${
    updated !== undefined &&
    html`<div><dt>${words.updated}</dt><dd><time datetime="${updated.datetime}">${updated.text}</time></dd></div>`
  }${
    data !== undefined &&
    data.length > 0 &&
    html`<div><dt>${words.data}</dt><dd><ul class="inline-links">${data.map(
      (link) =>
        html`<li><a href="${url(link.href)}">${link.icon !== undefined && icon(link.icon)}${link.text}</a></li>`,
    )}</ul></dd></div>`
  }</dl>${
    wrong !== undefined && html`<a class="wrong-link" href="${url(wrong.href)}">${icon('flag')}${wrong.text}</a>`
  }</div></section>`;
}

/** What stands under every page. */
export function siteFooter(props: ShellProps): Html {
  const { footer, hub, words } = props;
  return html`${aboutPage(props)}<footer class="site-footer"><div class="wrap"><div class="footer-who"><p class="footer-name">${hub.name}<span>${hub.tagline}</span></p><p class="footer-run"><span>${words.runBy}</span> ${footer.runBy}</p>${
    footer.licence !== undefined && html`<p class="footer-licence">${footer.licence}</p>`
  }</div>${
    footer.links !== undefined &&
    html`<nav aria-label="${words.footerNav}"><ul>${footer.links.map(
      (link) => html`<li><a href="${url(link.href)}">${link.text}</a></li>`,
    )}</ul></nav>`
  }<a class="to-top" href="#top">${words.top}</a></div></footer>`;
}
