// F1.1: searches that people of the demo town saved, and letters about what was posted.

export interface DemoSearch {
  by: string;
  page: 'search' | 'activities';
  query: string;
  name: string;
  rhythm: 'at-once' | 'daily' | 'weekly';
  daysAgo: number;
}

export const searches: readonly DemoSearch[] = [
  { by: 'toku', page: 'activities', query: 'field=7', name: '川と緑のこと', rhythm: 'daily', daysAgo: 50 },
  {
    by: 'haruka',
    page: 'activities',
    query: 'field=13&for=parents',
    name: '子育ての集まり',
    rhythm: 'weekly',
    daysAgo: 49,
  },
  { by: 'linh', page: 'search', query: 'q=日本語', name: '日本語', rhythm: 'at-once', daysAgo: 48 },
  {
    by: 'fumi',
    page: 'activities',
    query: 'kind=entry-place',
    name: '貸してもらえる場所',
    rhythm: 'weekly',
    daysAgo: 47,
  },
  { by: 'kubo', page: 'search', query: 'q=自転車', name: '自転車の話', rhythm: 'daily', daysAgo: 46 },
];

/** Title of what was posted, who asks, the letter, the answer ('' none yet), how many days ago. */
export const letters: readonly (readonly [string, string, string, string, number])[] = [
  [
    '日本語の話し相手',
    'tami',
    '外国語は話せませんが、それでもだいじょうぶでしょうか。日曜は月に二回なら行けます。',
    'だいじょうぶです。日本語だけで話します。次の日曜の10時に、研修室の前で待っています。',
    11,
  ],
  [
    '団地の集会室（平日の昼）',
    'tatara',
    '聞こえにくい人の集まりに使いたいです。磁気ループを持ちこんでもよいですか。',
    '',
    2,
  ],
];

/** A letter that whoever got it brought before the moderators: about which entry, by whom, what it says, why it was reported, days ago. */
export const reportedLetter = {
  title: '団地の集会室（平日の昼）',
  by: 'kinoshita',
  body: '集会室のことではないのですが、端材で作った机がいま2割引です。集会室に12台、いかがですか。今週中なら配達もします。お返事をお待ちしています。',
  ground: 'advertising',
  why: '部屋の相談ではなく、売りこみの手紙です。ほかの人にも届いているかもしれません。',
  daysAgo: 1,
};
