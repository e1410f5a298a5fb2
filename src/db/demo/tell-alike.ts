/** F9.5 Opinions that resemble each other, and the machine's draft of them, which nobody has confirmed yet: the workshop is running. */
import { sayOpinion } from '#commons/discussion/say-opinion.ts';
import { askDraft } from '#functions/participation/statement/draft-ask.ts';
import { addDays } from '#kernel/dates.ts';
import { alike } from './content/alike.ts';
import type { DemoDiscussion } from './content/types.ts';
import type { Story } from './story.ts';
import type { SaidOpinion } from './tell-debate.ts';
import { type DemoRound, moment } from './timeline.ts';

const HOUR = 3_600_000;

/** On the last evening of the debate; nothing for other discussions. */
export async function tellAlike(
  story: Story,
  { key }: DemoDiscussion,
  { dates }: DemoRound,
  debateId: string,
): Promise<SaidOpinion[]> {
  const told: SaidOpinion[] = [];
  if (key !== alike.discussion) return told;
  for (const [index, said] of alike.said.entries()) {
    const at = new Date(dates.drafting_at.getTime() - (8 - index) * HOUR);
    const input = { debateId, kind: 'opinion', body: said.text, reason: '' };
    const { id } = await story.tell(at, story.speaker(said.by), sayOpinion, input);
    told.push({ id, key: `${key}:alike:${index}`, at, said });
  }
  return told;
}

/** Two evenings ago, when everything else was summed up. */
export async function tellAlikeDraft(story: Story, { key }: DemoDiscussion, debateId: string): Promise<void> {
  if (key !== alike.discussion) return;
  await story.tell(moment(addDays(story.today, -2), 20), story.speaker(alike.editor), askDraft, { debateId });
}
