/** 18歳未満かどうかのページの言葉。 */
import { wordSet } from '#kernel/words.ts';

export const ageWords = wordSet({
  ja: {
    title: '18歳未満の方へ',
    lead: '18歳未満の方を守るために、生まれた年をうかがいます。公開されません。月と日は聞きません。',
    link: '18歳未満の方へ',
    protects: [
      '名前や紹介に、本名の全部や学校の名前を書けないようにします。',
      'このまちの決まりによって、書きこむ前に保護者の方の同意をいただきます。',
      '18歳になった次の年には、自然に外れ、生まれた年も消えます。',
    ],
    year: '生まれた年（西暦）',
    yearHint: '例：2010。一度入れると、自分では変えられません',
    guardian: '保護者のメールアドレス',
    guardianHint: '同意をお願いするメールを送ります。同意をいただいたら、アドレスは消します',
    declare: '18歳未満として登録する',
    keepYear: '生まれた年を登録する',
    born: (year: string) => `${year}年生まれとして登録されています。`,
    wait: (year: string) => `${year}年の誕生日が来たら、このページで「18歳になりました」と知らせてください。`,
    adult: '18歳になりました',
    adultHint: '押すと、ほかの方と同じあつかいになり、生まれた年は消えます。',
    wrong: 'まちがって入れたときは、市民活動センターの窓口へお知らせください。',
    refusals: {
      'not-a-young-year': '18歳未満（ことし18歳になる方をふくみます）の方の、生まれた年を西暦4けたで入れてください',
      'birth-year-there': '生まれた年はもう登録されています。直すときは、センターの窓口へお知らせください',
      'not-18-yet': '18歳になる年が来てから、知らせてください',
    },
  },
  easy: {
    title: '18歳（さい）より 若（わか）い 人（ひと）へ',
    lead: '18歳（さい）より 若（わか）い 人（ひと）を 守（まも）る ために、生（う）まれた 年（とし）を 聞（き）きます。ほかの 人（ひと）には 見（み）えません。月（つき）と 日（ひ）は 聞（き）きません。',
    link: '18歳（さい）より 若（わか）い 人（ひと）へ',
    protects: [
      '本当（ほんとう）の 名前（なまえ）の 全部（ぜんぶ）や、学校（がっこう）の 名前（なまえ）は 書（か）けません。',
      '書（か）く 前（まえ）に、お父（とう）さんや お母（かあ）さんなど（保護者（ほごしゃ））に「いいです」と 言（い）って もらう まちも あります。',
      '18歳（さい）に なった 次（つぎ）の 年（とし）に、自動（じどう）で 終（お）わります。生（う）まれた 年（とし）も 消（き）えます。',
    ],
    year: '生（う）まれた 年（とし）（西暦（せいれき））',
    yearHint: '例（れい）：2010。一度（いちど） 入（い）れると、自分（じぶん）では かえられません',
    guardian: '保護者（ほごしゃ）の メールアドレス',
    guardianHint:
      '「いいですか」と 聞（き）く メールを 送（おく）ります。答（こた）えを もらったら、アドレスは 消（け）します',
    declare: '18歳（さい）より 若（わか）いと 知（し）らせる',
    keepYear: '生（う）まれた 年（とし）を 入（い）れる',
    born: (year) => `${year}年（ねん）に 生（う）まれた 人（ひと）です。`,
    wait: (year) =>
      `${year}年（ねん）の 誕生日（たんじょうび）が 来（き）たら、この ページで 「18歳（さい）に なりました」と 知（し）らせて ください。`,
    adult: '18歳（さい）に なりました',
    adultHint: 'ほかの 人（ひと）と おなじに なります。生（う）まれた 年（とし）は 消（き）えます。',
    wrong: 'まちがえた ときは、市民活動（しみんかつどう）センターに 言（い）って ください。',
    refusals: {
      'not-a-young-year':
        '18歳（さい）より 若（わか）い 人（ひと）の 生（う）まれた 年（とし）を、4つの 数字（すうじ）で 入（い）れて ください',
      'birth-year-there': '生（う）まれた 年（とし）は もう 入（はい）って います。センターに 言（い）って ください',
      'not-18-yet': 'まだ 18歳（さい）に なる 年（とし）では ありません',
    },
  },
  en: {
    title: 'If you are under 18',
    lead: 'To protect people under 18, we ask for the year of birth. It is not published. Month and day are not asked for.',
    link: 'If you are under 18',
    protects: [
      'Your name and what you say of yourself cannot contain your full name or your school.',
      'Where this town wants it, a guardian agrees before you write.',
      'In the year after you turn 18 this ends by itself, and the year of birth is erased.',
    ],
    year: 'Year of birth',
    yearHint: 'For example 2010. Once entered, you cannot change it yourself',
    guardian: 'E-mail address of a guardian',
    guardianHint: 'We write to ask for their consent. Once it is given, the address is erased',
    declare: 'Say that I am under 18',
    keepYear: 'Enter the year of birth',
    born: (year) => `You were born in ${year}.`,
    wait: (year) => `When your birthday of ${year} has come, say on this page that you are 18.`,
    adult: 'I am 18 now',
    adultHint: 'From then on you are treated as everybody else, and the year of birth is erased.',
    wrong: 'If you entered a wrong year, please tell the desk of the centre.',
    refusals: {
      'not-a-young-year': 'Enter the year of birth of somebody under 18 (or turning 18 this year), in four digits',
      'birth-year-there': 'The year of birth is there already. The desk of the centre can correct it',
      'not-18-yet': 'Say so when the year in which you turn 18 has come',
    },
  },
});
