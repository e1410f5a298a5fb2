import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor, Reader } from '#kernel/context.ts';
import { randomId } from '#kernel/ids.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { answerCoProposal } from './answer-co-proposal.ts';
import { beginRevision } from './begin-revision.ts';
import { coStateOf, digestOf } from './co-proposal.ts';
import { askedOf, requestById, requestByKey, requestsOf } from './co-proposal-queries.ts';
import { beginDraft, saveDraft } from './drafts.ts';
import { inviteCoProposer, keyHashOf } from './invite-co-proposer.ts';
import { publishProposal } from './publish-proposal.ts';
import { shownProposal, versionsOf } from './queries.ts';
import { takeBackInvitation } from './take-back-invitation.ts';

let town: TestTown;
let fumi: Reader;
let ken: Reader;
let mina: Reader;
let club: Actor;
let speaker: Reader;

const TEXT = { kind: 'project', title: '川べりにベンチを', problem: '休む所がない', proposal: '三つ置く' };

beforeAll(async () => {
  town = await openTestTown();
  fumi = await town.person('ふみさん');
  ken = await town.person('けん');
  mina = await town.person('みな');
  club = await town.organisation('group', '川の会', [[mina, 'representative']]);
  speaker = town.as(mina, club);
});
afterAll(() => town.close());

async function draft(fields: Record<string, unknown> = TEXT): Promise<string> {
  const { id } = await town.perform(fumi, beginDraft, {});
  await town.perform(fumi, saveDraft, { id, version: 1, ...fields });
  return id;
}

async function published(): Promise<string> {
  return (await town.perform(fumi, publishProposal, { id: await draft(), version: 2 })).id;
}

async function revised(proposalId: string, fields: Record<string, unknown>): Promise<void> {
  const { id } = await town.perform(fumi, beginRevision, { proposalId });
  await town.perform(fumi, saveDraft, { id, version: 1, ...TEXT, changed: '変えた', ...fields });
  await town.perform(fumi, publishProposal, { id, version: 2 });
}

async function digest(id: string): Promise<string> {
  return digestOf((await town.read((db) => requestById(db, id)))!).toString('hex');
}

async function say(reader: Reader, id: string, answer: string, word = ''): Promise<string> {
  return town.refusal(reader, answerCoProposal, { id, answer, word, digest: await digest(id) });
}

async function names(proposalId: string): Promise<string[]> {
  return (await town.read((db) => shownProposal(db, proposalId)))!.co_proposers.map((one) => one.name);
}

async function stateOf(id: string): Promise<string> {
  const request = (await town.read((db) => requestById(db, id)))!;
  return coStateOf(request, digestOf(request));
}

