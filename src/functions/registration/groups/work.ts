/** F7.2 What the worker does about registrations: asks once a year, lets those rest that don't answer. */
import type { Work } from '#kernel/module.ts';
import { askGroups, noteConfirmation, restGroups } from './keep-alive.ts';

export const groupsWork: Work = {
  jobs: { 'group-letters.note-confirmation': noteConfirmation },
  ticks: [
    { name: 'groups.ask', everySeconds: 3600, run: askGroups },
    { name: 'groups.rest', everySeconds: 3600, run: restGroups },
  ],
};
