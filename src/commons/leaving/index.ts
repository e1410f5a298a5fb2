/** X1: what others may know of leaving: the composition root says where the manifests are, the demo town lets somebody leave. */
export { type Erasing, erasePerson } from './erase-person.ts';
export { type Declaring, manifests, setHoldings } from './holdings.ts';
