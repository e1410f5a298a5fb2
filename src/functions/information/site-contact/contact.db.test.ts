import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { blockSender, blocksOf } from '#commons/correspondence/blocks.ts';
import { makeYoung } from '#commons/correspondence/correspondence-for-tests.ts';
import { defaultRules } from '#commons/hubs/index.ts';
import { decideCases } from '#commons/moderation/decide-cases.ts';
import { reportThing } from '#commons/moderation/file-report.ts';
import { moderatedKind } from '#commons/moderation/kinds.ts';
import { openReportKeys, reportKey } from '#commons/moderation/report-key.ts';
import { settleAppeal } from '#commons/moderation/settle-appeal.ts';
import type { Reader } from '#kernel/context.ts';
import { randomId, shortId } from '#kernel/ids.ts';
import { markupMistakes, openSite, type SitePage, type TestSite } from '#test/support/site.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { jobIn } from '../../registration/groups/groups-for-tests.ts';
import { foundWorkshop, type Workshop } from '../homepages/homepages-for-tests.ts';
import { publishAll } from '../homepages/publish.ts';
import { askHost } from '../site-domains/ask-host-for-tests.ts';
import { deleteMessage, markMessage } from './acts.ts';
import { isUnusual, TRAP } from './message.ts';
import { messagesOf } from './queries.ts';
import { ageOf, isSum, stampFor, sumOf } from './stamp.ts';
import { siteContactWork } from './work.ts';

const AT = '/sites/kawabe/contact';
let town: TestTown;
let site: TestSite;
let shop: Workshop;

beforeAll(async () => {
  town = await openTestTown({ ...defaultRules, open: [...defaultRules.open, 'registration', 'information'] });
  site = await openSite(town);
  shop = await foundWorkshop(town, '川辺の会', 'kawabe');
  await town.perform(shop.toku, publishAll, { siteId: shop.siteId });
});
afterAll(async () => {
  await site.close();
  await town.close();
});

/** A form that was shown a while ago. */
const typed = (more: Record<string, string> = {}) => ({
  stamp: stampFor(shop.siteId, new Date(town.now().getTime() - 20_000)),
  [TRAP]: '',
  name: '山田',
  email: 'yamada@example.org',
  subject: '見学',
  body: '草刈りを見に行けますか。',
  ...more,
});
const send = (more: Record<string, string> = {}): Promise<SitePage> => site.post(AT, typed(more));
const messages = async () =>
  (await town.read((db) => messagesOf(db, shop.siteId, { before: null, limit: 50 }))).messages;
const mails = () =>
  town.rows<{ recipient: string; subject: string; body_text: string }>(
    'select recipient, subject, body_text from mails order by created_at, recipient',
  );

