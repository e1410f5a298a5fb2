/** F9.9 What whoever invites by lot does: announces, fixes the list, draws, writes down replies. */
import { page } from '#commons/hubs/index.ts';
import { get, post, type Route } from '#kernel/module.ts';
import { FormRefusal } from '#kernel/web/form-data.ts';
import type { Reply } from '#kernel/web/reply.ts';
import type { Problem, Visit } from '#kernel/web/visit.ts';
import type { Html } from '#ui/html.ts';
import { panelPath } from './addresses.ts';
import { announcePanel } from './announce-panel.ts';
import { drawPanel } from './draw-panel.ts';
import { fixList } from './fix-list.ts';
import { crumbs, demand, panelIn, sentenceOf } from './page-parts.ts';
import { invitedOf, type Panel } from './queries.ts';
import { recordReply } from './record-reply.ts';
import { mayAnnounce, mayDraw, mayFixList, mayLead } from './rules.ts';
import {
  announceForm,
  drawPanelPage,
  fieldNames,
  invitationsPage,
  lettersPage,
  listForm,
  TYPED,
  type Typed,
} from './views/office.ts';
import { words } from './words.ts';

const LARGEST = 2_000_000;

function officePage(visit: Visit, panel: Panel | null, title: string, main: Html, problem?: Problem): Reply {
  return page(visit, {
    title,
    main,
    layout: 'reading',
    indexed: false,
    breadcrumb: crumbs(visit, panel, title),
    islands: ['char-counter'],
    problem,
    fieldNames: fieldNames(visit.lang),
  });
}

async function typedIn(visit: Visit): Promise<Typed> {
  const form = await visit.form();
  return Object.fromEntries(TYPED.map((name) => [name, form.get(name) ?? ''])) as Typed;
}

function done(panel: { id: string; title: string }, code: string): string {
  return `${encodeURI(panelPath(panel))}?done=${code}`;
}

function announcePage(visit: Visit, typed: Typed, problem?: Problem): Reply {
  const { lang, signedIn } = visit;
  const no = sentenceOf(visit, mayAnnounce(signedIn));
  const main = announceForm({ lang, typed, problem, actingName: signedIn.acting.name, no });
  return officePage(visit, null, words(lang).form.title, main, problem);
}

async function announcement(visit: Visit): Promise<Reply> {
  const empty = Object.fromEntries(TYPED.map((name) => [name, ''])) as Typed;
  return announcePage(visit, { ...empty, source: 'event' });
}

async function announce(visit: Visit): Promise<Reply> {
  const typed = await typedIn(visit);
  return visit.attempt(announcePanel, typed, {
    done: (panel) => done(panel, 'published'),
    again: async (problem) => announcePage(visit, typed, problem),
  });
}

function listPage(visit: Visit, panel: Panel, problem?: Problem): Reply {
  const { lang } = visit;
  return officePage(visit, panel, words(lang).fix.title, listForm({ lang, panel, problem }), problem);
}

async function listOf(visit: Visit): Promise<Reply> {
  const panel = await panelIn(visit);
  demand(mayFixList(visit.signedIn, panel, visit.now));
  return listPage(visit, panel);
}

async function fix(visit: Visit): Promise<Reply> {
  const panel = await panelIn(visit);
  demand(mayFixList(visit.signedIn, panel, visit.now));
  const form = await visit.formWith<string>({
    limits: { files: 1, fileBytes: LARGEST, totalBytes: LARGEST + 100_000 },
    onFile: async ({ field, stream }) => {
      if (field !== 'csv') throw new FormRefusal('unexpected-file', field);
      const pieces: Buffer[] = [];
      for await (const piece of stream) pieces.push(piece as Buffer);
      return new TextDecoder().decode(Buffer.concat(pieces));
    },
  });
  return visit.attempt(
    fixList,
    { id: panel.id, csv: form.files('csv')[0] ?? '' },
    { done: (fixed) => done(fixed, 'published'), again: async (problem) => listPage(visit, panel, problem) },
  );
}

function drawPage(visit: Visit, panel: Panel, typed: { chance: string; evidence: string }, problem?: Problem): Reply {
  const { lang } = visit;
  return officePage(visit, panel, words(lang).draw.title, drawPanelPage({ lang, panel, typed, problem }), problem);
}

async function drawing(visit: Visit): Promise<Reply> {
  const panel = await panelIn(visit);
  demand(mayDraw(visit.signedIn, panel, visit.now));
  return drawPage(visit, panel, { chance: '', evidence: '' });
}

async function draw(visit: Visit): Promise<Reply> {
  const panel = await panelIn(visit);
  const form = await visit.form();
  const typed = { chance: form.get('chance') ?? '', evidence: form.get('evidence') ?? '' };
  return visit.attempt(
    drawPanel,
    { id: panel.id, ...typed },
    { done: (drawn) => done(drawn, 'published'), again: async (problem) => drawPage(visit, panel, typed, problem) },
  );
}

async function invitations(visit: Visit, typed = { number: '', reply: '' }, problem?: Problem): Promise<Reply> {
  const panel = await panelIn(visit);
  demand(mayLead(visit.signedIn, panel));
  if (!panel.drawn_at) demand('not-drawn');
  const invited = await visit.read((db) => invitedOf(db, panel.id));
  const { lang } = visit;
  const main = invitationsPage({ lang, panel, invited, typed, problem });
  return officePage(visit, panel, words(lang).invitations.title, main, problem);
}

async function reply(visit: Visit): Promise<Reply> {
  const panel = await panelIn(visit);
  const form = await visit.form();
  const typed = { number: form.get('number') ?? '', reply: form.get('reply') ?? '' };
  return visit.attempt(
    recordReply,
    { id: panel.id, ...typed },
    {
      done: (told) => `${encodeURI(panelPath(told))}/invitations?done=recorded`,
      again: (problem) => invitations(visit, typed, problem),
    },
  );
}

async function letters(visit: Visit): Promise<Reply> {
  const panel = await panelIn(visit);
  demand(mayLead(visit.signedIn, panel));
  if (!panel.drawn_at) demand('not-drawn');
  const invited = await visit.read((db) => invitedOf(db, panel.id));
  const { lang, hub } = visit;
  return officePage(visit, panel, words(lang).letter.title, lettersPage({ lang, panel, invited, origin: hub.origin }));
}

export const officeRoutes: readonly Route[] = [
  get('/panels/new', 'person', ['F9.9'], announcement),
  post('/panels', 'person', ['F9.9'], announce),
  get('/panels/:ref/list', 'person', ['F9.9'], listOf),
  post('/panels/:ref/list', 'person', ['F9.9'], fix, { streams: true }),
  get('/panels/:ref/draw', 'person', ['F9.9'], drawing),
  post('/panels/:ref/draw', 'person', ['F9.9'], draw),
  get('/panels/:ref/invitations', 'person', ['F9.9'], (visit) => invitations(visit)),
  post('/panels/:ref/replies', 'person', ['F9.9'], reply),
  get('/panels/:ref/letters', 'person', ['F9.9'], letters),
];
