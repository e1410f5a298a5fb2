import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { shortId } from '#kernel/ids.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { opinionHref } from './addresses.ts';
import { amendOpinion } from './amend-opinion.ts';
import { type BusDebate, tellBusDebate } from './bus-debate-for-tests.ts';
import { countAll, say, vote } from './debate-for-tests.ts';
import { readText } from './debate-site.ts';
import { setHidden } from './hiding.ts';
import { reviseOpinion } from './revise-opinion.ts';

let town: TestTown;
let it: BusDebate;

beforeAll(async () => {
  town = await openTestTown();
  it = await tellBusDebate(town);
});
afterAll(async () => {
  await it.site.close();
  await town.close();
  expect(it.site.faults).toEqual([]);
});

describe('F9.2 writing', () => {
  test('says what becomes public before it is sent, keeps what was typed on refusal, and leads to the opinion with what comes next', async () => {
    const form = await it.site.get(`${it.path}/opinions/new`, it.fumi);
    expect(readText(form.body)).toContain('意見書などに引用されて公表されたあとは、その引用は消せません。');
    const long = 'あ'.repeat(401);
    const refused = await it.site.post(`${it.path}/opinions`, { kind: 'opinion', body: long, reason: 'わけ' }, it.fumi);
    expect(refused.status).toBe(422);
    expect(refused.body).toContain(long);
    expect(refused.body).toContain('わけ');
    expect(refused.body).toContain('href="#f-body"');
    expect(readText(refused.body)).toContain('意見：長すぎます。400字までにしてください');
    const sent = await it.site.post(
      `${it.path}/opinions`,
      { kind: 'opinion', body: '雨の日だけ増便。', reason: '' },
      it.fumi,
    );
    expect(sent.status).toBe(303);
    const text = await it.read(sent.location!, it.fumi);
    expect(text).toContain('送りました。');
    expect(text).toContain('ありがとうございます。このあと 12月4日（金）まで、みんながこの意見に賛成・反対を選びます');
    expect(text).toContain('書きなおす');
    expect(await it.read(sent.location!, it.iwao)).not.toContain('ありがとうございます');
  });

  test('is asked to sign in first, and nothing typed is lost', async () => {
    expect((await it.site.get(`${it.path}/opinions/new`)).location).toContain('/sign-in?next=');
    const kept = await it.site.post(`${it.path}/opinions`, { kind: 'opinion', body: '書いた' });
    expect(kept).toMatchObject({ status: 401 });
    expect(kept.body).toContain('書いた');
  });

  test('a closed debate keeps what was typed and says why', async () => {
    expect(await it.read(it.address, it.fumi)).toContain('返信する');
    town.today('2026-12-10');
    expect(await it.read(it.address, it.fumi)).not.toContain('返信する');
    const late = await it.site.post(
      `${it.path}/opinions`,
      { kind: 'opinion', body: 'おそい一言', reason: '' },
      it.fumi,
    );
    expect(late.status).toBe(409);
    expect(late.body).toContain('おそい一言');
    expect(readText(late.body)).toContain('12月4日（金）に終わりました');
    town.today('2026-11-10');
  });

  test('replies quote, answer and are refused in their thread', async () => {
    const thread = await it.site.get(opinionHref(it.bus), it.fumi);
    const [first] = [...thread.body.matchAll(/\?to=(\w{22})#reply/g)].map((match) => match[1]!);
    expect(await it.read(`${opinionHref(it.bus)}?to=${first}`, it.fumi)).toContain('いわおさんの返信に 一つめ');
    const empty = await it.site.post(`${opinionHref(it.bus)}/replies`, { body: '', to: first! }, it.fumi);
    expect(empty.status).toBe(422);
    const sent = await it.site.post(
      `${opinionHref(it.bus)}/replies`,
      { body: 'そのとおりです。', to: first! },
      it.fumi,
    );
    expect(sent.location).toMatch(new RegExp(`^${opinionHref(it.bus)}\\?done=sent#o-`));
    expect((await it.site.get(`/opinions/${sent.location!.split('#o-')[1]}`)).location).toBe(
      `${opinionHref(it.bus)}#o-${sent.location!.split('#o-')[1]}`,
    );
    expect(await it.read(opinionHref(it.question), town.as(it.hashi, it.club))).toContain('質問に返事する');
    expect(await it.read(opinionHref(it.fact), it.fumi)).toContain('この説明に質問する');
  });
});

describe('F9.2 choosing', () => {
  test('goes back to where one was, or answers a script', async () => {
    const back = `${it.address}?order=least-seen`;
    const plain = await it.site.post(
      `${opinionHref(it.school)}/vote`,
      { choice: 'agree', back, version: '1' },
      it.fumi,
    );
    expect(plain.status).toBe(303);
    expect(plain.location).toBe(`${encodeURI(decodeURI(back))}&done=voted#o-${shortId(it.school)}`);
    const script = await it.site.post(
      `${opinionHref(it.school)}/vote`,
      { choice: 'pass' },
      it.fumi,
      'application/json',
    );
    expect(JSON.parse(script.body)).toEqual({
      ok: true,
      choice: 'pass',
      message: '「どちらでもない・わからない」を受け取りました。いつでも変えられます',
    });
    const taken = await it.site.post(`${opinionHref(it.school)}/vote`, { choice: '' }, it.fumi, 'application/json');
    expect(JSON.parse(taken.body)).toMatchObject({ ok: true, choice: null });
    expect((await it.site.post(`${opinionHref(it.school)}/vote`, { choice: '' }, it.fumi)).location).toBe(
      `${opinionHref(it.school)}?done=taken#o-${shortId(it.school)}`,
    );
  });

  test('is refused in words', async () => {
    const script = await it.site.post(`${opinionHref(it.gone)}/vote`, { choice: 'agree' }, it.iwao, 'application/json');
    expect(script).toMatchObject({ status: 409, type: 'application/problem+json; charset=utf-8' });
    expect(JSON.parse(script.body).title).toBe('この意見は取り下げられています');
    const plain = await it.site.post(`${opinionHref(it.question)}/vote`, { choice: 'agree' }, it.iwao);
    expect(plain.status).toBe(422);
    expect(readText(plain.body)).toContain('賛成・反対を選べるのは意見だけです');
    expect((await it.site.post(`${opinionHref(it.bus)}/vote`, { choice: 'love' }, it.iwao)).status).toBe(422);
    expect((await it.site.post('/opinions/nonsense/vote', { choice: 'agree' }, it.iwao)).status).toBe(404);
    expect((await it.site.post(`${opinionHref(it.bus)}/vote`, { choice: 'agree' })).status).toBe(401);
  });

  test('one after another ends with thanks and what comes next', async () => {
    const visitor = await town.person('読む人');
    const next = `${it.path}/next-opinion`;
    let page = await it.site.get(next, visitor);
    expect(readText(page.body)).toMatch(/あなたの進みぐあい 0 \/ \d+/);
    expect(page.body).not.toContain('vote-form.js');
    let turns = 0;
    for (; page.body.includes('/vote"'); turns += 1) {
      const action = /action="(\/opinions\/\w+\/vote)"/.exec(page.body)![1]!;
      const back = /name="back" value="([^"]+)"/.exec(page.body)![1]!;
      const sent = await it.site.post(action, { choice: 'pass', back }, visitor);
      expect(sent.location).toMatch(/#next$/);
      page = await it.site.get(sent.location!.replace('#next', ''), visitor);
      if (page.body.includes('/vote"')) expect(page.body).toContain('id="next"');
    }
    const text = readText(page.body);
    expect(turns).toBe(3);
    expect(text).toContain('いまある意見は、すべて見おわりました');
    expect(text).toContain('3 / 3');
    expect(text).toContain('意見書にまとめられ、市に届きます');
    town.today('2026-12-10');
    expect(await it.read(next, visitor)).toContain('いまは選べません 意見交換は12月4日（金）に終わりました');
    town.today('2026-11-10');
  });
});

describe('F9.2 the page of an opinion', () => {
  test('has the numbers as picture and table, one tap away before one’s own choice', async () => {
    const before = (await it.site.get(opinionHref(it.bus))).body;
    expect(before).toContain('<details class="disclosure"><summary>賛成・反対の数を見る</summary>');
    const after = (await it.site.get(opinionHref(it.bus), it.iwao)).body;
    expect(after).not.toContain('賛成・反対の数を見る');
    expect(readText(after)).toContain('意見1への賛成・反対 答え 人数 割合 賛成 1 50 % 反対 1 50 %');
  });

  test('shows its history after a change, and what was added', async () => {
    const said = await say(town, it.hashi, it.debateId, '屋根がほしい。');
    await town.perform(it.hashi, reviseOpinion, {
      id: said.id,
      version: 1,
      body: '停留所に屋根がほしい。',
      reason: '',
    });
    await vote(town, it.iwao, said.id, 'agree');
    await town.perform(it.hashi, amendOpinion, { id: said.id, amendment: 'ベンチも。' });
    const text = await it.read(opinionHref(said.id));
    expect(text).toContain('追記（11月10日（火）） ベンチも。');
    expect(text).toContain('変わったところ これまでの文章は、すべて残っています。');
    expect(text).toContain('第2版（11月10日（火））');
    await countAll(town);
    const own = await it.site.get(opinionHref(said.id), it.hashi);
    expect(own.body).toContain(`${opinionHref(said.id)}/amendment`);
    expect(own.body).not.toContain(`${opinionHref(said.id)}/revision`);
  });

  test('keeps what was typed when a change is refused, for its own speaker only', async () => {
    const said = await say(town, it.hashi, it.debateId, '夜は明るく。');
    const at = opinionHref(said.id);
    expect(await it.read(`${at}/revision`, it.hashi)).toContain('夜は明るく。');
    expect((await it.site.get(`${at}/revision`, it.iwao)).status).toBe(403);
    expect((await it.site.get(`${at}/amendment`, it.hashi)).status).toBe(409);
    const refused = await it.site.post(
      `${at}/revision`,
      { version: '1', body: 'い'.repeat(401), reason: '' },
      it.hashi,
    );
    expect(refused).toMatchObject({ status: 422 });
    expect(refused.body).toContain('い'.repeat(401));
    expect(
      (await it.site.post(`${at}/revision`, { version: '1', body: '夜道は明るく。', reason: '' }, it.hashi)).location,
    ).toBe(`${at}?done=saved`);
    const withdrawal = await it.site.get(`${at}/withdrawal`, it.hashi);
    expect(readText(withdrawal.body)).toContain('もとにはもどせません');
    expect((await it.site.post(`${at}/withdrawal`, { reason: '' }, it.hashi)).status).toBe(422);
    expect((await it.site.post(`${at}/withdrawal`, { reason: '考えなおした' }, it.hashi)).location).toBe(
      `${at}?done=withdrawn`,
    );
    const gone = await it.read(at, it.hashi);
    expect([gone.includes('考えなおした'), gone.includes('書きなおす')]).toEqual([true, false]);
    expect(await it.read(at)).toContain('取り下げた理由：考えなおした');
  });

  test('takes positions of organisations, and takes them back', async () => {
    const as = town.as(it.hashi, it.club);
    const at = opinionHref(it.school);
    expect(await it.read(`${at}/position`, as)).toContain('「東地区まちづくりの会」として、立場と理由を公開します。');
    const refused = await it.site.post(`${at}/position`, { stance: '', reason: 'ここに書いた理由' }, as);
    expect(refused).toMatchObject({ status: 422 });
    expect(refused.body).toContain('ここに書いた理由');
    expect(readText(refused.body)).toContain('この中から選んでください');
    expect((await it.site.post(`${at}/position`, { stance: 'agree', reason: '通学のため。' }, as)).location).toBe(
      `${at}?done=published`,
    );
    const page = await it.site.get(at, as);
    expect(readText(page.body)).toContain('立場：賛成 通学のため。');
    const withdrawal = /href="(\/positions\/\w+\/withdrawal)"/.exec(page.body)![1]!;
    expect((await it.site.get(withdrawal, it.iwao)).status).toBe(403);
    expect(await it.read(withdrawal, as)).toContain('示した立場と理由は、記録に残ります');
    await it.site.post(withdrawal, {}, as);
    expect(await it.read(at)).not.toContain('通学のため。');
    expect((await it.site.get(`${at}/position`, it.fumi)).status).toBe(403);
  });

  test('that moderation hid says so and shows nothing of it', async () => {
    const said = await say(town, it.iwao, it.debateId, 'ひどいことば。');
    await town.hubwise.write(town.hub.id, (db) => setHidden(db, town.hub.id, said.id, town.now()));
    const page = await it.site.get(opinionHref(said.id));
    expect(readText(page.body)).toContain('決まりにより、表示していません。');
    expect(page.body).not.toContain('ひどいことば');
    expect((await it.site.get(`/opinions/${shortId(it.club.id)}`)).status).toBe(404);
  });
});
