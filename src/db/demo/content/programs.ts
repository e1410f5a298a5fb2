/** Which programs read and write for people of the demo town. */
export const programsContent = [
  { by: 'iwao', name: '図書館の入口の画面', scopes: ['read', 'follow'], daysAgo: 12 },
  { by: 'kotone', name: '手もとのメモ帳', scopes: ['read', 'discuss', 'vote'], daysAgo: 3 },
] as const;
