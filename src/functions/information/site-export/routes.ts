/** F1.3 The whole site as files, for its editors. */
import { atomReply } from '#channels/feeds/atom.ts';
import { page } from '#commons/hubs/index.ts';
import { tokyoDate } from '#kernel/dates.ts';
import { get, type Route } from '#kernel/module.ts';
import { download, type Reply } from '#kernel/web/reply.ts';
import type { Visit } from '#kernel/web/visit.ts';
import { linkButton } from '#ui/button.ts';
import { pageHead } from '#ui/heading.ts';
import { html } from '#ui/html.ts';
import { addSiteTool, editingPath, siteForEditors } from '../homepages/index.ts';
import { exportWords } from './words.ts';
import { siteZip } from './write-site.ts';

addSiteTool({
  name: 'export',
  order: 50,
  path: '/archive',
  text: (lang) => exportWords(lang).toolText,
  lead: (lang) => exportWords(lang).toolLead,
});

async function show(visit: Visit): Promise<Reply> {
  const site = await siteForEditors(visit);
  const w = exportWords(visit.lang);
  const at = editingPath(site.id);
  return page(visit, {
    title: w.title,
    layout: 'reading',
    indexed: false,
    place: 'groups',
    breadcrumb: [{ text: site.title, href: at }, { text: w.title }],
    main: html`${pageHead({ title: w.title, lead: w.lead })}<p>${w.what}</p><div class="buttons">${linkButton({ href: `${at}/archive.zip`, text: w.get, tone: 'main', icon: 'download' })}</div>`,
  });
}

async function hand(visit: Visit): Promise<Reply> {
  const site = await siteForEditors(visit);
  const { hub, lang, now } = visit;
  const zip = await siteZip({ hub, lang, now, site, atom: atomReply, read: (work) => visit.read(work) });
  return download(zip, 'application/zip', `${site.key}-${tokyoDate(now)}.zip`);
}

const serves = ['F1.3'];

export const routes: readonly Route[] = [
  get('/site-editing/:id/archive', 'person', serves, show),
  get('/site-editing/:id/archive.zip', 'person', serves, hand),
];
