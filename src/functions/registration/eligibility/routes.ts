/** F7.6 Requirements are public; how a group stands is for the group; checking is for those who require it. */
import { attemptWithFiles, fileLimits, receiveFiles, type UploadedFile } from '#commons/files/index.ts';
import { page } from '#commons/hubs/index.ts';
import type { Action } from '#kernel/action.ts';
import { tokyoDate } from '#kernel/dates.ts';
import { isUuid } from '#kernel/ids.ts';
import { colon } from '#kernel/lang.ts';
import { get, post, type Route } from '#kernel/module.ts';
import { movedTo, type Reply } from '#kernel/web/reply.ts';
import type { Problem, Visit } from '#kernel/web/visit.ts';
import { section } from '#ui/heading.ts';
import {
  addGroupSection,
  addGroupTab,
  crumbs,
  groupIn,
  groupPage,
  plainPage,
  speaksFor,
  typedIn,
} from '../groups/index.ts';
import { ownGroups } from '../ties/index.ts';
import { setPath, standingPath } from './addresses.ts';
import { appealRefusal } from './check.ts';
import { checkRoutes } from './check-routes.ts';
import { handIn, type OfGroupAndSet, showEligibility, takeFactBack } from './hand-in.ts';
import { idIn } from './id-in.ts';
import { closeSet, publishSet } from './publish.ts';
import { factById, factFacts, factsOf, listedSets, setById, standingsOf } from './queries.ts';
import { notFound, refusalFor } from './requirement.ts';
import { mayCheck, officesOf, standing } from './rules.ts';
import { publishView, setHead, setListView, setMain, setNow } from './views/sets.ts';
import { eligibilityMain, shownStandings, standingView } from './views/standing.ts';
import { eligibilityWords } from './words.ts';

const PAGE_SIZE = 20;
const TAB = '/eligibility';

addGroupTab({ name: 'eligibility', order: 60, path: TAB, text: (lang) => eligibilityWords(lang).tab });

addGroupSection({
  name: 'eligibility',
  order: 40,
  async render(visit, db, group) {
    const day = tokyoDate(visit.now);
    const shown = shownStandings(visit.lang, await standingsOf(db, group.id, day, false));
    visit.tag('requirements');
    return shown && section({ title: eligibilityWords(visit.lang).sectionTitle, children: shown });
  },
});

const speaking = (visit: Visit) =>
  (visit.reader?.roles ?? []).filter(({ role }) => role !== 'member').map(({ organisation }) => organisation.id);

async function listPage(visit: Visit): Promise<Reply> {
  const before = isUuid(visit.query('before')) ? visit.query('before') : null;
  const { sets, more } = await visit.read((db) => listedSets(db, before, PAGE_SIZE));
  const publishes = officesOf(visit.reader, visit.hub).length > 0;
  const w = eligibilityWords(visit.lang);
  return page(visit, {
    title: w.title,
    description: w.lead,
    place: 'groups',
    breadcrumb: crumbs(visit, null, w.title),
    main: setListView({ lang: visit.lang, sets, more, later: before !== null, publishes }),
  });
}

function publishPage(visit: Visit, typed: Record<string, string> = {}, problem?: Problem): Reply {
  const offices = officesOf(visit.signedIn, visit.hub);
  if (offices.length === 0) throw refusalFor('office-only');
  const w = eligibilityWords(visit.lang);
  const { own, name, about, kinds, leastMembers, leastLocal, other, validMonths, papersDays } = w;
  return plainPage(visit, null, {
    title: w.publish,
    main: publishView(visit.lang, offices, typed, problem),
    problem,
    fieldNames: { own, name, about, kinds, leastMembers, leastLocal, other, validMonths, papersDays },
  });
}

async function publish(visit: Visit): Promise<Reply> {
  const typed = await typedIn(visit);
  return visit.attempt(publishSet, typed, {
    done: (set) => `${encodeURI(setPath(set))}?done=published`,
    again: (problem) => publishPage(visit, typed, problem),
  });
}

async function showPage(visit: Visit, problem?: Problem): Promise<Reply> {
  const id = idIn(visit, 'ref');
  const [set, own] = await visit.read((db) => Promise.all([setById(db, id), ownGroups(db, speaking(visit))]));
  const at = setPath(set);
  if (!problem && decodeURI(visit.url.pathname) !== at) return movedTo(encodeURI(at) + visit.url.search);
  const { lang, reader, hub } = visit;
  const closes = officesOf(reader, hub).some((office) => office.id === set.owner_id);
  const props = { lang, set, own, checks: mayCheck(reader, set.owner_id), closes };
  const now = setNow(props);
  const w = eligibilityWords(lang);
  return page(visit, {
    title: set.name,
    description: set.about.slice(0, 120),
    place: 'groups',
    breadcrumb: [...crumbs(visit, null), { text: w.title, href: '/requirements' }, { text: set.name }],
    head: setHead(props),
    ...(now ? { now } : {}),
    main: setMain(props),
    problem,
    proof: { kind: 'requirement-set', id },
  });
}

async function tabPage(visit: Visit): Promise<Reply> {
  const group = await groupIn(visit);
  const speaks = speaksFor(visit.reader, group.id);
  const day = tokyoDate(visit.now);
  const standings = await visit.read((db) => standingsOf(db, group.id, day, speaks));
  const w = eligibilityWords(visit.lang);
  return groupPage(visit, group, TAB, {
    title: `${w.tab}${colon(visit.lang)}${group.name}`,
    main: eligibilityMain(visit.lang, group.id, standings, speaks),
  });
}

