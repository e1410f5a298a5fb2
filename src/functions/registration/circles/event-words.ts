/** F7.3, X3: circles in feed and notices. */
import { wordSet } from '#kernel/words.ts';

export const eventWords = wordSet({
  ja: {
    topic: '連絡会',
    verbs: {
      'circles.founded': '連絡会をつくりました',
      'circles.joined': '連絡会に入りました',
      'circles.left': '連絡会を出ました',
      'circles.changed': '連絡会の説明を直しました',
      'circles.closed': '連絡会を閉じました',
    },
    joined: (circle: string, group: string) => ({
      subject: `「${circle}」に新しい団体`,
      text: `「${group}」が連絡会「${circle}」に入りました。`,
    }),
    letter: (circle: string, group: string, title: string) => ({
      subject: `［${circle}］${title}`,
      text: `「${group}」から連絡会「${circle}」への手紙です。ページで読んで、返事を書けます。`,
    }),
  },
  easy: {
    topic: '連絡会（れんらくかい）',
    verbs: {
      'circles.founded': '連絡会（れんらくかい）を つくりました',
      'circles.joined': '連絡会（れんらくかい）に 入（はい）りました',
      'circles.left': '連絡会（れんらくかい）を 出（で）ました',
      'circles.changed': '連絡会（れんらくかい）の 説明（せつめい）を 直（なお）しました',
      'circles.closed': '連絡会（れんらくかい）を おわりました',
    },
    joined: (circle: string, group: string) => ({
      subject: `「${circle}」に 新（あたら）しい 団体（だんたい）`,
      text: `「${group}」が「${circle}」に 入（はい）りました。`,
    }),
    letter: (circle: string, group: string, title: string) => ({
      subject: `［${circle}］${title}`,
      text: `「${group}」から「${circle}」への 手紙（てがみ）です。ページで 読（よ）めます。`,
    }),
  },
  en: {
    topic: 'Circles',
    verbs: {
      'circles.founded': 'founded a circle',
      'circles.joined': 'joined a circle',
      'circles.left': 'left a circle',
      'circles.changed': 'changed the description of a circle',
      'circles.closed': 'closed a circle',
    },
    joined: (circle: string, group: string) => ({
      subject: `A new member of “${circle}”`,
      text: `“${group}” joined the circle “${circle}”.`,
    }),
    letter: (circle: string, group: string, title: string) => ({
      subject: `[${circle}] ${title}`,
      text: `A letter from “${group}” to the circle “${circle}”. Read and answer it on its page.`,
    }),
  },
});
