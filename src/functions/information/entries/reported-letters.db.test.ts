import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { blockSender, blocksOf, liftBlock } from '#commons/correspondence/blocks.ts';
import { defaultRules } from '#commons/hubs/index.ts';
import { appealDecision } from '#commons/moderation/appeal-decision.ts';
import { caseById } from '#commons/moderation/case-queries.ts';
import { claimRight } from '#commons/moderation/file-claim.ts';
import { reportThing } from '#commons/moderation/file-report.ts';
import { type ModeratedTown, openModeratedTown } from '#commons/moderation/moderation-for-tests.ts';
import { settleAppeal } from '#commons/moderation/settle-appeal.ts';
import type { Reader } from '#kernel/context.ts';
import { typedKnowHow } from './entries-for-tests.ts';
import { answerLetter, conversation, writeLetter } from './letters.ts';
import { publishEntry } from './publish.ts';

let it: ModeratedTown;
let entry: string;

beforeAll(async () => {
  it = await openModeratedTown();
  entry = (await it.town.perform(it.iwao, publishEntry, typedKnowHow())).id;
});
afterAll(() => it.town.close());

async function letterOf(by: Reader, body: string): Promise<string> {
  await it.town.perform(by, writeLetter, { id: entry, body });
  const rows = await it.town.rows<{ id: string }>('select id from entry_letters order by id desc limit 1');
  return rows[0]!.id;
}
const report = (id: string) => ({ kind: 'entry-letter', id, ground: 'threat' });
const write = { body: 'もう一度書きます。' };

describe('X4, X13 a letter that harms', () => {
  test('is brought before a moderator by whoever got it alone, and is the one thing they read', async () => {
    const { town, iwao, fumi, toku, ogata } = it;
    const other = await letterOf(fumi, 'はじめまして。本を見せてください。');
    const id = await letterOf(fumi, '返事をしないと家まで行きます。');
    for (const reader of [toku, ogata, fumi])
      expect(await town.refusal(reader, reportThing, report(id))).toBe('not-found');
    const claim = { claimant: 'x', relation: 'self', right: 'privacy', passage: 'x', why: 'x' };
    expect(await town.refusal(toku, claimRight, { kind: 'entry-letter', id, ...claim })).toBe('not-found');
    expect(await town.refusal(iwao, reportThing, report(id), { hub: town.neighbour })).toBe('not-found');
    const { caseId } = await town.perform(iwao, reportThing, report(id));
    expect(await town.refusal(iwao, reportThing, report(id))).toBe('reported-already');
    const found = await town.read((db) => caseById(db, caseId));
    expect(found).toMatchObject({ kind: 'entry-letter', body: '返事をしないと家まで行きます。', author_name: 'ふみ' });
    const cases = await town.rows<{ body: string }>('select body from moderation_cases');
    expect(cases.map(({ body }) => body).join()).not.toContain('本を見せて');

    const decision = await it.decides(ogata, caseId, 'hidden', { ground: 'threat' });
    const shown = await town.read((db) => conversation(db, iwao, entry, fumi.person.id));
    expect(shown.letters.map(({ id: one, body }) => [one, body])).toEqual([
      [id, ''],
      [other, 'はじめまして。本を見せてください。'],
    ]);
    expect(await town.refusal(fumi, writeLetter, { id: entry, ...write })).toBe('stopped');
    const told = (await it.letters()).filter(({ recipient }) => recipient.startsWith('fumi'));
    expect(told.at(-1)!.subject).toContain('あなたの手紙を止めました');
    const reported = (await it.letters()).filter(({ recipient }) => recipient.startsWith('iwao'));
    expect(reported.at(-1)!.body_text).toContain('180日');

    // Nothing of the letter is in what the public reads.
    expect(await town.rows('select 1 from hidings')).toEqual([]);
    const events = await town.rows<{ object_kind: string; is_public: boolean }>(
      "select object_kind, is_public from events where verb = 'moderation.hidden'",
    );
    expect(events).toEqual([{ object_kind: 'decision', is_public: true }]);

    expect(await town.refusal(toku, appealDecision, { decisionId: decision, reason: 'x' })).toBe('not-concerned');
    const { id: appeal } = await town.perform(fumi, appealDecision, { decisionId: decision, reason: '冗談でした。' });
    const settled = { id: appeal, outcome: 'reversed', answer: '文脈から冗談とわかります。' };
    expect(await town.refusal(ogata, settleAppeal, settled)).toBe('another-decides');
    await town.perform(it.kotone, settleAppeal, settled);
    expect(await town.refusal(fumi, writeLetter, { id: entry, ...write })).toBe('done');
  });

  test('a warning can be appealed by whom it was given to, and by whoever found it too little; one overturned, not the other way', async () => {
    const { town, iwao, matsu, ogata, kotone } = it;
    const id = await letterOf(matsu, '見学は何度もお願いしました。');
    const { caseId } = await town.perform(iwao, reportThing, report(id));
    const decisionId = await it.decides(kotone, caseId, 'asked', { ground: 'threat' });
    const warned = (await it.letters()).filter(({ recipient }) => recipient.startsWith('matsu')).at(-1)!;
    expect(warned.body_text).toContain('異議申立てができます');
    const appeal = (by: Reader) => town.perform(by, appealDecision, { decisionId, reason: '見直してください。' });
    const own = await appeal(matsu);
    const theirs = await appeal(iwao);
    expect(await town.refusal(matsu, appealDecision, { decisionId, reason: 'x' })).toBe('appealed-already');
    const settled = { outcome: 'reversed', answer: 'ていねいな言葉でした。' };
    expect(await town.refusal(kotone, settleAppeal, { id: own.id, ...settled })).toBe('another-decides');
    await town.perform(ogata, settleAppeal, { id: own.id, ...settled });
    expect(await town.rows(`select 1 from letter_stops where object_id = '${id}'`)).toEqual([]);
    expect(await town.refusal(matsu, writeLetter, { id: entry, ...write })).toBe('done');
    const told = (await it.letters()).filter(({ recipient }) => recipient.startsWith('matsu')).at(-1)!;
    expect(told.body_text).toContain('注意を取り消しました');
    expect(await town.refusal(ogata, settleAppeal, { id: theirs.id, ...settled })).toBe('reversed-for-other');
    expect(await town.refusal(ogata, settleAppeal, { id: theirs.id, ...settled, outcome: 'kept' })).toBe('done');
  });

  test('is stopped for as long as the town’s rules say on that day', async () => {
    const { town, iwao, fumi, kotone } = it;
    const before = town.hub.rules;
    town.hub.rules = { ...defaultRules, letters: { stopDays: 30 } };
    const id = await letterOf(fumi, 'また家まで行きます。');
    const { caseId } = await town.perform(iwao, reportThing, report(id));
    await it.decides(kotone, caseId, 'hidden', { ground: 'threat' });
    town.hub.rules = before;
    const told = (await it.letters()).slice(-3).map(({ body_text }) => body_text);
    expect(told.filter((text) => text.includes('30日のあいだ'))).toHaveLength(2);
    town.today('2026-12-09');
    expect(await town.refusal(fumi, writeLetter, { id: entry, ...write })).toBe('stopped');
    town.today('2026-12-11');
    expect(await town.refusal(fumi, writeLetter, { id: entry, ...write })).toBe('done');
  });

  test('may be left with a warning; the stop ends by itself', async () => {
    const { town, iwao, toku, kotone } = it;
    const id = await letterOf(toku, '早く返事をください。早く。早く。');
    const first = await town.perform(iwao, reportThing, report(id));
    await it.decides(kotone, first.caseId, 'asked', { ground: 'threat' });
    const told = (await it.letters()).filter(({ recipient }) => recipient.startsWith('toku'));
    expect(told.at(-1)!.body_text).toContain('注意します');
    expect(await town.refusal(toku, writeLetter, { id: entry, ...write })).toBe('done');
    const second = await town.perform(iwao, reportThing, report(id));
    await it.decides(kotone, second.caseId, 'hidden', { ground: 'threat' });
    expect(await town.refusal(toku, writeLetter, { id: entry, ...write })).toBe('stopped');
    town.today('2027-06-20');
    expect(await town.refusal(toku, writeLetter, { id: entry, ...write })).toBe('done');
  });
});

