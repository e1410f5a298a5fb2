/** F1.3 The workshop of a site: its pages and news, the order of its menu, the ways to everything else. */
import { onceField } from '#commons/hubs/index.ts';
import { formatDateTime } from '#kernel/dates.ts';
import type { Lang } from '#kernel/lang.ts';
import type { Problem } from '#kernel/web/visit.ts';
import { actButton, button, buttons, linkButton } from '#ui/button.ts';
import { form, hidden } from '#ui/fields.ts';
import { pageHead, section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { list, listItem } from '#ui/list.ts';
import { notice } from '#ui/notice.ts';
import { link } from '#ui/prose.ts';
import { fieldHtml, groupPath } from '../../../registration/groups/index.ts';
import { editingPath, pageEditing, pageHref, sitePath } from '../addresses.ts';
import type { DraftedPage, EditedSite } from '../draft-queries.ts';
import { siteTools } from '../tools.ts';
import { words } from '../words.ts';
import { pageState } from './editor.ts';

export interface WorkshopProps {
  lang: Lang;
  site: EditedSite;
  pages: readonly DraftedPage[];
  posts: readonly DraftedPage[];
  typed: Record<string, string>;
  problem: Problem | undefined;
}

function saved(page: DraftedPage, lang: Lang): string {
  return words(lang).workshop.saved(page.saved_by, formatDateTime(page.saved_at, lang, 'short'));
}

/** What can be done to a page's place in the menu. */
function placing(page: DraftedPage, pages: readonly DraftedPage[], lang: Lang): Html {
  const w = words(lang).workshop;
  const standing = pages.filter((one) => one.withdrawn_at === null);
  const peers = standing.filter((one) => one.parent_id === page.parent_id);
  const at = peers.indexOf(page);
  const hasBelow = standing.some((one) => one.parent_id === page.id);
  const act = (to: string, text: string) =>
    actButton({
      action: `${pageHref(page.id)}/place`,
      fields: html`${onceField()}${hidden('to', to)}`,
      text,
      small: true,
      tone: 'quiet',
    });
  return html`<div class="file-acts">${at > 0 && act('up', w.up(page.title))}${at < peers.length - 1 && act('down', w.down(page.title))}${
    page.parent_id === null && at > 0 && !hasBelow && act('in', w.below(page.title, peers[at - 1]!.title))
  }${page.parent_id !== null && act('out', w.out(page.title))}${page.in_menu ? act('hide', w.hide(page.title)) : act('show', w.show(page.title))}</div>`;
}

function pageItem(page: DraftedPage, props: WorkshopProps): Html {
  const { lang, pages } = props;
  const w = words(lang).workshop;
  const parent = pages.find((one) => one.id === page.parent_id);
  return html`${listItem({
    title: page.title,
    href: pageEditing(page.id),
    above: pageState(page, lang),
    meta: html`${parent && html`${w.under(parent.title)}・`}${!page.in_menu && html`${w.notInMenu}・`}${saved(page, lang)}`,
  })}${page.kind === 'page' && page.withdrawn_at === null && placing(page, pages, lang)}`;
}

function beginForm(props: WorkshopProps, kind: 'pages' | 'posts'): Html {
  const { lang, site, typed, problem } = props;
  const w = words(lang).workshop;
  const isMine = typed.kind === kind;
  const [label, submit] = kind === 'pages' ? [w.newPage, w.addPage] : [w.newPost, w.addPost];
  return form({
    action: `${editingPath(site.id)}/${kind}`,
    label: submit,
    children: html`${onceField()}${fieldHtml({ name: 'title', label }, { lang, typed: isMine ? typed : {}, problem: isMine ? problem : undefined, prefix: kind })}`,
    buttons: button({ text: submit }),
  });
}

function startPart({ lang, site, pages }: WorkshopProps): Html | false {
  const w = words(lang).workshop;
  const isNew = pages.length > 0 && pages.every((page) => page.shown_version === 0 && page.scheduled_at === null);
  if (!isNew || site.closed_at) return false;
  return notice({
    tone: 'info',
    title: w.startTitle,
    body: w.startText,
    actions: actButton({
      action: `${editingPath(site.id)}/publication`,
      fields: onceField(),
      text: w.publishAll,
      tone: 'main',
    }),
  });
}

export function workshopMain(props: WorkshopProps): Html {
  const { lang, site, pages, posts } = props;
  const w = words(lang).workshop;
  const at = editingPath(site.id);
  const tools = siteTools();
  return html`${pageHead({ title: w.title(site.title), lead: w.lead })}${site.closed_at && notice({ tone: 'warn', title: w.closed })}${
    site.hidden_at && notice({ tone: 'warn', title: w.hidden })
  }${buttons(
    linkButton({ href: sitePath(site.key), text: w.toSite }),
    linkButton({ href: `${at}/settings`, text: w.settings }),
    linkButton({ href: groupPath({ id: site.group_id, name: site.group_name }), text: w.toGroup, tone: 'quiet' }),
  )}${startPart(props)}${section({ title: w.pages, lead: w.pagesLead, children: html`${list(pages.map((page) => pageItem(page, props)))}${beginForm(props, 'pages')}` })}${section(
    {
      title: w.posts,
      lead: w.postsLead,
      children: html`${beginForm(props, 'posts')}${posts.length > 0 && list(posts.map((post) => pageItem(post, props)))}`,
    },
  )}${
    tools.length > 0 &&
    section({
      title: w.more,
      children: list(
        tools.map(
          (tool) => html`${link(at + tool.path, tool.text(lang))} <span class="meta">${tool.lead(lang)}</span>`,
        ),
      ),
    })
  }${section({
    title: site.closed_at ? w.openTitle : w.closeTitle,
    lead: site.closed_at ? w.openLead : w.closeLead,
    children: actButton({
      action: `${at}/closure`,
      fields: html`${onceField()}${hidden('open', site.closed_at ? 'yes' : '')}`,
      text: site.closed_at ? w.open : w.close,
      tone: site.closed_at ? 'plain' : 'danger',
    }),
  })}`;
}
