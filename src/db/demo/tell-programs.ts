/** X8: a program somebody lets read and vote for them. Nobody knows its token: it was shown once, when it was made. */
import { makeToken, newToken, tokenHash } from '#commons/programs/index.ts';
import { addDays } from '#kernel/dates.ts';
import { programsContent } from './content/programs.ts';
import type { Story } from './story.ts';
import { moment } from './timeline.ts';

export async function tellPrograms(story: Story): Promise<void> {
  for (const { by, name, scopes, daysAgo } of programsContent) {
    const reader = story.speaker(by);
    const hash = tokenHash(newToken()).toString('hex');
    const input = { name, scopes, actingId: reader.acting.id, days: 365, hash };
    await story.tell(moment(addDays(story.today, -daysAgo), 19), reader, makeToken, input);
  }
}
