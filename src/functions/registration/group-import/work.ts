/** F7.5 What the worker does about lists. Rare: loaded when there is one. */
import type { Work } from '#kernel/module.ts';

export const groupImportWork: Work = {
  jobs: {
    'group-lists.look': async (job, payload) => (await import('./jobs.ts')).lookThroughList(job, payload),
    'group-lists.bring': async (job, payload) => (await import('./jobs.ts')).bringListIn(job, payload),
    'group-lists.take-back': async (job, payload) => (await import('./jobs.ts')).takeListBackOut(job, payload),
    'group-lists.invite': async (job, payload) => (await import('./jobs.ts')).inviteListedGroups(job, payload),
  },
};
