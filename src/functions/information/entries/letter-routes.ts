/** F1.1 話を聞きたい: writing to a poster, and the conversations of both sides. Nobody else sees these pages. */
import { get, post, type Route } from '#kernel/module.ts';
import type { Reply } from '#kernel/web/reply.ts';
import type { Problem, Visit } from '#kernel/web/visit.ts';
import { letterHref } from './addresses.ts';
import type { Typed } from './entry.ts';
import { answerLetter, conversation, conversationsOf, writeLetter } from './letters.ts';
import { idIn, plainPage, shortIn, typedIn } from './page-parts.ts';
import { showPage } from './routes.ts';
import { conversationsView, conversationView } from './views/letters.ts';
import { words } from './words.ts';

async function write(visit: Visit): Promise<Reply> {
  const typed = await typedIn(visit);
  return visit.attempt(
    writeLetter,
    { ...typed, id: idIn(visit) },
    {
      done: ({ entry, asker }) => `${letterHref(entry, asker)}?done=sent`,
      again: (problem) => showPage(visit, typed, problem),
    },
  );
}

async function conversationPage(visit: Visit, typed: Typed = {}, problem?: Problem): Promise<Reply> {
  const shown = await visit.read((db) => conversation(db, visit.signedIn, idIn(visit), shortIn(visit, 'asker')));
  const { lang } = visit;
  const w = words(lang).letters;
  return plainPage(visit, null, {
    title: w.conversation(shown.entry.title),
    breadcrumb: [{ text: w.title, href: '/entry-letters' }, { text: shown.entry.title }],
    main: conversationView({ lang, shown, typed, problem }),
    problem,
    fieldNames: { body: words(lang).show.body },
  });
}

/** Whichever side one is on: the asker writes again, the poster answers. */
async function goOn(visit: Visit): Promise<Reply> {
  const typed = await typedIn(visit);
  const [id, asker] = [idIn(visit), shortIn(visit, 'asker')];
  const { isPoster } = await visit.read((db) => conversation(db, visit.signedIn, id, asker));
  const ways = {
    done: () => `${letterHref(id, asker)}?done=sent`,
    again: (problem: Problem) => conversationPage(visit, typed, problem),
  };
  return isPoster
    ? visit.attempt(answerLetter, { ...typed, id, asker }, ways)
    : visit.attempt(writeLetter, { ...typed, id, asker }, ways);
}

async function ownPage(visit: Visit): Promise<Reply> {
  const { lang, signedIn } = visit;
  const spoken = signedIn.roles.filter(({ role }) => role !== 'member').map(({ organisation }) => organisation.id);
  const all = await visit.read((db) => conversationsOf(db, [signedIn.person.id, ...spoken]));
  return plainPage(visit, null, { title: words(lang).letters.title, main: conversationsView(lang, all) });
}

export const letterRoutes: readonly Route[] = [
  get('/entry-letters', 'person', ['F1.1'], ownPage),
  post('/entries/:ref/letters', 'person', ['F1.1'], write),
  get('/entries/:ref/letters/:asker', 'person', ['F1.1'], (visit) => conversationPage(visit)),
  post('/entries/:ref/letters/:asker', 'person', ['F1.1'], goOn),
];
