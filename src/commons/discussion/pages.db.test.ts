import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { markupMistakes } from '#commons/accounts/site-for-tests.ts';
import type { Actor, Reader } from '#kernel/context.ts';
import { shortId } from '#kernel/ids.ts';
import { LANGS } from '#kernel/lang.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { html } from '#ui/html.ts';
import { amendOpinion } from './amend-opinion.ts';
import { answerQuestion } from './answer-question.ts';
import { countAll, openDebate, say, vote } from './debate-for-tests.ts';
import { type DebateSite, openDebateSite, readText } from './debate-site.ts';
import { explain } from './explain.ts';
import { setHidden } from './hiding.ts';
import { replyTo } from './reply.ts';
import { reviseOpinion } from './revise-opinion.ts';
import { debateSections, opinionSections } from './sections.ts';
import { takePosition } from './take-position.ts';
import { withdrawOpinion } from './withdraw-opinion.ts';

let town: TestTown;
let site: DebateSite;
let fumi: Reader;
let iwao: Reader;
let hashi: Reader;
let traffic: Actor;
let club: Actor;
let debateId: string;
let bus: string;
let school: string;
let question: string;
let fact: string;
let gone: string;

beforeAll(async () => {
  town = await openTestTown();
  site = await openDebateSite(town);
  [fumi, iwao, hashi] = await Promise.all([town.person('ふみ'), town.person('いわお'), town.person('橋の人')]);
  traffic = await town.organisation('division', '交通政策課', [[hashi, 'editor']]);
  club = await town.organisation('group', '東地区まちづくりの会', [[hashi, 'representative']]);
  town.today('2026-11-10');
  debateId = await openDebate(town, {
    kind: 'imported',
    title: 'バスの話しあい',
    host: club,
    source: 'ひなた大学、CC BY 4.0',
  });
  bus = (await say(town, fumi, debateId, '9時台に1本<ほしい>。')).id;
  school = (await say(town, iwao, debateId, '7時台を減らさないで。')).id;
  question = (await say(town, iwao, debateId, '費用はいくらですか。', 'question')).id;
  fact = (
    await town.perform(town.as(hashi, traffic, 'editor'), explain, {
      debateId,
      body: '平均31人です。',
      reason: '10月の集計',
    })
  ).id;
  gone = (await say(town, fumi, debateId, 'まちがった数字。')).id;
  await town.perform(fumi, withdrawOpinion, { id: gone, reason: '数字をまちがえました' });
  await town.perform(town.as(hashi, club), answerQuestion, { questionId: question, body: '半分ずつです。' });
  for (const body of ['一つめ', '二つめ', '三つめ', '四つめ']) await town.perform(iwao, replyTo, { toId: bus, body });
  await town.perform(town.as(hashi, traffic, 'editor'), takePosition, {
    on: 'opinion',
    id: bus,
    stance: 'pass',
    reason: '調べています。',
  });
  await town.perform(town.as(hashi, club), takePosition, {
    on: 'debate',
    id: debateId,
    stance: 'agree',
    reason: '進めましょう。',
  });
  await vote(town, iwao, bus, 'agree');
  await vote(town, hashi, bus, 'disagree');
  await countAll(town);
});
afterAll(async () => {
  await site.close();
  await town.close();
  expect(site.faults).toEqual([]);
});

const opinionPath = (id: string) => `/opinions/${shortId(id)}`;
const debatePath = () => `/debates/${shortId(debateId)}`;
const debateAddress = async () => (await site.get(debatePath())).location!;
const read = async (...args: Parameters<DebateSite['get']>) => readText((await site.get(...args)).body);
const onlyOpinions = (text: string) => text.slice(text.indexOf('この意見交換について'));

