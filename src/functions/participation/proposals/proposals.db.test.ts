import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Reader } from '#kernel/context.ts';
import { randomId } from '#kernel/ids.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { beginRevision } from './begin-revision.ts';
import { beginDraft, discardDraft, draftFor, saveDraft, sharedDraft } from './drafts.ts';
import { publishProposal } from './publish-proposal.ts';
import { listedProposals, shownProposal, versionsOf } from './queries.ts';
import { withdrawProposal } from './withdraw-proposal.ts';

let town: TestTown;
let fumi: Reader;
let ken: Reader;

const TEXT = {
  kind: 'project',
  policyId: '',
  title: '通学路の横断歩道に夜間の照明を',
  problem: '冬の夕方、横断歩道が暗くて車から子どもが見えません。',
  proposal: '学校前の三か所に照明をつけ、自治会が点検します。',
};

beforeAll(async () => {
  town = await openTestTown();
  fumi = await town.person('ふみさん');
  ken = await town.person('けん');
});
afterAll(() => town.close());

async function draft(reader: Reader, fields: Record<string, unknown> = TEXT): Promise<string> {
  const { id } = await town.perform(reader, beginDraft, {});
  await town.perform(reader, saveDraft, { id, version: 1, ...fields });
  return id;
}

async function published(reader: Reader, fields: Record<string, unknown> = TEXT): Promise<string> {
  const id = await draft(reader, fields);
  return (await town.perform(reader, publishProposal, { id, version: 2 })).id;
}

describe('F9.1 drafts', () => {
  test('what was typed stays, however unfinished or long', async () => {
    const long = 'あ'.repeat(9000);
    const id = await draft(fumi, { title: '', problem: long });
    const kept = await town.read((db) => draftFor(db, fumi, id));
    expect(kept?.fields.problem).toBe(long);
  });

  test('nobody else sees it, but by its link; a published one has no link any more', async () => {
    const id = await draft(fumi);
    expect(await town.read((db) => draftFor(db, ken, id))).toBeNull();
    const own = await town.read((db) => draftFor(db, fumi, id));
    expect((await town.read((db) => sharedDraft(db, own!.share_key)))?.id).toBe(id);
    await town.perform(fumi, publishProposal, { id, version: 2 });
    expect(await town.read((db) => sharedDraft(db, own!.share_key))).toBeNull();
  });

  test('a form from another window does not overwrite a newer text', async () => {
    const id = await draft(fumi);
    expect(await town.refusal(fumi, saveDraft, { id, version: 1, ...TEXT, title: '古い画面' })).toBe(
      'edited-elsewhere',
    );
    expect((await town.read((db) => draftFor(db, fumi, id)))?.fields.title).toBe(TEXT.title);
  });

  test('another person cannot save, publish or discard it', async () => {
    const id = await draft(fumi);
    expect(await town.refusal(ken, saveDraft, { id, version: 2, ...TEXT })).toBe('not-found');
    expect(await town.refusal(ken, publishProposal, { id, version: 2 })).toBe('not-found');
    expect(await town.refusal(ken, discardDraft, { id })).toBe('not-found');
  });

  test('without a confirmed contact nobody proposes; a member does not speak for its group', async () => {
    const visitor = await town.person('みかくにん', 0);
    expect(await town.refusal(visitor, beginDraft, {})).toBe('level');
    const group = await town.organisation('group', 'まちづくりの会', [[ken, 'member']]);
    expect(await town.refusal(town.as(ken, group), beginDraft, {})).toBe('member-only');
  });
});

