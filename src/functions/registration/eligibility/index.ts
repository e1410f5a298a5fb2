/** F7.6: what other modules may know of what groups fulfil. F5 asks `eligibilityOf`. */
export { eligibilityOf, listedSets, type RequirementSet, setById } from './queries.ts';
export { type Eligibility, type ItemStanding, monthsLater, officesOf } from './rules.ts';
