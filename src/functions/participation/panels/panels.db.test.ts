import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Reader } from '#kernel/context.ts';
import { randomId } from '#kernel/ids.ts';
import { checkLot } from '#kernel/lot.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { announcePanel } from './announce-panel.ts';
import { drawPanel } from './draw-panel.ts';
import { fixList } from './fix-list.ts';
import { candidatesOf, invitedOf, panelById } from './queries.ts';
import { recordReply } from './record-reply.ts';

let town: TestTown;
let division: Reader;
let citizen: Reader;

const typed = {
  title: '駅前広場を考える市民会議',
  about: '広場の使い方を話し合います。',
  heldText: '2月から土曜日に4回',
  contact: '協働推進課',
  size: '4',
  strata: '年代、地区',
  source: 'event',
  sourceText: '11月20日のくじの番号',
  sourceOn: '2026-11-20',
};
const line = (n: number) => `A${n},${n % 2 ? '若い' : '年配'},${n % 4 < 2 ? '東' : '西'},〒${n} ひなた市 ${n}番`;
const csv = `番号,年代,地区,連絡先\r\n${Array.from({ length: 16 }, (_, n) => line(n)).join('\r\n')}\r\n`;

beforeAll(async () => {
  town = await openTestTown();
  citizen = await town.person('ことね');
  const officer = await town.person('担当');
  const office = await town.organisation('division', '協働推進課', [[officer, 'editor']]);
  division = town.as(officer, office, 'editor');
});
afterAll(() => town.close());

async function announced(more: Record<string, string> = {}): Promise<string> {
  town.today('2026-11-02');
  return (await town.perform(division, announcePanel, { ...typed, ...more })).id;
}

async function drawn(): Promise<string> {
  const id = await announced();
  await town.perform(division, fixList, { id, csv });
  town.today('2026-11-21');
  await town.perform(division, drawPanel, { id, chance: '0391', evidence: '市報12月号' });
  return id;
}

describe('F9.9 announcing a panel drawn by lot', () => {
  test('is for divisions, with a chance that lies ahead', async () => {
    town.today('2026-11-02');
    expect(await town.refusal(citizen, announcePanel, typed)).toBe('city-only');
    const member = town.as(await town.person('係'), division.acting, 'member');
    expect(await town.refusal(member, announcePanel, typed)).toBe('member-only');
    expect(await town.refusal(division, announcePanel, { ...typed, sourceOn: '2026-11-02' })).toBe(
      'sourceOn:source-not-ahead',
    );
    expect(await town.refusal(division, announcePanel, { ...typed, size: '0' })).toBe('size:not-a-number');
    expect(await town.refusal(division, announcePanel, { ...typed, strata: 'あ、い、う、え' })).toBe(
      'strata:too-many-strata',
    );
    expect(await town.rows('select id from panels')).toEqual([]);
  });
});

describe('F9.9 the list of a panel', () => {
  test('every bad line is named, and nothing of it is kept', async () => {
    const id = await announced();
    const refused = (text: string) => town.refusal(division, fixList, { id, csv: text });
    expect(await refused('')).toBe('csv:required');
    expect(await refused('番号,年代,連絡先\nA1,若い,x')).toBe('csv:list-head');
    expect(await refused(`${csv}A1,若い,東,x\nB 1,若い,東,x\nB2,,東,x\nB3,若い,東,\nB4,若い\n`)).toBe(
      'csv:lines-twice csv:lines-number csv:lines-stratum csv:lines-contact csv:lines-short',
    );
    expect(await refused('番号,年代,地区,連絡先\nA1,若い,東,x')).toBe('csv:list-too-short');
    expect(await refused('番号,"年代')).toBe('csv:list-quotes');
    expect(await town.read((db) => candidatesOf(db, id))).toEqual([]);
  });

  test('is fixed once, before the day of the chance, by whoever invites; its hash goes into the journal', async () => {
    const id = await announced();
    expect(await town.refusal(citizen, fixList, { id, csv })).toBe('not-in-charge');
    expect(await town.refusal(division, fixList, { id, csv }, { hub: town.neighbour })).toBe('not-found');
    const { listHash } = await town.perform(division, fixList, { id, csv });
    expect(listHash).toMatch(/^[0-9a-f]{64}$/);
    expect(await town.refusal(division, fixList, { id, csv })).toBe('listed-already');
    const [event] = await town.rows<{ public: Record<string, unknown>; content: Record<string, unknown> }>(
      `select e.public, p.content from events e join event_parts p on p.hub_id = e.hub_id and p.event_id = e.id
       where e.object_id = $1 and e.verb = 'panels.list-fixed'`,
      [id],
    );
    expect(event).toMatchObject({ public: { listHash, candidates: 16 }, content: { listHash } });
    expect(JSON.stringify(event)).not.toContain('ひなた市');
    const late = await announced();
    town.today('2026-11-20');
    expect(await town.refusal(division, fixList, { id: late, csv })).toBe('chance-known');
  });
});

