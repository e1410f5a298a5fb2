import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { shortId } from '#kernel/ids.ts';
import type { Lang } from '#kernel/lang.ts';
import { PUBLISHED_ON } from '#test/support/published-round.ts';
import { markupMistakes, openSite, type TestSite } from '#test/support/site.ts';
import { type ToldRound, writtenRound } from '#test/support/told-round.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';

let town: TestTown;
let site: TestSite;
let round: ToldRound;
let at: string;

beforeAll(async () => {
  town = await openTestTown();
  site = await openSite(town);
  round = await writtenRound(town);
  at = `/rounds/${shortId(town.roundId)}/document`;
});
afterAll(async () => {
  await site.close();
  await town.close();
});

describe('F9.6 before the publication', () => {
  test('the page says from when it can be published, and offers nothing to others', async () => {
    town.today('2026-12-20');
    const { body } = await site.get(at);
    expect(body).toContain('公表は2027年（令和9年）1月9日（土）からできます');
    expect(body).not.toContain('/document/publication');
    expect((await site.get(`${at}.json`)).status).toBe(404);
    expect((await site.get(`${at}/full`)).status).toBe(404);
  });

  test('an editor sees the button with its reason, and cannot go round it', async () => {
    expect((await site.get(at, round.editor)).body).toContain('確認の期間が終わるまで公表できません');
    expect((await site.get(`${at}/publication`, round.editor)).status).toBe(403);
    expect((await site.post(at, {}, round.editor)).status).toBe(422);
    expect((await site.post(at, {}, round.citizen)).status).toBe(403);
    expect((await site.post(at, {})).status).toBe(401);
  });

  test('what is missing is listed whole where the act was refused', async () => {
    town.today(PUBLISHED_ON);
    await town.hubwise.write(town.hub.id, (db) =>
      db.deleteFrom('annex_entries').where('hub_id', '=', town.hub.id).execute(),
    );
    const refused = await site.post(at, {}, round.editor);
    expect(refused.status).toBe(422);
    expect(refused.body).toContain('3. 意見その3');
    expect(refused.body).toContain(`href="/opinions/${shortId(round.opinionIds[2]!)}"`);
    expect(await markupMistakes(refused.body)).toEqual([]);
    const asked = await site.get(`${at}/publication`, round.editor);
    expect([asked.status, asked.body.includes('3. 意見その3')]).toEqual([200, true]);
    await town.hubwise.write(town.hub.id, (db) =>
      db
        .insertInto('annex_entries')
        .values({
          hub_id: town.hub.id,
          round_id: town.roundId,
          opinion_id: round.opinionIds[2]!,
          reason: '提案の範囲の外のため。',
          person_id: round.editor.person.id,
          at: town.now(),
        })
        .execute(),
    );
  });
});

describe('F9.6 the published document', () => {
  test('is published by a form, after a page that says what that means', async () => {
    expect((await site.get(`${at}/publication`, round.editor)).body).toContain('あとから変えることはできません');
    const done = await site.post(at, {}, round.editor);
    expect([done.status, done.location]).toEqual([303, `${at}?done=published`]);
    expect((await site.post(at, {}, round.editor)).status).toBe(409);
  });

  test('the file behind the printed fingerprint has that fingerprint', async () => {
    const { body } = await site.get(at);
    const [, printed] = /<code>([0-9a-f]{64})<\/code>/.exec(body) ?? [];
    const file = await site.get(`${at}.json`);
    expect(createHash('sha256').update(file.body, 'utf8').digest('hex')).toBe(printed);
    expect(file.type).toContain('application/json');
  });

  test('the table opens in a spreadsheet and has a row for every part', async () => {
    const { body, type } = await site.get(`${at}.csv`);
    expect(type).toContain('text/csv');
    // response.text() takes the byte order mark away, so the head line comes first.
    const lines = body.replace(/^\uFEFF/, '').split('\r\n');
    expect(lines[0]).toMatch(/^文書番号,/);
    expect(body).toContain('提案の範囲の外のため。');
    expect(body).toContain('暗い所から灯りをつけることに賛成が多かった。');
  });

  test('its submission is recorded by a form; what was typed stays after a refusal', async () => {
    const fields = { receivedBy: round.division.id, receivedOffice: '3階の窓口', receivedOn: '2027-01-10' };
    const refused = await site.post(`${at}/submission`, fields, round.editor);
    expect(refused.status).toBe(422);
    expect(refused.body).toContain('3階の窓口');
    expect(refused.body).toContain('これからの日付は書けません');
    const done = await site.post(`${at}/submission`, { ...fields, receivedOn: PUBLISHED_ON }, round.editor);
    expect(done.location).toBe(`${at}?done=submitted`);
    expect((await site.get(at)).body).toContain('3階の窓口');
    expect((await site.get(`${at}/submission`, round.editor)).body).toContain('提出は、もう記録されています');
  });

  test.each<Lang>(['ja', 'easy', 'en'])('is whole and valid in %s', async (lang) => {
    for (const path of [at, `${at}/full`, `${at}/${shortId(round.proposalId)}`]) {
      const { status, body } = await site.get(path, null, lang);
      expect([path, status, await markupMistakes(body)]).toEqual([path, 200, []]);
      expect(body).toContain('R8-3');
      expect(body).not.toMatch(/undefined|NaN|\[object/);
    }
    expect((await site.get(`${at}/${shortId(round.pointId)}`)).status).toBe(404);
    expect(site.faults).toEqual([]);
  });

  test('does not change when what it was made of does', async () => {
    const before = (await site.get(`${at}.json`)).body;
    await town.hubwise.write(town.hub.id, async (db) => {
      await db.updateTable('actors').set({ name: '退会した人' }).where('id', '=', round.proposer.person.id).execute();
      await db.updateTable('opinions').set({ hidden_at: town.now() }).where('id', '=', round.opinionIds[0]!).execute();
    });
    expect((await site.get(`${at}.json`)).body).toBe(before);
  });
});
