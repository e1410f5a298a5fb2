/** F1.3: what the composition of the web process needs to count visits. */
export { type Place, VisitCounter, writeVisits } from './counter.ts';
