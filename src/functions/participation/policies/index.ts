/** F10.3: what other modules may know of the policy tree. */
export { recountPolicies, tieToPolicy } from './kept-figures.ts';
export { type PolicyChoice, policyChoices } from './queries.ts';
export { policyHref } from './views/tree.ts';
