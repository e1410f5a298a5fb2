/** F9.5 The statements of the demo town: hands, points with what they cite, the annex, objections and how they were settled. */
import { addPoint } from '#functions/participation/statement/add-point.ts';
import { annexOpinions } from '#functions/participation/statement/annex-opinions.ts';
import { raiseObjection } from '#functions/participation/statement/object.ts';
import { raiseHand } from '#functions/participation/statement/raise-hand.ts';
import { resolveObjection } from '#functions/participation/statement/resolve-objection.ts';
import { writePoint } from '#functions/participation/statement/write-point.ts';
import type { DemoDiscussion, DemoPoint } from './content/types.ts';
import { between } from './found-town.ts';
import { chance, idFor } from './seeded.ts';
import type { Story } from './story.ts';
import type { SaidOpinion } from './tell-debate.ts';
import type { DemoRound } from './timeline.ts';

const WHY = [
  '読みくらべるのが好きです。だれの声も落とさないようにします。',
  '仕事で議事録をつくっています。役に立てると思います。',
  '反対の意見もきちんと残したいので、手をあげます。',
  'はじめてですが、教わりながらやってみます。',
];

/** Raises the hands of everybody who edits in this round, towards the end of its debate. */
export async function tellHands(story: Story, round: DemoRound, editors: readonly string[]): Promise<void> {
  const roundId = idFor(`round:${round.key}`);
  const end = new Date(Math.min(round.dates.checking_at.getTime(), story.now.getTime()) - 3_600_000);
  const start = round.dates.debating_at;
  for (const [index, key] of editors.entries()) {
    const part = round.key === 'debating' ? 0.2 + 0.15 * index : 0.5 + 0.02 * index;
    await story.tell(
      between(start, end, Math.min(part, 0.9), chance(`hand:${round.key}:${key}`)),
      story.speaker(key),
      raiseHand,
      {
        roundId,
        why: WHY[index % WHY.length],
      },
    );
  }
}

/** Writes the points and the annex of one debate; gives the ids of the points in the order of the content. */
export async function tellPoints(
  story: Story,
  discussion: DemoDiscussion,
  round: DemoRound,
  debateId: string,
  told: readonly SaidOpinion[],
): Promise<string[]> {
  const { drafting_at: start, checking_at: end } = round.dates;
  const points = discussion.points ?? [];
  const ids: string[] = [];
  for (const [index, point] of points.entries()) {
    const at = between(start, end, 0.1 + (0.8 * index) / points.length, chance(`${discussion.key}:point:${index}`));
    const cite = point.cites.map((opinion) => told[opinion]!.id);
    const { id } = await story.tell(at, story.speaker(point.editor), addPoint, {
      debateId,
      section: point.section,
      body: firstWords(point),
      cite,
    });
    ids.push(id);
  }
  for (const [index, entry] of (discussion.annex ?? []).entries()) {
    const at = between(start, end, 0.93, chance(`${discussion.key}:annex:${index}`));
    await story.tell(at, story.speaker(entry.editor), annexOpinions, {
      debateId,
      opinions: [told[entry.opinion]!.id],
      reason: entry.reason,
    });
  }
  for (const [index, point] of points.entries()) {
    if (point.objection) await tellObjection(story, round, debateId, ids[index]!, point, told);
  }
  return ids;
}

/** A point that was later edited because of an objection was shorter at first. */
function firstWords(point: DemoPoint): string {
  if (point.objection?.resolution !== 'edited') return point.text;
  const sentences = point.text.match(/[^。]+。/g) ?? [point.text];
  return sentences.length > 1 ? sentences.slice(0, -1).join('') : point.text.replace(/、.*。$/, '。');
}

async function tellObjection(
  story: Story,
  round: DemoRound,
  debateId: string,
  pointId: string,
  point: DemoPoint,
  told: readonly SaidOpinion[],
): Promise<void> {
  const objection = point.objection!;
  const start = round.dates.checking_at;
  const end = new Date(Math.min(round.dates.publishing_at.getTime(), story.now.getTime()) - 3_600_000);
  const opinionId = told[objection.opinion]!.id;
  const raised = between(start, end, 0.2, chance(`objection:${pointId}`));
  const { id } = await story.tell(raised, story.speaker(objection.by), raiseObjection, {
    debateId,
    opinionId,
    pointId,
    body: objection.text,
  });
  const settled = between(start, end, 0.5, chance(`settled:${pointId}`));
  const editor = story.speaker(point.editor);
  if (objection.resolution === 'edited')
    await story.tell(settled, editor, writePoint, {
      pointId,
      version: 1,
      section: point.section,
      body: point.text,
      settles: [id],
    });
  else if (objection.resolution === 'replied')
    await story.tell(settled, editor, resolveObjection, {
      objectionId: id,
      resolution: 'replied',
      reply: objection.reply,
    });
}