describe('F9.1 publication', () => {
  test('a proposal is public at once, in the round that still collects, with its debate and its event', async () => {
    const id = await published(fumi);
    const shown = await town.read((db) => shownProposal(db, id));
    expect(shown).toMatchObject({ title: TEXT.title, version: 1, actor_name: 'ふみさん' });
    expect(shown?.round.id).toBe(town.roundId);
    expect(shown?.opens_at).toEqual(shown?.round.debating_at);
    const events = await town.rows<{ verb: string; is_public: boolean; parts: number }>(
      `select e.verb, e.is_public, (select count(*)::int from event_parts p where p.event_id = e.id) as parts
       from events e where object_id = $1`,
      [id],
    );
    expect(events).toEqual([{ verb: 'proposals.published', is_public: true, parts: 1 }]);
    expect(town.evicted).toContain(`proposal:${id}`);
  });

  test('without a problem or a proposal text it is refused at the field, and nothing half-written stays', async () => {
    const id = await draft(fumi, { title: '題名だけ' });
    const before = await town.rows<{ n: number }>('select count(*)::int as n from proposals');
    expect(await town.refusal(fumi, publishProposal, { id, version: 2 })).toBe('problem:required proposal:required');
    expect(await town.rows('select count(*)::int as n from proposals')).toEqual(before);
  });

  test.each([
    ['title', 'あ'.repeat(81), 'title:too-long'],
    ['problem', '　\n　', 'problem:required'],
    ['kind', 'law', 'kind:not-a-choice'],
    ['proposal', 'a\u0000b', 'proposal:broken-text'],
    ['policyId', 'x', 'policyId:not-a-choice'],
  ])('%s that cannot stand is named', async (field, value, refusal) => {
    const { id } = await town.perform(fumi, beginDraft, {});
    const saved = await town.refusal(fumi, saveDraft, { id, version: 1, ...TEXT, [field]: value });
    expect(saved === 'done' ? await town.refusal(fumi, publishProposal, { id, version: 2 }) : saved).toBe(refusal);
  });

  test('the same form sent twice publishes once and answers alike', async () => {
    const id = await draft(fumi);
    const once = randomId();
    const both = await Promise.all([
      town.perform(fumi, publishProposal, { id, version: 2 }, { once }),
      town.perform(fumi, publishProposal, { id, version: 2 }, { once }),
    ]);
    expect(both[0]).toEqual(both[1]);
    expect(await town.rows('select 1 from proposal_versions where proposal_id = $1', [both[0].id])).toHaveLength(1);
  });

  test('two windows publishing at once: one is told that it is published already', async () => {
    const id = await draft(fumi);
    const results = await Promise.all([
      town.refusal(fumi, publishProposal, { id, version: 2 }),
      town.refusal(fumi, publishProposal, { id, version: 2 }),
    ]);
    expect(results.sort()).toEqual(['already-published', 'done']);
  });

  test('HTML stays text, and the search finds a word inside a compound', async () => {
    const id = await published(fumi, { ...TEXT, title: '<script>alert(1)</script> 小学校前通り' });
    const found = await town.read((db) =>
      listedProposals(db, { q: '学校', kind: '', roundId: '', before: null, limit: 20 }),
    );
    expect(found.proposals.map((one) => one.id)).toContain(id);
    expect(found.proposals.find((one) => one.id === id)?.title).toBe('<script>alert(1)</script> 小学校前通り');
  });

  test('the list is paged by key without losing or repeating one', async () => {
    const all = await town.read((db) =>
      listedProposals(db, { q: '', kind: '', roundId: '', before: null, limit: 100 }),
    );
    const seen: string[] = [];
    let before: string | null = null;
    for (;;) {
      const page = await town.read((db) => listedProposals(db, { q: '', kind: '', roundId: '', before, limit: 2 }));
      seen.push(...page.proposals.map((one) => one.id));
      before = page.proposals.at(-1)?.id ?? null;
      if (!page.more) break;
    }
    expect(seen).toEqual(all.proposals.map((one) => one.id));
    expect(all.count).toBe(seen.length);
  });
});

describe('F9.1 versions and withdrawal', () => {
  test('each version is kept; what changed must be said; only the proposer, only until the debate ends', async () => {
    const id = await published(fumi);
    expect(await town.refusal(ken, beginRevision, { proposalId: id })).toBe('not-yours');
    const revision = await town.perform(fumi, beginRevision, { proposalId: id });
    expect(await town.perform(fumi, beginRevision, { proposalId: id })).toEqual(revision);
    await town.perform(fumi, saveDraft, { id: revision.id, version: 1, ...TEXT, proposal: '五か所に照明をつけます。' });
    expect(await town.refusal(fumi, publishProposal, { id: revision.id, version: 2 })).toBe('changed:required');
    await town.perform(fumi, saveDraft, {
      id: revision.id,
      version: 2,
      ...TEXT,
      proposal: '五か所に照明をつけます。',
      changed: '場所を増やした',
    });
    await town.perform(fumi, publishProposal, { id: revision.id, version: 3 });
    const versions = await town.read((db) => versionsOf(db, id));
    expect(versions.map((one) => one.proposal)).toEqual(['五か所に照明をつけます。', TEXT.proposal]);
    town.today('2026-12-05');
    expect(await town.refusal(fumi, beginRevision, { proposalId: id })).toBe('revision-closed');
    town.today('2026-10-10');
  });

  test('withdrawing needs a reason, leaves a tombstone, and happens once', async () => {
    const id = await published(fumi);
    expect(await town.refusal(fumi, withdrawProposal, { id, reason: ' ' })).toBe('reason:required');
    expect(await town.refusal(ken, withdrawProposal, { id, reason: 'いやだから' })).toBe('not-yours');
    await town.perform(fumi, withdrawProposal, { id, reason: '別の提案とまとめます' });
    expect(await town.refusal(fumi, withdrawProposal, { id, reason: 'もう一度' })).toBe('withdrawn');
    const shown = await town.read((db) => shownProposal(db, id));
    expect(shown).toMatchObject({ title: TEXT.title, withdrawal_reason: '別の提案とまとめます' });
    expect(shown?.closes_at).toEqual(town.now());
  });
});

describe('X11 another hub', () => {
  test('neither sees nor changes what is not its own, even with the right id', async () => {
    const id = await published(fumi);
    expect(await town.read((db) => shownProposal(db, id), town.neighbour)).toBeNull();
    const there = { hub: town.neighbour };
    expect(await town.refusal(fumi, withdrawProposal, { id, reason: 'となりから' }, there)).toBe('not-found');
    expect(await town.refusal(fumi, beginRevision, { proposalId: id }, there)).toBe('not-found');
  });
});
