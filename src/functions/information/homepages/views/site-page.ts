/** F1.3 A whole page of a site, wherever it stands: frame, menu, blocks, foot. */
import { hiddenStub, reportHref, reportText } from '#commons/moderation/index.ts';
import { formatDate, tokyoDate } from '#kernel/dates.ts';
import { LANGS, type Lang } from '#kernel/lang.ts';
import { type Html, html, type Renderable } from '#ui/html.ts';
import { notice } from '#ui/notice.ts';
import { pager } from '#ui/pager.ts';
import { link } from '#ui/prose.ts';
import type { LanguageLink } from '#ui/shell-props.ts';
import { type SiteNavItem, siteFrame } from '#ui/site-frame.ts';
import { groupPath } from '../../../registration/groups/index.ts';
import { siteAbout } from '../linked-data.ts';
import type { ListedPost, MenuPage, ShownPage, ShownSite } from '../queries.ts';
import type { SiteWays } from '../ways.ts';
import { words } from '../words.ts';
import { type BlockProps, blocksHtml, dayOf, newsList, type SiteData, sitePicture } from './blocks.ts';

export interface SiteFrameProps {
  lang: Lang;
  site: ShownSite;
  ways: SiteWays;
  /** name of the town, said in the bar above and in the foot */
  town: string;
  /** parts that differ between readers (a way to the editor); left out on a domain of its own and in an export */
  personal?: Renderable;
  /** the same page in other languages; left out where there are none */
  languages?: readonly LanguageLink[];
  notices?: Renderable;
  indexed?: boolean;
}

function navOf(site: ShownSite, ways: SiteWays, current: string): SiteNavItem[] {
  const pages = site.menu.filter((page) => page.in_menu);
  const [first] = site.menu;
  const item = (page: MenuPage) => ({
    href: page.id === first?.id ? ways.home : ways.page(page),
    text: page.title,
    current: page.id === current,
  });
  const tops = pages.filter((page) => page.parent_id === null || !pages.some((one) => one.id === page.parent_id));
  return tops.map((top) => ({ ...item(top), below: pages.filter((page) => page.parent_id === top.id).map(item) }));
}

function foot({ lang, site, ways, town }: SiteFrameProps, page?: ShownPage): Html {
  const w = words(lang).frame;
  const group = groupPath({ id: site.group_id, name: site.group_name });
  return html`<p><strong>${site.group_name}</strong></p><p>${w.of(town)} ${link(ways.town + group, w.registration)}${
    ways.feed && site.has_news && html` ・ ${link(ways.feed, w.feed)}`
  }</p>${page && html`<p class="meta">${w.updated(formatDate(tokyoDate(page.valid_from), lang))}</p>`}<p>${link(
    ways.town + reportHref(page ? 'site-page' : 'site', page ? page.id : site.id),
    reportText(lang),
  )}</p>`;
}

/** A group that rests or withdrew, a site that is closed or hidden, says so itself. */
function standing(site: ShownSite, lang: Lang): Html {
  const w = words(lang).frame;
  if (site.withdrawn_at) return notice({ tone: 'info', title: w.withdrawn });
  return html`${site.resting_at && notice({ tone: 'info', title: w.resting })}`;
}

/** True when only a sentence is shown instead of the pages. */
export function isAway(site: ShownSite): boolean {
  return site.closed_at !== null || site.hidden_at !== null || site.group_hidden;
}

interface Content {
  title: string;
  isFirst: boolean;
  main: Html;
  current: string;
  page?: ShownPage;
  description?: string;
  image?: string;
  about?: Record<string, unknown>;
  isThere: boolean;
}

