import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { markupMistakes } from '#commons/accounts/site-for-tests.ts';
import { performer } from '#kernel/action.ts';
import type { Hub, Reader } from '#kernel/context.ts';
import { writeEvent } from '#kernel/event.ts';
import { randomId, uuidv7 } from '#kernel/ids.ts';
import type { JobContext } from '#kernel/jobs.ts';
import { createLog } from '#kernel/log.ts';
import { notifyPayloads } from '#kernel/page-cache-listener.ts';
import { FormRefusal } from '#kernel/web/form-data.ts';
import { Routes } from '#kernel/web/router.ts';
import { Visit } from '#kernel/web/visit.ts';
import { writeReply } from '#kernel/web/writing.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { eventParts, refusalOf } from '../../parts.ts';
import { type Conversation, commentsCsv, participantsCsv, votesCsv } from './conversation-for-tests.ts';
import { giveUpImports } from './give-up.ts';
import { rowsThere } from './import-for-tests.ts';
import { discussionImport } from './module.ts';

let town: TestTown;
let hub: Hub;
let desk: Reader;
let stranger: Reader;
let reader: Reader;
let server: Server;
let base: string;
let answered: Promise<unknown>;

beforeAll(async () => {
  town = await openTestTown();
  desk = await town.person('事務局の小川さん');
  stranger = await town.person('通りがかりの山田さん');
  const office = await town.organisation('body', '協働センター', [[desk, 'editor']]);
  hub = { ...town.hub, secretariatId: office.id };
  server = createServer((request, response) => {
    answered = answer(request).then((reply) => writeReply(request, response, reply, { requestId: '', secure: false }));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.close();
  await town.close();
});
beforeEach(() => {
  reader = desk;
});

const routes = new Routes(discussionImport.routes);
const SENTENCES: Record<string, unknown> = discussionImport.refusals!('ja');

async function answer(request: IncomingMessage) {
  const url = new URL(request.url!, base);
  const { route, params } = routes.match(request.method!, url.pathname)!;
  const visit = new Visit({
    hub,
    lang: 'ja',
    reader,
    request,
    url,
    params,
    cookies: new Map(),
    now: town.now(),
    requestId: '',
    peer: '',
    hubwise: town.hubwise,
    perform: performer({ ...eventParts, hubwise: town.hubwise, evict: () => {}, notifyPayloads, refusalOf }),
    assets: { css: '/a.css', icon: '/a.svg', island: (name) => `/${name}.js` },
    sentence: (_lang, _module, { code }) => String(SENTENCES[code] ?? code),
  });
  try {
    return await route.handle(visit);
  } catch (error) {
    const { status = 500 } = error as { status?: number };
    const body = error instanceof FormRefusal ? error.code : (error as Error).message;
    return { status, headers: {}, body };
  }
}

async function open(path: string, init: RequestInit = {}) {
  const response = await fetch(base + path, { redirect: 'manual', ...init });
  const body = await response.text();
  await answered;
  if (body.startsWith('<!')) expect(await markupMistakes(body)).toEqual([]);
  return { status: response.status, body, headers: response.headers };
}

let serial = 0;
function talk(): Conversation {
  serial += 1;
  const time = Date.UTC(2019, 8, 1);
  return {
    comments: [
      { id: 0, author: 1, time, moderated: 1, body: `意見 ${serial}` },
      { id: 1, author: 2, time, moderated: -1, body: '見えない' },
    ],
    votes: [{ comment: 0, voter: 2, time, vote: 1 }],
  };
}

interface Sent {
  title?: string;
  source?: string;
  files?: Record<string, string>;
}

/** Opens the form and sends it. */
async function send({ title = '川の話', source = '', files }: Sent = {}, action?: string) {
  const one = talk();
  const form = new FormData();
  form.set('title', title);
  form.set('source', source);
  form.set('licence', '');
  for (const [name, text] of Object.entries(files ?? { comments: commentsCsv(one), votes: votesCsv(one) })) {
    form.set(name, new File([text], `${name}.csv`, { type: 'text/csv' }));
  }
  const to = action ?? /action="(\/debates\/imports\/[^"]+)"/.exec((await open('/debates/imports/new')).body)![1]!;
  return { to, ...(await open(to, { method: 'POST', body: form })) };
}

