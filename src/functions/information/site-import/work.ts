/** F1.3 What the worker does about imports. */
import type { Work } from '#kernel/module.ts';
import { bringImportIn, lookThroughImport, takeImportOut } from './jobs.ts';

export const siteImportWork: Work = {
  jobs: {
    'site-imports.look': lookThroughImport,
    'site-imports.bring': bringImportIn,
    'site-imports.take-back': takeImportOut,
  },
};
