import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { randomId, shortId } from '#kernel/ids.ts';
import type { Lang } from '#kernel/lang.ts';
import { markupMistakes, openSite, type TestSite } from '#test/support/site.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { countHands } from './change-saying.ts';
import { type Hall, HELD_ON, hallOf, heard, meetingTyped } from './hall-for-tests.ts';
import { publishMinutes } from './write-minutes.ts';

let town: TestTown;
let site: TestSite;
let hall: Hall;
let at: string;

beforeAll(async () => {
  town = await openTestTown();
  site = await openSite(town);
  hall = await hallOf(town);
  at = `/meetings/${shortId(hall.meetingId)}-${encodeURIComponent('通院のバスを話す夕べ')}`;
});
afterAll(async () => {
  await site.close();
  await town.close();
});

const fields = (more: Record<string, string> = {}) =>
  ({ ...meetingTyped(), topic: `round:${town.roundId}`, once: randomId(), ...more }) as Record<string, string>;

describe('F9.2 a meeting on its pages', () => {
  test('is called, found, and leads to its round', async () => {
    town.today('2026-11-02');
    expect((await site.get('/meetings/new')).status).toBe(303);
    const form = await site.get(`/meetings/new?round=${shortId(town.roundId)}`, hall.host);
    expect(form.body).toContain(`value="round:${town.roundId}" selected`);
    const called = await site.post('/meetings', fields({ title: 'ベンチの集まり', captions: 'yes' }), hall.host);
    expect(called.status).toBe(303);
    const shown = await site.get(called.location!);
    expect(shown.body).toContain('ベンチの集まり');
    expect(shown.body).toContain('18歳未満の人は、いつも「参加者」とします');
    expect((await site.get('/meetings?q=ベンチ')).body).toContain('1件');
    expect((await site.get(`/rounds/${shortId(town.roundId)}`)).body).toContain('ベンチの集まり');
  });

  test('refused, what was typed stands in the form, with the message at its field', async () => {
    const again = await site.post('/meetings', fields({ title: '夜の集まり', from: '夜' }), hall.host);
    expect(again.status).toBe(422);
    expect(again.body).toContain('value="夜の集まり"');
    expect(again.body).toContain('時刻は 19:00 のように書いてください');
    expect(await markupMistakes(again.body)).toEqual([]);
    expect((await site.post('/meetings', fields(), null)).status).toBe(401);
    const nobody = await site.post(`${at}/scribes`, { name: 'いない人', once: randomId() }, hall.host);
    expect(nobody.body).toContain(
      '「いない人」という名前の人は見つかりません。その人が使っている表示名をたしかめてください',
    );
  });

  test('belongs into a calendar, alone and with the others', async () => {
    const one = await site.get(`${at}/calendar.ics`);
    expect(one.type).toContain('text/calendar');
    expect(one.body).toContain(`UID:meeting-${shortId(hall.meetingId)}@`);
    expect(one.body).toContain('DTSTART:20261115T020000Z');
    expect((await site.get('/meetings.ics')).body.match(/BEGIN:VEVENT/g)).toHaveLength(2);
  });

  test('is data: table, JSON, feed', async () => {
    const { items } = JSON.parse((await site.get('/meetings.json')).body) as { items: { title: string }[] };
    expect(items.map(({ title }) => title)).toContain('通院のバスを話す夕べ');
    expect((await site.get('/meetings.csv')).body).toContain('東地区公民館');
    expect((await site.get('/meetings.atom')).body).toContain('<title>通院のバスを話す夕べ</title>');
  });

  test('a key that is none shows the list from its start', async () => {
    const { body } = await site.get('/meetings?after=1-x&when=past');
    expect(body).toContain('終わった集まりは、まだありません');
  });
});