function job(more: Partial<JobContext> = {}): JobContext {
  const now = town.now();
  return {
    hub,
    hubwise: town.hubwise,
    now,
    log: createLog({ level: 'error', format: 'json', sink: { write: () => {}, flush: () => {} } as never }),
    newId: () => uuidv7(now),
    randomId,
    by: null,
    record: (db, event) => writeEvent(eventParts, db, { hubId: hub.id, now, actorId: null, personId: null }, event),
    invalidate: async () => {},
    ...more,
  };
}

/** What the worker does with the upload at this address. */
function work(to: string): Promise<void> {
  return discussionImport.jobs!['debates.import']!(job(), { id: to.split('/').at(-1)! });
}

function chunks(): Promise<{ n: number }[]> {
  return town.rows<{ n: number }>('select count(*)::int as n from import_chunks');
}

describe('F9.2 sending a conversation', () => {
  test('is the desk’s work; to others there is no such page', async () => {
    for (const [who, status] of [
      [stranger, 404],
      [desk, 200],
    ] as const) {
      reader = who;
      expect((await open('/debates/imports/new')).status).toBe(status);
    }
    reader = stranger;
    expect((await send({}, `/debates/imports/${randomId()}`)).status).toBe(404);
    expect((await open(`/debates/imports/${randomId()}`)).status).toBe(404);
    expect(await chunks()).toEqual([{ n: 0 }]);
  });

  test('the files wait for the worker, which brings them in; then they are gone', async () => {
    const { to, status, headers } = await send({ source: 'https://pol.is/3x' });
    expect([status, headers.get('location')]).toEqual([303, to]);
    const waiting = await open(to);
    expect(waiting.body).toContain('順番を待っています');
    expect(waiting.headers.get('refresh')).toBe('3');
    expect(await chunks()).toEqual([{ n: 2 }]);
    const id = to.split('/').at(-1);
    const [queued] = await town.rows<{ task: string; key: string; payload: unknown }>(
      `select j.task_identifier as task, j.key, p.payload from graphile_worker.jobs j
       join graphile_worker._private_jobs p on p.id = j.id`,
    );
    const by = { actorId: desk.acting.id, personId: desk.person.id };
    expect(queued).toEqual({ task: 'debates.import', key: `import:${id}`, payload: { id, hub: hub.id, by } });
    await work(to);
    const done = await open(to);
    expect(done.headers.get('refresh')).toBeNull();
    expect(done.body).toMatch(/取り込みました[\s\S]*href="\/debates\/[^"]+川の話"/);
    expect(await chunks()).toEqual([{ n: 0 }]);
    const [debate] = await town.rows<Record<string, unknown>>(
      "select opinion_count, vote_count, source from debates where title = '川の話'",
    );
    expect(debate).toMatchObject({ opinion_count: 2, vote_count: 1, source: expect.stringContaining('CC BY 4.0') });
  });

  test('done twice by the worker, it is there once', async () => {
    const { to } = await send();
    await work(to);
    const before = await rowsThere(town);
    await work(to);
    expect(await rowsThere(town)).toEqual(before);
  });

  test('the same form sent twice is one import', async () => {
    const { to } = await send();
    const again = await send({ title: 'ちがう題名' }, to);
    expect([again.status, again.headers.get('location')]).toEqual([303, to]);
    expect((await open(to)).body).toContain('川の話');
    await work(to);
  });

  test('a line a person does as well', async () => {
    const one = talk();
    const { to } = await send({ files: { comments: commentsCsv(one), 'participants-votes': participantsCsv(one) } });
    await work(to);
    expect((await open(to)).body).toContain('取り込みました');
  });

  test('bad lines are shown by file and line, and nothing is kept but that', async () => {
    const one = talk();
    const before = await rowsThere(town);
    const { to } = await send({ files: { comments: commentsCsv(one), votes: `${votesCsv(one)}1,x,0,1,1\n` } });
    await work(to);
    const { body, headers } = await open(to);
    expect(body).toContain('取り込めませんでした');
    expect(body).toMatch(
      /votes\.csv のまちがい[\s\S]*<th scope="row" class="number">3<\/th>[\s\S]*timestamp「1」を読めません/,
    );
    expect(headers.get('refresh')).toBeNull();
    expect(await chunks()).toEqual([{ n: 0 }]);
    expect({ ...(await rowsThere(town)), events: 0 }).toEqual({ ...before, events: 0 });
  });

  test('what was imported before is shown where it is', async () => {
    const one = talk();
    const files = { comments: commentsCsv(one), votes: votesCsv(one) };
    const first = await send({ title: 'はじめの題名', files });
    await work(first.to);
    const second = await send({ title: 'つぎの題名', files });
    await work(second.to);
    expect((await open(second.to)).body).toMatch(/もう取り込んであります[\s\S]*href="\/debates\/[^"]+はじめの題名"/);
  });

  test.each<[string, Sent, string]>([
    ['no title', { title: ' ' }, 'required'],
    ['a wrong address', { source: 'pol.is/3x' }, 'https:// から書いてください'],
    ['no opinions', { files: { votes: 'x' } }, 'comments.csv を選んでください'],
    ['no votes', { files: { comments: 'x' } }, 'votes.csv か participants-votes.csv を選んでください'],
  ])('%s: the form again with what was typed, and no file is kept', async (_, sent, sentence) => {
    const { status, body } = await send({ title: '山の話', ...sent });
    expect(status).toBe(422);
    expect(body).toContain(sentence);
    if (sent.title === undefined) expect(body).toContain('value="山の話"');
    expect(await chunks()).toEqual([{ n: 0 }]);
  });

  test('a file nobody asked for is refused, and what came before it is not kept', async () => {
    const { status, body } = await send({ files: { comments: 'x', other: 'y' } });
    expect([status, body]).toEqual([400, 'unexpected-file']);
    expect(await chunks()).toEqual([{ n: 0 }]);
  });

  test('a fault that is not the files’ leaves them for another try', async () => {
    const { to } = await send();
    const failing = job({ record: () => Promise.reject(new Error('away')) });
    const id = to.split('/').at(-1)!;
    await expect(discussionImport.jobs!['debates.import']!(failing, { id })).rejects.toThrow('away');
    expect((await open(to)).body).toContain('取り込んでいます');
    await work(to);
    expect((await open(to)).body).toContain('取り込みました');
  });
});

describe('F9.2 what never ended', () => {
  test('is given up after a day, half an upload after two hours; nothing stays behind', async () => {
    const { to } = await send();
    const half = randomId();
    await town.hubwise.write(hub.id, async (db) => {
      const row = { hub_id: hub.id, id: half, person_id: desk.person.id, begun_at: town.now() };
      await db.insertInto('imports').values(row).execute();
      const chunk = { hub_id: hub.id, import_id: half, file: 'votes.csv', n: 0, bytes: Buffer.from('x') };
      await db.insertInto('import_chunks').values(chunk).execute();
    });
    const later = (hours: number) => job({ now: new Date(town.now().getTime() + hours * 3_600_000) });
    await giveUpImports(later(1));
    expect(await chunks()).toEqual([{ n: 3 }]);
    await giveUpImports(later(3));
    expect(await chunks()).toEqual([{ n: 2 }]);
    expect((await open(`/debates/imports/${half}`)).status).toBe(404);
    await giveUpImports(later(25));
    expect(await chunks()).toEqual([{ n: 0 }]);
    expect((await open(to)).body).toContain('時間内に終わりませんでした');
    await work(to);
    expect((await open(to)).body).toContain('時間内に終わりませんでした');
  });
});
