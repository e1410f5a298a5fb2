/** F1.3, X13: messages are erased when their time is over. */
import { run } from '#kernel/database/dialect.ts';
import type { JobContext } from '#kernel/jobs.ts';
import type { Work } from '#kernel/module.ts';
import { KEPT_DAYS } from './message.ts';

async function eraseOld({ hub, hubwise, now }: JobContext): Promise<void> {
  const before = new Date(now.getTime() - KEPT_DAYS * 86_400_000);
  await hubwise.write(hub.id, (db) =>
    run(db, 'delete from site_messages where hub_id = $1 and sent_at < $2', [hub.id, before]),
  );
}

export const siteContactWork: Work = {
  ticks: [{ name: 'site-contact.erase-old', everySeconds: 3_600, run: eraseOld }],
};