function framed(props: SiteFrameProps, content: Content): string {
  const { lang, site, ways, town } = props;
  const w = words(lang).frame;
  const isAlive = content.isThere && !isAway(site);
  return siteFrame({
    lang,
    words: w.shell,
    title: content.title,
    siteName: site.title,
    ...(isAway(site) ? {} : { tagline: site.tagline }),
    home: ways.home,
    isFirst: content.isFirst,
    theme: site.theme,
    styles: ways.styles,
    ...(ways.icon ? { icon: ways.icon } : {}),
    picture: isAlive && content.isFirst && site.header[0] ? sitePicture(site.header[0], ways) : null,
    nav: isAway(site) ? [] : navOf(site, ways, content.current),
    main: content.main,
    notices: html`${props.notices}${standing(site, lang)}`,
    bar: html`${link(`${ways.town}/sites`, w.bar(town))}${props.personal}`,
    foot: foot(props, content.page),
    ...(props.languages ? { languages: props.languages } : {}),
    ...(ways.canonical ? { canonical: ways.canonical } : {}),
    ...(content.description ? { description: content.description } : {}),
    ...(content.image ? { image: content.image } : {}),
    ...(ways.feed && site.has_news ? { feed: { href: ways.feed, text: w.feedOf(site.title) } } : {}),
    ...(isAlive && props.indexed !== false && !site.withdrawn_at ? {} : { indexed: false }),
    ...(isAlive && content.about ? { about: { '@context': 'https://schema.org', ...content.about } } : {}),
  }).toString();
}

/** Instead of everything: why the site isn't shown. */
export function awayHtml(props: SiteFrameProps): string {
  const { lang, site } = props;
  const w = words(lang).frame;
  const why = site.hiding ? hiddenStub(site.hiding, lang) : site.closed_at ? w.closed : w.hidden;
  const main = notice({ tone: 'warn', title: why });
  return framed(props, { title: site.title, isFirst: true, main, current: '', isThere: false });
}

/** A site without a published page yet. */
export function emptyHtml(props: SiteFrameProps): string {
  const main = html`<p>${words(props.lang).frame.soon}</p>`;
  return framed(props, { title: props.site.title, isFirst: true, main, current: '', isThere: false });
}

/** A page or a piece of news; `data` from `siteData`. */
export function pageHtml(props: SiteFrameProps & { page: ShownPage; data: SiteData }): string {
  const { lang, site, ways, page, data } = props;
  const isFirst = page.kind === 'page' && page.id === site.menu[0]?.id;
  const block: BlockProps = { lang, site, ways, data };
  const w = words(lang).frame;
  const head = isFirst
    ? null
    : html`<h1>${page.title}</h1>${page.kind === 'post' && html`<p class="meta"><time datetime="${tokyoDate(page.first_at)}">${dayOf(page.first_at, lang)}</time></p>`}`;
  const body = page.hiding
    ? notice({ tone: 'warn', title: hiddenStub(page.hiding, lang) })
    : blocksHtml(page.blocks, block);
  const back = page.kind === 'post' && html`<p>${link(ways.news(), w.toNews)}</p>`;
  const image = page.blocks.find((one) => one.kind === 'picture')?.files[0];
  return framed(props, {
    title: isFirst ? site.title : page.title,
    isFirst,
    main: html`${head}${body}${back}`,
    current: page.id,
    page,
    description: page.words.replace(/\s+/g, ' ').slice(0, 120),
    ...(image && ways.canonical ? { image: new URL(ways.file(image, image.widths.at(-1)), ways.canonical).href } : {}),
    about: siteAbout(site, page, ways),
    isThere: page.hiding === null,
  });
}

/** The list of news, newest first. `older`: the key from which on it goes on; null: that is all. */
export function newsHtml(props: SiteFrameProps & { posts: readonly ListedPost[]; older: string | null }): string {
  const { lang, ways, posts, older } = props;
  const w = words(lang).frame;
  const main = html`<h1>${w.news}</h1>${posts.length === 0 ? html`<p>${words(lang).blocks.noNews}</p>` : newsList(posts, ways, lang)}${
    older !== null && pager({ label: w.newsPages, next: { href: ways.news(older), text: w.older } })
  }`;
  return framed(props, { title: w.news, isFirst: false, main, current: 'news', isThere: true });
}

/** Any other page within the site's frame: a form, an answer. `main` brings the h1. */
export function frameHtml(props: SiteFrameProps & { title: string; main: Html }): string {
  return framed(
    { ...props, indexed: false },
    { title: props.title, isFirst: false, main: props.main, current: '', isThere: true },
  );
}

/** The same address in each language of the town. */
export function languageLinks(url: URL, current: Lang, names: Readonly<Record<Lang, string>>): LanguageLink[] {
  return LANGS.map((lang) => {
    const query = new URLSearchParams(url.searchParams);
    query.set('lang', lang);
    return {
      lang,
      text: names[lang],
      href: `${url.pathname}?${query}`,
      ...(lang === current ? { current: true } : {}),
    };
  });
}
