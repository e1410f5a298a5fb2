/** F9.8, X8: for programs: what became of an adopted answer, step by step. */
import { z } from 'zod';
import { type ApiOperation, act, gives, within } from '#kernel/api.ts';
import { recordStep } from './record-step.ts';

export const reflectionApi: readonly ApiOperation[] = within('answer', [
  act('/answers/:ref/steps', recordStep, { ref: 'answerId' }, gives({ answerId: z.uuid(), title: z.string() })),
]);
