/** F1.4 What the worker does about showcases: writes what the audience said into the journal, forgets seats. */
import type { Work } from '#kernel/module.ts';
import { noteVoice } from './live.ts';
import { forgetSeats } from './seats.ts';

export const stageWork: Work = {
  jobs: { 'stage-voices.note': noteVoice },
  ticks: [
    {
      name: 'stage.forget-seats',
      everySeconds: 3600,
      run: ({ hub, hubwise, now }) => hubwise.write(hub.id, (db) => forgetSeats(db, hub.id, now)),
    },
  ],
};