describe('F9.2 the scribe’s screen without JavaScript', () => {
  test('is for scribes of this meeting, while it is open', async () => {
    town.today('2026-11-02');
    expect((await site.get(`${at}/scribe`, hall.scribe)).status).toBe(409);
    town.today(HELD_ON);
    expect((await site.get(`${at}/scribe`, hall.citizen)).status).toBe(403);
    expect((await site.get(`${at}/speakers.json?q=こ`, hall.citizen)).status).toBe(403);
    const screen = await site.get(`${at}/scribe`, hall.scribe);
    expect(screen.status).toBe(200);
    expect(await markupMistakes(screen.body)).toEqual([]);
    const { names } = JSON.parse((await site.get(`${at}/speakers.json?q=こと`, hall.scribe)).body);
    expect(names).toEqual([{ text: 'ことね', note: '個人' }]);
  });

  test('one form enters, one counts, one corrects, one takes back', async () => {
    const once = randomId();
    const say = { once, debateId: hall.debateId, kind: 'opinion', speaker: '', body: '9時の便がほしい。' };
    const [first, second] = await Promise.all([1, 2].map(() => site.post(`${at}/sayings`, say, hall.scribe)));
    expect([first!.status, second!.status]).toEqual([303, 303]);
    expect(first!.location).toContain(`debate=${hall.debateId}`);
    const hands = { once: randomId(), entry: once, agree: '12', disagree: '3', pass: '' };
    expect((await site.post(`${at}/raised-hands`, hands, hall.scribe)).status).toBe(303);
    const wrong = await site.post(`${at}/raised-hands`, { ...hands, once: randomId(), agree: '多数' }, hall.scribe);
    expect(wrong.status).toBe(422);
    expect(wrong.body).toContain('value="多数"');
    const correction = { once: randomId(), entry: once, version: '1', body: '9時台の便がほしい。' };
    expect((await site.post(`${at}/corrections`, correction, hall.scribe)).status).toBe(303);
    const shown = await site.get(at);
    expect(shown.body.match(/9時台の便がほしい。/g)).toHaveLength(1);
    expect(shown.body).toContain('会場での挙手：賛成 12・反対 3・どちらでもない 0');
    const removal = { once: randomId(), entry: once, reason: '聞きまちがい' };
    expect((await site.post(`${at}/removals`, removal, hall.scribe)).status).toBe(303);
    expect((await site.get(at)).body).toContain('書記が取り消しました。理由：聞きまちがい');
  });

  test('refused, what was typed is still there', async () => {
    const say = {
      once: randomId(),
      debateId: hall.debateId,
      kind: 'opinion',
      speaker: 'だれか',
      body: '屋根がほしい。',
    };
    const again = await site.post(`${at}/sayings`, say, hall.scribe);
    expect(again.status).toBe(422);
    expect(again.body).toContain('屋根がほしい。');
    expect((await site.post(`${at}/sayings`, { ...say, speaker: '' }, null)).status).toBe(401);
  });
});

describe('F9.2 what was said in a hall, on other pages', () => {
  test('its mark, its hands and the name’s confirmation', async () => {
    const said = await heard(town, hall, '病院の受付に間にあわない。', { speaker: 'ことね' });
    const counts = { agree: '7', disagree: '1', pass: '2' };
    await town.perform(hall.scribe, countHands, { meetingId: hall.meetingId, entry: said.entry, ...counts });
    const path = `/opinions/${shortId(said.id)}`;
    const seen = await site.get(path, hall.citizen);
    expect(seen.body).toContain('会場での発言');
    expect(seen.body).toContain('あなたの発言ですか');
    expect(seen.body).toContain('会場での挙手：賛成 7・反対 1・どちらでもない 2（上の人数には入りません）');
    expect((await site.get(path)).body).not.toContain('あなたの発言ですか');
    const name = `/hall-opinions/${shortId(said.id)}`;
    expect((await site.get(`${name}/contest`, hall.scribe)).status).toBe(403);
    const contest = await site.get(`${name}/contest`, hall.citizen);
    expect(await markupMistakes(contest.body)).toEqual([]);
    expect((await site.post(`${name}/contest`, { reason: '' }, hall.citizen)).status).toBe(422);
    expect((await site.post(`${name}/confirmation`, { once: randomId() }, hall.citizen)).status).toBe(303);
    expect((await site.get(path)).body).toContain('話した本人が確かめました');
  });

  test('in the data of the debate and of the meeting, apart from votes', async () => {
    const { items } = JSON.parse((await site.get(`/debates/${shortId(hall.debateId)}/opinions.json`)).body) as {
      items: { body: string; votes: unknown; hall: { hands: unknown; spokenAs: string } | null }[];
    };
    const one = items.find(({ body }) => body.startsWith('病院の受付'))!;
    expect(one.votes).toEqual({ agree: 0, disagree: 0, pass: 0 });
    expect(one.hall).toMatchObject({ spokenAs: 'confirmed', hands: { agree: 7, disagree: 1, pass: 2 } });
    const sayings = JSON.parse((await site.get(`${at}/sayings.json`)).body) as { items: { speaker: unknown }[] };
    expect(sayings.items.some(({ speaker }) => speaker === null)).toBe(true);
    expect((await site.get(`/debates/${shortId(hall.debateId)}/opinions.csv`)).body).toContain('本人が確認');
    expect((await site.get(`${at}/sayings.csv`)).body).toContain('病院の受付に間にあわない。');
  });
});

