/** F9.7 Asking on, replying, and explaining in person. */
import { atomReply } from '#channels/feeds/atom.ts';
import { csvReply, jsonReply } from '#channels/open-data/csv.ts';
import { page, rulesOf } from '#commons/hubs/index.ts';
import { endOfTokyoDay, tokyoDate } from '#kernel/dates.ts';
import { isUuid, parseShortId, shortId } from '#kernel/ids.ts';
import { colon, htmlLang, labelled } from '#kernel/lang.ts';
import { get, post, type Route } from '#kernel/module.ts';
import { refuse as refuseKernel } from '#kernel/refusal.ts';
import type { Reply } from '#kernel/web/reply.ts';
import type { Problem, Visit } from '#kernel/web/visit.ts';
import { pageHead } from '#ui/heading.ts';
import { html } from '#ui/html.ts';
import { link } from '#ui/prose.ts';
import { answerHref, followUpHref } from './addresses.ts';
import { answerFollowUp, withdrawFollowUp } from './answer-follow-up.ts';
import { askFollowUp } from './ask-follow-up.ts';
import { askingWords } from './asking-words.ts';
import { idOf } from './desk-routes.ts';
import { FOLLOW_UP_STATES, type FollowUpState } from './follow-up-clock.ts';
import { type FollowUpFilter, followUpById, newestFollowUps, type ShownFollowUp } from './follow-up-queries.ts';
import { typedIn } from './officer-routes.ts';
import { offices } from './offices.ts';
import { answerVersions, type ShownAnswer } from './queries.ts';
import { mayAnswerFollowUp } from './rules.ts';
import { cancelBriefing, scheduleBriefing } from './schedule-briefing.ts';
import { askForm, briefingForm, replyForm, withdrawForm } from './views/asking.ts';
import { followUpList, followUpPart, followUpQuery } from './views/follow-ups.ts';

type Typed = Readonly<Record<string, string | undefined>>;

function filterOf(visit: Visit, limit: number): FollowUpFilter {
  const state = visit.query('state');
  const uuid = (name: string) => (isUuid(visit.query(name)) ? visit.query(name) : '');
  return {
    state: (FOLLOW_UP_STATES as readonly string[]).includes(state) ? (state as FollowUpState) : '',
    divisionId: uuid('division'),
    before: uuid('before') || null,
    limit,
  };
}

async function listPage(visit: Visit): Promise<Reply> {
  const { lang, now } = visit;
  const filter = filterOf(visit, 20);
  const [listed, divisions] = await visit.read((db) => Promise.all([newestFollowUps(db, filter), offices(db)]));
  visit.tag('follow-ups');
  visit.expiresAt(endOfTokyoDay(tokyoDate(now)));
  const w = askingWords(lang);
  return page(visit, {
    title: w.list,
    description: w.lead,
    place: 'answers',
    main: followUpList({ lang, now, filter, ...listed, divisions }),
    dataLinks: [
      { href: `/follow-ups.csv${followUpQuery(filter)}`, text: 'CSV', type: 'text/csv' },
      { href: `/follow-ups.json${followUpQuery(filter)}`, text: 'JSON', type: 'application/json' },
      { href: `/follow-ups.atom${followUpQuery(filter)}`, text: 'Atom', type: 'application/atom+xml' },
    ],
  });
}

async function* exported(visit: Visit): AsyncGenerator<ShownFollowUp[]> {
  let before = filterOf(visit, 500).before;
  for (;;) {
    const listed = await visit.read((db) => newestFollowUps(db, { ...filterOf(visit, 500), before }));
    yield listed.questions;
    if (!listed.more) return;
    before = listed.questions.at(-1)?.id ?? null;
  }
}

async function csv(visit: Visit): Promise<Reply> {
  async function* rows() {
    for await (const batch of exported(visit))
      yield batch.map((one) => [
        shortId(one.id),
        one.number,
        one.title,
        one.subject,
        one.body,
        one.body === null ? '' : one.actor_name,
        tokyoDate(one.asked_at),
        one.division_name,
        one.due_on,
        one.answered_at && tokyoDate(one.answered_at),
        one.answers[0]?.body,
        visit.hub.origin + followUpHref(one.id),
      ]);
  }
  return csvReply('follow-ups.csv', askingWords(visit.lang).columns, rows());
}

