/** X3 Who follows what in the demo town, and what they were told: what is older than three days was read, the rest waits. */
import type { SpreadEvent } from '#commons/notices/concerned.ts';
import { follow } from '#commons/notices/follow.ts';
import { setOverall } from '#commons/notices/settings.ts';
import { spreadEvents } from '#commons/notices/spread.ts';
import { run } from '#kernel/database/dialect.ts';
import { type DemoFollow, follows, rhythms } from './content/follows.ts';
import { idFor } from './seeded.ts';
import type { Story } from './story.ts';
import type { DemoRound } from './timeline.ts';

const DAY = 86_400_000;
const READ_AFTER_DAYS = 3;
const AT_ONCE = 1000;

interface Told {
  key: string;
  title: string;
  id: string;
}

export async function tellFollows(story: Story, told: readonly Told[], rounds: readonly DemoRound[]): Promise<void> {
  const { db, hub, now } = story;
  for (const one of follows) {
    const at = new Date(now.getTime() - one.daysAgo * DAY);
    const thing = thingOf(story, one, told, rounds);
    await story.tell(at, story.speaker(one.by), follow, { ...thing, scope: one.scope ?? 'all' });
  }
  for (const { by, overall } of rhythms) await setOverall(db, hub.id, story.actor(by).id, overall, now);
  await spreadAll(story);
  const read = new Date(now.getTime() - READ_AFTER_DAYS * DAY);
  await run(
    db,
    `update notices set read_at = case when at < $2 then at + interval '5 hours' end,
       mail_after = case when at > $3 then mail_after end, is_push_due = false where hub_id = $1`,
    [hub.id, read, new Date(now.getTime() - DAY)],
  );
}

function thingOf(story: Story, { thing }: DemoFollow, told: readonly Told[], rounds: readonly DemoRound[]) {
  const round = rounds.find(({ key }) => thing === `round:${key}`);
  if (round) return { kind: 'round', id: idFor(thing), title: `${round.fiscalYear}/${round.number}` };
  const proposal = told.find(({ key }) => key === thing);
  if (proposal) return { kind: 'proposal', id: proposal.id, title: proposal.title };
  const actor = story.actor(thing);
  return { kind: 'actor', id: actor.id, title: actor.name };
}

/** As the worker does later: whoever it finds told is not told again. */
async function spreadAll({ db, hub, now }: Story): Promise<void> {
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const events = await run<SpreadEvent>(
      db,
      `select id, at, verb, object_kind, object_id, public, tags, actor_id, person_id from events
       where hub_id = $1 and is_public and id > $2 order by id limit $3`,
      [hub.id, after, AT_ONCE],
    );
    const last = events.at(-1);
    if (!last) return;
    await spreadEvents(db, hub.id, events, now);
    after = last.id;
  }
}
