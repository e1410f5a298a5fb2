/** P9 The function of information opens in the demo town, a while after that of registration: what civic activity there is stands in one place. */
import { openFunction } from '#commons/hubs/open-function.ts';
import { run } from '#kernel/database/dialect.ts';
import { addDays } from '#kernel/dates.ts';
import type { Story } from './story.ts';
import { moment } from './timeline.ts';

export async function tellInformation(story: Story): Promise<void> {
  const [rules] = await run<{ version: number }>(
    story.db,
    'select max(version)::int as version from hub_rules where hub_id = $1',
    [story.hub.id],
  );
  await story.tell(moment(addDays(story.today, -54), 10), story.speaker('center'), openFunction, {
    name: 'information',
    version: rules!.version,
    steward: story.actor('center').name,
    people: 2,
    hours: 6,
    how: '催しや募集、場所や資料は、団体と市民が自分で載せます。事務局は、載せ方の相談を水曜の午後に受けます。',
    reason: '市民活動の情報を一つのところで見つけられるようにするため。',
    decision: '運営会議 第11回 議事録（議題7）',
    decidedBy: 'センター運営会議',
    decidedOn: addDays(story.today, -60),
  });
}
