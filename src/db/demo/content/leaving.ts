/** X1: somebody of the demo town who has left: what they said stays, under nobody's name. */
export const left = { by: 'dentaku', daysAgo: 1 };
