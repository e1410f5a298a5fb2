import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDebate, vote } from '#commons/discussion/debate-for-tests.ts';
import { fileHref } from '#commons/files/index.ts';
import { pdf, workbench } from '#commons/files/samples-for-tests.ts';
import type { Actor, Reader } from '#kernel/context.ts';
import { randomId, shortId } from '#kernel/ids.ts';
import { LANGS } from '#kernel/lang.ts';
import { markupMistakes, openSite, type TestSite } from '#test/support/site.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { correctPaper, takeBackPaper } from './change-paper.ts';
import { enterPaper } from './enter-paper.ts';
import { listedPapers, paperById } from './queries.ts';

const bench = workbench();
let town: TestTown;
let site: TestSite;
let office: Actor;
let clerk: Reader;
let resident: Reader;
let debateId: string;

beforeAll(async () => {
  bench.open();
  town = await openTestTown();
  const person = await town.person('緒方 まさえ');
  office = await town.organisation('body', '市民活動センター', [[person, 'editor']]);
  town.hub.secretariatId = office.id;
  site = await openSite(town);
  clerk = town.as(person, office, 'editor');
  resident = await town.person('ふみ');
  town.today('2026-11-10');
  debateId = await openDebate(town, { title: '通院のバス' });
});
afterAll(async () => {
  expect(site.faults).toEqual([]);
  await site.close();
  await town.close();
  bench.clear();
});

const sheet = (more: object = {}) => ({
  debateId,
  entry: randomId(),
  kind: 'opinion',
  body: `バスを1本ふやしてほしい。${randomId()}`,
  receivedOn: '2026-11-09',
  ...more,
});
const enter = (more: object = {}, by = clerk) => town.perform(by, enterPaper, sheet(more));
const refused = (more: object = {}, by = clerk) => town.refusal(by, enterPaper, sheet(more));
const opinion = async (id: string) =>
  (
    await town.rows<{
      number: number;
      name: string;
      level: number;
      person_id: string;
      actor_id: string;
      paper_on: string;
    }>(
      `select o.number, a.name, a.level, o.person_id, o.actor_id, o.paper_on from opinions o join actors a on a.id = o.actor_id where o.id = $1`,
      [id],
    )
  )[0]!;

describe('X9 a paper that is entered', () => {
  test('is an opinion of whoever wrote it, never of the clerk or the office; without a name all share a voice', async () => {
    const [one, two] = [await enter(), await enter()];
    const [first, second] = [await opinion(one.id), await opinion(two.id)];
    expect(first).toMatchObject({ name: '紙で参加した人', level: 0, paper_on: '2026-11-09' });
    expect(second.number).toBe(first.number + 1);
    expect(second.actor_id).toBe(first.actor_id);
    for (const id of [first.person_id, first.actor_id]) expect([clerk.person.id, office.id]).not.toContain(id);
  });

  test('bears the name that may be public, each paper its own', async () => {
    const [one, two] = [await enter({ name: '団地のいわお' }), await enter({ name: '団地のいわお' })];
    expect((await opinion(one.id)).name).toBe('団地のいわお');
    expect((await opinion(one.id)).actor_id).not.toBe((await opinion(two.id)).actor_id);
  });

  test('says in the journal which office entered it, and not which person', async () => {
    const { id, number } = await enter();
    const [event] = await town.rows<{ actor_id: string; public: object }>(
      `select actor_id, public from events where verb = 'paper.entered' and object_id = $1`,
      [id],
    );
    expect(event!.actor_id).toBe(office.id);
    expect(event!.public).toMatchObject({ debateId, number, receivedOn: '2026-11-09', signed: false });
    expect(JSON.stringify(event!.public)).not.toContain(clerk.person.id);
  });

  test('sent twice, also at once, is one paper', async () => {
    const same = sheet();
    const first = await town.perform(clerk, enterPaper, same);
    expect(await town.perform(clerk, enterPaper, same)).toEqual(first);
    const other = sheet();
    const both = await Promise.allSettled([0, 1].map(() => town.perform(clerk, enterPaper, other)));
    expect(both.some(({ status }) => status === 'fulfilled')).toBe(true);
    expect(await town.rows('select 1 from opinions where body = $1', [other.body])).toHaveLength(1);
  });

  test('brings no vote: the tally of persons stays as it was', async () => {
    const { id } = await enter();
    expect(await town.rows('select 1 from votes where opinion_id = $1', [id])).toEqual([]);
  });
});

