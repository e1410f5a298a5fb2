/** F7.2, F7.4 What is done with a registration on its pages: confirm, withdraw, ask, answer, note. */

import { onceField } from '#commons/hubs/index.ts';
import type { Action } from '#kernel/action.ts';
import { parseShortId } from '#kernel/ids.ts';
import { get, post, type Route } from '#kernel/module.ts';
import type { Reply } from '#kernel/web/reply.ts';
import type { Problem, Visit } from '#kernel/web/visit.ts';
import { linkButton } from '#ui/button.ts';
import { pageHead } from '#ui/heading.ts';
import { html } from '#ui/html.ts';
import { confirmPanel } from '#ui/panel.ts';
import { groupPath } from './addresses.ts';
import { groupTags, type NamedGroup } from './declare.ts';
import { notFound } from './group.ts';
import { answeredByKey, askedByKey, confirmByKey, confirmDeclaration, withdrawGroup } from './keep-alive.ts';
import { confirmRepresentative, vouchFor } from './known.ts';
import { demand, groupIn, idIn, plainPage, typedIn } from './page-parts.ts';
import { shownGroup } from './queries.ts';
import { answerGroupQuestion, askGroupQuestion, endNote, noteGroup, withdrawQuestion } from './questions.ts';
import { questionsPage, showPage } from './routes.ts';
import { mayWithdraw } from './rules.ts';
import { fieldHtml } from './views/forms.ts';
import { dayText } from './views/pieces.ts';
import { words } from './words.ts';

const home = (group: NamedGroup, done: string, tab = '') => `${encodeURI(groupPath(group))}${tab}?done=${done}`;

/** An act on the group of the address, back to its first page. */
function onGroup<I>(act: Action<I, NamedGroup>, done: string) {
  return async (visit: Visit): Promise<Reply> => {
    const typed = await typedIn(visit);
    const input = { ...typed, id: idIn(visit) };
    return visit.attempt(act, input, {
      done: (group) => home(group, done),
      again: (problem) => showPage(visit, problem),
    });
  };
}

async function withdrawalPage(visit: Visit, problem?: Problem): Promise<Reply> {
  const group = await groupIn(visit);
  demand(mayWithdraw(visit.signedIn, group, visit.hub));
  const { lang } = visit;
  const w = words(lang).withdrawal;
  const main = confirmPanel({
    title: w.title,
    lead: w.lead,
    consequences: w.consequences,
    action: `${groupPath(group)}/withdrawal`,
    fields: html`${onceField()}${fieldHtml({ name: 'reason', label: w.reason, as: 'area', limit: 400, optional: true }, { lang, typed: {}, problem })}`,
    confirm: { text: w.confirm, tone: 'danger' },
    cancel: { href: groupPath(group), text: w.cancel },
  });
  return plainPage(visit, group, { title: w.title, main, problem });
}

async function ask(visit: Visit): Promise<Reply> {
  const typed = await typedIn(visit);
  return visit.attempt(
    askGroupQuestion,
    { ...typed, id: idIn(visit) },
    {
      done: (group) => home(group, 'sent', '/questions'),
      again: async (problem) => questionsPage(visit, await groupIn(visit), typed, problem),
    },
  );
}

function shortIn(visit: Visit): string {
  const id = parseShortId(visit.params.id ?? '');
  if (!id) throw notFound();
  return id;
}

/** An act on one question; where it is refused, what was typed is given back on the page of the group. */
function onQuestion<I>(act: Action<I, NamedGroup>, done: string) {
  return async (visit: Visit): Promise<Reply> => {
    const typed = await typedIn(visit);
    const id = shortIn(visit);
    const groupId = await visit.read(async (db) => {
      const query = db.selectFrom('group_questions').select('group_id').where('id', '=', id);
      return (await query.executeTakeFirst())?.group_id;
    });
    if (!groupId) throw notFound();
    return visit.attempt(
      act,
      { ...typed, id },
      {
        done: (group) => home(group, done, '/questions'),
        again: async (problem) => {
          const group = await visit.read((db) => shownGroup(db, groupId, visit.now));
          return questionsPage(visit, group, { ...typed, question: id }, problem);
        },
      },
    );
  };
}

