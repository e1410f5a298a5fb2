/** F9.2: what the worker does about conversations brought in from elsewhere. */
import type { Work } from '#kernel/module.ts';
import { giveUpImports } from './give-up.ts';

export const importWork: Work = {
  jobs: {
    // Rare, and most of what it needs nothing else of the worker does.
    'debates.import': async (job, payload) => (await import('./run-import.ts')).runImport(job, payload),
  },
  ticks: [{ name: 'imports.give-up', everySeconds: 600, run: giveUpImports }],
};