describe('F9.9 the draw', () => {
  test('needs the list, the day, the chance and its evidence; happens once; and anybody gets the same result', async () => {
    const id = await announced();
    const draw = { id, chance: '0391', evidence: '市報12月号' };
    expect(await town.refusal(division, drawPanel, draw)).toBe('not-listed');
    await town.perform(division, fixList, { id, csv });
    expect(await town.refusal(division, drawPanel, draw)).toBe('too-early');
    town.today('2026-11-21');
    expect(await town.refusal(citizen, drawPanel, draw)).toBe('not-in-charge');
    expect(await town.refusal(division, drawPanel, { id })).toBe('chance:required');
    expect(await town.refusal(division, drawPanel, { id, chance: '0391' })).toBe('evidence:required');
    const once = randomId();
    const [first, second] = await Promise.all([
      town.perform(division, drawPanel, draw, { once }),
      town.perform(division, drawPanel, draw, { once }),
    ]);
    expect(second).toEqual(first);
    expect(await town.refusal(division, drawPanel, { ...draw, chance: '0392' })).toBe('drawn-already');
    const panel = (await town.read((db) => panelById(db, id)))!;
    const candidates = await town.read((db) => candidatesOf(db, id));
    const published = { method: 'minna-lot-1', listHash: panel.list_hash!, chance: panel.chance!, size: 4 };
    expect(await checkLot({ ...published, candidates, drawn: first.drawn })).toMatchObject({ list: true, draw: true });
    expect(first.drawn).toHaveLength(4);
  });

  test('by the journal it takes the first head signed from that day on', async () => {
    const id = await announced({ source: 'journal' });
    await town.perform(division, fixList, { id, csv });
    town.today('2026-11-21');
    expect(await town.refusal(division, drawPanel, { id })).toBe('no-chance-yet');
    await town.hubwise.write(town.hub.id, (db) =>
      db
        .insertInto('journal_checkpoints')
        .values([
          { hub_id: 1, size: 7, root: Buffer.alloc(32, 1), note: '-', signed_at: new Date('2026-11-19T10:00:00Z') },
          { hub_id: 1, size: 9, root: Buffer.alloc(32, 2), note: '-', signed_at: new Date('2026-11-20T10:00:00Z') },
        ])
        .execute(),
    );
    await town.perform(division, drawPanel, { id });
    expect((await town.read((db) => panelById(db, id)))!.chance).toBe(`9 ${'02'.repeat(32)}`);
  });
});

describe('F9.9 invitations of a panel', () => {
  test('who declines is replaced by the next of the same stratum, and the contact is erased', async () => {
    const id = await drawn();
    const [first] = await town.read((db) => invitedOf(db, id));
    const expected = (await town.read((db) => candidatesOf(db, id))).find(
      (one) => one.rank === 2 && one.strata.join() === first!.strata.join(),
    )!;
    const reply = { id, number: first!.number, reply: 'declined' };
    expect(await town.refusal(citizen, recordReply, reply)).toBe('not-in-charge');
    const { next } = await town.perform(division, recordReply, reply);
    expect(next).toBe(expected.number);
    expect(await town.refusal(division, recordReply, reply)).toBe('number:nobody-invited');
    const invited = await town.read((db) => invitedOf(db, id));
    expect(invited.find((one) => one.number === first!.number)).toMatchObject({ state: 'declined', contact: '' });
    expect(invited.find((one) => one.number === next)).toMatchObject({ state: 'invited', replaces: first!.number });
    await town.perform(division, recordReply, { id, number: next!, reply: 'accepted' });
    expect(await town.refusal(division, recordReply, { id, number: 'Z9', reply: 'accepted' })).toBe(
      'number:nobody-invited',
    );
  });

  test('when a stratum has nobody left, others move up, and in the end nobody', async () => {
    const id = await drawn();
    for (let turn = 0; turn < 16; turn += 1) {
      const [open] = (await town.read((db) => invitedOf(db, id))).filter((one) => one.state === 'invited');
      const { next } = await town.perform(division, recordReply, { id, number: open!.number, reply: 'declined' });
      expect(next === null).toBe(turn >= 12);
    }
  });
});