async function json(visit: Visit): Promise<Reply> {
  async function* items() {
    for await (const batch of exported(visit))
      yield batch.map(({ person_id: _, rules_version: __, actor_id: ___, actor_name, ...one }) => ({
        ...one,
        actor_name: one.body === null ? null : actor_name,
        url: visit.hub.origin + followUpHref(one.id),
      }));
  }
  return jsonReply({ kind: 'follow-ups' }, items());
}

/** Each question once, at the moment of its last word: when it was asked, or when the city replied. */
async function feed(visit: Visit): Promise<Reply> {
  const { hub, lang, url, now } = visit;
  const filter = filterOf(visit, 30);
  const { questions } = await visit.read((db) => newestFollowUps(db, { ...filter, before: null }));
  const w = askingWords(lang);
  const said = questions.filter((one) => one.body !== null);
  const moments = said.map((one) => (one.answered_at ?? one.asked_at).getTime());
  return atomReply({
    href: `${hub.origin}/follow-ups${followUpQuery(filter)}`,
    self: hub.origin + url.pathname + url.search,
    title: `${w.list} ${hub.name[lang]}`,
    lang: htmlLang(lang),
    updated: said.length === 0 ? now : new Date(Math.max(...moments)),
    entries: said.map((one) => ({
      href: hub.origin + followUpHref(one.id),
      title: w.of(one.number, one.title),
      author: one.actor_name,
      at: one.answered_at ?? one.asked_at,
      summary: [one.body, one.answers[0] && labelled(one.division_name, one.answers[0].body, lang)].join('\n').trim(),
    })),
  });
}

async function show(visit: Visit, typed: Typed = {}, problem?: Problem): Promise<Reply> {
  const { lang, now } = visit;
  const id = idOf(visit);
  const question = await visit.read((db) => followUpById(db, id));
  if (!question) throw refuseKernel('not-found', { status: 404 });
  visit.tag('follow-ups', `proposal:${question.debate_id}`);
  visit.expiresAt(endOfTokyoDay(tokyoDate(now)));
  const w = askingWords(lang);
  const title = w.of(question.number, question.title);
  const at = answerHref({ id: question.answer_id }, question.title);
  const acts = (may: { reply: boolean; withdraw: boolean }) =>
    html`${may.withdraw && withdrawForm(question, lang)}${
      may.reply &&
      replyForm({ lang, typed, limit: rulesOf(visit.hub, question.rules_version).limits.answer, problem, question })
    }`;
  const reader = visit.reader;
  return page(visit, {
    title,
    place: 'answers',
    layout: 'reading',
    problem,
    fieldNames: { body: w.answerBody, changeReason: w.changeReason },
    islands: ['char-counter'],
    breadcrumb: [
      { text: w.list, href: '/follow-ups' },
      { text: question.title, href: at },
      { text: w.number(question.number) },
    ],
    main: html`${pageHead({ title, meta: html`${w.about}${colon(lang)}${link(at, question.title)}` })}${followUpPart(question, now, lang, { onOwnPage: true })}${acts(
      {
        reply: mayAnswerFollowUp(reader, question) === null,
        withdraw: reader?.person.id === question.person_id && !question.answered_at && !question.withdrawn_at,
      },
    )}`,
    proof: { kind: 'follow-up', id },
    responsible: question.division_name,
  });
}

async function presentAnswer(visit: Visit): Promise<ShownAnswer> {
  const id = idOf(visit);
  const [present] = await visit.read((db) => answerVersions(db, id));
  if (!present) throw refuseKernel('not-found', { status: 404 });
  return present;
}

async function asking(visit: Visit, typed: Typed = {}, problem?: Problem): Promise<Reply> {
  const answer = await presentAnswer(visit);
  const w = askingWords(visit.lang);
  return page(visit, {
    title: w.ask,
    place: 'answers',
    layout: 'reading',
    problem,
    fieldNames: { body: w.body },
    islands: ['char-counter'],
    main: askForm({
      lang: visit.lang,
      typed,
      limit: rulesOf(visit.hub, answer.rules_version).limits.reply,
      problem,
      answer,
      as: visit.signedIn.acting.name,
    }),
  });
}