describe('F9.1 co-proposers', () => {
  test('asked in the draft, named with their date when it is published, and not before they agree', async () => {
    const draftId = await draft();
    const asked = await town.perform(fumi, inviteCoProposer, { draftId, actorId: ken.person.id });
    const waiting = await town.perform(fumi, inviteCoProposer, { draftId, actorId: club.id });
    expect(await say(ken, asked.id, 'consent')).toBe('done');
    const { id } = await town.perform(fumi, publishProposal, { id: draftId, version: 2 });
    expect(await names(id)).toEqual(['けん']);
    const [event] = await town.rows<{ parts: string[] }>(
      `select array(select p.part from event_parts p where p.hub_id = e.hub_id and p.event_id = e.id order by 1) as parts
       from events e where object_id = $1 and verb = 'proposals.published'`,
      [id],
    );
    expect(event?.parts).toEqual(['co-proposer:1', 'proposal']);
    expect(await stateOf(waiting.id)).toBe('invited');
    expect(await say(speaker, waiting.id, 'consent')).toBe('done');
    expect(await names(id)).toEqual(['けん', '川の会']);
    const told = await town.rows<{ kind: string }>('select kind from notices where about_id = any($1::uuid[])', [
      [draftId, id],
    ]);
    expect(told.map((one) => one.kind).sort()).toEqual([
      'proposals.asked',
      'proposals.asked',
      'proposals.co-answered',
      'proposals.co-answered',
    ]);
  });

  test('a changed text asks again, and only those who agreed to it stand for a version', async () => {
    const id = await published();
    const one = await town.perform(fumi, inviteCoProposer, { proposalId: id, actorId: ken.person.id });
    const two = await town.perform(fumi, inviteCoProposer, { proposalId: id, actorId: club.id });
    await say(ken, one.id, 'consent');
    await say(speaker, two.id, 'consent');
    await revised(id, { proposal: '五つ置く' });
    expect(await names(id)).toEqual([]);
    expect([await stateOf(one.id), await stateOf(two.id)]).toEqual(['asked-again', 'asked-again']);
    expect(await say(ken, one.id, 'consent')).toBe('done');
    const versions = await town.read((db) => versionsOf(db, id));
    expect(versions.map((v) => v.co_proposers.map((co) => co.name))).toEqual([['けん'], ['けん', '川の会']]);
    await revised(id, { proposal: '五つ置く', cost: '' });
    expect(await names(id)).toEqual(['けん']);
  });

  test('a yes to a text that has changed meanwhile is not a yes to the new one', async () => {
    const id = await published();
    const asked = await town.perform(fumi, inviteCoProposer, { proposalId: id, actorId: ken.person.id });
    const stale = await digest(asked.id);
    await revised(id, { proposal: '七つ置く' });
    expect(await town.refusal(ken, answerCoProposal, { id: asked.id, answer: 'consent', digest: stale })).toBe(
      'text-changed',
    );
    expect(await names(id)).toEqual([]);
  });

  test('leaving is public with its word, declining is not; neither can be done twice', async () => {
    const id = await published();
    const one = await town.perform(fumi, inviteCoProposer, { proposalId: id, actorId: ken.person.id });
    const two = await town.perform(fumi, inviteCoProposer, { proposalId: id, actorId: club.id });
    await say(ken, one.id, 'consent');
    expect(await say(ken, one.id, 'decline')).toBe('answered-already');
    expect(await say(ken, one.id, 'leave', '引っこすことになりました')).toBe('done');
    expect(await say(ken, one.id, 'leave')).toBe('invitation-over');
    expect(await say(speaker, two.id, 'decline')).toBe('done');
    const shown = (await town.read((db) => shownProposal(db, id)))!;
    expect(shown.co_proposers).toEqual([]);
    expect(shown.left_co_proposers).toMatchObject([{ name: 'けん', word: '引っこすことになりました' }]);
    const events = await town.rows<{ verb: string; is_public: boolean }>(
      `select verb, is_public from events where object_id = $1 and verb like 'proposals.co-proposer-%' order by id`,
      [id],
    );
    expect(events.filter((event) => event.is_public).map((event) => event.verb)).toEqual([
      'proposals.co-proposer-consented',
      'proposals.co-proposer-left',
    ]);
    const again = await town.perform(fumi, inviteCoProposer, { proposalId: id, actorId: ken.person.id });
    expect(await say(ken, again.id, 'consent')).toBe('done');
    expect(await names(id)).toEqual(['けん']);
  });

  test('by letter: whoever holds it and is signed in answers, once; the address is gone then', async () => {
    const id = await published();
    await town.perform(fumi, inviteCoProposer, { proposalId: id, address: 'Hanako@Example.JP' });
    const [letter] = await town.rows<{ body_text: string; recipient: string }>(
      `select body_text, recipient from mails where recipient = 'hanako@example.jp'`,
    );
    const key = /co-proposal-letters\/([0-9a-f-]{36})/.exec(letter!.body_text)![1]!;
    const request = (await town.read((db) => requestByKey(db, keyHashOf(key))))!;
    const shown = digestOf(request).toString('hex');
    expect(await town.refusal(mina, answerCoProposal, { id: request.id, answer: 'consent', digest: shown })).toBe(
      'not-found',
    );
    expect(await town.refusal(mina, answerCoProposal, { key, answer: 'consent', digest: shown })).toBe('done');
    expect(await town.refusal(ken, answerCoProposal, { key, answer: 'consent', digest: shown })).toBe('not-found');
    expect(await names(id)).toEqual(['みな']);
    expect((await town.read((db) => askedOf(db, { proposalId: id })))[0]?.meant_for).toBe('');
    expect((await town.read((db) => requestsOf(db, [mina.person.id]))).map((one) => one.id)).toContain(request.id);
  });

  test('only the proposer asks and takes back; only who is asked answers; a member does not speak for its group', async () => {
    const id = await published();
    const ask = { proposalId: id, actorId: club.id };
    expect(await town.refusal(ken, inviteCoProposer, ask)).toBe('not-yours');
    expect(await town.refusal(fumi, inviteCoProposer, { ...ask, actorId: fumi.person.id })).toBe(
      'actorId:own-proposal',
    );
    expect(await town.refusal(fumi, inviteCoProposer, { ...ask, actorId: randomId() })).toBe('actorId:no-such-actor');
    expect(await town.refusal(fumi, inviteCoProposer, { proposalId: id, address: 'だれか' })).toBe(
      'address:not-an-address',
    );
    const { id: asked } = await town.perform(fumi, inviteCoProposer, ask);
    expect(await town.refusal(fumi, inviteCoProposer, ask)).toBe('already-invited');
    expect(await say(ken, asked, 'consent')).toBe('not-found');
    expect(await say(mina, asked, 'consent')).toBe('not-found');
    const nobody = await town.person('みかくにん', 0);
    const { id: visitor } = await town.perform(fumi, inviteCoProposer, { proposalId: id, actorId: ken.person.id });
    expect(await say({ ...nobody, acting: ken.person }, visitor, 'consent')).toBe('level');
    const member = await town.person('会員');
    expect(
      await say({ ...member, acting: club, roles: [{ organisation: club, role: 'member' }] }, asked, 'consent'),
    ).toBe('member-only');
    expect(await town.refusal(ken, takeBackInvitation, { id: asked })).toBe('not-found');
    expect(await town.refusal(fumi, takeBackInvitation, { id: asked })).toBe('done');
    expect(await say(speaker, asked, 'consent')).toBe('invitation-over');
    expect(await town.refusal(fumi, takeBackInvitation, { id: asked })).toBe('invitation-over');
  });

  test('with the end of the debate the text is closed: nobody is asked, nobody agrees any more', async () => {
    const id = await published();
    const { id: asked } = await town.perform(fumi, inviteCoProposer, { proposalId: id, actorId: ken.person.id });
    town.today('2026-12-05');
    expect(await say(ken, asked, 'consent')).toBe('too-late');
    expect(await town.refusal(fumi, inviteCoProposer, { proposalId: id, actorId: club.id })).toBe('too-late');
    town.today('2026-10-10');
  });

  test('two answers at once: one is told that it was answered', async () => {
    const id = await published();
    const { id: asked } = await town.perform(fumi, inviteCoProposer, { proposalId: id, actorId: ken.person.id });
    await say(ken, asked, 'consent');
    const both = await Promise.all([say(ken, asked, 'leave'), say(ken, asked, 'leave')]);
    expect(both.sort()).toEqual(['done', 'invitation-over']);
  });

  test('not more than twenty are asked', async () => {
    const id = await published();
    for (let at = 0; at < 20; at += 1)
      await town.perform(fumi, inviteCoProposer, { proposalId: id, address: `p${at}@example.jp` });
    expect(await town.refusal(fumi, inviteCoProposer, { proposalId: id, actorId: ken.person.id })).toBe(
      'too-many-invited',
    );
  });
});

describe('X11 co-proposers of another hub', () => {
  test('are neither asked nor read from next door', async () => {
    const id = await published();
    const { id: asked } = await town.perform(fumi, inviteCoProposer, { proposalId: id, actorId: ken.person.id });
    const there = { hub: town.neighbour };
    expect(await town.refusal(fumi, inviteCoProposer, { proposalId: id, actorId: club.id }, there)).toBe('not-found');
    expect(await town.refusal(ken, answerCoProposal, { id: asked, answer: 'consent', digest: '' }, there)).toBe(
      'not-found',
    );
    expect(await town.read((db) => requestById(db, asked), town.neighbour)).toBeNull();
  });
});
