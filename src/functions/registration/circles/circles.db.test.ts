import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { take } from '#cli/receive-answer.ts';
import { createAccount } from '#commons/accounts/index.ts';
import type { Reader } from '#kernel/context.ts';
import { randomId } from '#kernel/ids.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { typedGroup } from '../groups/groups-for-tests.ts';
import { declareGroup } from '../groups/index.ts';
import { answerAddress, keyInAddress } from './answer-address.ts';
import { answerIn } from './answer-by-mail.ts';
import { sendCircleLetter } from './letters.ts';
import { changeCircle, closeCircle, foundCircle, joinCircle, leaveCircle } from './membership.ts';
import { circleById, lettersOf, membersOf } from './queries.ts';

let town: TestTown;
let [a, b, c]: Reader[] = [];
let stranger: Reader;
let ids: string[];
let id: string;

const letter = (own: string, more = {}) => ({ id, own, title: '今月の集まり', body: '第2土曜の10時から。', ...more });

/** Gives whoever speaks a sign-in with this address. */
const giveAccount = ({ person }: Reader, email: string) =>
  town.hubwise.write(town.hub.id, async (db) => {
    const account = { id: randomId(), email, passwordHash: null, name: person.name, confirmed: true, at: town.now() };
    await createAccount(db, account);
    await db.updateTable('actors').set({ account_id: account.id }).where('id', '=', person.id).execute();
  });

beforeAll(async () => {
  town = await openTestTown();
  const people = await Promise.all(['とくさん', 'みずの', 'ことね'].map((name) => town.person(name)));
  stranger = await town.person('よその人');
  ids = [];
  for (const [at, name] of ['川辺の会', '橋の会', '花の会'].entries())
    ids.push((await town.perform(people[at]!, declareGroup, typedGroup({ name, email: `g${at}@group.example` }))).id);
  [a, b, c] = ids.map((group, at) => town.as(people[at]!, { id: group, kind: 'group', name: '' }));
  ({ id } = await town.perform(a!, foundCircle, { own: ids[0]!, name: '川の連絡会', about: '川のことを話します。' }));
});
afterAll(() => town.close());
afterEach(() => vi.unstubAllEnvs());

describe('F7.3 circles', () => {
  test('are founded, joined and left by registered groups themselves', async () => {
    const joining = { id, own: ids[1]! };
    expect(await town.refusal(stranger, joinCircle, joining)).toBe('not-of-the-group');
    expect(await town.refusal(b!, joinCircle, joining, { hub: town.neighbour })).toBe('not-found');
    await town.perform(b!, joinCircle, joining);
    expect(await town.refusal(b!, joinCircle, joining)).toBe('member-already');
    await town.perform(b!, leaveCircle, joining);
    expect(await town.refusal(b!, leaveCircle, joining)).toBe('not-a-member');
    await town.perform(b!, joinCircle, joining);
    expect(await town.refusal(a!, leaveCircle, { id, own: ids[0]! })).toBe('founder-stays');
    expect((await town.read((db) => membersOf(db, id))).map(({ name }) => name)).toEqual(['川辺の会', '橋の会']);
    expect((await town.read((db) => circleById(db, id))).member_count).toBe(2);
    expect(await town.refusal(b!, changeCircle, { id, about: '変えます' })).toBe('not-founder');
  });
});

describe('F7.3 letters of a circle', () => {
  test('are written by members and go to the others alone', async () => {
    vi.stubEnv('MINNA_ANSWER_ADDRESS', '');
    expect(await town.refusal(c!, sendCircleLetter, letter(ids[2]!))).toBe('not-a-member');
    await town.perform(a!, sendCircleLetter, letter(ids[0]!));
    expect(await town.refusal(b!, sendCircleLetter, letter(ids[1]!, { answers: randomId() }))).toBe('no-such-letter');
    const mails = await town.hubwise.deployment((db) => db.selectFrom('mails').select('recipient').execute());
    expect(mails.map(({ recipient }) => recipient)).toEqual(['g1@group.example']);
    const told = await town.rows<{ person_id: string }>(`select person_id from notices where kind = 'circles.letter'`);
    expect(told.map((one) => one.person_id)).toEqual([b!.person.id]);
  });

  test('are answered by mail at the address in them, while the group is a member', async () => {
    vi.stubEnv('MINNA_ANSWER_ADDRESS', 'circles@town.example');
    await town.perform(a!, sendCircleLetter, letter(ids[0]!, { title: '川開き' }));
    const [mail] = await town.hubwise.deployment((db) =>
      db.selectFrom('mails').select('body_text').where('subject', 'like', '%川開き%').execute(),
    );
    const key = keyInAddress(/circles\+[\w-]+@town\.example/.exec(mail!.body_text)![0])!;
    const mailed = (text: string, { from = 'G1@group.example', head = '', to = `circles+${key}@town.example` } = {}) =>
      take(
        town.hubwise,
        {
          message: Buffer.from(`From: 橋の会 <${from}>\r\nTo: ${to}\r\n${head}Content-Type: text/plain\r\n\r\n${text}`),
          origin: null,
        },
        town.now(),
      );
    const back = () =>
      town.hubwise.deployment((db) =>
        db
          .selectFrom('mails')
          .select(['recipient', 'body_text'])
          .where('subject', 'like', '%受けとれません%')
          .execute(),
      );
    expect(await mailed('行きます。', { to: `circles+${'x'.repeat(32)}@town.example` })).toBe('unknown');
    expect(await mailed('留守です。', { head: 'Auto-Submitted: auto-replied\r\n' })).toBe('unknown');
    expect(await back()).toEqual([]);
    expect(await mailed('行きます。', { from: 'somebody@else.example' })).toBe('refused');
    expect(await mailed('> 引用だけ')).toBe('refused');
    expect(await back()).toMatchObject([{ recipient: 'somebody@else.example' }]);
    expect((await back())[0]!.body_text).toContain('このアドレスからのお返事は受けとれません');
    for (const _ of [1, 2]) expect(await mailed('行きます。\n\n2026年10月10日 川辺の会:\n> 川開き')).toBe('taken');
    await giveAccount(b!, 'mizuno@person.example');
    expect(await mailed('おくれます。', { from: 'mizuno@person.example' })).toBe('taken');
    const latest = await town.read((db) => lettersOf(db, id));
    expect(latest.filter((one) => one.by_mail)).toMatchObject([
      { title: 'Re: 川開き', body: 'おくれます。', group_name: '橋の会' },
      { title: 'Re: 川開き', body: '行きます。', group_name: '橋の会' },
    ]);
    await town.perform(b!, leaveCircle, { id, own: ids[1]! });
    expect(await mailed('やっぱり行けません。')).toBe('refused');
    expect(await back()).toHaveLength(1);
  });

  test('an address without a plain base takes no answers; quotations and signatures stay out', () => {
    expect(answerAddress('k', '')).toBeNull();
    expect(answerAddress('k', 'a+b@c.example')).toBeNull();
    expect(answerAddress('k', 'a@c.example')).toBe('a+k@c.example');
    expect(keyInAddress('a@c.example')).toBeNull();
    expect(answerIn('はい。\n-- \n署名')).toBe('はい。');
    expect(answerIn('Yes.\nOn Monday A wrote:\n> x')).toBe('Yes.');
  });

  test('end with the circle', async () => {
    expect(await town.refusal(b!, closeCircle, { id })).toBe('not-founder');
    await town.perform(a!, closeCircle, { id });
    expect(await town.refusal(a!, sendCircleLetter, letter(ids[0]!))).toBe('closed');
  });
});
