/** F9.9, X3: what happened, in words: after the name of whoever did it. */
import { wordSet } from '#kernel/words.ts';

export const eventWords = wordSet({
  ja: {
    topic: 'くじで選ぶ市民会議',
    verbs: {
      'panels.announced': 'くじで選ぶ市民会議を告知しました',
      'panels.list-fixed': '市民会議の名簿を確定しました',
      'panels.drawn': '市民会議のくじを引きました',
      'panels.accepted': '市民会議への参加の返事を記録しました',
      'panels.declined': '市民会議を辞退する返事を記録し、次の人を招待しました',
    },
  },
  easy: {
    topic: 'くじで 選（えら）ぶ 市民会議（しみんかいぎ）',
    verbs: {
      'panels.announced': 'くじの 市民会議（しみんかいぎ）を 知（し）らせました',
      'panels.list-fixed': '市民会議（しみんかいぎ）の 名簿（めいぼ）を 決（き）めました',
      'panels.drawn': '市民会議（しみんかいぎ）の くじを 引（ひ）きました',
      'panels.accepted': '市民会議（しみんかいぎ）に 来（く）る 人（ひと）の 返事（へんじ）を 書（か）きました',
      'panels.declined': '来（こ）られない 人（ひと）の かわりに、次（つぎ）の 人（ひと）を よびました',
    },
  },
  en: {
    topic: 'Panels drawn by lot',
    verbs: {
      'panels.announced': 'announced a panel drawn by lot',
      'panels.list-fixed': 'fixed the list of a panel',
      'panels.drawn': 'drew the lots of a panel',
      'panels.accepted': 'recorded that somebody drawn takes part',
      'panels.declined': 'recorded that somebody drawn declined, and invited the next one',
    },
  },
});
