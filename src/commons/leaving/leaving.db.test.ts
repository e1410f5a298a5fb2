import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newToken } from '#commons/accounts/index.ts';
import { changeProfile } from '#commons/actors/index.ts';
import { openDebate, say, vote } from '#commons/discussion/debate-for-tests.ts';
import { tallyBatch } from '#commons/discussion/index.ts';
import { LEFT_NAME } from '#commons/hubs/index.ts';
import { proofOf } from '#commons/journal/reads.ts';
import { webSource } from '#commons/journal/source.ts';
import { sqlOf } from '#commons/journal/storage.ts';
import { verifyLog } from '#commons/journal/verify.ts';
import type { Reader } from '#kernel/context.ts';
import { openSite, type TestSite } from '#test/support/site.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { askDeparture } from './ask-departure.ts';
import { cancelByKey, cancelDeparture } from './cancel-departure.ts';
import { carryOutDepartures } from './carry-out.ts';
import { findBy, holdingsOf, manifests, ownLinks, readCatalog, tableName } from './holdings.ts';
import { type LeavingTown, openLeavingTown } from './leaving-for-tests.ts';

let town: TestTown;
let leaving: LeavingTown;
let site: TestSite;
let debate: string;

beforeAll(async () => {
  town = await openTestTown();
  leaving = openLeavingTown(town);
  site = await openSite(town);
  town.today('2026-11-10');
  debate = await openDebate(town);
});
afterAll(async () => {
  await site.close();
  await town.close();
});

const newKey = () => newToken();

async function ask(reader: Reader, withdraws = false, key = newKey()): Promise<string> {
  await town.perform(reader, askDeparture, { withdraws, key });
  return key;
}

const count = async (sql: string, values: unknown[]) => (await town.rows(sql, values)).length;

