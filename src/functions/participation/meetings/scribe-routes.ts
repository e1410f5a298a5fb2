/** F9.2 The scribe's screen and what is sent from it: by forms without JavaScript, by its island with it. */

import { takes } from '#commons/discussion/index.ts';
import { kindWord, page, rulesOf } from '#commons/hubs/index.ts';
import { isUuid, shortId } from '#kernel/ids.ts';
import { colon } from '#kernel/lang.ts';
import { get, post, type Route } from '#kernel/module.ts';
import { json, type Reply } from '#kernel/web/reply.ts';
import type { Problem, Visit } from '#kernel/web/visit.ts';
import { meetingPath } from './addresses.ts';
import { correctSaying, countHands, takeBackSaying } from './change-saying.ts';
import { debatesOf, saidIn } from './hall-queries.ts';
import { hallWords } from './hall-words.ts';
import { appointed, crumbs, demand, meetingId, named } from './page-parts.ts';
import { namesLike, typedFor } from './people.ts';
import { mayScribe } from './rules.ts';
import { sayInHall } from './say-in-hall.ts';
import { scribePage, type TypedSaying } from './views/scribe.ts';
import type { RowTyped } from './views/scribe-row.ts';

const SHOWN = 30;

interface Again {
  typed?: TypedSaying;
  rowTyped?: RowTyped;
  problem?: Problem;
}

async function screen(visit: Visit, again: Again = {}): Promise<Reply> {
  const meeting = await named(visit);
  const { lang, now, signedIn, hub } = visit;
  const no = mayScribe(signedIn, meeting, appointed(visit, meeting), now);
  // What was typed is shown again even when the screen has closed meanwhile.
  if (!again.problem) demand(no);
  const [debates, said] = await visit.read((db) =>
    Promise.all([debatesOf(db, meeting), saidIn(db, meeting.id, null, SHOWN)]),
  );
  const shown = debates.map((debate) => ({ ...debate, open: takes(debate, 'question', now) === null }));
  const chosen = isUuid(visit.query('debate')) ? visit.query('debate') : (shown.find(({ open }) => open)?.id ?? '');
  const typed = again.typed ?? { debateId: chosen, kind: 'opinion', speaker: '', body: '' };
  const title = hallWords(lang).screen.title;
  return page(visit, {
    title: `${title}${colon(lang)}${meeting.title}`,
    indexed: false,
    breadcrumb: crumbs(visit, meeting, title),
    main: scribePage({
      lang,
      meeting,
      debates: shown,
      ...said,
      // One form for all its debates: those of a meeting began under the same rules.
      limits: rulesOf(hub, debates[0]?.rules_version).limits,
      typed,
      rowTyped: again.rowTyped ?? null,
      storeKey: `scribe ${shortId(meeting.id)} ${shortId(signedIn.person.id)}`,
      problem: again.problem,
    }),
    styles: ['scribe'],
    islands: ['scribe-screen', 'char-counter'],
    problem: again.problem,
  });
}

/** Back to the screen, with the proposal still chosen. */
async function back(visit: Visit, debateId = ''): Promise<string> {
  const at = encodeURI(meetingPath(await named(visit)));
  return `${at}/scribe?done=recorded${isUuid(debateId) ? `&debate=${debateId}` : ''}`;
}

async function say(visit: Visit): Promise<Reply> {
  const form = await visit.form();
  const text = (name: string) => form.get(name) ?? '';
  const typed = { debateId: text('debateId'), kind: text('kind'), speaker: text('speaker'), body: text('body') };
  // Without its script the form's own number is what tells this entry from others.
  const entry = text('entry') || text('once');
  const next = await back(visit, typed.debateId);
  return visit.attempt(
    sayInHall,
    { meetingId: meetingId(visit), entry, ...typed },
    {
      done: (entered) => (visit.wantsJson ? json({ ok: true, result: numbered(visit, entered, typed.kind) }) : next),
      again: (problem) => screen(visit, { typed, problem }),
    },
  );
}

function numbered(visit: Visit, entered: { id: string; number: number; entry: string }, kind: string) {
  const w = hallWords(visit.lang).screen.numbered;
  return { ...entered, numbered: kind === 'question' ? w.question(entered.number) : w.opinion(entered.number) };
}

async function fieldsOf(visit: Visit, names: readonly string[]): Promise<Record<string, string>> {
  const form = await visit.form();
  return Object.fromEntries(names.map((name) => [name, form.get(name) ?? '']));
}

async function count(visit: Visit): Promise<Reply> {
  const fields = await fieldsOf(visit, ['entry', 'agree', 'disagree', 'pass']);
  const next = await back(visit);
  return visit.attempt(
    countHands,
    { meetingId: meetingId(visit), ...fields },
    {
      done: () => next,
      again: (problem) => screen(visit, { rowTyped: { entry: fields.entry ?? '', what: 'hands', fields }, problem }),
    },
  );
}

async function correct(visit: Visit): Promise<Reply> {
  const fields = await fieldsOf(visit, ['entry', 'body', 'version']);
  const next = await back(visit);
  return visit.attempt(
    correctSaying,
    { meetingId: meetingId(visit), ...fields },
    {
      done: () => next,
      again: (problem) =>
        screen(visit, { rowTyped: { entry: fields.entry ?? '', what: 'correction', fields }, problem }),
    },
  );
}

async function remove(visit: Visit): Promise<Reply> {
  const fields = await fieldsOf(visit, ['entry', 'reason']);
  const next = await back(visit);
  return visit.attempt(
    takeBackSaying,
    { meetingId: meetingId(visit), ...fields },
    {
      done: () => next,
      again: (problem) => screen(visit, { rowTyped: { entry: fields.entry ?? '', what: 'removal', fields }, problem }),
    },
  );
}

/** Names as they are typed ahead; for scribes of this meeting only, so that nobody harvests them by it. */
async function speakers(visit: Visit): Promise<Reply> {
  const meeting = await named(visit);
  demand(mayScribe(visit.signedIn, meeting, appointed(visit, meeting), visit.now));
  const begun = visit.query('q').normalize('NFC').trim().slice(0, 80);
  const found = await visit.read((db) => namesLike(db, begun, 'all'));
  return json({
    names: typedFor(found).map(({ text, found: one }) => ({ text, note: kindWord(visit.lang, one.kind) })),
  });
}

export const scribeRoutes: readonly Route[] = [
  get('/meetings/:ref/scribe', 'person', ['F9.2'], (visit) => screen(visit)),
  get('/meetings/:ref/speakers.json', 'person', ['F9.2'], speakers),
  post('/meetings/:ref/sayings', 'person', ['F9.2'], say),
  post('/meetings/:ref/raised-hands', 'person', ['F9.2'], count),
  post('/meetings/:ref/corrections', 'person', ['F9.2'], correct),
  post('/meetings/:ref/removals', 'person', ['F9.2'], remove),
];
