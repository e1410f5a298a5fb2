/** F9.5 A first draft in the demo town: asked for by an editor, one point confirmed, the others taken out for words of their own. */
import { askDraft } from '#functions/participation/statement/draft-ask.ts';
import { confirmDraft } from '#functions/participation/statement/draft-confirm.ts';
import { pointsOfDebate } from '#functions/participation/statement/index.ts';
import { removePoint } from '#functions/participation/statement/remove-point.ts';
import { draftedIn } from './content/draft.ts';
import type { DemoDiscussion } from './content/types.ts';
import { between } from './found-town.ts';
import type { Story } from './story.ts';
import type { DemoRound } from './timeline.ts';

/** Before the editors write: whatever they take out again, they cite or annex themselves. */
export async function tellDraft(
  story: Story,
  discussion: DemoDiscussion,
  round: DemoRound,
  debateId: string,
): Promise<void> {
  const editor = discussion.points?.[0]?.editor;
  if (discussion.key !== draftedIn.discussion || !editor) return;
  const { drafting_at: start, checking_at: end } = round.dates;
  const by = story.speaker(editor);
  await story.tell(between(start, end, 0.03, 0.2), by, askDraft, { debateId });
  const points = await pointsOfDebate(story.db, debateId);
  const kept = points.find(({ section }) => section === draftedIn.kept) ?? points[0]!;
  await story.tell(between(start, end, 0.03, 0.4), by, confirmDraft, { pointId: kept.id, version: kept.version });
  for (const [index, { id }] of points.filter((point) => point !== kept).entries())
    await story.tell(between(start, end, 0.03, 0.5 + 0.2 * (index / points.length)), by, removePoint, { pointId: id });
}
