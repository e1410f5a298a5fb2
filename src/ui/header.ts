// X6: on a phone, menu, search, language and sign-in are one tap away and named in words, without JavaScript:
// the panels are opened by following a link to them (:target), the `menu-toggle` island only makes that smoother.

import { htmlLang } from '#kernel/lang.ts';
import { avatar } from './actor.ts';
import { type Html, html, url } from './html.ts';
import { icon } from './icons.ts';
import { withReadings } from './readings.ts';
import type { LanguageLink, NavItem, PersonParts, ShellProps } from './shell-props.ts';
import { logo } from './signs.ts';

const navLink = (item: NavItem): Html =>
  item.current === true
    ? html`<li><a href="${url(item.href)}" aria-current="true">${withReadings(item.text)}</a></li>`
    : html`<li><a href="${url(item.href)}">${withReadings(item.text)}</a></li>`;

const languageLink = (link: LanguageLink): Html =>
  html`<li><a href="${url(link.href)}" lang="${htmlLang(link.lang)}" hreflang="${htmlLang(link.lang)}"${
    link.current === true && html` aria-current="true"`
  }>${link.text}</a></li>`;

function searchForm(props: ShellProps): Html | false {
  if (props.search === undefined) return false;
  return html`<form class="site-search" role="search" action="${url(props.search.action)}" method="get"><label class="visually-hidden" for="site-search">${props.words.searchLabel}</label><input id="site-search" type="search" name="q" value="${props.search.query}" placeholder="${props.words.searchLabel}" autocomplete="off"><button type="submit">${icon('search')}<span>${props.words.search}</span></button></form>`;
}

type Who = Pick<ShellProps, 'person' | 'signIn' | 'words'>;

function account(props: Who): Html | false {
  const { person, words } = props;
  if (person === undefined)
    return (
      props.signIn !== undefined &&
      html`<a class="bar-item bar-account" href="${url(props.signIn.href)}">${icon('sign-in')}<span>${props.signIn.text}</span></a>`
    );
  const inbox =
    person.inbox !== undefined &&
    html`<a class="bar-item bar-inbox" href="${url(person.inbox.href)}">${icon('bell')}<span>${person.inbox.text}</span>${
      person.inbox.count !== undefined &&
      person.inbox.count > 0 &&
      html`<span class="count" aria-hidden="true">${person.inbox.count > 99 ? '99+' : person.inbox.count}</span><span class="visually-hidden">${person.inbox.countText}</span>`
    }</a>`;
  return html`${inbox}<a class="bar-item bar-account bar-person" href="${url(person.href)}">${avatar('person', person.name)}<span class="bar-person-name">${person.name}</span><span class="bar-person-word">${words.account}</span></a>`;
}

/** While a person acts for an organisation, every page says so, above everything they can write. */
function actingStrip(props: Who): Html | false {
  const { person, words } = props;
  if (person?.switchHref === undefined) return false;
  if (person.actingAs === undefined) return false;
  return html`<div class="acting"><div class="wrap">${avatar(person.actingAs.kind, person.actingAs.name)}<p><strong>${person.actingAs.name}</strong> <span class="actor-kind">${person.actingAs.kindText}</span> ${words.actingAs}</p><a href="${url(person.switchHref)}">${icon('swap')}${words.switchActor}</a></div></div>`;
}

function switchLink({ person, words }: Who): Html | false {
  if (person?.switchHref === undefined || person.actingAs !== undefined) return false;
  return html`<a class="bar-switch" href="${url(person.switchHref)}">${words.switchActor}</a>`;
}

/** The parts of the head that tell who is signed in. */
export function personParts(props: Who): PersonParts {
  return { switchLink: switchLink(props), account: account(props), acting: actingStrip(props) };
}

/** The head of every page: logo, search, languages, sign-in, main navigation. */
export function siteHeader(props: ShellProps): Html {
  const { hub, words } = props;
  const who = props.personParts ?? personParts(props);
  return html`<header class="site-header" id="top"><menu-toggle class="wrap bar"><a class="logo" href="${url(hub.href)}">${logo()}<span class="logo-text"><span class="logo-name">${hub.name}</span><span class="logo-tagline">${hub.tagline}</span></span></a><div class="bar-items"><a class="bar-item bar-menu" href="#menu">${icon('menu')}<span>${words.menu}</span></a>${
    props.search !== undefined &&
    html`<a class="bar-item bar-search" href="${url(props.search.action)}">${icon('search')}<span>${words.search}</span></a>`
  }${searchForm(props)}<a class="bar-item bar-languages" href="#languages">${icon('globe')}<span>${words.languages}</span></a><nav class="languages" id="languages" aria-label="${words.languages}"><ul>${props.languages.map(languageLink)}</ul><a class="panel-close" href="#top">${icon('close')}<span>${words.close}</span></a></nav><div class="bar-who">${who.account}${who.switchLink}</div></div></menu-toggle><nav class="main-nav" id="menu" aria-label="${words.mainNav}"><div class="wrap"><ul>${props.nav.map(navLink)}</ul>${
    props.moreNav !== undefined && html`<ul class="more-nav">${props.moreNav.map(navLink)}</ul>`
  }<a class="panel-close" href="#top">${icon('close')}<span>${words.close}</span></a></div></nav>${who.acting}</header>`;
}
