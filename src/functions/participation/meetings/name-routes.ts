/** F9.2, X13: whoever a scribe named confirms or contests it, and where an opinion shows that it was said in a hall. */
import { type OpinionSection, opinionHref } from '#commons/discussion/index.ts';
import { page } from '#commons/hubs/index.ts';
import { parseRef } from '#kernel/ids.ts';
import { get, post, type Route } from '#kernel/module.ts';
import type { Reply } from '#kernel/web/reply.ts';
import type { Problem, Visit } from '#kernel/web/visit.ts';
import { type NamedSaying, namedSaying } from './hall-queries.ts';
import { hallWords } from './hall-words.ts';
import { demand } from './page-parts.ts';
import { notFound } from './refusing.ts';
import { maySettleName } from './rules.ts';
import { confirmName, contestName } from './settle-name.ts';
import { contestPage, fromHall } from './views/name.ts';

/** On the opinion's own page. */
export const hallSection: OpinionSection = async (visit, opinionId) => {
  const saying = await visit.read((db) => namedSaying(db, opinionId));
  if (!saying) return null;
  visit.tag(`meeting:${saying.meeting_id}`);
  return fromHall(opinionId, saying, maySettleName(visit.reader, saying) === null, visit.lang);
};

function opinionId(visit: Visit): string {
  const id = parseRef(visit.params.ref ?? '');
  if (!id) throw notFound();
  return id;
}

async function named(visit: Visit): Promise<NamedSaying> {
  const saying = await visit.read((db) => namedSaying(db, opinionId(visit)));
  if (!saying) throw notFound();
  return saying;
}

function contestation(visit: Visit, saying: NamedSaying, typed: string, problem?: Problem): Reply {
  const w = hallWords(visit.lang).name;
  const id = opinionId(visit);
  return page(visit, {
    title: w.contestTitle,
    layout: 'reading',
    indexed: false,
    breadcrumb: [{ text: w.title, href: opinionHref(id) }, { text: w.contestTitle }],
    main: contestPage(id, saying, typed, problem, visit.lang),
    islands: ['char-counter'],
    problem,
    fieldNames: { reason: w.reason },
  });
}

async function contest(visit: Visit): Promise<Reply> {
  const reason = (await visit.form()).get('reason') ?? '';
  return visit.attempt(
    contestName,
    { id: opinionId(visit), reason },
    {
      done: ({ id }) => `${opinionHref(id)}?done=recorded`,
      again: async (problem) => contestation(visit, await named(visit), reason, problem),
    },
  );
}

async function confirm(visit: Visit): Promise<Reply> {
  await visit.form();
  return visit.attempt(
    confirmName,
    { id: opinionId(visit) },
    {
      done: ({ id }) => `${opinionHref(id)}?done=recorded`,
      again: async (problem) => contestation(visit, await named(visit), '', problem),
    },
  );
}

export const nameRoutes: readonly Route[] = [
  get('/hall-opinions/:ref/contest', 'person', ['F9.2'], async (visit) => {
    const saying = await named(visit);
    demand(maySettleName(visit.signedIn, saying));
    return contestation(visit, saying, '');
  }),
  post('/hall-opinions/:ref/contest', 'person', ['F9.2'], contest),
  post('/hall-opinions/:ref/confirmation', 'person', ['F9.2'], confirm),
];
