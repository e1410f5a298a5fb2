/** F9.2, F9.3, step 10: which opinion to show next. New and little-seen ones get their chance; never the most popular first. */

export interface Seen {
  agreed: number;
  passed: number;
  /** all votes */
  saw: number;
  /** length of the opinion's place on the map; 0 before there is one */
  extremity: number;
}

/**
 * Weight of an opinion: ((1 − p)·(E + 1)·a·(1 + 8·2^(−S/5)))², with the share of passes p = (P + 1)/(S + 2) and of agreement
 * a = (A + 1)/(S + 2).
 */
export function priority({ agreed, passed, saw, extremity }: Seen): number {
  const p = (passed + 1) / (saw + 2);
  const a = (agreed + 1) / (saw + 2);
  return ((1 - p) * (extremity + 1) * a * (1 + 8 * 2 ** (-saw / 5))) ** 2;
}

/** Draws one place in proportion to the weights; `chance` lies in [0, 1). −1 when there is nothing to draw from. */
export function draw(weights: readonly number[], chance: number): number {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (!(total > 0)) return weights.length > 0 ? 0 : -1;
  let rest = chance * total;
  for (const [place, weight] of weights.entries()) {
    rest -= weight;
    if (rest < 0) return place;
  }
  return weights.length - 1;
}
