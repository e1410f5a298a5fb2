/** F7.3 What the worker does about circles. */
import type { Work } from '#kernel/module.ts';
import { noteAnswer } from './letters.ts';

export const circlesWork: Work = { jobs: { 'circle-letters.note-answer': noteAnswer } };
