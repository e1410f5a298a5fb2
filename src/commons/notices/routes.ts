/** X3: what one was told, what one follows, and how one wants to be told. All of it for the reader alone. */
import { followables } from '#commons/happenings/index.ts';
import { page } from '#commons/hubs/index.ts';
import { isUuid } from '#kernel/ids.ts';
import type { Lang } from '#kernel/lang.ts';
import { get, post, type Route } from '#kernel/module.ts';
import { refuse as refuseKernel } from '#kernel/refusal.ts';
import { isLocalPath } from '#kernel/web/local-path.ts';
import { type Reply, seeOther } from '#kernel/web/reply.ts';
import type { Problem, Visit } from '#kernel/web/visit.ts';
import { follow } from './follow.ts';
import { markRead } from './mark-read.ts';
import { ownFeed } from './own-feed-routes.ts';
import { followsOf, noticesOf, pathOf } from './queries.ts';
import { OVERALL, OWN, type Rhythm, USUAL } from './rhythm.ts';
import { changeSettings, endCalendarKey, type NoticeSettings, renewCalendarKey, settingsOf } from './settings.ts';
import { settingsSections } from './settings-sections.ts';
import { feedRoutes } from './thing-feed-routes.ts';
import { followList } from './views/follow-list.ts';
import { noticeList } from './views/notice-list.ts';
import { settingsView } from './views/settings.ts';
import { words } from './words.ts';

const PAGE_SIZE = 30;

function topicsIn(lang: Lang): Map<string, string> {
  return new Map([...followables(lang)].map(([kind, { topic }]) => [kind, topic]));
}

async function notices(visit: Visit): Promise<Reply> {
  const { lang } = visit;
  const before = visit.query('before');
  const topics = new Map([[OWN, words(lang).list.own], ...topicsIn(lang)]);
  const filter = {
    topic: topics.has(visit.query('topic')) ? visit.query('topic') : '',
    unreadOnly: visit.query('state') === 'unread',
    search: searched(visit),
    before: isUuid(before) ? before : null,
    limit: PAGE_SIZE,
  };
  const found = await visit.read((db) => noticesOf(db, visit.signedIn.person.id, filter));
  const main = noticeList({
    lang,
    filter,
    topics,
    notices: found.slice(0, PAGE_SIZE),
    more: found.length > PAGE_SIZE,
  });
  return page(visit, { title: words(lang).list.title, main, indexed: false });
}

function searched(visit: Visit): string {
  return visit.query('q').normalize('NFC').slice(0, 100).trim();
}

/** Opening a notice is reading it. */
async function open(visit: Visit): Promise<Reply> {
  const id = visit.params.id ?? '';
  const path = isUuid(id) ? await visit.read((db) => pathOf(db, visit.signedIn.person.id, id)) : null;
  if (path === null) throw refuseKernel('not-found', { status: 404 });
  await visit.perform(markRead, { id });
  return seeOther(encodeURI(path));
}

async function reading(visit: Visit): Promise<Reply> {
  const form = await visit.form();
  const upTo = form.get('upTo');
  const input = upTo === undefined ? { id: form.get('id') } : { upTo };
  return visit.attempt(markRead, input, { done: () => '/notices', again: () => seeOther('/notices') });
}

async function follows(visit: Visit, problem?: Problem): Promise<Reply> {
  const { lang } = visit;
  const kinds = followables(lang);
  const since = new Date(visit.query('since'));
  const after = visit.query('after');
  const filter = {
    kind: kinds.has(visit.query('kind')) ? visit.query('kind') : '',
    search: searched(visit),
    before: isUuid(after) && !Number.isNaN(since.getTime()) ? { since, id: after } : null,
    limit: PAGE_SIZE,
  };
  const found = await visit.read((db) => followsOf(db, visit.signedIn.person.id, filter));
  const more = found.length > PAGE_SIZE;
  return page(visit, {
    title: words(lang).follows.title,
    main: followList({ lang, filter, kinds, follows: found.slice(0, PAGE_SIZE), more }),
    indexed: false,
    problem,
  });
}

async function changeFollow(visit: Visit): Promise<Reply> {
  const form = await visit.form();
  const { back = '', ...input } = Object.fromEntries(
    ['kind', 'id', 'title', 'scope', 'back'].map((name) => [name, form.get(name) ?? '']),
  );
  const path = isLocalPath(encodeURI(back)) ? encodeURI(back) : '/follows';
  return visit.attempt(follow, input, {
    done: ({ scope }) => `${path}?done=${scope === 'none' ? 'left' : 'following'}`,
    again: (problem) => follows(visit, problem),
  });
}

type TypedSettings = Omit<NoticeSettings, 'calendarKey'>;

async function settingsPage(visit: Visit, typed?: TypedSettings, problem?: Problem): Promise<Reply> {
  const { lang, hub } = visit;
  const channels = settingsSections();
  const [kept, ...sections] = await visit.read((db) =>
    Promise.all([settingsOf(db, visit.signedIn.person.id), ...channels.map((channel) => channel.render(visit, db))]),
  );
  const main = settingsView({
    lang,
    settings: { ...kept, ...typed },
    topics: topicsIn(lang),
    origin: hub.origin,
    sections: sections.filter((section) => section !== null),
  });
  return page(visit, {
    title: words(lang).settings.title,
    layout: 'reading',
    main,
    indexed: false,
    problem,
    islands: ['copy-link', ...channels.flatMap(({ islands = [] }) => islands)],
  });
}

async function saveSettings(visit: Visit): Promise<Reply> {
  const form = await visit.form();
  const topics = Object.fromEntries(
    [OWN, ...topicsIn(visit.lang).keys()].map((topic) => [topic, (form.get(`topic-${topic}`) ?? '') as Rhythm | '']),
  );
  const typed = {
    overall: (form.get('overall') ?? '') as Rhythm | typeof USUAL,
    topics,
    followsWritten: form.get('written') === 'yes',
    followsVoted: form.get('voted') === 'yes',
  };
  const chosen = Object.entries<Rhythm | '' | typeof USUAL>({ ...topics, [OVERALL]: typed.overall });
  const rhythms = new Map(chosen.filter((entry): entry is [string, Rhythm] => entry[1] !== '' && entry[1] !== USUAL));
  return visit.attempt(changeSettings, typed, {
    done: () => '/notices/settings?done=saved',
    again: (problem) => settingsPage(visit, { ...typed, rhythms }, problem),
  });
}

async function ownAddresses(visit: Visit): Promise<Reply> {
  const act = (await visit.form()).get('act') === 'end' ? endCalendarKey : renewCalendarKey;
  const again = (problem: Problem) => settingsPage(visit, undefined, problem);
  return visit.attempt(act, {}, { done: () => '/notices/settings?done=saved#own-addresses', again });
}

const serves = ['X3'];

export const routes: readonly Route[] = [
  ...feedRoutes,
  get('/notices', 'person', serves, notices),
  post('/notices/reading', 'person', serves, reading),
  get('/notices/settings', 'person', serves, (visit) => settingsPage(visit)),
  post('/notices/settings', 'person', serves, saveSettings),
  post('/notices/calendar', 'person', serves, ownAddresses),
  get('/notices/:id', 'person', serves, open),
  get('/feeds/own/:key', 'public', serves, ownFeed),
  get('/follows', 'person', serves, (visit) => follows(visit)),
  post('/follows', 'person', serves, changeFollow),
];
