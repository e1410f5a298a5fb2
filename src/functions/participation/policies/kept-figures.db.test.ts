import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { jobOf } from '#commons/notices/notices-for-tests.ts';
import type { Reader } from '#kernel/context.ts';
import { run } from '#kernel/database/dialect.ts';
import { randomId } from '#kernel/ids.ts';
import { publishRound, type RoundOfOne, roundOfOne } from '#test/support/published-round.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { answerItem } from '../answers/index.ts';
import { answerMerge } from '../proposals/answer-merge.ts';
import { beginRevision } from '../proposals/begin-revision.ts';
import { beginDraft, saveDraft } from '../proposals/drafts.ts';
import { publishProposal } from '../proposals/publish-proposal.ts';
import { suggestMerge } from '../proposals/suggest-merge.ts';
import { withdrawProposal } from '../proposals/withdraw-proposal.ts';
import { recount, recountPolicies, tieToPolicy } from './kept-figures.ts';
import { policyRows } from './queries.ts';

let town: TestTown;
let round: RoundOfOne;
let policies: string[];
let other: Reader;

beforeAll(async () => {
  town = await openTestTown();
  round = await roundOfOne(town);
  other = await town.person('けん');
  policies = [round.policyId, randomId(), randomId()];
  await town.hubwise.write(town.hub.id, (db) =>
    run(
      db,
      `insert into policies (hub_id, id, code, kind, title, created_at)
       select $1, t.id, t.code, 'measure', '事業', $3 from unnest($2::uuid[], array['3-1-1', '3-1-2']) as t (id, code)`,
      [town.hub.id, policies.slice(1), town.now()],
    ),
  );
});
afterAll(() => town.close());

/** What is kept, and what a count of all rows gives. */
async function both() {
  const kept = await town.read((db) => policyRows(db));
  const counted = await town.rows<{ id: string; proposals: number; answers: number }>(
    `select o.id, (select count(*)::int from proposals p where p.policy_id = o.id and p.withdrawn_at is null) as proposals,
       (select count(*)::int from answers a where a.policy_id = o.id and a.is_current) as answers
     from policies o order by o.code`,
  );
  return { kept: kept.map(({ id, proposals, answers }) => ({ id, proposals, answers })), counted };
}

const TEXT = { kind: 'project', title: '川べりにベンチを', problem: '休む所がない', proposal: '三つ置く' };

async function published(reader: Reader, policyId: string): Promise<string> {
  const { id } = await town.perform(reader, beginDraft, {});
  await town.perform(reader, saveDraft, { id, version: 1, ...TEXT, policyId });
  return (await town.perform(reader, publishProposal, { id, version: 2 })).id;
}

async function revised(proposalId: string, policyId: string): Promise<void> {
  const { id } = await town.perform(round.proposer, beginRevision, { proposalId });
  await town.perform(round.proposer, saveDraft, { id, version: 1, ...TEXT, policyId, changed: '施策を変えました' });
  await town.perform(round.proposer, publishProposal, { id, version: 2 });
}

const which = fc.integer({ min: 0, max: 2 });
const policyOf = (at: number | null) => (at === null ? '' : policies[at]!);

describe('F10.3 what is tied to a policy', () => {
  test('is kept as a count would find it, after any sequence of publishing, revising and withdrawing', async () => {
    const step = fc.record({
      what: fc.constantFrom('publish', 'publish', 'revise', 'withdraw'),
      on: fc.nat(),
      to: fc.option(which),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 5 }), async (steps) => {
        const standing: string[] = [];
        for (const { what, on, to } of steps) {
          const at = on % Math.max(1, standing.length);
          if (what === 'publish') standing.push(await published(round.proposer, policyOf(to)));
          else if (what === 'revise' && standing.length > 0) await revised(standing[at]!, policyOf(to));
          else if (standing.length > 0)
            await town.perform(round.proposer, withdrawProposal, {
              id: standing.splice(at, 1)[0]!,
              reason: '出しなおします。',
            });
        }
        const { kept, counted } = await both();
        expect(kept).toEqual(counted);
      }),
      { numRuns: 8 },
    );
  });

  test('is one less when a proposal goes into another', async () => {
    const [ours, theirs] = [await published(round.proposer, policies[1]!), await published(other, policies[2]!)];
    const before = await both();
    const { id } = await town.perform(round.proposer, suggestMerge, {
      proposalId: ours,
      otherId: theirs,
      way: 'theirs-into-ours',
      plan: '場所をまとめて、ひとつの提案にします。',
    });
    await town.perform(other, answerMerge, { id, answer: 'yes' });
    const { kept, counted } = await both();
    expect(kept).toEqual(counted);
    expect(kept.map(({ proposals }) => proposals)).not.toEqual(before.kept.map(({ proposals }) => proposals));
  });

  test('is kept, too, as answers are given and given anew', async () => {
    await publishRound(town, '2027-01-09');
    const office = town.as(round.officer, round.division, 'editor');
    town.today('2027-02-20');
    let version = 0;
    await fc.assert(
      fc.asyncProperty(fc.option(which), async (to) => {
        await town.perform(office, answerItem, {
          proposalId: round.proposalId,
          version,
          kind: 'under-study',
          reason: '順番の決め方を検討します。',
          decidedOn: '2027-02-19',
          nextOn: '2027-06-01',
          policyId: policyOf(to),
          changeReason: '担当が変わったため。',
        });
        version += 1;
        const { kept, counted } = await both();
        expect(kept).toEqual(counted);
      }),
      { numRuns: 8 },
    );
    expect((await both()).kept.reduce((sum, { answers }) => sum + answers, 0)).toBeLessThanOrEqual(1);
  });

  test('is counted anew by the worker, whoever ties something at that moment', async () => {
    await town.hubwise.write(town.hub.id, (db) => run(db, 'update policy_figures set proposals = 77, answers = 5'));
    await town.hubwise.write(town.hub.id, (db) =>
      run(db, 'delete from policy_figures where policy_id = $1', [policies[2]]),
    );
    expect((await both()).kept).not.toEqual((await both()).counted);
    await recount(jobOf(town));
    const right = await both();
    expect(right.kept).toEqual(right.counted);
    // The recount comes while an act that has tied something is under way: it waits for it.
    let recounted: Promise<void> = Promise.resolve();
    await town.hubwise.write(town.hub.id, async (db) => {
      await run(db, 'update proposals set policy_id = $1 where id = $2', [policies[1], round.proposalId]);
      await tieToPolicy(db, town.hub.id, 'proposals', { from: round.policyId, to: policies[1]! });
      recounted = town.hubwise.write(town.hub.id, (beside) => recountPolicies(beside, town.hub.id));
    });
    await recounted;
    const after = await both();
    expect(after.kept).toEqual(after.counted);
    expect(await town.rows('select policy_id from policy_figures', [], town.neighbour)).toEqual([]);
  });
});
