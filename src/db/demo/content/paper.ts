// X9: papers that were handed in at the centre's counter in the round being debated, copied as they were written.

export interface DemoPaper {
  /** key of a discussion of that round */
  discussion: string;
  kind: 'opinion' | 'question';
  body: string;
  reason?: string;
  /** only where the paper says that it may be public */
  name?: string;
  daysAgo: number;
  /** the sheet itself lies beside it, as the centre's scanner saw it */
  scan?: boolean;
}

/** The one sheet that was scanned, drawn by draw-paper.ts. */
export const SCAN = { file: 'paper-scan', width: 700, height: 990, widths: [320, 700] } as const;

export const papers: DemoPaper[] = [
  {
    discussion: 'evening-library',
    kind: 'opinion',
    body: '夜の図書館に行きたくても、帰りのバスがありません。夜に開ける日は、駅前を21時すぎに出るバスと合わせてください。',
    reason: '足がわるく、暗い坂を歩いて帰れないので。',
    daysAgo: 6,
    scan: true,
  },
  {
    discussion: 'evening-library',
    kind: 'opinion',
    body: '大きな字の本の棚は、夜も明かりをつけておいてほしい。昼は病院の日が多く、借りに行けるのは夕方からです。',
    name: '緑ヶ丘の八十八歳',
    daysAgo: 4,
  },
  {
    discussion: 'evening-library',
    kind: 'question',
    body: '夜にこまったとき、電話で聞ける人は図書館にいますか。機械の画面だけだと使いかたがわかりません。',
    daysAgo: 3,
  },
];