describe('X9 entering papers is refused', () => {
  test('to everybody who does not act for the secretariat', async () => {
    expect(await refused({}, resident)).toBe('not-secretariat');
    expect(await refused({}, { ...clerk, acting: clerk.person })).toBe('not-secretariat');
    const division = await town.organisation('division', '交通政策課', [[resident, 'editor']]);
    expect(await refused({}, town.as(resident, division, 'editor'))).toBe('not-secretariat');
    const path = `/debates/${shortId(debateId)}/paper-opinions/new`;
    for (const one of [path, '/paper-opinions']) {
      expect((await site.get(one)).status).toBe(303);
      expect((await site.get(one, resident)).status).toBe(404);
      const away = await site.get(one, { ...clerk, acting: clerk.person });
      expect(away.body).toContain(`href="/acting-as?back=${encodeURIComponent(one)}"`);
    }
  });

  test('with a day before the debate or after today, too long, or empty', async () => {
    expect(await refused({ receivedOn: '2026-11-11' })).toBe('receivedOn:in-the-future');
    expect(await refused({ receivedOn: '2026-10-01' })).toBe('receivedOn:before-debate');
    expect(await refused({ receivedOn: '2026-02-30' })).toBe('receivedOn:not-a-date');
    expect(await refused({ body: 'あ'.repeat(401), reason: 'い'.repeat(401) })).toBe('body:too-long reason:too-long');
    expect(await refused({ body: ' ' })).toBe('body:required');
    expect(await refused({ kind: 'answer' })).toBe('kind:not-a-choice');
  });

  test('in another hub, in a debate nobody knows, and when it is over', async () => {
    expect(await town.refusal(clerk, enterPaper, sheet(), { hub: town.neighbour })).toBe('not-secretariat');
    expect(await refused({ debateId: randomId() })).toBe('not-found');
    town.today('2027-03-01');
    expect(await refused({ receivedOn: '2026-11-20' })).toBe('closed');
    town.today('2026-11-10');
  });
});

describe('X9 what was copied', () => {
  test('is put right until somebody has chosen on it, and every version stays', async () => {
    const { id } = await enter({ body: '写しまちがい' });
    await town.perform(clerk, correctPaper, { id, body: '書かれたとおり' });
    expect((await town.read((db) => paperById(db, id)))!.body).toBe('書かれたとおり');
    expect(await town.rows('select version from opinion_versions where opinion_id = $1', [id])).not.toEqual([]);
    await vote(town, resident, id, 'agree');
    expect(await town.refusal(clerk, correctPaper, { id, body: 'あとから' })).toBe('voted-already');
    expect(await town.refusal(resident, correctPaper, { id, body: 'ほかの人' })).toBe('not-secretariat');
  });

  test('is taken back with its reason, once, and by nobody else', async () => {
    const { id } = await enter();
    expect(await town.refusal(resident, takeBackPaper, { id, reason: 'わたしのではない' })).toBe('not-secretariat');
    await town.perform(clerk, takeBackPaper, { id, reason: '書いた人の求めで' });
    expect(await town.refusal(clerk, takeBackPaper, { id, reason: 'もう一度' })).toBe('withdrawn');
    expect((await town.read((db) => paperById(db, id)))!.withdrawn_at).not.toBeNull();
    expect((await site.get(`/paper-opinions/${shortId(id)}/receipt.pdf`, clerk)).status).toBe(404);
  });

  test('an opinion that did not come on paper is nobody’s at the desk', async () => {
    const [own] = await town.rows<{ id: string }>('select id from opinions where paper_on is not null limit 1');
    expect(own).toBeDefined();
    expect(await town.refusal(clerk, correctPaper, { id: randomId(), body: 'x' })).toBe('not-found');
  });
});

