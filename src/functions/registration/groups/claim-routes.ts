/** F7.5 Taking over an entry, and the desk that answers. */
import { leadsSecretariat, onceField } from '#commons/hubs/index.ts';
import { parseShortId } from '#kernel/ids.ts';
import { get, post, type Route } from '#kernel/module.ts';
import type { Reply } from '#kernel/web/reply.ts';
import type { Problem, Visit } from '#kernel/web/visit.ts';
import { button } from '#ui/button.ts';
import { pageHead, section } from '#ui/heading.ts';
import { html, url } from '#ui/html.ts';
import { groupPath } from './addresses.ts';
import { askByLetter, askDesk, claimByKey, openClaims, settleClaim, takeOverByKey } from './claims.ts';
import { notFound, type Typed } from './group.ts';
import { addressOf, everyContact } from './keeping.ts';
import { demand, groupIn, idIn, plainPage, typedIn } from './page-parts.ts';
import { paperGroups } from './paper-desk.ts';
import { mayTakeOver } from './rules.ts';
import { deskPage } from './views/desk.ts';
import { fieldsForm } from './views/forms.ts';
import { papersSection } from './views/paper-desk.ts';
import { words } from './words.ts';

async function claimPage(visit: Visit, typed: Typed = {}, problem?: Problem): Promise<Reply> {
  const group = await groupIn(visit);
  demand(mayTakeOver(visit.signedIn, group));
  const hasAddress = (await visit.read((db) => addressOf(db, group.id))) !== '';
  const { lang } = visit;
  const w = words(lang).claim;
  const at = groupPath(group);
  const letter = hasAddress
    ? html`<form class="form" method="post" action="${url(`${at}/claim-letters`)}">${onceField()}<div class="buttons">${button({ text: w.byLetterSubmit, tone: 'main' })}</div></form>`
    : html`<p>${w.noAddress}</p>`;
  const fields = [
    { name: 'word', label: w.word, as: 'area' as const, limit: 600 },
    { name: 'contact', label: w.contact, hint: w.contactHint },
  ];
  const desk = fieldsForm({
    lang,
    typed,
    problem,
    action: `${at}/claim-requests`,
    submit: w.byDeskSubmit,
    tone: 'plain',
    fields,
  });
  const main = html`${pageHead({ title: w.title, lead: w.lead })}${section({ title: w.byLetter, lead: w.byLetterLead, children: letter })}${section({ title: w.byDesk, children: desk })}`;
  return plainPage(visit, group, { title: w.title, main, problem, fieldNames: { word: w.word, contact: w.contact } });
}

function saidPage(visit: Visit, title: string, lead: string, status = 200): Reply {
  return plainPage(visit, null, { title, status, main: pageHead({ title, lead }) });
}

async function byLetter(visit: Visit): Promise<Reply> {
  await visit.form();
  const w = words(visit.lang).claim;
  return visit.attempt(
    askByLetter,
    { id: idIn(visit) },
    { done: () => saidPage(visit, w.sent, w.sentLead), again: (problem) => claimPage(visit, {}, problem) },
  );
}

async function byDesk(visit: Visit): Promise<Reply> {
  const typed = await typedIn(visit);
  const w = words(visit.lang).claim;
  return visit.attempt(
    askDesk,
    { ...typed, id: idIn(visit) },
    { done: () => saidPage(visit, w.asked, w.askedLead), again: (problem) => claimPage(visit, typed, problem) },
  );
}

/** Opening the page changes nothing. */
async function keyPage(visit: Visit, problem?: Problem): Promise<Reply> {
  const key = visit.params.key ?? '';
  const found = await visit.read((db) => claimByKey(db, key, visit.now));
  const w = words(visit.lang).claim;
  if (!found || found.person_id !== visit.signedIn.person.id) return saidPage(visit, w.over, w.overLead, 410);
  const form = html`<form class="form" method="post" action="/group-claims/${key}">${onceField()}<div class="buttons">${button({ text: w.keySubmit, tone: 'main' })}</div></form>`;
  const title = w.keyTitle(found.name);
  return plainPage(visit, found, { title, main: html`${pageHead({ title, lead: w.keyLead })}${form}`, problem });
}

async function takeOver(visit: Visit): Promise<Reply> {
  await visit.form();
  return visit.attempt(
    takeOverByKey,
    { key: visit.params.key ?? '' },
    {
      done: (group) => `${encodeURI(groupPath(group))}?done=recorded`,
      again: (problem) => keyPage(visit, problem),
    },
  );
}

/** To everybody but the desk there is no such page. */
async function desk(visit: Visit, problem?: Problem): Promise<Reply> {
  const { hub, lang, signedIn: reader } = visit;
  if (!leadsSecretariat({ hub, reader })) throw notFound();
  const [claims, contacts] = await visit.read(async (db) => {
    const open = await openClaims(db);
    const ids = [...new Set(open.map((claim) => claim.group_id))];
    return [
      open,
      new Map(await Promise.all(ids.map(async (id) => [id, await everyContact(db, id)] as const))),
    ] as const;
  });
  const papers = await visit.read(paperGroups);
  const { title } = words(lang).desk;
  return plainPage(visit, null, {
    title,
    main: html`${deskPage(lang, claims, contacts)}${papersSection(lang, papers)}`,
    problem,
  });
}

async function settle(visit: Visit): Promise<Reply> {
  const id = parseShortId(visit.params.id ?? '');
  if (!id) throw notFound();
  const typed = await typedIn(visit);
  return visit.attempt(
    settleClaim,
    { ...typed, id },
    { done: () => '/group-desk?done=recorded', again: (problem) => desk(visit, problem) },
  );
}

export const claimRoutes: readonly Route[] = [
  get('/groups/:ref/claim', 'person', ['F7.5'], (visit) => claimPage(visit)),
  post('/groups/:ref/claim-letters', 'person', ['F7.5'], byLetter),
  post('/groups/:ref/claim-requests', 'person', ['F7.5'], byDesk),
  get('/group-claims/:key', 'person', ['F7.5'], (visit) => keyPage(visit)),
  post('/group-claims/:key', 'person', ['F7.5'], takeOver),
  get('/group-desk', 'person', ['F7.5', 'F7.1'], (visit) => desk(visit)),
  post('/group-claim-requests/:id/answer', 'person', ['F7.5'], settle),
];
