import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { insertVotes, recountDebate, sayOpinion, takePosition } from '#commons/discussion/index.ts';
import { jobOf } from '#commons/notices/notices-for-tests.ts';
import type { Actor, Reader } from '#kernel/context.ts';
import { randomId } from '#kernel/ids.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { answerCoProposal } from './answer-co-proposal.ts';
import { answerMerge, takeBackMerge } from './answer-merge.ts';
import { askSupporters } from './ask-supporters.ts';
import { beginRevision } from './begin-revision.ts';
import { digestOf } from './co-proposal.ts';
import { requestById } from './co-proposal-queries.ts';
import { beginDraft, saveDraft } from './drafts.ts';
import { endMerges } from './end-merges.ts';
import { inviteCoProposer } from './invite-co-proposer.ts';
import { mergeById, mergesWaitingFor, questionsTo } from './merge-queries.ts';
import { publishProposal } from './publish-proposal.ts';
import { shownProposal } from './queries.ts';
import { settleQuestion } from './settle-question.ts';
import { suggestMerge } from './suggest-merge.ts';
import { supportAsked } from './support-asked.ts';
import { withdrawProposal } from './withdraw-proposal.ts';

let town: TestTown;
let fumi: Reader;
let ken: Reader;
let mina: Reader;
let club: Actor;
let speaker: Reader;

beforeAll(async () => {
  town = await openTestTown();
  fumi = await town.person('ふみさん');
  ken = await town.person('けん');
  mina = await town.person('みな');
  club = await town.organisation('group', '川の会', [[mina, 'representative']]);
  speaker = town.as(mina, club);
});
afterAll(() => town.close());

const TEXT = { kind: 'project', problem: '休む所がない', proposal: '三つ置く' };
const PLAN = '場所をまとめて、ひとつの提案にします。';

async function published(reader: Reader, title: string): Promise<string> {
  const { id } = await town.perform(reader, beginDraft, {});
  await town.perform(reader, saveDraft, { id, version: 1, ...TEXT, title });
  return (await town.perform(reader, publishProposal, { id, version: 2 })).id;
}

async function join(proposer: Reader, proposalId: string, reader: Reader): Promise<string> {
  const { id } = await town.perform(proposer, inviteCoProposer, { proposalId, actorId: reader.acting.id });
  const digest = digestOf((await town.read((db) => requestById(db, id)))!).toString('hex');
  await town.perform(reader, answerCoProposal, { id, answer: 'consent', digest });
  return id;
}

async function suggested(more: Record<string, unknown> = {}): Promise<{ ours: string; theirs: string; id: string }> {
  const ours = await published(fumi, '川べりにベンチを');
  const theirs = await published(ken, '土手に休む所を');
  const input = { proposalId: ours, otherId: theirs, way: 'theirs-into-ours', plan: PLAN, ...more };
  return { ours, theirs, id: (await town.perform(fumi, suggestMerge, input)).id };
}

const shown = async (id: string) => (await town.read((db) => shownProposal(db, id)))!;
const outcome = async (id: string) => (await town.read((db) => mergeById(db, id)))!.outcome;
const yes = (reader: Reader, id: string) => town.refusal(reader, answerMerge, { id, answer: 'yes' });

const job = () => jobOf(town);

