/** X4: what those concerned do: appeal, answer a claim; and who appoints moderators. */
import { page } from '#commons/hubs/index.ts';
import { parseShortId } from '#kernel/ids.ts';
import { get, post, type Route } from '#kernel/module.ts';
import { refuse as refuseKernel } from '#kernel/refusal.ts';
import type { Reply } from '#kernel/web/reply.ts';
import type { Problem, Visit } from '#kernel/web/visit.ts';
import { claimPath, decisionPath } from './addresses.ts';
import { answerClaim } from './answer-claim.ts';
import { appealDecision } from './appeal-decision.ts';
import { appointModerator, endModerator } from './appoint-moderator.ts';
import { caseById } from './case-queries.ts';
import { deskWords } from './desk-words.ts';
import { appointable, listedModerators, moderates } from './moderators.ts';
import { decisionPage } from './public-routes.ts';
import { isAuthor, mayAppoint } from './rules.ts';
import { answerClaimForm } from './views/claim.ts';
import { moderatorsView } from './views/moderators.ts';
import { words } from './words.ts';

function idOf(visit: Visit): string {
  const id = parseShortId(visit.params.ref ?? '');
  if (!id) throw refuseKernel('not-found', { status: 404 });
  return id;
}

async function appeal(visit: Visit): Promise<Reply> {
  const decisionId = idOf(visit);
  const reason = (await visit.form()).get('reason') ?? '';
  return visit.attempt(
    appealDecision,
    { decisionId, reason },
    {
      done: () => `${decisionPath(decisionId)}?done=sent#appeals`,
      again: (problem) => decisionPage(visit, reason, problem),
    },
  );
}

/** For the sender of the words alone. */
async function claimPage(visit: Visit, typed: { consent: string; reason: string }, problem?: Problem): Promise<Reply> {
  const found = await visit.read((db) => caseById(db, idOf(visit)));
  const facts = { authorId: found?.author_id ?? null, authorPersonId: found?.author_person_id ?? null };
  if (!found?.claim || !isAuthor(visit.signedIn, facts)) throw refuseKernel('not-found', { status: 404 });
  const w = words(visit.lang).claim;
  return page(visit, {
    title: w.answerTitle,
    layout: 'reading',
    indexed: false,
    problem,
    fieldNames: { consent: w.consent, reason: w.consentReason },
    islands: ['char-counter'],
    main: answerClaimForm({ lang: visit.lang, found, typed, problem }),
  });
}

async function answer(visit: Visit): Promise<Reply> {
  const caseId = idOf(visit);
  const form = await visit.form();
  const typed = { consent: form.get('consent') ?? '', reason: form.get('reason') ?? '' };
  return visit.attempt(
    answerClaim,
    { caseId, ...typed },
    { done: () => `${claimPath(caseId)}?done=sent`, again: (problem) => claimPage(visit, typed, problem) },
  );
}

async function moderatorsPage(visit: Visit, typed = '', problem?: Problem): Promise<Reply> {
  const { hub, reader } = visit;
  const appoints = mayAppoint(hub, reader) === null;
  const [moderators, candidates, isModerator] = await visit.read((db) =>
    Promise.all([listedModerators(db), appoints ? appointable(db, hub, visit.now) : null, moderates(db, hub, reader)]),
  );
  const w = deskWords(visit.lang).moderators;
  return page(visit, {
    title: w.title,
    description: w.lead,
    problem,
    fieldNames: { personId: w.person },
    breadcrumb: [{ text: words(visit.lang).guide.title, href: '/moderation/rules' }, { text: w.title }],
    main: moderatorsView({ lang: visit.lang, moderators, candidates, isModerator, typed, problem }),
  });
}

async function appoint(visit: Visit): Promise<Reply> {
  const personId = (await visit.form()).get('personId') ?? '';
  return visit.attempt(
    appointModerator,
    { personId },
    {
      done: () => '/moderation/moderators?done=recorded',
      again: (problem) => moderatorsPage(visit, personId, problem),
    },
  );
}

async function end(visit: Visit): Promise<Reply> {
  const id = (await visit.form()).get('id') ?? '';
  return visit.attempt(
    endModerator,
    { id },
    { done: () => '/moderation/moderators?done=recorded', again: (problem) => moderatorsPage(visit, '', problem) },
  );
}

export const concernedRoutes: readonly Route[] = [
  post('/moderation/decisions/:ref/appeals', 'person', ['X4'], appeal),
  get('/moderation/claims/:ref', 'person', ['X4'], (visit) => claimPage(visit, { consent: '', reason: '' })),
  post('/moderation/claims/:ref', 'person', ['X4'], answer),
  get('/moderation/moderators', 'public', ['X4'], (visit) => moderatorsPage(visit)),
  post('/moderation/moderators', 'person', ['X4'], appoint),
  post('/moderation/former-moderators', 'person', ['X4'], end),
];