describe('F1.3 somebody writes to a group through its homepage', () => {
  test('the form is sound and asks nothing of third parties', async () => {
    const page = await site.get(AT);
    expect([page.status, await markupMistakes(page.body)]).toEqual([200, []]);
    expect(page.body).not.toMatch(/<script[^>]*src="https?:/);
    expect((await site.fetch(AT)).headers.get('cache-control')).toBe('no-store');
    expect((await site.get('/sites/nobody/contact')).status).toBe(404);
    expect((await site.get('/sites/kawabe')).body).toContain('/sites/kawabe');
  });

  test('the message is kept for the editors, sent on to the group, with a copy for whoever wrote it; the same form twice is one', async () => {
    const form = typed();
    const pages = await Promise.all([site.post(AT, form), site.post(AT, form)]);
    expect(pages.map(({ status }) => status)).toEqual([200, 200]);
    expect(await markupMistakes(pages[0]!.body)).toEqual([]);
    expect(pages[0]!.body).toContain('yamada@example.org');
    expect((await messages()).map(({ name, body }) => [name, body])).toEqual([['山田', '草刈りを見に行けますか。']]);
    expect((await mails()).map(({ recipient }) => recipient)).toEqual(['kawabe@group.example', 'yamada@example.org']);
    expect((await mails())[0]!.body_text).toContain('草刈りを見に行けますか。');
    const notices = await town.rows(`select 1 from notices where kind = 'site-contact.came' and person_id = $1`, [
      shop.toku.person.id,
    ]);
    expect(notices).toHaveLength(1);
    expect(site.faults).toEqual([]);
  });

  test('what is missing is said at its field, and nothing typed is lost', async () => {
    const page = await send({ email: 'yamada', body: '長い話' });
    expect(page.status).toBe(422);
    expect(page.body).toContain('メールアドレスの形ではありません');
    expect(page.body).toContain('長い話');
    expect(await markupMistakes(page.body)).toEqual([]);
    expect((await send({ name: '' })).status).toBe(422);
  });

  test('who is quicker than a person, fills the trap or brings many links is asked a sum, not turned away', async () => {
    const now = { stamp: stampFor(shop.siteId, town.now()) };
    const odd: Record<string, string>[] = [
      now,
      { [TRAP]: 'x' },
      { body: 'http://a.example http://b.example www.c.example' },
    ];
    for (const more of odd) {
      const page = await send(more);
      expect(page.status).toBe(422);
      expect(page.body).toMatch(/\dたす\dは/);
    }
    const stamp = stampFor(shop.siteId, town.now());
    const [a, b] = sumOf(shop.siteId, stamp);
    expect((await send({ stamp, answer: String(a + b + 1) })).body).toContain('たし算の答えがちがいます');
    const before = (await messages()).length;
    expect((await send({ stamp, answer: `${a + b}`, subject: '計算' })).status).toBe(200);
    expect((await messages()).length).toBe(before + 1);
  });

  test('a form of yesterday, of another site or with a false stamp is shown once more as it was', async () => {
    const old = stampFor(shop.siteId, new Date(town.now().getTime() - 25 * 3_600_000));
    for (const stamp of [old, '', 'x.y', stampFor(randomId(), town.now())]) {
      const page = await send({ stamp, body: 'そのまま' });
      expect([page.status, page.body.includes('そのまま'), page.body.includes('時間がたちました')]).toEqual([
        409,
        true,
        true,
      ]);
    }
  });

  test('too many from one place are told to wait, in words', async () => {
    const statuses: number[] = [];
    for (let n = 0; n < 8; n += 1) statuses.push((await send({ body: `${n}通目` })).status);
    expect(statuses.at(-1)).toBe(429);
    expect(statuses.filter((status) => status === 429).length).toBeGreaterThan(2);
  });

  test('works at a host of the site’s own', async () => {
    town.today('2026-10-12');
    site.ownHosts.set('www.kawabe.example', shop.siteId);
    const form = await askHost(site.origin, 'www.kawabe.example', '/contact');
    expect(form.body).toContain('action="/contact"');
    const fields = typed({ subject: '自分の名前から' });
    const sent = await askHost(site.origin, 'www.kawabe.example', '/contact', { method: 'POST', fields });
    expect([sent.status, sent.headers['set-cookie']]).toEqual([200, undefined]);
    expect((await messages())[0]!.subject).toBe('自分の名前から');
  });

  test('is read, answered and deleted by the editors alone', async () => {
    const at = `/site-editing/${shortId(shop.siteId)}/messages`;
    const page = await site.get(at, shop.hana);
    expect([page.status, await markupMistakes(page.body)]).toEqual([200, []]);
    expect(page.body).toContain('草刈りを見に行けますか。');
    expect((await site.get(at, shop.other)).status).toBe(403);
    expect((await site.get(at, shop.ken)).status).toBe(403);
    expect((await site.get(at)).status).toBe(303);
    const [message] = await messages();
    const mark = { id: message!.id, as: 'answered' };
    expect(await town.refusal(shop.other, markMessage, mark)).toBe('not-of-the-group');
    expect(await town.refusal(shop.hana, markMessage, mark, { hub: town.neighbour })).toBe('not-found');
    const sent = await site.post(
      `/site-messages/${shortId(message!.id)}/mark`,
      { once: randomId(), as: 'answered' },
      shop.hana,
    );
    expect(sent.status).toBe(303);
    expect((await messages())[0]).toMatchObject({ answered_by_name: '川辺の会のはな' });
    await town.perform(shop.toku, deleteMessage, { id: message!.id });
    expect((await messages()).some(({ id }) => id === message!.id)).toBe(false);
    expect(await town.refusal(shop.toku, deleteMessage, { id: message!.id })).toBe('not-found');
  });

  test('X13 is erased when its time is over', async () => {
    expect((await messages()).length).toBeGreaterThan(0);
    town.today('2027-10-20');
    for (const tick of siteContactWork.ticks!) await tick.run(jobIn(town));
    expect(await messages()).toEqual([]);
  });
});

describe('F1.3 stamps', () => {
  test('tell the age of a form, of this site only, and no other moment can be written into them', () => {
    const now = new Date('2026-11-23T12:00:00Z');
    const stamp = stampFor('a', now);
    expect(ageOf('a', stamp, new Date(now.getTime() + 5_000))).toBe(5_000);
    expect(ageOf('b', stamp, now)).toBe(null);
    expect(ageOf('a', stamp.replace(/^./, '0'), now)).toBe(null);
    const [x, y] = sumOf('a', stamp);
    expect([isSum('a', stamp, `　${x + y}`), isSum('a', stamp, '0')]).toEqual([true, false]);
    expect(isUnusual({ trap: '', body: 'https://a.example を見ました', ageMs: 9_000 })).toBe(false);
  });
});

describe('X4, X13 whoever writes through a homepage', () => {
  test('can be reported by the group alone, stopped by a decision, and heard no more', async () => {
    const by = { name: 'しつこい人', email: 'Shitsukoi@example.org', subject: '', body: '返事をしろ。何度でも書く。' };
    expect((await send(by)).status).toBe(200);
    const [row] = await town.rows<{ id: string }>("select id from site_messages where name = 'しつこい人'");
    const thing = { kind: 'site-message', id: row!.id };
    const report = { ...thing, ground: 'threat' };
    for (const reader of [shop.ken, shop.other])
      expect(await town.refusal(reader, reportThing, report)).toBe('not-found');
    await town.perform(shop.hana, reportThing, report);
    expect(await town.refusal(shop.hana, deleteMessage, { id: row!.id })).toBe('reported');
    const kept = await town.rows<{ body: string; author_id: null }>('select body, author_id from moderation_cases');
    expect(kept).toEqual([{ body: '返事をしろ。何度でも書く。', author_id: null }]);

    const stop = (at: Date | null) =>
      town.hubwise.write(town.hub.id, (db) => moderatedKind('site-message')!.setHidden(db, town.hub.id, row!.id, at));
    await stop(town.now());
    expect((await messages()).find(({ id }) => id === row!.id)).toMatchObject({
      body: '',
      subject: '',
      is_hidden: true,
    });
    const stopped = await send({ ...by, email: 'shitsukoi@example.org', body: 'また書いた。' });
    expect([stopped.status, stopped.body.includes('また書いた。')]).toEqual([403, true]);
    await stop(null);
    expect((await send({ ...by, body: '止められていない。' })).status).toBe(200);

    expect(await town.refusal(shop.ken, blockSender, thing)).toBe('not-found');
    await town.perform(shop.hana, blockSender, thing);
    const blocked = await send({ ...by, email: 'shitsukoi@example.org', body: '三度目。' });
    expect([blocked.status, blocked.body.includes('受けとらない')]).toEqual([403, true]);
    expect((await send({ email: 'else@example.org' })).status).toBe(200);
    const [block] = await town.read((db) => blocksOf(db, [shop.groupId]));
    expect(block).toMatchObject({ sender_name: 'しつこい人' });
    expect(JSON.stringify(await town.rows('select * from letter_blocks')).toLowerCase()).not.toContain('shitsukoi@');
  });

  test('is told of a decision at the address they gave, and appeals there without an account', async () => {
    openReportKeys('a secret of thirty-two characters!');
    const officers = [await town.person('緒方'), await town.person('ことね')];
    const centre = await town.organisation('body', 'センター', [
      [officers[0]!, 'representative'],
      [officers[1]!, 'editor'],
    ]);
    const before = town.hub.secretariatId;
    town.hub.secretariatId = centre.id;
    const [ogata, kotone] = officers.map((one) => town.as(one, centre, 'editor')) as [Reader, Reader];
    const email = 'nanashi@example.org';
    await town.hubwise.deployment((db) => db.deleteFrom('rate_limits').execute());
    expect((await send({ name: '名なし', email, body: '返事をしないとこまりますよ。' })).status).toBe(200);
    const [row] = await town.rows<{ id: string }>("select id from site_messages where name = '名なし'");
    const { caseId } = await town.perform(shop.hana, reportThing, {
      kind: 'site-message',
      id: row!.id,
      ground: 'threat',
    });
    const cases = [{ id: caseId, version: 1 }];
    const said = { cases, outcome: 'hidden', ground: 'threat', reason: 'おどす言葉でした。' };
    const decisionId = (await town.perform(kotone, decideCases, said)).decisions[0]!;
    const told = (await mails()).filter(({ recipient }) => recipient === email).at(-1)!;
    expect([told.subject, told.body_text.includes('180日のあいだ')]).toEqual(['あなたの手紙を止めました', true]);
    const [path] = /\/moderation\/own-reports\/[\w-]{50}/.exec(told.body_text) ?? [];
    const { body } = await site.get(path!);
    expect(await markupMistakes(body)).toEqual([]);
    expect([body.includes('おどす言葉でした。'), body.includes('こまりますよ')]).toEqual([true, false]);
    // The key of a decision isn't one of a report, nor the other way about.
    const other = reportKey({ hubId: town.hub.id, way: 'report', id: decisionId });
    expect((await site.get(`/moderation/own-reports/${other}`)).status).toBe(404);
    const appeal = () => site.post(`${path}/appeals`, { reason: '冗談でした。' });
    expect([(await appeal()).status, (await appeal()).status]).toEqual([303, 409]);
    const [filed] = await town.rows<{ id: string; side: string }>(
      `select id, side from moderation_appeals where decision_id = '${decisionId}'`,
    );
    expect(filed?.side).toBe('author');
    const settled = { id: filed!.id, outcome: 'reversed', answer: '読み直しました。' };
    expect(await town.refusal(kotone, settleAppeal, settled)).toBe('another-decides');
    await town.perform(ogata, settleAppeal, settled);
    expect((await mails()).filter(({ recipient }) => recipient === email).at(-1)!.body_text).toContain(
      '止めるのをやめ',
    );
    expect(await town.rows(`select 1 from letter_stops where object_id = '${row!.id}'`)).toEqual([]);
    town.hub.secretariatId = before;
  });

  test('reaches no group for which only young people speak', async () => {
    for (const reader of [shop.toku, shop.hana]) await makeYoung(town, reader);
    expect((await site.get(AT)).status).toBe(403);
    const refused = await send({ body: '会いに行きます。' });
    expect([refused.status, refused.body.includes('18歳')]).toEqual([403, true]);
  });
});