describe('X1 leaving', () => {
  test('the person is gone, in every corner of the database; what was said stays, and the journal verifies', async () => {
    const email = 'unmistakable@example.com';
    const name = 'ひぐらし坂の笛吹き';
    const fumi = await leaving.member(email, name);
    const other = await town.person('けん');
    await town.perform(fumi, changeProfile, { name, about: '坂の上に住んでいます' });
    const { id } = await say(town, fumi, debate, '朝の便を早めてほしい');
    const reply = await say(town, other, debate, '夕方の便もほしい');
    await vote(town, fumi, reply.id, 'agree');
    await vote(town, other, id, 'agree');
    await town.hubwise.write(town.hub.id, (db) => tallyBatch(db, town.hub.id, 100));
    await leaving.sequence();
    const before = await verifyLog(webSource(`${site.origin}/journal`));
    expect(before.holds).toBe(true);
    const [opened] = (await town.read((db) => proofOf(sqlOf(db), 1, 'opinion', id)))!.proofs;
    expect(opened!.parts.every(({ content }) => content !== null && content !== undefined)).toBe(true);
    expect(await leaving.tablesWith(name)).toContain('public.actors');
    expect(await leaving.tablesWith(email)).toContain('auth.users');

    await ask(fumi);
    await leaving.dayComes();

    expect(await leaving.tablesWith(name)).toEqual([]);
    expect(await leaving.tablesWith(email)).toEqual([]);
    expect(await leaving.tablesWith(fumi.accountId)).toEqual([]);
    expect(leaving.invalidated).toContain('hub');
    const page = await site.get(`/debates/${debate}`);
    expect(page.body).not.toContain(name);
    const [said] = await town.rows<{ body: string; name: string; agree: number }>(
      `select o.body, a.name, o.agree from opinions o join actors a on a.hub_id = o.hub_id and a.id = o.actor_id where o.id = $1`,
      [id],
    );
    expect(said).toEqual({ body: '朝の便を早めてほしい', name: LEFT_NAME, agree: 1 });

    await leaving.sequence();
    const after = await verifyLog(webSource(`${site.origin}/journal`), { previousCheckpoint: before.note });
    expect(after.holds).toBe(true);
    const parts = await town.rows<{ salt: Buffer | null; content: unknown; erased_at: Date | null }>(
      'select salt, content, erased_at from event_parts where actor_id = $1',
      [fumi.person.id],
    );
    expect(parts.length).toBeGreaterThan(0);
    for (const part of parts) expect(part).toMatchObject({ salt: null, content: null, erased_at: expect.any(Date) });
    const [closed] = (await town.read((db) => proofOf(sqlOf(db), 1, 'opinion', id)))!.proofs;
    expect(closed!.entry).toEqual(opened!.entry);
    expect(closed!.parts).toEqual([]);
  });

  test('choices count on as one person’s, and nobody can tell whose they were', async () => {
    const mika = await leaving.member('mika@example.com', 'みかづきさん');
    const ken = await town.person('けん二');
    const own = await openDebate(town, { title: '公園の木かげ' });
    const a = await say(town, ken, own, '木を植える');
    const b = await say(town, ken, own, 'ベンチを置く');
    await vote(town, mika, a.id, 'agree');
    await vote(town, mika, b.id, 'disagree');
    await town.hubwise.write(town.hub.id, (db) => tallyBatch(db, town.hub.id, 100));
    const figures = () =>
      town.rows(
        `select o.agree, o.disagree, o.pass, d.voter_count, d.vote_count from opinions o
         join debates d on d.hub_id = o.hub_id and d.id = o.debate_id where o.debate_id = $1 order by o.id`,
        [own],
      );
    const before = await figures();
    await ask(mika);
    await leaving.dayComes();
    await town.hubwise.write(town.hub.id, (db) => tallyBatch(db, town.hub.id, 100));
    expect(await figures()).toEqual(before);
    expect(await count('select 1 from votes where person_id = $1', [mika.person.id])).toBe(0);
    const voters = await town.rows<{ name: string; n: number }>(
      `select a.name, count(*)::int as n from votes v join actors a on a.hub_id = v.hub_id and a.id = v.person_id
       where v.debate_id = $1 group by a.id, a.name`,
      [own],
    );
    expect(voters).toEqual([{ name: LEFT_NAME, n: 2 }]);
  });

  test('every manifest keeps its word: deleted is deleted, blanked is blank', async () => {
    const nao = await leaving.member('nao@example.com', 'なおみちさん');
    await say(town, nao, debate, '停留所に屋根を');
    await ask(nao);
    await leaving.dayComes();
    const holdings = holdingsOf(await manifests(), await town.read(readCatalog));
    const whose = { personId: nao.person.id, accountId: nao.accountId, email: 'nao@example.com' };
    let looked = 0;
    for (const holding of holdings) {
      const found = findBy(holding, holdings, whose, ownLinks(holding));
      if (!found || holding.onErasure === 'kept-without-person' || holding.table === 'actors') continue;
      looked += 1;
      const rows = await town.rows<Record<string, unknown>>(
        `select * from ${tableName(holding.table)} where ${found.where}`,
        [found.value],
      );
      if (holding.onErasure !== 'blanked') expect([holding.table, rows]).toEqual([holding.table, []]);
      const words = holding.all.filter(({ name, type }) => holding.columns.includes(name) && !/^uuid/.test(type));
      for (const row of rows) for (const { name } of words) expect([null, '', '―', {}]).toContainEqual(row[name]);
    }
    expect(looked).toBeGreaterThan(15);
  });

  test('who wants that takes back what can be taken back; those words go, too', async () => {
    const rie = await leaving.member('rie@example.com', 'りえぞうさん');
    const { id } = await say(town, rie, debate, 'まちがって書いた一文です');
    await ask(rie, true);
    await leaving.dayComes();
    const [opinion] = await town.rows<{ withdrawn_at: Date | null }>(
      'select withdrawn_at from opinions where id = $1',
      [id],
    );
    expect(opinion!.withdrawn_at).not.toBeNull();
    expect(await leaving.tablesWith('まちがって書いた一文です')).toEqual([]);
    expect(
      await count(`select 1 from events where verb = 'opinions.withdrawn' and object_id = $1 and is_public`, [id]),
    ).toBe(1);
  });

  test('before the day nothing is erased; called off in time, everything is as it was', async () => {
    const yui = await leaving.member('yui@example.com', 'ゆいのはな');
    const key = await ask(yui);
    const link = await leaving.accounts.link('yui@example.com', '/departure-cancellation');
    expect(link.searchParams.get('key')).toBe(key);
    await carryOutDepartures(leaving.job());
    expect(await count('select 1 from actors where id = $1 and name = $2', [yui.person.id, 'ゆいのはな'])).toBe(1);
    expect(await town.refusal(yui, askDeparture, { withdraws: true, key: newKey() })).toBe('leaving-already');
    await town.perform(yui, cancelDeparture, {});
    expect(await town.refusal(yui, cancelDeparture, {})).toBe('not-leaving');
    await leaving.dayComes();
    expect(await count('select 1 from actors where id = $1 and left_at is null', [yui.person.id])).toBe(1);
    expect(await leaving.accounts.signIn('yui@example.com')).toHaveLength(43);
  });

  test('called off by the letter’s link, once', async () => {
    const sae = await leaving.member('sae@example.com', 'さえのは');
    const key = await ask(sae);
    await leaving.accounts.deployment((db) => cancelByKey(db, key, town.now()));
    const again = leaving.accounts.deployment((db) => cancelByKey(db, key, town.now()));
    await expect(again).rejects.toMatchObject({ all: [{ code: 'key-over' }] });
    await leaving.dayComes();
    expect(await count('select 1 from actors where id = $1 and left_at is null', [sae.person.id])).toBe(1);
  });

  test('asked twice at once: one departure, one letter', async () => {
    const aki = await leaving.member('aki@example.com', 'あきのそら');
    const before = await leaving.accounts.letterCount('aki@example.com');
    const answers = await Promise.all([
      town.refusal(aki, askDeparture, { withdraws: false, key: newKey() }),
      town.refusal(aki, askDeparture, { withdraws: true, key: newKey() }),
    ]);
    expect(answers.sort()).toEqual(['done', 'leaving-already']);
    expect((await leaving.accounts.letterCount('aki@example.com')) - before).toBe(1);
    // Carried out by two workers at once, too.
    await Promise.all([leaving.dayComes(), leaving.dayComes()]);
    expect(await leaving.tablesWith('aki@example.com')).toEqual([]);
  });

  test('an organisation is never left without a voice, not even by two who leave together', async () => {
    const one = await leaving.member('one@example.com', 'いちのせ');
    const two = await leaving.member('two@example.com', 'にのみや');
    const group = await town.organisation('group', 'みどりの会', [[one, 'representative']]);
    expect(await town.refusal(one, askDeparture, { withdraws: false, key: newKey() })).toBe('last-representative');
    await town.hubwise.write(town.hub.id, (db) =>
      db
        .insertInto('roles')
        .values({
          hub_id: 1,
          person_id: two.person.id,
          organisation_id: group.id,
          role: 'representative',
          since: town.now(),
        })
        .execute(),
    );
    await ask(one);
    await ask(two);
    await leaving.dayComes();
    const left = await town.rows<{ id: string }>(
      'select id from actors where id = any($1::uuid[]) and left_at is not null',
      [[one.person.id, two.person.id]],
    );
    expect(left).toHaveLength(1);
    const stays = left[0]!.id === one.person.id ? 'two@example.com' : 'one@example.com';
    await leaving.accounts.link(stays, '/acting-as');
  });

  test('the same address signs up again: somebody new, with nothing of before', async () => {
    const first = await leaving.member('again@example.com', 'まえのひと');
    await ask(first);
    await leaving.dayComes();
    expect(await leaving.accounts.reader('x'.repeat(43))).toBeNull();
    const second = await leaving.member('again@example.com', 'あたらしいひと');
    expect(second.person.id).not.toBe(first.person.id);
    expect(second.accountId).not.toBe(first.accountId);
  });

  test('an open session ends with it', async () => {
    const mio = await leaving.member('mio@example.com', 'みおつくし');
    const token = await leaving.accounts.signIn('mio@example.com');
    await ask(mio);
    expect(await leaving.accounts.reader(token)).not.toBeNull();
    await leaving.dayComes();
    expect(await leaving.accounts.reader(token)).toBeNull();
  });
});
