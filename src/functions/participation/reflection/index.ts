/** F9.8: what other modules may know of what became of the answers. */
export { lineParts } from './budget-line.ts';
export { civicDay, isCivicDay, optionalDay } from './civic-day.ts';
export { STEPS_JSON } from './queries.ts';
export { recordStep } from './record-step.ts';
export { actingDivision, isFollowed, mayExplain, mayRecord, type Reflection, reflectionOf, standing } from './rules.ts';
export { type ShownStep, STEP, STEPS, type StepName } from './step.ts';
export { evidence, reflectionChip, stepEvents, stepName, stepsSection } from './views/steps.ts';