async function noteEnd(visit: Visit): Promise<Reply> {
  await visit.form();
  return visit.attempt(
    endNote,
    { id: shortIn(visit) },
    {
      done: (group) => home(group, 'recorded'),
      again: (problem) => plainPage(visit, null, { title: words(visit.lang).show.endNote, main: html``, problem }),
    },
  );
}

/** Opening the page changes nothing: mail scanners open every link. */
async function keyPage(visit: Visit): Promise<Reply> {
  const key = visit.params.key ?? '';
  const group = await visit.read((db) => askedByKey(db, key, visit.now));
  const w = words(visit.lang).confirmation;
  const answered = group ? null : await visit.read((db) => answeredByKey(db, key));
  if (answered) {
    const lead = w.answered(dayText(answered.used_at, visit.lang));
    const main = html`${pageHead({ title: w.answeredTitle, lead })}${linkButton({ href: groupPath(answered), text: answered.name })}`;
    return plainPage(visit, answered, { title: w.answeredTitle, main });
  }
  if (!group)
    return plainPage(visit, null, { title: w.over, status: 410, main: pageHead({ title: w.over, lead: w.overLead }) });
  const main = html`${pageHead({ title: w.title, lead: w.lead(group.name) })}<form class="form" method="post" action="/group-confirmations/${key}"><div class="buttons"><button class="button button-main" type="submit">${w.submit}</button>${linkButton({ href: groupPath(group), text: w.look })}</div></form><p>${w.change}</p>`;
  return plainPage(visit, group, { title: w.title, main });
}

async function answerKey(visit: Visit): Promise<Reply> {
  const key = visit.params.key ?? '';
  await visit.form();
  const group = await visit.hubwise.write(visit.hub.id, (db) => confirmByKey(db, visit.hub.id, key, visit.now));
  if (!group) return keyPage(visit);
  const w = words(visit.lang).confirmation;
  const main = html`${pageHead({ title: w.doneTitle, lead: w.done })}${linkButton({ href: groupPath(group), text: group.name })}`;
  visit.tag(...groupTags(group.id));
  return plainPage(visit, group, { title: w.doneTitle, main });
}

export const actRoutes: readonly Route[] = [
  post('/groups/:ref/confirmation', 'person', ['F7.2'], onGroup(confirmDeclaration, 'recorded')),
  get('/groups/:ref/withdrawal', 'person', ['F7.2'], (visit) => withdrawalPage(visit)),
  post('/groups/:ref/withdrawal', 'person', ['F7.2'], async (visit) =>
    visit.attempt(
      withdrawGroup,
      { ...(await typedIn(visit)), id: idIn(visit) },
      { done: (group) => home(group, 'withdrawn'), again: (problem) => withdrawalPage(visit, problem) },
    ),
  ),
  get('/group-confirmations/:key', 'public', ['F7.2'], keyPage),
  post('/group-confirmations/:key', 'public', ['F7.2'], answerKey),
  post('/groups/:ref/knowledge', 'person', ['F7.1'], onGroup(confirmRepresentative, 'recorded')),
  post('/groups/:ref/vouchers', 'person', ['F7.1'], onGroup(vouchFor as Action<unknown, NamedGroup>, 'recorded')),
  post('/groups/:ref/notes', 'person', ['F7.4'], onGroup(noteGroup, 'published')),
  post('/group-notes/:id/end', 'person', ['F7.4'], noteEnd),
  post('/groups/:ref/questions', 'person', ['F7.4'], ask),
  post('/group-questions/:id/answer', 'person', ['F7.4'], onQuestion(answerGroupQuestion, 'published')),
  post('/group-questions/:id/withdrawal', 'person', ['F7.4'], onQuestion(withdrawQuestion, 'withdrawn')),
];
