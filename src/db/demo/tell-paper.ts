/** X9 What came on paper in the demo town: entered by the centre the morning after. */
import { enterPaper } from '#commons/paper/index.ts';
import { addDays } from '#kernel/dates.ts';
import { papers, SCAN } from './content/paper.ts';
import { idFor } from './seeded.ts';
import type { Story } from './story.ts';
import { keptPicture } from './tell-attachments.ts';
import { moment } from './timeline.ts';

/** `debates`: of the round being debated, by the keys of its discussions. */
export async function tellPaper(story: Story, debates: ReadonlyMap<string, string>): Promise<void> {
  const clerk = story.speakerFor('ogata', 'center');
  for (const [at, { discussion, daysAgo, scan, ...paper }] of papers.entries()) {
    const receivedOn = addDays(story.today, -daysAgo);
    const time = moment(addDays(receivedOn, 1), 9 + at / 20);
    await story.tell(time, clerk, enterPaper, {
      ...paper,
      ...(scan ? { fileId: await keptPicture(story, time, clerk, SCAN) } : {}),
      debateId: debates.get(discussion),
      entry: idFor(`paper:${at}`),
      receivedOn,
    });
  }
}
