/** X3: words of the letters that bring notices. */
import { wordSet } from '#kernel/words.ts';

export const letterWords = wordSet({
  ja: {
    greeting: (name: string) => `${name} さま`,
    lead: (n: number) => (n === 1 ? '新しいお知らせがあります。' : `新しいお知らせが${n}件あります。`),
    subject: (first: string, n: number) => `${first} ほか（お知らせ${n}件）`,
    countSubject: (n: number, hub: string) => `${hub}から新しいお知らせ${n}件`,
    election: (n: number) =>
      `新しいお知らせが${n}件あります。いまは選挙の期間のため、内容はメールにのせていません。サイトでお読みください。`,
    line: (text: string, at: string) => `${text}（${at}）`,
    more: (n: number) => `ほか${n}件`,
    all: 'お知らせをすべて見る',
    allWithMore: (n: number) => `ほか${n}のことがらも、ここで読めます`,
    settings: 'メールの回数は、ここで変えられます（ログインが必要です）：',
    unsubscribe: 'お知らせのメールをやめるには（ログインはいりません）：',
  },
  easy: {
    greeting: (name: string) => `${name} さん`,
    lead: (n: number) => `新（あたら）しい お知（し）らせが ${n}つ あります。`,
    subject: (first: string, n: number) => `${first} など（お知（し）らせ ${n}つ）`,
    countSubject: (n: number, hub: string) => `${hub}から 新（あたら）しい お知（し）らせ ${n}つ`,
    election: (n: number) =>
      `新（あたら）しい お知（し）らせが ${n}つ あります。今（いま）は 選挙（せんきょ）の ときなので、内容（ないよう）は メールに 書（か）いて いません。サイトで 読（よ）んで ください。`,
    line: (text: string, at: string) => `${text}（${at}）`,
    more: (n: number) => `ほかに ${n}つ`,
    all: 'お知（し）らせを ぜんぶ 見（み）る',
    allWithMore: (n: number) => `ほかに ${n}つ、ここで 読（よ）めます`,
    settings: 'メールの 回数（かいすう）は、ここで かえられます（ログインが いります）：',
    unsubscribe: 'お知（し）らせの メールを やめる（ログインしなくて いいです）：',
  },
  en: {
    greeting: (name: string) => `Dear ${name},`,
    lead: (n: number) => (n === 1 ? 'There is a new notice for you.' : `There are ${n} new notices for you.`),
    subject: (first: string, n: number) => `${first}, and more (${n} notices)`,
    countSubject: (n: number, hub: string) => `${n === 1 ? '1 new notice' : `${n} new notices`} from ${hub}`,
    election: (n: number) =>
      `${n === 1 ? 'There is a new notice' : `There are ${n} new notices`} for you. An election is under way, so letters do not carry what was written. Please read it on the site.`,
    line: (text: string, at: string) => `${text} (${at})`,
    more: (n: number) => `and ${n} more`,
    all: 'See all notices',
    allWithMore: (n: number) => `${n === 1 ? 'One more matter is' : `${n} more matters are`} waiting here`,
    settings: 'You can change how often letters come here (after signing in):',
    unsubscribe: 'To end these letters, without signing in:',
  },
});