describe('F9.2 the page of a debate', () => {
  test('has one address, and shows about, source, figures and every voice with what belongs to it', async () => {
    expect((await site.get(debatePath())).status).toBe(301);
    const text = await read(await debateAddress());
    expect(text).toContain('ひなた大学、CC BY 4.0');
    expect(text).toContain('参加した人 2 人 選ばれた答え 2 回');
    expect(text).toContain('意見1 9時台に1本<ほしい>。');
    expect(text).toContain('返信 4件');
    expect(text).toContain('三つめ');
    expect(text).not.toContain('四つめ');
    expect(text).toContain('返信をすべて見る（4件）');
    expect(text).toContain('交通政策課 市 11月10日（火） 説明4 質問への説明 平均31人です。 資料・出典：10月の集計');
    expect(text).toContain('質問3 返事あり 費用はいくらですか。');
    expect(text).toContain('提案者の返事 半分ずつです。');
    expect(text).toContain('11月10日（火）に、書いた人が取り下げました。 取り下げた理由：数字をまちがえました');
    expect(text).not.toContain('まちがった数字');
    expect(text).toContain('立場：どちらでもない・わからない 調べています。');
    expect(text).toContain('立場：賛成 進めましょう。');
  });

  test('puts nobody’s choices before a reader who has not chosen, and says how many have', async () => {
    const anonymous = onlyOpinions(await read(await debateAddress()));
    expect(anonymous).toContain('2人が選びました');
    expect(anonymous).not.toContain('50 %');
    expect(onlyOpinions(await read(await debateAddress(), fumi))).not.toContain('50 %');
    expect(onlyOpinions(await read(await debateAddress(), iwao))).toContain('賛成 1人（50 %） 反対 1人（50 %）');
    town.today('2026-12-10');
    const over = onlyOpinions(await read(await debateAddress()));
    expect(over).toContain('賛成 1人（50 %）');
    expect(over).toContain('意見交換は12月4日（金）に終わりました');
    expect((await site.get(await debateAddress())).body).not.toContain('/vote"');
    town.today('2026-11-10');
  });

  test('offers the form to whoever may write, and the reason and the way to everybody else', async () => {
    const anonymous = await site.get(await debateAddress());
    expect(readText(anonymous.body)).toContain('ログインすると書けます ログインする');
    expect(anonymous.body.includes('name="body"')).toBe(false);
    expect(readText(anonymous.body)).toContain('ログインすると、賛成・反対を選べます');
    const own = await site.get(await debateAddress(), fumi);
    expect(own.body).toContain('name="body"');
    expect(own.body).toContain('name="once"');
    expect(readText(own.body)).toContain('だれでも読める公の記録になります');
    expect(await read(await debateAddress(), await town.person('まだ', 0))).toContain('メールアドレスの確認が必要です');
    expect(await read(await debateAddress(), town.as(iwao, club, 'member'))).toContain('いまの役割は「会員」です');
    const official = await read(await debateAddress(), town.as(hashi, traffic, 'editor'));
    expect(official).toContain('質問への説明を書く');
    expect(official).toContain('あなた個人の声として数えます');
    expect(official).toContain('立場を取り下げる');
  });

  test('is narrowed, ordered and walked by its address, and exported as exactly that list', async () => {
    const at = await debateAddress();
    expect(onlyOpinions(await read(`${at}?kind=question`))).not.toContain('9時台');
    expect(onlyOpinions(await read(`${at}?q=7時台`))).toContain('1件');
    expect(onlyOpinions(await read(`${at}?q=どこにもない`))).toContain('あてはまる意見はありません');
    const least = onlyOpinions(await read(`${at}?order=least-seen`));
    expect(least.indexOf('7時台')).toBeLessThan(least.indexOf('9時台'));
    expect(least).not.toContain('費用はいくら');
    const csv = await site.get(`${debatePath()}/opinions.csv?kind=question`);
    expect(csv.type).toContain('text/csv');
    const lines = csv.body.trim().split('\r\n');
    expect(lines).toHaveLength(3);
    expect(lines[1]).toContain(',3,質問,,費用はいくらですか。,');
    expect(lines[2]).toContain(',,提案者の返事,3,半分ずつです。,');
    const all = JSON.parse((await site.get(`${debatePath()}/opinions.json`)).body);
    expect(all.items).toHaveLength(5);
    expect(all.items.at(-1)).toMatchObject({
      number: 1,
      votes: { agree: 1, disagree: 1, pass: 0 },
      author: { name: 'ふみ', kind: 'person' },
      date: '2026-11-10',
    });
    expect(all.items.at(-1).replies).toHaveLength(4);
    expect(JSON.stringify(all)).not.toContain(hashi.person.id);
    expect(JSON.stringify(all)).not.toContain(shortId(hashi.person.id));
    expect((await site.get(`${debatePath()}/opinions.atom`)).body).toContain('意見2：7時台を減らさないで。');
  });

  test('of a proposal leads to the proposal; one of another town is not found', async () => {
    const proposal = await openDebate(town, { title: '歩道' });
    expect((await site.get(`/debates/${shortId(proposal)}`)).location).toBe(
      encodeURI(`/proposals/${shortId(proposal)}-歩道`),
    );
    const elsewhere = await openDebate(town, { hub: town.neighbour, kind: 'imported' });
    expect((await site.get(`/debates/${shortId(elsewhere)}`)).status).toBe(404);
    expect((await site.get(`/debates/${shortId(elsewhere)}/opinions.csv`)).status).toBe(404);
    expect((await site.get('/debates/nonsense')).status).toBe(404);
  });

  test('shows what functions make of it', async () => {
    debateSections.push(
      async () => html`<p>分布図</p>`,
      async () => null,
    );
    opinionSections.push(async (_, id) => (id === bus ? html`<p>意見書の2番に書かれました</p>` : null));
    try {
      expect(await read(await debateAddress())).toContain('分布図');
      expect(await read(opinionPath(bus))).toContain('意見書の2番に書かれました');
      expect(await read(opinionPath(school))).toContain('まだどこにも引用されていません');
    } finally {
      debateSections.length = 0;
      opinionSections.length = 0;
    }
  });

  test('is in the list of debates with its figures, which can be saved', async () => {
    const text = await read('/debates');
    expect(text).toContain('バスの話しあい');
    expect(text).toContain('意見 5・参加 2人・賛成や反対 2回');
    const csv = (await site.get('/debates.csv')).body.split('\r\n');
    expect(csv.find((line) => line.includes('バスの話しあい'))).toContain(',2026-11-01,2026-12-05,5,2,2,');
    expect(JSON.parse((await site.get('/debates.json?kind=all')).body).items.length).toBeGreaterThan(1);
  });
});

