/** P1: what the worker does about actors: what was said of people who never came is forgotten. */
import type { JobContext } from '#kernel/jobs.ts';
import type { Work } from '#kernel/module.ts';
import { blankOverInvitations } from './queries.ts';

async function forgetOverInvitations({ hub, hubwise, now }: JobContext): Promise<void> {
  await hubwise.write(hub.id, (db) => blankOverInvitations(db, hub.id, now));
}

export const actorsWork: Work = {
  ticks: [{ name: 'actors.forget-over-invitations', everySeconds: 3600, run: forgetOverInvitations }],
};
