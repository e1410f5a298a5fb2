/** F9.2, F9.8 What was said in a hall in a round that is over, and how the statement took it up: the trail of that voice is whole. */
import { changeCitations } from '#functions/participation/statement/change-citations.ts';
import { daysBetween, tokyoDate } from '#kernel/dates.ts';
import { hallVoice } from './content/hall-voice.ts';
import type { DemoDiscussion } from './content/types.ts';
import { between } from './found-town.ts';
import { idFor } from './seeded.ts';
import type { Story } from './story.ts';
import type { SaidOpinion } from './tell-debate.ts';
import { tellMeeting } from './tell-meetings.ts';
import type { DemoRound } from './timeline.ts';

/** Gives what the scribe entered, as opinions of the debate; nothing for other discussions. */
export async function tellHallVoice(
  story: Story,
  { key }: DemoDiscussion,
  { key: roundKey, dates }: DemoRound,
  debateId: string,
): Promise<SaidOpinion[]> {
  if (key !== hallVoice.discussion) return [];
  const day = daysBetween(story.today, tokyoDate(between(dates.debating_at, dates.drafting_at, 0.6, 0.5)));
  const sayings = hallVoice.said.map(({ by, text, named, hands }) => ({ by, text, named, hands, on: key }));
  const told = await tellMeeting(
    story,
    { ...hallVoice.meeting, day, sayings },
    idFor(`round:${roundKey}`),
    new Map([[key, debateId]]),
  );
  return told.map(({ id, at }, index) => ({ id, at, key: `${key}:hall:${index}`, said: hallVoice.said[index]! }));
}

/** The editor adds them to what a point cites, before the statement is checked. */
export async function citeHallVoice(
  story: Story,
  { key }: DemoDiscussion,
  { dates }: DemoRound,
  { said, pointIds }: { said: readonly SaidOpinion[]; pointIds: readonly string[] },
): Promise<void> {
  if (key !== hallVoice.discussion) return;
  const cite = said.filter((one) => one.key.startsWith(`${key}:hall:`)).map(({ id }) => id);
  const at = between(dates.drafting_at, dates.checking_at, 0.95, 0.5);
  await story.tell(at, story.speaker(hallVoice.editor), changeCitations, {
    pointId: pointIds[hallVoice.point],
    cite,
  });
}
