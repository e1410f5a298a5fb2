/** F1.3 Where sites are read and edited. Not percent-encoded: a Location header needs `encodeURI`. */
import { ref, shortId } from '#kernel/ids.ts';

export function sitePath(key: string): string {
  return `/sites/${key}`;
}

export function pagePath(key: string, page: { id: string; kind: string; slug: string; title: string }): string {
  return page.kind === 'post' ? `/sites/${key}/news/${ref(page.id, page.title)}` : `/sites/${key}/${page.slug}`;
}

/** Where a page is found by its id alone: it knows its own address. */
export function pageHref(id: string): string {
  return `/site-pages/${shortId(id)}`;
}

export function editingPath(siteId: string): string {
  return `/site-editing/${shortId(siteId)}`;
}

export function pageEditing(pageId: string): string {
  return `${pageHref(pageId)}/editing`;
}

/** Where a block stands in its page's editor: after an act one goes on from there. */
export function blockPlace(blockId: string): string {
  return `block-${shortId(blockId)}`;
}

export function blockPath(blockId: string): string {
  return `/site-blocks/${shortId(blockId)}`;
}
