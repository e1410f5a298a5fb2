/** F9.9: what other modules may know of plans in preparation. */

export { planHref } from './addresses.ts';
export { type DivisionEarly, divisionFigures, type Early, type EarlyFacts, earlyFigure } from './early.ts';
export { figuredPlans } from './figure-queries.ts';
export { type ListedPlan, openPlans } from './list-queries.ts';
export { type ShownPlan, shownPlan } from './queries.ts';
export { openPlansBand, planStageName } from './views/home.ts';
