/** F7.3 The tab of ties, the network of all, letters between groups. */
import { jsonReply } from '#channels/open-data/csv.ts';
import { page } from '#commons/hubs/index.ts';
import type { Action } from '#kernel/action.ts';
import type { Reader } from '#kernel/context.ts';
import { parseRef, parseShortId, shortId } from '#kernel/ids.ts';
import { get, post, type Route } from '#kernel/module.ts';
import type { Reply } from '#kernel/web/reply.ts';
import type { Problem, Visit } from '#kernel/web/visit.ts';
import {
  addGroupTab,
  crumbs,
  groupHref,
  groupIn,
  groupPage,
  plainPage,
  type ShownGroup,
  shownGroup,
  speaksFor,
  typedIn,
} from '../groups/index.ts';
import { conversationsOf, messagesBetween, sendGroupMessage } from './messages.ts';
import { askPartnership, confirmPartnership, endPartnership } from './partnerships.ts';
import { allTies, groupsLike, ownGroups, tiesOf } from './queries.ts';
import { notFound } from './tie.ts';
import { conversationsView, conversationView } from './views/messages.ts';
import { networkView, tiesMain } from './views/ties.ts';
import { tieWords } from './words.ts';

addGroupTab({
  name: 'ties',
  order: 20,
  path: '/ties',
  text: (lang) => tieWords(lang).tab,
  isShown: (group) => group.actor_id !== null,
});

const speaking = (reader: Reader | null) =>
  (reader?.roles ?? []).filter(({ role }) => role !== 'member').map(({ organisation }) => organisation.id);

async function tiesPage(visit: Visit, typed: Record<string, string> = {}, problem?: Problem): Promise<Reply> {
  const group = await groupIn(visit);
  const { lang, reader } = visit;
  const isOwn = speaksFor(reader, group.id);
  const [ties, like, mine] = await visit.read((db) =>
    Promise.all([tiesOf(db, group.id, isOwn), groupsLike(db, group), ownGroups(db, speaking(reader))]),
  );
  visit.tag('ties');
  const w = tieWords(lang);
  const own = group.actor_id && !group.withdrawn_at ? mine.filter(({ id }) => id !== group.id) : [];
  return groupPage(visit, group, '/ties', {
    title: w.title(group.name),
    main: tiesMain({ lang, group, ties, like, isOwn, own, typed, problem }),
    problem,
    fieldNames: { own: w.own, what: w.what },
  });
}

async function ask(visit: Visit): Promise<Reply> {
  const typed = await typedIn(visit);
  const other = parseRef(visit.params.ref ?? '');
  return visit.attempt(
    askPartnership,
    { ...typed, other },
    {
      done: () => `${groupHref(other!)}/ties?done=sent`,
      again: (problem) => tiesPage(visit, typed, problem),
    },
  );
}

function answer(act: Action<{ id: string }, { other: string }>) {
  return async (visit: Visit): Promise<Reply> => {
    await visit.form();
    const id = parseShortId(visit.params.id ?? '');
    if (!id) throw notFound();
    const { networkTitle: title } = tieWords(visit.lang);
    return visit.attempt(
      act,
      { id },
      {
        done: ({ other }) => `${groupHref(other)}/ties?done=recorded`,
        again: async (problem) => plainPage(visit, null, { title, main: networkView(visit.lang, []), problem }),
      },
    );
  };
}

async function networkPage(visit: Visit): Promise<Reply> {
  const ties = await visit.read(allTies);
  visit.tag('ties', 'groups');
  const w = tieWords(visit.lang);
  const main = networkView(visit.lang, ties);
  return page(visit, {
    title: w.networkTitle,
    description: w.networkLead,
    place: 'groups',
    breadcrumb: crumbs(visit, null, w.networkTitle),
    main,
  });
}

async function networkJson(visit: Visit): Promise<Reply> {
  const ties = await visit.read(allTies);
  async function* items() {
    yield ties.map((tie) => ({
      groups: [
        { id: tie.group_id, name: tie.group_name },
        { id: tie.other_id, name: tie.other_name },
      ],
      what: tie.what,
      confirmedAt: tie.confirmed_at,
    }));
  }
  return jsonReply({ kind: 'partnerships' }, items());
}

/** To everybody who doesn't speak for the group there is no such page. */
async function ownGroup(visit: Visit): Promise<ShownGroup> {
  const group = await groupIn(visit);
  if (!speaksFor(visit.signedIn, group.id)) throw notFound();
  return group;
}

async function conversationsPage(visit: Visit): Promise<Reply> {
  const group = await ownGroup(visit);
  const all = await visit.read((db) => conversationsOf(db, group.id));
  const title = tieWords(visit.lang).messages;
  return plainPage(visit, group, { title, main: conversationsView(visit.lang, group, all) });
}

async function conversationPage(visit: Visit, typed: Record<string, string> = {}, problem?: Problem): Promise<Reply> {
  const own = await ownGroup(visit);
  const otherId = parseRef(visit.params.other ?? '');
  if (!otherId) throw notFound();
  const { lang, now } = visit;
  const [other, messages] = await visit.read((db) =>
    Promise.all([shownGroup(db, otherId, now), messagesBetween(db, own.id, otherId)]),
  );
  const w = tieWords(lang);
  const main = conversationView({ lang, own, other, messages, typed, problem });
  return plainPage(visit, own, { title: w.conversation(other.name), main, problem, fieldNames: { body: w.body } });
}

async function write(visit: Visit): Promise<Reply> {
  const typed = await typedIn(visit);
  const own = parseRef(visit.params.ref ?? '');
  const other = parseRef(visit.params.other ?? '');
  return visit.attempt(
    sendGroupMessage,
    { ...typed, own, other },
    {
      done: (pair) => `${groupHref(pair.own)}/messages/${shortId(pair.other)}?done=sent`,
      again: (problem) => conversationPage(visit, typed, problem),
    },
  );
}

const serves = ['F7.3'];

export const routes: readonly Route[] = [
  get('/groups/:ref/ties', 'public', serves, (visit) => tiesPage(visit), { cached: true }),
  post('/groups/:ref/partnerships', 'person', serves, ask),
  post('/partnerships/:id/confirmation', 'person', serves, answer(confirmPartnership)),
  post('/partnerships/:id/end', 'person', serves, answer(endPartnership)),
  get('/group-network', 'public', serves, networkPage, { cached: true, framed: true }),
  get('/group-network.json', 'public', serves, networkJson),
  get('/groups/:ref/messages', 'person', serves, conversationsPage),
  get('/groups/:ref/messages/:other', 'person', serves, (visit) => conversationPage(visit)),
  post('/groups/:ref/messages/:other', 'person', serves, write),
];