describe('F9.2, X5, X6 every page of meetings', () => {
  const check = async (path: string, reader: Parameters<TestSite['get']>[1], lang: Lang) => {
    const { status, body } = await site.get(path, reader, lang);
    expect([path, lang, status]).toEqual([path, lang, 200]);
    expect([path, lang, await markupMistakes(body)]).toEqual([path, lang, []]);
  };

  test('is valid markup and complete in each language', async () => {
    for (const [index, body] of ['はじめの議事録', '直した議事録'].entries())
      await town.perform(hall.host, publishMinutes, {
        id: hall.meetingId,
        body,
        changed: index ? '直した' : '',
        saves: 0,
      });
    for (const lang of ['ja', 'easy', 'en'] as const) {
      for (const path of ['/meetings', '/meetings?when=past', at, `${at}/minutes`]) await check(path, null, lang);
      for (const path of [
        '/meetings/new',
        at,
        `${at}/revision`,
        `${at}/cancellation`,
        `${at}/scribes`,
        `${at}/minutes/new`,
      ])
        await check(path, hall.host, lang);
      await check(`${at}/scribe`, hall.scribe, lang);
    }
    expect(site.faults).toEqual([]);
  });

  test('the minutes by their forms: saved, kept after a conflict, published', async () => {
    const save = (saves: string, next: string) =>
      site.post(`${at}/minutes`, { once: randomId(), body: '三つめの議事録', changed: '人数', saves, next }, hall.host);
    expect((await save('0', 'save')).status).toBe(303);
    const late = await save('0', 'save');
    expect(late.status).toBe(409);
    expect(late.body).toContain('三つめの議事録');
    expect((await save('1', 'publish')).location).toContain('#minutes');
    const people = (text: string) => site.post(`${at}/attendance`, { once: randomId(), people: text }, hall.host);
    expect((await people('')).status).toBe(422);
    expect((await people('31')).status).toBe(303);
    expect((await site.get(at)).body).toContain('31人');
  });

  test('moved and cancelled by their forms, with the reason for everybody', async () => {
    const moved = fields({ version: '1', place: '市民活動センター', stepFree: 'no' });
    expect((await site.post(`${at}/revision`, moved, hall.host)).status).toBe(422);
    const done = await site.post(`${at}/revision`, { ...moved, once: randomId(), reason: '空調の故障' }, hall.host);
    expect(done.status).toBe(303);
    expect((await site.get(at)).body).toContain('変わる前：11月15日（日）11:00〜12:30　東地区公民館');
    expect((await site.post(`${at}/cancellation`, { reason: '' }, hall.host)).status).toBe(422);
    expect((await site.post(`${at}/cancellation`, { reason: '台風' }, hall.citizen)).status).toBe(403);
    expect((await site.post(`${at}/cancellation`, { reason: '台風' }, hall.host)).status).toBe(303);
    expect((await site.get(at)).body).toContain('この集まりは中止になりました');
    expect((await site.get(at, hall.host)).body).not.toMatch(/\/(scribe|scribes|materials|revision)"/);
    expect((await site.get(`${at}/calendar.ics`)).body).toContain('STATUS:CANCELLED');
  });
});