describe('F9.2 writing', () => {
  test('says what becomes public before it is sent, keeps what was typed on refusal, and leads to the opinion with what comes next', async () => {
    const form = await site.get(`${debatePath()}/opinions/new`, fumi);
    expect(readText(form.body)).toContain('意見書などに引用されて公表されたあとは、その引用は消せません。');
    const long = 'あ'.repeat(401);
    const refused = await site.post(`${debatePath()}/opinions`, { kind: 'opinion', body: long, reason: 'わけ' }, fumi);
    expect(refused.status).toBe(422);
    expect(refused.body).toContain(long);
    expect(refused.body).toContain('わけ');
    expect(refused.body).toContain('href="#f-body"');
    expect(readText(refused.body)).toContain('400字までにしてください');
    const sent = await site.post(
      `${debatePath()}/opinions`,
      { kind: 'opinion', body: '雨の日だけ増便。', reason: '' },
      fumi,
    );
    expect(sent.status).toBe(303);
    const text = await read(sent.location!, fumi);
    expect(text).toContain('送りました。');
    expect(text).toContain('ありがとうございます。このあと 12月4日（金）まで、みんながこの意見に賛成・反対を選びます');
    expect(text).toContain('書きなおす');
    expect(await read(sent.location!, iwao)).not.toContain('ありがとうございます');
  });

  test('is asked to sign in first, and nothing typed is lost', async () => {
    expect((await site.get(`${debatePath()}/opinions/new`)).location).toContain('/sign-in?next=');
    const kept = await site.post(`${debatePath()}/opinions`, { kind: 'opinion', body: '書いた' });
    expect(kept).toMatchObject({ status: 401 });
    expect(kept.body).toContain('書いた');
  });

  test('a closed debate keeps what was typed and says why', async () => {
    town.today('2026-12-10');
    const late = await site.post(`${debatePath()}/opinions`, { kind: 'opinion', body: 'おそい一言', reason: '' }, fumi);
    expect(late.status).toBe(409);
    expect(late.body).toContain('おそい一言');
    expect(readText(late.body)).toContain('12月4日（金）に終わりました');
    town.today('2026-11-10');
  });

  test('replies quote, answer and are refused in their thread', async () => {
    const thread = await site.get(opinionPath(bus), fumi);
    const [first] = [...thread.body.matchAll(/\?to=(\w{22})#reply/g)].map((match) => match[1]!);
    expect(await read(`${opinionPath(bus)}?to=${first}`, fumi)).toContain('いわおさんの返信に 一つめ');
    const empty = await site.post(`${opinionPath(bus)}/replies`, { body: '', to: first! }, fumi);
    expect(empty.status).toBe(422);
    const sent = await site.post(`${opinionPath(bus)}/replies`, { body: 'そのとおりです。', to: first! }, fumi);
    expect(sent.location).toMatch(new RegExp(`^${opinionPath(bus)}\\?done=sent#o-`));
    expect((await site.get(`/opinions/${sent.location!.split('#o-')[1]}`)).location).toBe(
      `${opinionPath(bus)}#o-${sent.location!.split('#o-')[1]}`,
    );
    expect(await read(opinionPath(question), town.as(hashi, club))).toContain('質問に返事する');
    expect(await read(opinionPath(fact), fumi)).toContain('この説明に質問する');
  });
});

describe('F9.2 choosing', () => {
  test('goes back to where one was, or answers a script', async () => {
    const back = `${await debateAddress()}?order=least-seen`;
    const plain = await site.post(`${opinionPath(school)}/vote`, { choice: 'agree', back, version: '1' }, fumi);
    expect(plain.status).toBe(303);
    expect(plain.location).toBe(`${encodeURI(decodeURI(back))}&done=voted#o-${shortId(school)}`);
    const script = await site.post(`${opinionPath(school)}/vote`, { choice: 'pass' }, fumi, 'application/json');
    expect(JSON.parse(script.body)).toEqual({
      ok: true,
      choice: 'pass',
      message: '「どちらでもない・わからない」を受け取りました。いつでも変えられます',
    });
    const taken = await site.post(`${opinionPath(school)}/vote`, { choice: '' }, fumi, 'application/json');
    expect(JSON.parse(taken.body)).toMatchObject({ ok: true, choice: null });
    expect((await site.post(`${opinionPath(school)}/vote`, { choice: '' }, fumi)).location).toBe(
      `${opinionPath(school)}?done=taken#o-${shortId(school)}`,
    );
  });

  test('is refused in words', async () => {
    const script = await site.post(`${opinionPath(gone)}/vote`, { choice: 'agree' }, iwao, 'application/json');
    expect(script).toMatchObject({ status: 409, type: 'application/problem+json; charset=utf-8' });
    expect(JSON.parse(script.body).title).toBe('この意見は取り下げられています');
    const plain = await site.post(`${opinionPath(question)}/vote`, { choice: 'agree' }, iwao);
    expect(plain.status).toBe(422);
    expect(readText(plain.body)).toContain('賛成・反対を選べるのは意見だけです');
    expect((await site.post(`${opinionPath(bus)}/vote`, { choice: 'love' }, iwao)).status).toBe(422);
    expect((await site.post('/opinions/nonsense/vote', { choice: 'agree' }, iwao)).status).toBe(404);
    expect((await site.post(`${opinionPath(bus)}/vote`, { choice: 'agree' })).status).toBe(401);
  });

  test('one after another ends with thanks and what comes next', async () => {
    const visitor = await town.person('読む人');
    const next = `${debatePath()}/next-opinion`;
    let page = await site.get(next, visitor);
    expect(readText(page.body)).toMatch(/あなたは 0 \/ \d+/);
    expect(page.body).not.toContain('vote-form.js');
    let turns = 0;
    for (; page.body.includes('/vote"'); turns += 1) {
      const action = /action="(\/opinions\/\w+\/vote)"/.exec(page.body)![1]!;
      const back = /name="back" value="([^"]+)"/.exec(page.body)![1]!;
      const sent = await site.post(action, { choice: 'pass', back }, visitor);
      page = await site.get(sent.location!, visitor);
    }
    const text = readText(page.body);
    expect(turns).toBe(3);
    expect(text).toContain('いまある意見は、すべて見おわりました');
    expect(text).toContain('3 / 3');
    expect(text).toContain('意見書にまとめられ、市に届きます');
    town.today('2026-12-10');
    expect(await read(next, visitor)).toContain('いまは選べません 意見交換は12月4日（金）に終わりました');
    town.today('2026-11-10');
  });
});

