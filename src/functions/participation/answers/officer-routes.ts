/** F9.7 What a division's officers do: see what waits, answer it. */
import { page, rulesOf } from '#commons/hubs/index.ts';
import { tokyoDate } from '#kernel/dates.ts';
import { get, post, type Route } from '#kernel/module.ts';
import { refuse as refuseKernel } from '#kernel/refusal.ts';
import type { Reply } from '#kernel/web/reply.ts';
import type { Problem, Visit } from '#kernel/web/visit.ts';
import { policyChoices } from '../policies/index.ts';
import { actingDivision } from '../reflection/index.ts';
import { answerHref, deskHref } from './addresses.ts';
import { refuse } from './answer.ts';
import { answerItem } from './answer-item.ts';
import { draftOf } from './desk-queries.ts';
import { deskRoutes, point, proposal } from './desk-routes.ts';
import type { Subject } from './queries.ts';
import { mayAnswer } from './rules.ts';
import { saveDraft } from './save-draft.ts';
import { type AnswerSubject, subjectOf } from './subject.ts';
import { answerForm, type TypedAnswer, typedFrom } from './views/form.ts';
import { notADivision, SHARES, whichOf, workList } from './views/work.ts';
import { askedAmong, askedCount, keyIn, waitingCounts, waitingPage } from './waiting.ts';
import { words } from './words.ts';

const A_PAGE = 50;

async function work(visit: Visit): Promise<Reply> {
  const { lang, now } = visit;
  const { title } = words(lang).work;
  const division = actingDivision(visit.signedIn);
  if (!division) return page(visit, { title, place: 'answers', main: notADivision(lang) });
  const share = SHARES.find((one) => one === visit.query('of')) ?? 'mine';
  const after = visit.query('after');
  const shown = await visit.read(async (db) => {
    const [waiting, counts, asked] = await Promise.all([
      waitingPage(db, { which: whichOf(share, division.id), after, limit: A_PAGE }, now),
      waitingCounts(db, division.id, now),
      askedCount(db, division.id),
    ]);
    const ids = waiting.items.map(({ id }) => id);
    return { ...waiting, counts, asked, askedAmong: await askedAmong(db, division.id, ids) };
  });
  const main = workList({ lang, division, share, isFurther: keyIn(after) !== null, ...shown });
  return page(visit, { title, place: 'answers', main });
}

async function answerPage(visit: Visit, of: Subject, typed?: TypedAnswer, problem?: Problem): Promise<Reply> {
  const id = 'proposalId' in of ? of.proposalId : of.pointId;
  const own = actingDivision(visit.signedIn)?.id ?? null;
  const [subject, policies, draft] = await visit.read((db) =>
    Promise.all([subjectOf(db, of), policyChoices(db), own ? draftOf(db, id, own) : null]),
  );
  if (!subject) throw refuseKernel('not-found', { status: 404 });
  const { lang } = visit;
  const rules = rulesOf(visit.hub, subject.round.rules_version);
  const today = tokyoDate(visit.now);
  const { kind, reason, decidedOn, policy, nextOn, passedTo, passedOn, onBudget, changeReason } = words(lang).form;
  return page(visit, {
    title: words(lang).form.title,
    place: 'answers',
    layout: 'reading',
    problem,
    fieldNames: { kind, reason, decidedOn, policyId: policy, nextOn, passedTo, passedOn, onBudget, changeReason },
    islands: ['char-counter'],
    main: answerForm({
      lang,
      subject,
      typed: typed ?? draft?.fields ?? typedFrom(subject, today),
      draftVersion: Number(typed?.draftVersion ?? draft?.version ?? 0),
      policies,
      divisionName: visit.signedIn.acting.name,
      today,
      limit: rules.limits.answer,
      approvalAsked: rules.answers.approval,
      reason: blocked(visit, subject),
      problem,
    }),
  });
}

function blocked(visit: Visit, subject: AnswerSubject): string | null {
  const reason = mayAnswer(visit.reader, subject);
  return reason && (visit.problem(refuse(reason)).items[0]?.message ?? null);
}

async function answer(visit: Visit, of: Subject): Promise<Reply> {
  const form = await visit.form();
  return visit.attempt(
    answerItem,
    { ...form.toObject(), ...of },
    {
      done: ({ id, title }) => `${encodeURI(answerHref({ id }, title))}?done=published`,
      again: (problem) => answerPage(visit, of, typedIn(form), problem),
    },
  );
}

async function draft(visit: Visit, of: Subject): Promise<Reply> {
  const form = await visit.form();
  return visit.attempt(
    saveDraft,
    { ...form.toObject(), ...of },
    {
      done: (item) => `${deskHref(item)}?done=saved#draft`,
      again: (problem) => answerPage(visit, of, typedIn(form), problem),
    },
  );
}

export function typedIn(form: { entries(): IterableIterator<[string, string[]]> }): TypedAnswer {
  return Object.fromEntries([...form.entries()].map(([name, values]) => [name, values[0]]));
}

export const officerRoutes: readonly Route[] = [
  get('/divisions/answers', 'person', ['F9.7'], work),
  get('/proposals/:ref/answers/new', 'person', ['F9.7'], (visit) => answerPage(visit, proposal(visit))),
  get('/points/:ref/answers/new', 'person', ['F9.7'], (visit) => answerPage(visit, point(visit))),
  post('/proposals/:ref/answers', 'person', ['F9.7'], (visit) => answer(visit, proposal(visit))),
  post('/points/:ref/answers', 'person', ['F9.7'], (visit) => answer(visit, point(visit))),
  post('/proposals/:ref/answer-drafts', 'person', ['F9.7'], (visit) => draft(visit, proposal(visit))),
  post('/points/:ref/answer-drafts', 'person', ['F9.7'], (visit) => draft(visit, point(visit))),
  ...deskRoutes,
];
