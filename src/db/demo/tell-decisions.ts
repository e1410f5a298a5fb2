/** P9, P3, F9.4: what the demo town decided about itself, through the acts its secretariat uses. */
import { decideRules } from '#commons/hubs/decide-rules.ts';
import { raiseFunctionHand, replyToHand } from '#commons/hubs/function-hands.ts';
import { openFunction } from '#commons/hubs/open-function.ts';
import { moveDate } from '#functions/participation/rounds/move-date.ts';
import { run } from '#kernel/database/dialect.ts';
import { addDays, tokyoDate } from '#kernel/dates.ts';
import { functionHands, movedDate, participation, ruleDecisions } from './content/decisions.ts';
import { idFor } from './seeded.ts';
import type { Story } from './story.ts';
import { type DemoRound, moment } from './timeline.ts';

/** Rules, and who runs what is open. Rounds that had begun stay under the rules they began with. `opened`: the first day. */
export async function tellDecisions(story: Story, opened: Date): Promise<void> {
  const desk = story.speaker('center');
  const { steward, ...term } = participation;
  await story.tell(new Date(opened.getTime() + 3_600_000), desk, openFunction, {
    ...term,
    name: 'participation',
    version: 1,
    steward: story.actor(steward).name,
    decidedOn: addDays(tokyoDate(opened), -20),
  });
  for (const [at, { daysAgo, decidedDaysBefore, ...decision }] of ruleDecisions.entries()) {
    const day = addDays(story.today, -daysAgo);
    await story.tell(moment(day, 14.5), desk, decideRules, {
      ...decision,
      version: at + 1,
      decidedOn: addDays(day, -decidedDaysBefore),
    });
    await run(story.db, 'update rounds set rules_version = $2 where hub_id = $1 and collecting_at > $3', [
      story.hub.id,
      at + 2,
      moment(day, 14.5),
    ]);
  }
  await tellFunctionHands(story);
}

async function tellFunctionHands(story: Story): Promise<void> {
  for (const hand of functionHands) {
    const raised = moment(addDays(story.today, -hand.daysAgo), 20.2);
    const { id } = await story.tell(raised, story.speaker(hand.by), raiseFunctionHand, {
      name: hand.function,
      word: hand.word,
    });
    const replied = moment(addDays(story.today, -hand.repliedDaysAgo), 11.4);
    await story.tell(replied, story.speaker('center'), replyToHand, { id, reply: hand.reply });
  }
}

/** The end of the debate that runs now had been planned earlier; moved to the day on which it stands. */
export async function tellMovedDate(story: Story, round: DemoRound): Promise<void> {
  const id = idFor(`round:${round.key}`);
  const day = tokyoDate(round.dates.drafting_at);
  const was = addDays(day, -movedDate.byDays);
  const before = new Date(round.dates.drafting_at.getTime() - movedDate.byDays * 86_400_000);
  await Promise.all([
    run(story.db, 'update rounds set drafting_at = $3 where hub_id = $1 and id = $2', [story.hub.id, id, before]),
    run(story.db, 'update debates set closes_at = $3 where hub_id = $1 and round_id = $2 and closed_because is null', [
      story.hub.id,
      id,
      before,
    ]),
  ]);
  await story.tell(moment(addDays(story.today, -movedDate.daysAgo), 17.2), story.speaker('center'), moveDate, {
    roundId: id,
    boundary: 'drafting',
    was,
    day,
    follow: false,
    reason: movedDate.reason,
  });
}