describe('F9.1 merging', () => {
  test('only with every yes of both sides; then one goes into the other and says so', async () => {
    const ours = await published(fumi, '川べりにベンチを');
    const theirs = await published(ken, '土手に休む所を');
    await join(ken, theirs, speaker);
    const input = { proposalId: ours, otherId: theirs, way: 'theirs-into-ours', plan: PLAN };
    const { id } = await town.perform(fumi, suggestMerge, input);
    expect((await town.read((db) => mergesWaitingFor(db, [club.id], town.now()))).map((one) => one.id)).toEqual([id]);
    expect(await yes(ken, id)).toBe('done');
    expect(await outcome(id)).toBeNull();
    expect(await yes(ken, id)).toBe('answered-already');
    expect(await yes(mina, id)).toBe('not-asked');
    expect(await yes(speaker, id)).toBe('done');
    expect(await outcome(id)).toBe('merged');
    const [gone, stays] = [await shown(theirs), await shown(ours)];
    expect(gone.merged_into).toEqual({ id: ours, title: '川べりにベンチを' });
    expect(gone.closes_at).toEqual(town.now());
    expect(stays.absorbed).toMatchObject([{ id: theirs, title: '土手に休む所を' }]);
    expect(stays.co_proposers.map((one) => one.name).sort()).toEqual(['けん', '川の会'].sort());
    expect(stays.version).toBe(1);
    const events = await town.rows<{ verb: string }>(
      `select verb from events where object_id = $1 and is_public and verb like 'proposals.merge%' order by id`,
      [theirs],
    );
    expect(events.map((event) => event.verb)).toEqual([
      'proposals.merge-consented',
      'proposals.merge-consented',
      'proposals.merged',
    ]);
  });

  test('a common text becomes the next version, with those who agreed to it', async () => {
    const common = { title: '川と土手に休む所を', problem: '休む所がない', proposal: '川に三つ、土手に二つ置く' };
    const { ours, theirs, id } = await suggested({ way: 'common-text', ...common });
    expect(await yes(ken, id)).toBe('done');
    const stays = await shown(ours);
    expect(stays).toMatchObject({ version: 2, title: common.title, proposal: common.proposal });
    expect(stays.changed).toContain('土手に休む所を');
    expect(stays.co_proposers.map((one) => one.name)).toEqual(['けん']);
    expect((await shown(theirs)).merged_into?.id).toBe(ours);
  });

  test('a common text keeps to the limits before anybody is asked about it', async () => {
    const ours = await published(fumi, 'ひとつめ');
    const theirs = await published(ken, 'ふたつめ');
    const input = {
      proposalId: ours,
      otherId: theirs,
      way: 'common-text',
      plan: PLAN,
      title: '',
      problem: '',
      proposal: 'あ',
    };
    expect(await town.refusal(fumi, suggestMerge, input)).toBe('title:required problem:required');
  });

  test('ours may go into theirs; then they are the ones who say yes', async () => {
    const { ours, theirs, id } = await suggested({ way: 'ours-into-theirs' });
    expect(await yes(fumi, id)).toBe('not-asked');
    expect(await yes(ken, id)).toBe('done');
    expect((await shown(ours)).merged_into?.id).toBe(theirs);
    expect((await shown(theirs)).co_proposers.map((one) => one.name)).toEqual(['ふみさん']);
  });

  test('the first no ends it; taken back, withdrawn or a new text as well', async () => {
    const one = await suggested();
    expect(await town.refusal(ken, answerMerge, { id: one.id, answer: 'no', word: '別に進めたい' })).toBe('done');
    expect(await outcome(one.id)).toBe('refused');
    expect(await yes(ken, one.id)).toBe('merge-over');
    const two = await suggested();
    expect(await town.refusal(ken, takeBackMerge, { id: two.id })).toBe('not-yours');
    expect(await town.refusal(fumi, takeBackMerge, { id: two.id })).toBe('done');
    expect(await outcome(two.id)).toBe('taken-back');
    const three = await suggested();
    await town.perform(ken, withdrawProposal, { id: three.theirs, reason: 'やめます' });
    expect(await outcome(three.id)).toBe('overtaken');
    const four = await suggested();
    const { id: draft } = await town.perform(fumi, beginRevision, { proposalId: four.ours });
    await town.perform(fumi, saveDraft, { id: draft, version: 1, ...TEXT, title: '川べりに長いすを', changed: '題名' });
    await town.perform(fumi, publishProposal, { id: draft, version: 2 });
    expect(await outcome(four.id)).toBe('overtaken');
    expect(await yes(ken, four.id)).toBe('merge-over');
  });

  test('a co-proposer who leaves is not waited for', async () => {
    const ours = await published(fumi, '川べりにベンチを');
    const theirs = await published(ken, '土手に休む所を');
    const co = await join(fumi, ours, speaker);
    const { id } = await town.perform(fumi, suggestMerge, {
      proposalId: ours,
      otherId: theirs,
      way: 'theirs-into-ours',
      plan: PLAN,
    });
    await town.perform(ken, answerMerge, { id, answer: 'yes' });
    expect(await outcome(id)).toBeNull();
    await town.perform(speaker, answerCoProposal, { id: co, answer: 'leave', word: '' });
    expect(await outcome(id)).toBe('merged');
  });

  test('the cut-off ends what is open', async () => {
    const { id } = await suggested();
    town.today('2026-12-05');
    expect(await yes(ken, id)).toBe('merge-closed');
    for (const _ of [1, 2]) await endMerges(job());
    expect(await outcome(id)).toBe('timed-out');
    expect(await town.refusal(fumi, suggestMerge, { ...(await ids(id)), way: 'theirs-into-ours', plan: PLAN })).toBe(
      'merge-closed',
    );
    town.today('2026-10-10');
  });

  test('refused at the field: itself, somebody else’s, one that is gone, the same pair twice, five at once', async () => {
    const { ours, theirs } = await suggested();
    const ask = (more: Record<string, unknown>, reader = fumi) =>
      town.refusal(reader, suggestMerge, {
        proposalId: ours,
        otherId: theirs,
        way: 'theirs-into-ours',
        plan: PLAN,
        ...more,
      });
    expect(await ask({ otherId: ours })).toBe('otherId:same-proposal');
    expect(await ask({ otherId: randomId() })).toBe('otherId:no-such-proposal');
    expect(await ask({}, mina)).toBe('not-yours');
    expect(await ask({ plan: ' ' })).toBe('plan:required');
    expect(await ask({})).toBe('otherId:merge-open');
    expect(
      await town.refusal(ken, suggestMerge, { proposalId: theirs, otherId: ours, way: 'theirs-into-ours', plan: PLAN }),
    ).toBe('otherId:merge-open');
    for (let at = 0; at < 4; at += 1) await ask({ otherId: await published(ken, `べつの ${at}`) });
    expect(await ask({ otherId: await published(ken, 'もうひとつ') })).toBe('too-many-merges');
  });

  test('two who agree at once carry it out once', async () => {
    const ours = await published(fumi, '川べりにベンチを');
    const theirs = await published(ken, '土手に休む所を');
    await join(ken, theirs, speaker);
    const { id } = await town.perform(fumi, suggestMerge, {
      proposalId: ours,
      otherId: theirs,
      way: 'theirs-into-ours',
      plan: PLAN,
    });
    expect(await Promise.all([yes(ken, id), yes(speaker, id)])).toEqual(['done', 'done']);
    expect(await outcome(id)).toBe('merged');
    expect(
      await town.rows('select 1 from events where object_id = $1 and verb = $2', [theirs, 'proposals.merged']),
    ).toHaveLength(1);
  });
});

