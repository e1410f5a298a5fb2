/** F9.5 Where the editors of the demo town began with a draft: they kept one of its points, and wrote the others themselves. */
export const draftedIn: { discussion: string; kept: 'agreement' | 'questions' | 'proposals' } = {
  discussion: 'teens-place',
  kept: 'proposals',
};
