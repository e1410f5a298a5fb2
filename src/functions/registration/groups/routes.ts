/** F7.1, F7.2, F7.4 Reading registered groups. */
import { addProfileSection } from '#commons/actors/index.ts';
import { sharedPicture } from '#commons/files/index.ts';
import { isSecretariat, leadsSecretariat, page, personalIn } from '#commons/hubs/index.ts';
import { followPart } from '#commons/notices/index.ts';
import { colon } from '#kernel/lang.ts';
import { get, type Route } from '#kernel/module.ts';
import { movedTo, type Reply } from '#kernel/web/reply.ts';
import type { Problem, Visit } from '#kernel/web/visit.ts';
import { linkButton } from '#ui/button.ts';
import { section } from '#ui/heading.ts';
import { html } from '#ui/html.ts';
import { actRoutes } from './act-routes.ts';
import { groupPath } from './addresses.ts';
import { claimRoutes } from './claim-routes.ts';
import { draftRoutes } from './draft-routes.ts';
import { exportRoutes } from './export-routes.ts';
import type { Typed } from './group.ts';
import { everyContact } from './keeping.ts';
import { groupData } from './linked-data.ts';
import { filterOf } from './list-filter.ts';
import { crumbs, groupIn, groupPage, sentenceOf } from './page-parts.ts';
import { paperRoutes } from './paper-routes.ts';
import { paperWords } from './paper-words.ts';
import { listedGroups, questionsOf, type ShownGroup, versionsOf } from './queries.ts';
import { mayAsk, writesForIt } from './rules.ts';
import { addGroupTab, groupActsIn, groupSections } from './tabs.ts';
import { deskSection, vouchSection } from './views/desk.ts';
import { groupList } from './views/list.ts';
import { renewSection } from './views/paper-desk.ts';
import { historyMain, questionsMain } from './views/questions.ts';
import { groupActs, groupMain } from './views/show.ts';
import { words } from './words.ts';

addGroupTab({ name: 'declaration', order: 0, path: '', text: (lang) => words(lang).show.declaration });
addGroupTab({ name: 'questions', order: 80, path: '/questions', text: (lang) => words(lang).show.questions });
addGroupTab({ name: 'history', order: 90, path: '/history', text: (lang) => words(lang).show.history });

addProfileSection({
  name: 'groups',
  order: 5,
  async render(visit, db, actor) {
    if (actor.kind === 'person') return null;
    const found = await db.selectFrom('groups').select(['id', 'name']).where('id', '=', actor.id).executeTakeFirst();
    visit.tag(`group:${actor.id}`);
    if (!found) return null;
    const w = words(visit.lang).show;
    return section({
      title: w.section,
      children: html`<p>${w.sectionLead}</p>${linkButton({ href: groupPath(found), text: found.name })}`,
    });
  },
});

async function listPage(visit: Visit): Promise<Reply> {
  const filter = filterOf(visit);
  const { lang, now, hub } = visit;
  const listed = await visit.read((db) => listedGroups(db, filter));
  visit.tag('groups', 'sites');
  const w = words(lang).list;
  const desk = personalIn(visit).each(
    ({ reader }) => leadsSecretariat({ hub, reader }),
    (leads) => (leads ? linkButton({ text: w.desk, href: '/group-desk' }) : html``),
  );
  const papers = personalIn(visit).each(
    ({ reader }) => isSecretariat({ hub, reader }),
    (enters) => (enters ? linkButton({ text: paperWords(lang).enter, href: '/group-papers/new' }) : html``),
  );
  return page(visit, {
    title: w.title,
    description: w.lead,
    place: 'groups',
    breadcrumb: crumbs(visit, null),
    main: groupList({ lang, now, filter, desk: html`${desk}${papers}`, ...listed }),
  });
}

/** The other organisations this reader speaks for may vouch, if they are known groups; the act says whether they are. */
function vouchers(visit: Visit, group: ShownGroup) {
  if (group.known_at || group.withdrawn_at || !group.actor_id) return [];
  return (visit.reader?.roles ?? [])
    .filter(
      (held) => held.role !== 'member' && held.organisation.kind !== 'division' && held.organisation.id !== group.id,
    )
    .map((held) => held.organisation);
}

export async function showPage(visit: Visit, problem?: Problem): Promise<Reply> {
  const group = await groupIn(visit);
  const at = groupPath(group);
  const isHere = visit.request.method === 'GET' && visit.params.ref !== undefined;
  if (isHere && decodeURI(visit.url.pathname) !== at) return movedTo(encodeURI(at) + visit.url.search);
  const { lang, now, reader, hub } = visit;
  const isDesk = leadsSecretariat({ hub, reader });
  const [sections, contacts] = await visit.read((db) =>
    Promise.all([
      Promise.all(groupSections().map((one) => one.render(visit, db, group))),
      isDesk ? everyContact(db, group.id) : null,
    ]),
  );
  const isCounter = writesForIt(reader, group, hub);
  const desk = contacts ? deskSection(lang, group, contacts, problem) : null;
  const own = isDesk ? [] : vouchers(visit, group);
  const extra = html`${desk}${isCounter && !group.withdrawn_at && renewSection(lang, group)}${own.length > 0 && vouchSection(lang, group, own)}`;
  const shown = sections.filter((one) => one !== null);
  return groupPage(visit, group, '', {
    title: group.name,
    description: group.purpose.slice(0, 120),
    now: groupActs({ lang, now, group }, reader, groupActsIn(hub), isCounter),
    main: html`${followPart(visit, { kind: 'group', id: group.id, title: group.name })}${groupMain({ lang, now, group }, shown, extra)}`,
    problem,
    ...(desk ? { islands: ['char-counter'] } : {}),
    ...(group.withdrawn_at || group.hiding ? { indexed: false } : {}),
    ...sharedPicture(group.picture, hub.origin),
    about: groupData(group, visit.hub),
  });
}

export async function questionsPage(visit: Visit, group: ShownGroup, typed: Typed = {}, problem?: Problem) {
  const { lang, reader } = visit;
  const questions = await visit.read((db) => questionsOf(db, group.id));
  const no = sentenceOf(visit, mayAsk(reader, group));
  const w = words(lang).show;
  return groupPage(visit, group, '/questions', {
    title: `${w.questions}${colon(lang)}${group.name}`,
    main: questionsMain({
      lang,
      group,
      questions,
      reader,
      no,
      typed,
      problem,
      isCounter: writesForIt(reader, group, visit.hub),
    }),
    problem,
    islands: ['char-counter'],
    fieldNames: { body: words(lang).questions.body, answer: words(lang).questions.answer },
  });
}

async function historyPage(visit: Visit): Promise<Reply> {
  const group = await groupIn(visit);
  const versions = await visit.read((db) => versionsOf(db, group.id));
  return groupPage(visit, group, '/history', {
    title: `${words(visit.lang).show.history}${colon(visit.lang)}${group.name}`,
    main: historyMain(visit.lang, group, versions),
  });
}

export const routes: readonly Route[] = [
  get('/groups', 'public', ['F7.1', 'F7.3'], listPage, { cached: true, framed: true }),
  get('/groups/:ref', 'public', ['F7.1'], (visit) => showPage(visit), { cached: true }),
  get('/groups/:ref/questions', 'public', ['F7.4'], async (visit) => questionsPage(visit, await groupIn(visit)), {
    cached: true,
  }),
  get('/groups/:ref/history', 'public', ['F7.2'], historyPage, { cached: true }),
  ...draftRoutes,
  ...actRoutes,
  ...claimRoutes,
  ...paperRoutes,
  ...exportRoutes,
];