async function ids(mergeId: string): Promise<{ proposalId: string; otherId: string }> {
  const merge = (await town.read((db) => mergeById(db, mergeId)))!;
  return { proposalId: merge.target.id, otherId: merge.absorbed.id };
}

describe('F9.1 supporters of what was merged', () => {
  test('are asked again, once, and nobody else; no vote moves; opinions stay and are shown beside', async () => {
    const { ours, theirs, id } = await suggested();
    town.today('2026-11-05');
    const said = await town.perform(ken, sayOpinion, {
      debateId: theirs,
      kind: 'opinion',
      body: '土手は風が強い',
      reason: '',
    });
    const against = await town.person('はんたい');
    await town.perform(speaker, takePosition, {
      on: 'debate',
      id: theirs,
      stance: 'agree',
      reason: '会として賛成です',
    });
    const vote = (reader: Reader, stance: 1 | -1) => ({
      opinionId: said.id,
      debateId: theirs,
      personId: reader.person.id,
      stance,
      at: town.now(),
    });
    await town.hubwise.write(town.hub.id, async (db) => {
      await insertVotes(db, town.hub.id, [vote(mina, 1), vote(against, -1)]);
      await recountDebate(db, town.hub.id, theirs);
    });
    expect(await yes(ken, id)).toBe('done');
    for (const _ of [1, 2]) await askSupporters(job(), { merge: id });
    const asked = await town.rows<{ actor_id: string }>('select actor_id from merge_questions where merge_id = $1', [
      id,
    ]);
    expect(asked.map((one) => one.actor_id).sort()).toEqual([mina.person.id, club.id].sort());
    const [question] = await town.read((db) => questionsTo(db, [mina.person.id], mina.person.id));
    expect(question).toMatchObject({ target: { id: ours }, agreed: [{ body: '土手は風が強い' }] });
    const asksOn = (who: Reader, proposal: string) => town.read((db) => supportAsked(db, who, proposal));
    const merged = { absorbed: question!.absorbed.title, target: question!.target.title };
    expect([await asksOn(mina, theirs), await asksOn(speaker, ours), await asksOn(ken, ours)]).toEqual([
      merged,
      merged,
      null,
    ]);
    const votes = await town.rows<{ debate_id: string }>('select debate_id from votes where opinion_id = $1', [
      said.id,
    ]);
    expect(votes.map((vote) => vote.debate_id)).toEqual([theirs, theirs]);
    expect((await shown(ours)).absorbed[0]?.opinions).toMatchObject([{ body: '土手は風が強い' }]);
    expect(await town.refusal(ken, settleQuestion, { mergeId: id, actorId: mina.person.id })).toBe('not-found');
    expect(await town.refusal(mina, settleQuestion, { mergeId: id, actorId: mina.person.id })).toBe('done');
    expect(await town.refusal(mina, settleQuestion, { mergeId: id, actorId: club.id })).toBe('done');
    expect(await town.read((db) => questionsTo(db, [mina.person.id, club.id], mina.person.id))).toEqual([]);
    expect(await asksOn(speaker, ours)).toBeNull();
    const late = { debateId: theirs, kind: 'opinion', body: 'あとから', reason: '' };
    expect(await town.refusal(mina, sayOpinion, late)).toBe('proposal-merged');
    town.today('2026-10-10');
  });
});

describe('X11 merges of another hub', () => {
  test('are neither suggested, answered nor read from next door', async () => {
    const { ours, theirs, id } = await suggested();
    const there = { hub: town.neighbour };
    const input = { proposalId: ours, otherId: theirs, way: 'theirs-into-ours', plan: PLAN };
    expect(await town.refusal(fumi, suggestMerge, input, there)).toBe('not-found');
    expect(await town.refusal(ken, answerMerge, { id, answer: 'yes' }, there)).toBe('not-found');
    expect(await town.refusal(fumi, takeBackMerge, { id }, there)).toBe('not-found');
    expect(await town.read((db) => mergeById(db, id), town.neighbour)).toBeNull();
  });
});
