/** F9.8: what the worker does about what became of answers. */
import type { Work } from '#kernel/module.ts';
import { fileSteps } from './file-steps.ts';

export const reflectionWork: Work = {
  ticks: [{ name: 'reflection.file-steps', everySeconds: 3600, run: fileSteps }],
};