interface Again {
  typed?: Record<string, string>;
  kept?: readonly UploadedFile[];
  problem?: Problem;
}

/** The group's own page of one set; to others there is no such page. */
async function standingPageOf(visit: Visit, ids: OfGroupAndSet, again: Again = {}): Promise<Reply> {
  const { groupId, setId } = ids;
  if (!speaksFor(visit.signedIn, groupId)) throw notFound();
  const { lang, hub, now } = visit;
  const { typed = {}, kept = [], problem } = again;
  const [set, facts, own, shown] = await visit.read((db) =>
    Promise.all([
      setById(db, setId),
      factsOf(db, groupId, setId),
      db.selectFrom('groups').select(['id', 'name']).where('id', '=', groupId).executeTakeFirst(),
      db
        .selectFrom('shown_eligibility')
        .select('set_id')
        .where('group_id', '=', groupId)
        .where('set_id', '=', setId)
        .execute(),
    ]),
  );
  if (!own) throw notFound();
  const w = eligibilityWords(lang);
  return plainPage(visit, own, {
    title: set.name,
    problem,
    fieldNames: { figure: w.figureMembers, file: w.papers, label: w.papers, word: w.word, appeal: w.appealText },
    main: standingView({
      lang,
      set,
      group: own,
      standing: standing(set.items, facts.map(factFacts), tokyoDate(now)),
      isShown: shown.length > 0,
      facts,
      limits: fileLimits(hub),
      typed,
      kept,
      problem,
    }),
  });
}

const ofAddress = (visit: Visit): OfGroupAndSet => ({ groupId: idIn(visit, 'ref'), setId: idIn(visit, 'id') });
const home = ({ groupId, setId }: OfGroupAndSet, done: string) => `${standingPath(groupId, setId)}?done=${done}`;

/** The file field of each item has a name of its own. */
function atItem(problem: Problem, item: string): Problem {
  const isNumbered = (field = '') => field === 'file' || field === 'label';
  const items = problem.items.map((one) => (isNumbered(one.field) ? { ...one, field: `${one.field}${item}` } : one));
  return { ...problem, items };
}

async function handInFact(visit: Visit): Promise<Reply> {
  const ids = ofAddress(visit);
  if (!speaksFor(visit.signedIn, ids.groupId)) throw notFound();
  const received = await receiveFiles(visit);
  const value = (name: string) => received.form.get(name) ?? '';
  const item = value('item');
  const kept = received.files(`file${item}`).slice(-1);
  const typed = {
    item,
    word: value('word'),
    figure: value('figure'),
    given: value('given'),
    label: value(`label${item}`),
  };
  return attemptWithFiles(
    visit,
    received,
    handIn,
    { ...ids, ...typed, fileId: kept[0]?.id ?? '' },
    {
      done: (of) => home(of, 'sent'),
      again: (problem) =>
        standingPageOf(visit, ids, { typed: { ...typed, form: item }, kept, problem: atItem(problem, item) }),
    },
  );
}

/** An act of the group on one fact. */
function ofOwn<I>(act: Action<I, OfGroupAndSet>, done: string) {
  return async (visit: Visit): Promise<Reply> => {
    const typed = await typedIn(visit);
    const id = idIn(visit, 'id');
    const fact = await visit.read((db) => factById(db, id));
    const ids = { groupId: fact.group_id, setId: fact.set_id };
    if (!speaksFor(visit.signedIn, fact.group_id)) throw notFound();
    return visit.attempt(
      act,
      { ...typed, id },
      {
        done: (of) => home(of, done),
        again: (problem) => standingPageOf(visit, ids, { typed: { ...typed, form: id }, problem }),
      },
    );
  };
}

const serves = ['F7.6'];

export const routes: readonly Route[] = [
  get('/requirements', 'public', serves, listPage),
  get('/requirements/new', 'person', serves, async (visit) => publishPage(visit)),
  post('/requirements', 'person', serves, publish),
  get('/requirements/:ref', 'public', serves, (visit) => showPage(visit)),
  post('/requirements/:ref/closure', 'person', serves, async (visit) => {
    await visit.form();
    return visit.attempt(
      closeSet,
      { id: idIn(visit, 'ref') },
      {
        done: (set) => `${encodeURI(setPath(set))}?done=recorded`,
        again: (problem) => showPage(visit, problem),
      },
    );
  }),
  get('/groups/:ref/eligibility', 'public', serves, tabPage),
  get('/groups/:ref/eligibility/:id', 'person', serves, (visit) => standingPageOf(visit, ofAddress(visit))),
  post('/groups/:ref/eligibility/:id/facts', 'person', ['F7.6', 'X10'], handInFact, { streams: true }),
  post('/groups/:ref/eligibility/:id/showing', 'person', serves, async (visit) => {
    const typed = await typedIn(visit);
    const ids = ofAddress(visit);
    return visit.attempt(
      showEligibility,
      { ...ids, shown: typed.shown },
      {
        done: (of) => home(of, 'saved'),
        again: (problem) => standingPageOf(visit, ids, { problem }),
      },
    );
  }),
  post('/group-facts/:id/removal', 'person', serves, ofOwn(takeFactBack, 'withdrawn')),
  post('/group-facts/:id/appeal', 'person', serves, ofOwn(appealRefusal, 'sent')),
  ...checkRoutes,
];