describe('X9 X10 the desk', () => {
  const at = () => `/debates/${shortId(debateId)}`;
  async function send(fields: Record<string, string>, file: File | null, by: Reader = clerk) {
    const body = new FormData();
    for (const [name, value] of Object.entries({ ...sheet(), ...fields })) body.set(name, value);
    if (file) body.set('file', file);
    return site.fetch(`${at()}/paper-opinions`, { method: 'POST', body }, by);
  }

  test('takes a paper with its scan and is ready for the next one; only the secretariat sees the scan', async () => {
    const sent = await send({ body: 'スキャンつきの紙' }, new File([new Uint8Array(pdf('紙'))], 'scan.pdf'));
    expect(sent.status).toBe(303);
    const next = await site.get(sent.headers.get('location')!, clerk);
    expect(next.body).toContain('番で登録しました');
    expect(next.body).toContain('value="2026-11-09"');
    const { papers } = await town.read((db) => listedPapers(db, { debateId, after: null, limit: 1 }));
    const [scan] = papers[0]!.scans;
    const file = fileHref(scan!);
    expect((await site.fetch(file, {}, clerk)).status).toBe(200);
    expect((await site.fetch(file, {}, resident)).status).toBe(404);
    expect((await site.fetch(file)).status).toBe(404);
    const shown = await site.get(`/opinions/${shortId(papers[0]!.id)}`);
    expect(shown.body).toContain('紙で受けた意見');
    expect(shown.body).not.toContain(file);
  });

  test('keeps what was typed when it is refused', async () => {
    const again = await send({ body: 'のこる文', receivedOn: '2026-11-30', name: 'のこる名' }, null);
    expect(again.status).toBe(422);
    const body = await again.text();
    for (const part of ['のこる文', 'のこる名', 'きょうより後']) expect(body).toContain(part);
  });

  test('its pages are sound in every language', async () => {
    const { id } = await enter({ reason: 'わけ' });
    const pages = [`${at()}/paper-opinions/new`, '/paper-opinions', `/paper-opinions/${shortId(id)}`];
    for (const lang of LANGS) {
      for (const one of pages) expect(await markupMistakes((await site.get(one, clerk, lang)).body)).toEqual([]);
      for (const one of [`${at()}/paper`, `${at()}/paper-form`])
        expect(await markupMistakes((await site.get(one, null, lang)).body)).toEqual([]);
    }
  });
});

describe('X9 papers in public', () => {
  test('are marked on pages, in JSON and in CSV', async () => {
    const { number } = await enter({ name: 'たんぽぽ' });
    const json = JSON.parse((await site.get(`/debates/${shortId(debateId)}/opinions.json`)).body);
    const one = json.items.find((item: { number: number }) => item.number === number);
    expect(one).toMatchObject({
      paper: { receivedOn: '2026-11-09', signed: true },
      author: { name: 'たんぽぽ' },
      hall: null,
    });
    const csv = (await site.get(`/debates/${shortId(debateId)}/opinions.csv`)).body;
    expect(csv).toContain('紙で受けた日');
    expect(csv.split('\n').find((line) => line.includes('たんぽぽ'))).toContain('2026-11-09,公表');
  });

  test('form and posters are PDFs while the debate takes papers', async () => {
    for (const file of ['paper-form.pdf', 'poster.pdf', 'poster.pdf?paper=a3']) {
      const answer = await site.fetch(`/debates/${shortId(debateId)}/${file}`);
      expect([file, answer.status, answer.headers.get('content-type')]).toEqual([file, 200, 'application/pdf']);
    }
    town.today('2027-03-01');
    expect((await site.get(`/debates/${shortId(debateId)}/paper-form.pdf`)).status).toBe(404);
    expect((await site.get(`/debates/${shortId(debateId)}/paper`)).body).toContain('終わりました');
    town.today('2026-11-10');
    expect((await site.get(`/debates/${shortId(randomId())}/paper`)).status).toBe(404);
  });
});