describe('F9.2 the page of an opinion', () => {
  test('has the numbers as picture and table, one tap away before one’s own choice', async () => {
    const before = (await site.get(opinionPath(bus))).body;
    expect(before).toContain('<details class="disclosure"><summary>賛成・反対の数を見る</summary>');
    const after = (await site.get(opinionPath(bus), iwao)).body;
    expect(after).not.toContain('賛成・反対の数を見る');
    expect(readText(after)).toContain('意見1への賛成・反対 答え 人数 割合 賛成 1 50 % 反対 1 50 %');
  });

  test('shows its history after a change, and what was added', async () => {
    const said = await say(town, hashi, debateId, '屋根がほしい。');
    await town.perform(hashi, reviseOpinion, { id: said.id, version: 1, body: '停留所に屋根がほしい。', reason: '' });
    await vote(town, iwao, said.id, 'agree');
    await town.perform(hashi, amendOpinion, { id: said.id, amendment: 'ベンチも。' });
    const text = await read(opinionPath(said.id));
    expect(text).toContain('追記（11月10日（火）） ベンチも。');
    expect(text).toContain('変わったところ これまでの文章は、すべて残っています。');
    expect(text).toContain('第2版（11月10日（火））');
    await countAll(town);
    const own = await site.get(opinionPath(said.id), hashi);
    expect(own.body).toContain(`${opinionPath(said.id)}/amendment`);
    expect(own.body).not.toContain(`${opinionPath(said.id)}/revision`);
  });

  test('keeps what was typed when a change is refused, for its own speaker only', async () => {
    const said = await say(town, hashi, debateId, '夜は明るく。');
    const at = opinionPath(said.id);
    expect(await read(`${at}/revision`, hashi)).toContain('夜は明るく。');
    expect((await site.get(`${at}/revision`, iwao)).status).toBe(403);
    expect((await site.get(`${at}/amendment`, hashi)).status).toBe(409);
    const refused = await site.post(`${at}/revision`, { version: '1', body: 'い'.repeat(401), reason: '' }, hashi);
    expect(refused).toMatchObject({ status: 422 });
    expect(refused.body).toContain('い'.repeat(401));
    expect(
      (await site.post(`${at}/revision`, { version: '1', body: '夜道は明るく。', reason: '' }, hashi)).location,
    ).toBe(`${at}?done=saved`);
    const withdrawal = await site.get(`${at}/withdrawal`, hashi);
    expect(readText(withdrawal.body)).toContain('もとにはもどせません');
    expect((await site.post(`${at}/withdrawal`, { reason: '' }, hashi)).status).toBe(422);
    expect((await site.post(`${at}/withdrawal`, { reason: '考えなおした' }, hashi)).location).toBe(
      `${at}?done=withdrawn`,
    );
    expect(await read(at)).toContain('取り下げた理由：考えなおした');
  });

  test('takes positions of organisations, and takes them back', async () => {
    const as = town.as(hashi, club);
    const at = opinionPath(school);
    expect(await read(`${at}/position`, as)).toContain('「東地区まちづくりの会」として、立場と理由を公開します。');
    const refused = await site.post(`${at}/position`, { stance: '', reason: 'ここに書いた理由' }, as);
    expect(refused).toMatchObject({ status: 422 });
    expect(refused.body).toContain('ここに書いた理由');
    expect(readText(refused.body)).toContain('この中から選んでください');
    expect((await site.post(`${at}/position`, { stance: 'agree', reason: '通学のため。' }, as)).location).toBe(
      `${at}?done=published`,
    );
    const page = await site.get(at, as);
    expect(readText(page.body)).toContain('立場：賛成 通学のため。');
    const withdrawal = /href="(\/positions\/\w+\/withdrawal)"/.exec(page.body)![1]!;
    expect((await site.get(withdrawal, iwao)).status).toBe(403);
    expect(await read(withdrawal, as)).toContain('示した立場と理由は、記録に残ります');
    await site.post(withdrawal, {}, as);
    expect(await read(at)).not.toContain('通学のため。');
    expect((await site.get(`${at}/position`, fumi)).status).toBe(403);
  });

  test('that moderation hid says so and shows nothing of it', async () => {
    const said = await say(town, iwao, debateId, 'ひどいことば。');
    await town.hubwise.write(town.hub.id, (db) => setHidden(db, town.hub.id, said.id, town.now()));
    const page = await site.get(opinionPath(said.id));
    expect(readText(page.body)).toContain('決まりにより、表示していません。');
    expect(page.body).not.toContain('ひどいことば');
    expect((await site.get(`/opinions/${shortId(club.id)}`)).status).toBe(404);
  });
});

describe('F9.2, X5, X6 every page', () => {
  test('is valid markup and complete in each language', async () => {
    const at = await debateAddress();
    const pages: [string, Reader | null][] = [
      ['/debates', null],
      [at, null],
      [at, fumi],
      [at, town.as(hashi, traffic, 'editor')],
      [opinionPath(bus), null],
      [opinionPath(bus), fumi],
      [opinionPath(question), town.as(hashi, club)],
      [opinionPath(gone), null],
      [`${debatePath()}/opinions/new`, fumi],
      [`${debatePath()}/opinions/new?kind=explanation`, town.as(hashi, traffic, 'editor')],
      [`${debatePath()}/next-opinion`, fumi],
      [`${debatePath()}/position`, town.as(hashi, club)],
    ];
    for (const lang of LANGS) {
      for (const [path, reader] of pages) {
        const page = await site.get(path, reader, lang);
        expect([path, lang, page.status]).toEqual([path, lang, 200]);
        expect(page.body).not.toMatch(/undefined|\[object|NaN/);
        expect([path, lang, await markupMistakes(page.body)]).toEqual([path, lang, []]);
      }
    }
  });
});
