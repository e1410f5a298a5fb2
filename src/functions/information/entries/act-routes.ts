/** F1.1 What is done with an entry on its page: it still holds, it is over, it goes on, it is taken back. */
import { onceField } from '#commons/hubs/index.ts';
import { fieldHtml } from '#functions/registration/groups/index.ts';
import type { Action } from '#kernel/action.ts';
import { get, post, type Route } from '#kernel/module.ts';
import type { Reply } from '#kernel/web/reply.ts';
import type { Problem, Visit } from '#kernel/web/visit.ts';
import { html } from '#ui/html.ts';
import { confirmPanel } from '#ui/panel.ts';
import { entryPath } from './addresses.ts';
import { demand, entryIn, idIn, plainPage, typedIn } from './page-parts.ts';
import type { NamedEntry } from './publish.ts';
import { showPage } from './routes.ts';
import { mayChange } from './rules.ts';
import { confirmEntry, endEntry, reopenEntry, withdrawEntry } from './standing.ts';
import { words } from './words.ts';

const home = (entry: NamedEntry, done: string) => `${encodeURI(entryPath(entry))}?done=${done}`;

function onEntry(act: Action<{ id: string }, NamedEntry>) {
  return async (visit: Visit): Promise<Reply> => {
    await visit.form();
    return visit.attempt(
      act,
      { id: idIn(visit) },
      { done: (entry) => home(entry, 'recorded'), again: (problem) => showPage(visit, {}, problem) },
    );
  };
}

async function withdrawalPage(visit: Visit, problem?: Problem): Promise<Reply> {
  const entry = await entryIn(visit);
  demand(mayChange(visit.signedIn, entry));
  const { lang } = visit;
  const w = words(lang).withdrawal;
  const reason = { name: 'reason', label: w.reason, as: 'area', limit: 400, optional: true } as const;
  const main = confirmPanel({
    title: w.title,
    lead: w.lead,
    consequences: w.consequences,
    action: `${entryPath(entry)}/withdrawal`,
    fields: html`${onceField()}${fieldHtml(reason, { lang, typed: {}, problem })}`,
    confirm: { text: w.confirm, tone: 'danger' },
    cancel: { href: entryPath(entry), text: w.cancel },
  });
  return plainPage(visit, entry, { title: w.title, main, problem });
}

async function withdraw(visit: Visit): Promise<Reply> {
  const input = { ...(await typedIn(visit)), id: idIn(visit) };
  return visit.attempt(withdrawEntry, input, {
    done: (entry) => home(entry, 'withdrawn'),
    again: (problem) => withdrawalPage(visit, problem),
  });
}

export const actRoutes: readonly Route[] = [
  post('/entries/:ref/end', 'person', ['F1.1'], onEntry(endEntry)),
  post('/entries/:ref/confirmation', 'person', ['F1.1'], onEntry(confirmEntry)),
  post('/entries/:ref/reopening', 'person', ['F1.1'], onEntry(reopenEntry)),
  get('/entries/:ref/withdrawal', 'person', ['F1.1'], (visit) => withdrawalPage(visit)),
  post('/entries/:ref/withdrawal', 'person', ['F1.1'], withdraw),
];
