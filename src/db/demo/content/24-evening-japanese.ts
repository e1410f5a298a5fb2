// F9.1: discussion 24, collecting: a Japanese class after work where children are welcome.

import type { DemoDiscussion } from './types.ts';

export const discussion: DemoDiscussion = {
  key: 'evening-japanese',
  round: 'collecting',
  kind: 'project',
  proposer: 'sunita',
  policy: '1-2-1',
  title: '仕事のあと、子どもと来られる夜の日本語教室',
  problem:
    '市の日本語教室は日曜の午前だけです。介護や工場の仕事は日曜もあります。わたしの職場の外国人11人のうち、教室に行ける人は2人です。子どもがいる友だちは、あずける所がないので一度も行っていません。日本語がわからないと、学校の手紙も、薬の袋も、だれかに写真を送って聞かなければなりません。',
  proposal:
    '水曜の19時から20時30分に、駅の近くで日本語教室を開きます。となりの部屋で、子どもは宿題をしたり、遊んだりして待ちます。勉強するのは、生活で使う日本語です。病院で話す、学校に電話する、ごみの紙を読む。先生は、日本人だけではなく、長く住んでいる外国人もします。',
  effect:
    '1年で40人が通い、半分の人が「一人で病院に行ける」ようになります。子どもが待つ部屋には毎回10人くらい来ます。3か月ごとに、学ぶ人に聞いて公表します。',
  roles:
    '日本語教室の会：教え方の相談、教材。長く住む外国人：先生とことばの手伝い。学生：子どもの部屋。市：場所、保険、知らせる手紙。会社：水曜の残業をなくすことに協力。',
  cost: '年に約42万円（子どもの部屋の見守り2人分、教材、保険）。場所は市民活動センターか公民館を無料で使いたいです。',
  area: 'ひなた駅のまわり（市民活動センターなど）',
  opinions: [
    {
      by: 'mizuno',
      kind: 'question',
      text: '元保育士の立場から。子どもは何歳からですか。3歳より下がいると、見守りは子ども3人に1人は必要になります。',
      lean: [0.2, -0.2],
      common: 0.6,
      replies: [
        {
          by: 'sunita',
          answers: true,
          text: 'まず4歳から小学生までで始めます。赤ちゃんは、お母さんといっしょに教室にいてもいいです。人がふえたら、また考えます。',
        },
      ],
    },
    {
      by: 'marcos',
      kind: 'question',
      lang: 'easy',
      text: 'わたしの 工場（こうじょう）は 2つの 時間（じかん）で はたらきます。1週間（しゅうかん）ごとに かわります。来（こ）られない 週（しゅう）は どうしますか。',
      lean: [-0.4, -0.2],
      common: 0.65,
      replies: [
        {
          by: 'sunita',
          answers: true,
          text: 'わたしも おなじです。毎回（まいかい）べつの 話（はなし）に します。休（やす）んでも 次（つぎ）が わかるように します。',
        },
        { by: 'shiori', text: '日曜の教室と同じ教材を使えば、来られるほうに来てもらえますね。' },
      ],
    },
    {
      by: 'emma',
      kind: 'question',
      lang: 'en',
      text: 'Could the children’s room also welcome Japanese classmates? A room only for foreign children may feel like a waiting room; a homework table for everybody would not.',
      lean: [-0.6, 0.2],
      common: 0.6,
      replies: [
        {
          by: 'sunita',
          answers: true,
          text: 'いい考えです。「外国の子の部屋」ではなく「水曜の宿題テーブル」という名前にします。だれでも来てください。',
        },
      ],
    },
  ],
};
