/** F9.1 The proposals of the demo town, with their earlier versions, through drafts like everybody's. */

import { beginRevision } from '#functions/participation/proposals/begin-revision.ts';
import { beginDraft, saveDraft } from '#functions/participation/proposals/drafts.ts';
import { publishProposal } from '#functions/participation/proposals/publish-proposal.ts';
import type { Reader } from '#kernel/context.ts';
import { typedPlaceOf } from './content/outline.ts';
import type { DemoDiscussion } from './content/types.ts';
import { between } from './found-town.ts';
import { chance, idFor } from './seeded.ts';
import type { Story } from './story.ts';
import { tellAttachments } from './tell-attachments.ts';
import type { DemoRound } from './timeline.ts';

const FIELDS = ['title', 'problem', 'proposal', 'cost'] as const;

/** Versions from the first to the last, each whole, with what changed on the way to it. */
function versionsOf(discussion: DemoDiscussion): Record<string, string>[] {
  const { kind, title, problem, proposal, effect, roles, cost, area, policy, earlier = [] } = discussion;
  const where = typedPlaceOf(discussion.key);
  const last = {
    kind,
    title,
    problem,
    proposal,
    effect,
    roles,
    cost,
    area,
    ...where,
    policyId: idFor(`policy:${policy}`),
  };
  const versions: Record<string, string>[] = [];
  let text: Record<string, string> = { ...last };
  for (let at = earlier.length - 1; at >= 0; at -= 1) {
    versions.unshift({ ...text, changed: earlier[at]!.changed });
    const then = earlier[at]!;
    text = {
      ...text,
      ...Object.fromEntries(FIELDS.flatMap((field) => (then[field] === undefined ? [] : [[field, then[field]!]]))),
    };
  }
  return [{ ...text, changed: '' }, ...versions];
}

/** Publishes the proposal in its round's time; gives its id and the moment of its first version. */
export async function tellProposal(
  story: Story,
  discussion: DemoDiscussion,
  round: DemoRound,
): Promise<{ id: string; at: Date }> {
  const by = story.speaker(discussion.proposer);
  const last = new Date(Math.min(round.dates.debating_at.getTime(), story.now.getTime() - 2 * 86_400_000));
  const start = round.dates.collecting_at;
  const versions = versionsOf(discussion);
  const first = 0.08 + 0.45 * chance(`publish:${discussion.key}`);
  const at = (index: number) =>
    between(
      start,
      last,
      first + ((0.95 - first) * index) / Math.max(versions.length, 2),
      chance(`hour:${discussion.key}:${index}`),
    );
  const { id: draft } = await story.tell(at(0), by, beginDraft, {});
  await tellAttachments(story, at(0), by, draft, discussion.key);
  const id = await write(story, at(0), by, draft, versions[0]!);
  for (const [index, version] of versions.slice(1).entries()) {
    const when = at(index + 1);
    const { id: revision } = await story.tell(when, by, beginRevision, { proposalId: id });
    await write(story, when, by, revision, version);
  }
  return { id, at: at(0) };
}

async function write(
  story: Story,
  at: Date,
  by: Reader,
  draft: string,
  fields: Record<string, string>,
): Promise<string> {
  const saved = await story.tell(at, by, saveDraft, { id: draft, version: 1, ...fields });
  return (await story.tell(at, by, publishProposal, { id: draft, version: saved.version })).id;
}