async function ask(visit: Visit): Promise<Reply> {
  const answer = await presentAnswer(visit);
  const form = await visit.form();
  return visit.attempt(
    askFollowUp,
    { ...form.toObject(), answerId: answer.id },
    {
      done: ({ number }) => `${encodeURI(answerHref(answer, answer.title))}?done=published#q-${number}`,
      again: (problem) => asking(visit, typedIn(form), problem),
    },
  );
}

async function reply(visit: Visit): Promise<Reply> {
  const followUpId = idOf(visit);
  const form = await visit.form();
  return visit.attempt(
    answerFollowUp,
    { ...form.toObject(), followUpId },
    {
      done: () => `${followUpHref(followUpId)}?done=published`,
      again: (problem) => show(visit, typedIn(form), problem),
    },
  );
}

async function withdraw(visit: Visit): Promise<Reply> {
  const followUpId = idOf(visit);
  await visit.form();
  return visit.attempt(
    withdrawFollowUp,
    { followUpId },
    { done: () => `${followUpHref(followUpId)}?done=withdrawn`, again: (problem) => show(visit, {}, problem) },
  );
}

async function planning(visit: Visit, typed: Typed = {}, problem?: Problem): Promise<Reply> {
  const answer = await presentAnswer(visit);
  const w = askingWords(visit.lang).briefing;
  return page(visit, {
    title: w.form,
    place: 'answers',
    layout: 'reading',
    problem,
    fieldNames: {
      heldOn: w.heldOn,
      starts: w.starts,
      ends: w.ends,
      place: w.place,
      note: w.note,
      reason: w.cancelReason,
    },
    main: briefingForm({
      lang: visit.lang,
      typed,
      limit: rulesOf(visit.hub, answer.rules_version).limits.detail,
      problem,
      answer,
      today: tokyoDate(visit.now),
    }),
  });
}

async function plan(visit: Visit): Promise<Reply> {
  const answer = await presentAnswer(visit);
  const form = await visit.form();
  return visit.attempt(
    scheduleBriefing,
    { ...form.toObject(), answerId: answer.id },
    {
      done: () => `${encodeURI(answerHref(answer, answer.title))}?done=published#briefings`,
      again: (problem) => planning(visit, typedIn(form), problem),
    },
  );
}

async function cancel(visit: Visit): Promise<Reply> {
  const answer = await presentAnswer(visit);
  const form = await visit.form();
  const briefingId = parseShortId(visit.params.briefing ?? '') ?? '';
  return visit.attempt(
    cancelBriefing,
    { reason: form.get('reason'), answerId: answer.id, briefingId },
    {
      done: () => `${encodeURI(answerHref(answer, answer.title))}?done=recorded#briefings`,
      again: (problem) => planning(visit, typedIn(form), problem),
    },
  );
}

export const askingRoutes: readonly Route[] = [
  get('/follow-ups', 'public', ['F9.7'], listPage, { cached: true, framed: true }),
  get('/follow-ups.csv', 'public', ['F9.7'], csv),
  get('/follow-ups.json', 'public', ['F9.7'], json),
  get('/follow-ups.atom', 'public', ['F9.7'], feed),
  get('/follow-ups/:ref', 'public', ['F9.7'], (visit) => show(visit), { cached: true }),
  post('/follow-ups/:ref/answers', 'person', ['F9.7'], reply),
  post('/follow-ups/:ref/withdrawal', 'person', ['F9.7'], withdraw),
  get('/answers/:ref/follow-ups/new', 'person', ['F9.7'], (visit) => asking(visit)),
  post('/answers/:ref/follow-ups', 'person', ['F9.7'], ask),
  get('/answers/:ref/briefings/new', 'person', ['F9.7'], (visit) => planning(visit)),
  post('/answers/:ref/briefings', 'person', ['F9.7'], plan),
  post('/answers/:ref/briefings/:briefing/cancellation', 'person', ['F9.7'], cancel),
];
