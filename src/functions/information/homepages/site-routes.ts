/** F1.3 A group's site on the pages of the group: beginning it, its name and look; and where it is linked. */
import { attemptWithFiles, fileNames, receiveFiles, type UploadedFile } from '#commons/files/index.ts';
import { isOpen } from '#commons/hubs/index.ts';
import type { Action } from '#kernel/action.ts';
import { colon } from '#kernel/lang.ts';
import { get, post, type Route } from '#kernel/module.ts';
import type { Reply } from '#kernel/web/reply.ts';
import type { Problem, Visit } from '#kernel/web/visit.ts';
import { buttons, linkButton } from '#ui/button.ts';
import { section } from '#ui/heading.ts';
import { html } from '#ui/html.ts';
import {
  addGroupAct,
  addGroupSection,
  addGroupTab,
  groupIn,
  groupPage,
  roleOf,
  type ShownGroup,
  speaksFor,
} from '../../registration/groups/index.ts';
import { addEventSection } from '../events/index.ts';
import { editingPath, sitePath } from './addresses.ts';
import { ownNaming } from './draft-queries.ts';
import { shortIn, siteIn, typedIn, workshopPage } from './frame.ts';
import { postsOf, siteOfGroup } from './queries.ts';
import { suggestedKey } from './romaji.ts';
import { changeSite, createSite } from './sites.ts';
import { newsList } from './views/blocks.ts';
import { namingForm, settingsMain, startForm } from './views/settings.ts';
import { isAway } from './views/site-page.ts';
import { townWays } from './ways.ts';
import { words } from './words.ts';

type Typed = Record<string, string>;
const TAB = '/site';

addGroupTab({
  name: 'homepages',
  order: 5,
  path: TAB,
  text: (lang) => words(lang).group.tab,
  isShown: (group) => group.actor_id !== null,
});

addGroupAct({
  name: 'homepages',
  order: 5,
  function: 'information',
  text: (lang) => words(lang).group.act,
  path: (group) => `${group}${TAB}`,
});

addGroupSection({
  name: 'homepages',
  order: 5,
  async render(visit, db, group) {
    visit.tag(`group:${group.id}`);
    if (!isOpen(visit.hub, 'information')) return null;
    const site = await siteOfGroup(db, group.id, visit.now);
    if (!site || isAway(site) || site.menu.length === 0) return null;
    if (site.next_change) visit.expiresAt(site.next_change);
    const { posts } = site.has_news ? await postsOf(db, site.id, visit.now, { before: null, limit: 3 }) : { posts: [] };
    const ways = townWays({ site, assets: visit.assets, canonical: null, contact: null });
    const w = words(visit.lang).group;
    return section({
      title: w.section,
      children: html`${linkButton({ href: sitePath(site.key), text: site.title })}${posts.length > 0 && newsList(posts, ways, visit.lang)}`,
    });
  },
});

/** X7: from an event to everything else of the group that holds it. */
addEventSection({
  name: 'homepages',
  order: 5,
  async render(visit, db, event) {
    if (!event.is_group) return null;
    visit.tag(`group:${event.host_id}`);
    const site = await siteOfGroup(db, event.host_id, visit.now);
    if (!site || isAway(site) || site.menu.length === 0) return null;
    if (site.next_change) visit.expiresAt(site.next_change);
    return section({
      title: words(visit.lang).group.ofHost(event.host_name),
      children: linkButton({ href: sitePath(site.key), text: site.title }),
    });
  },
});

async function tabPage(visit: Visit, typed: Typed = {}, problem?: Problem): Promise<Reply> {
  const group = await groupIn(visit);
  const { lang, hub, reader, now } = visit;
  const site = await visit.read((db) => siteOfGroup(db, group.id, now));
  const w = words(lang).group;
  const edits = speaksFor(reader, group.id);
  const start = !site && edits && !group.withdrawn_at;
  const suggested = { key: suggestedKey(group.reading), theme: 'plain' };
  const own =
    site && reader && roleOf(reader, group.id)
      ? { naming: await visit.read((db) => ownNaming(db, site.id, reader.person.id)) }
      : null;
  const main = html`${
    site
      ? html`<p class="lead">${isAway(site) || site.menu.length === 0 ? w.notYetOpen : w.open}</p>${buttons(
          !isAway(site) && linkButton({ href: sitePath(site.key), text: site.title, tone: 'main' }),
          edits && linkButton({ href: editingPath(site.id), text: w.edit }),
        )}`
      : html`<p class="lead">${start ? w.noneYours : w.none}</p>`
  }${start && startForm({ lang, hub, group, typed: { ...suggested, ...typed }, problem })}${
    site && own && namingForm({ lang, siteId: site.id, own: own.naming, groupName: group.name })
  }`;
  return groupPage(visit, group as ShownGroup, TAB, {
    title: `${w.tab}${colon(lang)}${group.name}`,
    main,
    problem,
    fieldNames: { key: words(lang).settings.key, theme: words(lang).settings.theme },
    ...(site ? {} : { indexed: false }),
  });
}

async function start(visit: Visit): Promise<Reply> {
  const group = await groupIn(visit);
  const typed = await typedIn(visit);
  return visit.attempt(
    createSite,
    { ...typed, groupId: group.id },
    {
      done: ({ id }) => `${editingPath(id)}?done=saved`,
      again: (problem) => tabPage(visit, typed, problem),
    },
  );
}

interface Again {
  typed: Typed;
  kept: readonly UploadedFile[];
  problem: Problem;
}

async function settings(visit: Visit, again?: Again): Promise<Reply> {
  const site = await siteIn(visit);
  const { lang, hub } = visit;
  const { title, tagline, key, theme, colour } = site;
  const there: Typed = { title, tagline, key, theme, colour };
  const w = words(lang).settings;
  const typed = again?.typed ?? there;
  const main = settingsMain({ lang, hub, site, typed, kept: again?.kept ?? [], problem: again?.problem });
  const fieldNames = {
    title: w.name,
    tagline: w.tagline,
    key: w.key,
    theme: w.theme,
    colour: w.colour,
    ...fileNames(lang, 'picture'),
  };
  return workshopPage(visit, site, { title: w.title, main, problem: again?.problem, fieldNames });
}

async function change(visit: Visit): Promise<Reply> {
  await siteIn(visit);
  const came = await receiveFiles(visit);
  const typed = Object.fromEntries([...came.form.entries()].map(([name, values]) => [name, values.join(',')]));
  const kept = came.files('file').slice(-1);
  const input = { ...typed, id: shortIn(visit), fileId: kept[0]?.id ?? '' };
  return attemptWithFiles(visit, came, changeSite as Action<unknown, { id: string }>, input, {
    done: ({ id }) => `${editingPath(id)}?done=saved`,
    again: (problem) => settings(visit, { typed, kept, problem }),
  });
}

export const siteRoutes: readonly Route[] = [
  get('/groups/:ref/site', 'public', ['F1.3'], (visit) => tabPage(visit)),
  post('/groups/:ref/site', 'person', ['F1.3'], start),
  get('/site-editing/:id/settings', 'person', ['F1.3'], (visit) => settings(visit)),
  post('/site-editing/:id/settings', 'person', ['F1.3'], change, { streams: true }),
];
