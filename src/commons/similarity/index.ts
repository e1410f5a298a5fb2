/** F9.5 How alike texts are, by the pairs of characters that they share. No model, no dictionary: the same texts always give the same. */
export { closenessOf } from './closeness.ts';
export { type Alike, alikeOf, LEAST_ALIKE, LEAST_COPY, SHORTEST_COPY } from './families.ts';