describe('X4 a sender one hears no more from', () => {
  test('is told so at once, under another name, too; and is heard again when the receiver wants', async () => {
    const { town, iwao, matsu } = it;
    const id = await letterOf(matsu, 'こんにちは。');
    const block = { kind: 'entry-letter', id };
    expect(await town.refusal(it.ogata, blockSender, block)).toBe('not-found');
    expect(await town.refusal(matsu, blockSender, block)).toBe('not-found');
    expect(await town.refusal(iwao, blockSender, block, { hub: town.neighbour })).toBe('not-found');
    await town.perform(iwao, blockSender, block);
    await town.perform(iwao, blockSender, block);
    expect(await town.refusal(matsu, writeLetter, { id: entry, ...write })).toBe('blocked');
    const group = await town.organisation('group', '別の名前の会', [[matsu, 'representative']]);
    const asGroup = town.as(matsu, group);
    expect(await town.refusal(asGroup, writeLetter, { id: entry, ...write })).toBe('blocked');
    const blocks = await town.read((db) => blocksOf(db, [iwao.person.id]));
    expect(blocks.map(({ sender_name }) => sender_name)).toEqual(['まつばら']);
    expect(await town.refusal(matsu, liftBlock, { id: blocks[0]!.id })).toBe('not-found');
    await town.perform(iwao, liftBlock, { id: blocks[0]!.id });
    expect(await town.refusal(matsu, writeLetter, { id: entry, ...write })).toBe('done');
  });

  test('an asker takes no answers either', async () => {
    const { town, iwao, kotone } = it;
    await letterOf(kotone, 'こんにちは。');
    const answer = { id: entry, asker: kotone.person.id, body: 'はい。' };
    await town.perform(iwao, answerLetter, answer);
    const [newest] = await town.rows<{ id: string }>('select id from entry_letters order by id desc limit 1');
    await town.perform(kotone, blockSender, { kind: 'entry-letter', id: newest!.id });
    expect(await town.refusal(iwao, answerLetter, answer)).toBe('blocked');
  });
});
