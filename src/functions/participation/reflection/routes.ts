/** F9.8 Recording what became of an answer. Reading it is part of the answer's, the proposal's and the policy's pages. */
import { page, rulesOf } from '#commons/hubs/index.ts';
import { tokyoDate } from '#kernel/dates.ts';
import { parseRef } from '#kernel/ids.ts';
import { get, post, type Route } from '#kernel/module.ts';
import { refuse as refuseKernel } from '#kernel/refusal.ts';
import type { Reply } from '#kernel/web/reply.ts';
import type { Problem, Visit } from '#kernel/web/visit.ts';
import { html } from '#ui/html.ts';
import { link } from '#ui/prose.ts';
import { answerChip, answerHref, answersOf, type ShownAnswer } from '../answers/index.ts';
import { subjectOfAnswer } from './queries.ts';
import { recordStep } from './record-step.ts';
import { mayRecord } from './rules.ts';
import { refuse } from './step.ts';
import { stepForm, type TypedStep } from './views/form.ts';
import { words } from './words.ts';

/** The present answer to what the answer in the address answered. */
async function named(visit: Visit): Promise<ShownAnswer> {
  const id = parseRef(visit.params.ref ?? '');
  const answer = id
    ? await visit.read(async (db) => {
        const subject = await subjectOfAnswer(db, id);
        return subject && answersOf(db, subject);
      })
    : null;
  if (!answer) throw refuseKernel('not-found', { status: 404 });
  return answer;
}

function formPage(visit: Visit, answer: ShownAnswer, typed: TypedStep, problem?: Problem): Reply {
  const { lang } = visit;
  const at = answerHref(answer, answer.title);
  const no = mayRecord(visit.signedIn, answer);
  const { title } = words(lang).form;
  return page(visit, {
    title,
    place: 'answers',
    layout: 'reading',
    problem,
    fieldNames: {
      ...words(lang).form,
      amountYen: words(lang).form.amount,
      budgetYear: words(lang).form.budgetYear,
      correctsId: words(lang).form.corrects,
    },
    islands: ['char-counter'],
    breadcrumb: [{ text: answer.title, href: at }, { text: title }],
    main: stepForm({
      lang,
      at,
      subject: html`${answerChip(answer.kind, lang)} ${link(at, answer.body ?? answer.title)}`,
      steps: answer.steps,
      typed,
      today: tokyoDate(visit.now),
      limit: rulesOf(visit.hub, answer.rules_version).limits.detail,
      reason: no && (visit.problem(refuse(no)).items[0]?.message ?? null),
      problem,
    }),
  });
}

async function newStep(visit: Visit): Promise<Reply> {
  return formPage(visit, await named(visit), { happenedOn: tokyoDate(visit.now) });
}

async function record(visit: Visit): Promise<Reply> {
  const answer = await named(visit);
  const form = await visit.form();
  return visit.attempt(
    recordStep,
    { ...form.toObject(), answerId: answer.id },
    {
      done: () => `${encodeURI(answerHref(answer, answer.title))}?done=recorded`,
      again: (problem) =>
        formPage(
          visit,
          answer,
          Object.fromEntries([...form.entries()].map(([name, [value]]) => [name, value])),
          problem,
        ),
    },
  );
}

export const routes: readonly Route[] = [
  get('/answers/:ref/steps/new', 'person', ['F9.8'], newStep),
  post('/answers/:ref/steps', 'person', ['F9.8'], record),
];
