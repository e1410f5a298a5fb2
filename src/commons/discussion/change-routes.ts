/** F9.2 Rewriting, adding to and withdrawing what one said oneself. */
import { page, rulesOf } from '#commons/hubs/index.ts';
import { get, post, type Route } from '#kernel/module.ts';
import type { Reply } from '#kernel/web/reply.ts';
import type { Problem, Visit } from '#kernel/web/visit.ts';
import type { Html } from '#ui/html.ts';
import { opinionAnchor, opinionHref } from './addresses.ts';
import { amendOpinion } from './amend-opinion.ts';
import { type Held, held } from './entries.ts';
import { crumbs, opinionId } from './opinion-routes.ts';
import { refusalFor } from './refusing.ts';
import { reviseOpinion } from './revise-opinion.ts';
import { isSpeaker, mayAmend, mayRevise, mayWithdraw, type Reason } from './rules.ts';
import { votedByOthers } from './versions.ts';
import { amendmentForm, type ChangeProps, revisionForm, withdrawalForm } from './views/change-forms.ts';
import { withdrawOpinion } from './withdraw-opinion.ts';
import { words } from './words.ts';

type May = (visit: Visit, opinion: Held, voted: boolean) => Reason | null;

const revisable: May = ({ reader, now }, opinion, voted) => mayRevise(reader, opinion.debate, opinion, voted, now);
const amendable: May = ({ reader, now }, opinion, voted) => mayAmend(reader, opinion.debate, opinion, voted, now);
const withdrawable: May = ({ reader }, opinion) => mayWithdraw(reader, opinion);

/** One's own opinion, when this may be done to it now. */
async function own(visit: Visit, may: May): Promise<Held> {
  const id = opinionId(visit);
  const [opinion, voted] = await visit.read(async (db) => {
    const it = await held(db, id);
    return [it, await votedByOthers(db, it)] as const;
  });
  const no = may(visit, opinion, voted);
  if (no) throw refusalFor(no, opinion.debate, visit.lang);
  return opinion;
}

/** After a refusal the form is shown again even though it may no longer be sent: what was typed must not be lost. */
async function mine(visit: Visit): Promise<Held> {
  const opinion = await visit.read((db) => held(db, opinionId(visit)));
  if (!isSpeaker(visit.reader, opinion)) throw refusalFor('not-yours', opinion.debate, visit.lang);
  return opinion;
}

/** In its thread, where it stands. */
function placeOf(opinion: { id: string; parentId: string | null }, done?: string): string {
  const query = done ? `?done=${done}` : '';
  return opinion.parentId
    ? `${opinionHref(opinion.parentId)}${query}#${opinionAnchor(opinion.id)}`
    : `${opinionHref(opinion.id)}${query}`;
}

function changePage(
  visit: Visit,
  opinion: Held,
  title: string,
  problem: Problem | undefined,
  fieldNames: Record<string, string>,
  form: (props: ChangeProps) => Html,
): Reply {
  const { lang } = visit;
  const { limits } = rulesOf(visit.hub, opinion.debate.rules_version);
  const back = placeOf({ id: opinion.id, parentId: opinion.parent_id });
  return page(visit, {
    title,
    layout: 'reading',
    indexed: false,
    place: opinion.debate.kind === 'proposal' ? 'proposals' : 'debates',
    breadcrumb: crumbs(opinion.debate, lang, title),
    main: form({ lang, opinion, back, limits, problem }),
    islands: ['char-counter'],
    problem,
    fieldNames,
  });
}

function revisionPage(visit: Visit, opinion: Held, typed: { body: string; reason: string }, problem?: Problem): Reply {
  const w = words(visit.lang);
  const reason = opinion.kind === 'explanation' ? w.write.source : w.write.reason;
  const names = { body: w.kinds[opinion.kind], reason };
  return changePage(visit, opinion, w.change.reviseTitle, problem, names, (props) => revisionForm({ ...props, typed }));
}

function amendmentPage(visit: Visit, opinion: Held, typed: string, problem?: Problem): Reply {
  const { amendTitle, amendField } = words(visit.lang).change;
  return changePage(visit, opinion, amendTitle, problem, { amendment: amendField }, (props) =>
    amendmentForm({ ...props, typed }),
  );
}

function withdrawalPage(visit: Visit, opinion: Held, typed: string, problem?: Problem): Reply {
  const { withdrawTitle, withdrawReason } = words(visit.lang).change;
  return changePage(visit, opinion, withdrawTitle, problem, { reason: withdrawReason }, (props) =>
    withdrawalForm({ ...props, typed }),
  );
}

async function revise(visit: Visit): Promise<Reply> {
  const form = await visit.form();
  const typed = { body: form.get('body') ?? '', reason: form.get('reason') ?? '' };
  return visit.attempt(
    reviseOpinion,
    { id: opinionId(visit), version: form.get('version'), ...typed },
    {
      done: (done) => placeOf(done, 'saved'),
      again: async (problem) => revisionPage(visit, await mine(visit), typed, problem),
    },
  );
}

async function amend(visit: Visit): Promise<Reply> {
  const amendment = (await visit.form()).get('amendment') ?? '';
  return visit.attempt(
    amendOpinion,
    { id: opinionId(visit), amendment },
    {
      done: (done) => placeOf(done, 'saved'),
      again: async (problem) => amendmentPage(visit, await mine(visit), amendment, problem),
    },
  );
}

async function withdraw(visit: Visit): Promise<Reply> {
  const reason = (await visit.form()).get('reason') ?? '';
  return visit.attempt(
    withdrawOpinion,
    { id: opinionId(visit), reason },
    {
      done: (done) => placeOf(done, 'withdrawn'),
      again: async (problem) => withdrawalPage(visit, await mine(visit), reason, problem),
    },
  );
}

export const changeRoutes: readonly Route[] = [
  get('/opinions/:ref/revision', 'person', ['F9.2'], async (visit) => {
    const opinion = await own(visit, revisable);
    return revisionPage(visit, opinion, { body: opinion.body, reason: opinion.reason });
  }),
  post('/opinions/:ref/revision', 'person', ['F9.2'], revise),
  get('/opinions/:ref/amendment', 'person', ['F9.2'], async (visit) =>
    amendmentPage(visit, await own(visit, amendable), ''),
  ),
  post('/opinions/:ref/amendment', 'person', ['F9.2'], amend),
  get('/opinions/:ref/withdrawal', 'person', ['F9.2'], async (visit) =>
    withdrawalPage(visit, await own(visit, withdrawable), ''),
  ),
  post('/opinions/:ref/withdrawal', 'person', ['F9.2'], withdraw),
];
