// F9: discussion 03, closed: mowing the river banks together; the city answered with another way.

import { opinions } from './03-river-mowing-opinions.ts';
import type { DemoDiscussion } from './types.ts';

export const discussion: DemoDiscussion = {
  key: 'river-mowing',
  round: 'closed',
  kind: 'project',
  proposer: 'kawabe',
  policy: '2-3-2',
  title: 'ひなた川の草刈りを、手をあげた人たちで分けあう',
  problem:
    '河川敷7.2キロの草刈りは年2回で、夏には背丈をこえます。見通しが悪く、マダニとブタクサに困る声が増えました。わたしたちの会が1.4キロを毎月刈っていますが、平均66歳になり、このままでは5年ともちません。いっぽう、川に関わりたいという会社や若い人の声は、受け皿がないまま消えています。',
  proposal:
    '河川敷を200メートルずつ36区画に分け、手をあげた団体、会社、仲間が好きな区画を引き受けます。市とは一区画ごとに協定を結び、市は機械、保険、講習と、燃料や刃の実費を出します。手があがらない区画と急な斜面は、これまでどおり業者が刈ります。',
  effect:
    '3年で12区画を引き受け手が受け持ち、年4回刈ります。川に降りる人が増え、ごみと不法投棄が減ります。業者に頼む面積が減った分は、見通しの悪い所の回数を増やすことに使えます。',
  roles:
    '団体・会社：区画の草刈り、写真での報告。会：講習の世話、機械の貸し借りの帳面。市：協定、保険、機械6台、急な斜面の除草。農家：刈り草の引き取り。',
  cost: '機械6台と防護具で約72万円（初年度）。実費は一区画一回あたり1万2千円まで、12区画で年に約58万円。',
  area: 'ひなた川の河川敷（上の橋から東大橋まで7.2キロ）',
  earlier: [
    {
      changed: '区画を割り当てる書き方をやめ、手をあげた所だけにしました。お金は手間賃ではなく実費に改めました。',
      proposal: '河川敷を36区画に分け、沿川の自治会と団体に割り当てます。市は一区画一回1万2千円の手間賃を払います。',
      cost: '手間賃は年に約170万円。',
    },
  ],
  opinions,
  points: [
    {
      section: 'agreement',
      text: '割り当てではなく、手をあげた人が得意な所を受け持つことに広い賛成があった。会社、寮の仲間、部活動から、具体的な申し出が出ている。',
      cites: [0, 1, 10, 11, 13],
      editor: 'shiori',
      answer: {
        kind: 'adopted',
        division: 'midori',
        policy: '2-3-2',
        decidedAfterDays: 74,
        reason:
          '割り当ては行いません。受け持ちは申し出だけとし、平らな広い所は業者、木の根もとや石段のまわりは申し出のあった方と分けます。',
      },
    },
    {
      section: 'agreement',
      text: '安全を先に決めることにも一致があった。講習、防護具、真夏の休止、けがのときの保険である。',
      cites: [5, 19],
      editor: 'kotone',
      answer: {
        kind: 'adopted',
        division: 'midori',
        policy: '2-3-2',
        decidedAfterDays: 74,
        reason:
          '講習を受けた方だけが機械を使うこと、7月20日から8月末の10時から16時は作業をしないことを要領に定めます。市民活動保険は市が全額を負担し、国籍を問いません。',
      },
    },
    {
      section: 'views',
      text: '刈る時期と場所には、見通し、花粉、マダニ、スロープの順に急ぐ所があるという意見と、生きもののために残す所がいるという意見があった。',
      cites: [3, 4, 6, 12, 20],
      editor: 'matsubara',
      answer: {
        kind: 'partly',
        division: 'midori',
        policy: '2-3-2',
        decidedAfterDays: 74,
        reason:
          '見通しの悪い5か所とスロープ2か所は年4回に増やします。1回目を8月下旬に早め、ブタクサの開花に間に合わせます。カヤネズミの巣が確かめられた2区画は11月まで刈りません。道の両わきを毎月刈ることは、費用が年に約310万円増えるため行いません。',
      },
    },
    {
      section: 'dissent',
      text: 'お金の考え方は大きく分かれた。業者と同じ額を払うべきだ、協働の目的を協定に書くべきだ、お金は持ちこまないほうがよい、という三つである。',
      cites: [7, 9, 17],
      editor: 'matsubara',
      answer: {
        kind: 'declined',
        division: 'midori',
        policy: '2-3-2',
        decidedAfterDays: 74,
        reason:
          '区画ごとの支払いは行いません。河川は県の管理で、市が除草を再委託する形になると県との協定に反するためです。業者と同じ単価の支払いも同じ理由でできません。道具と保険の現物での支援とします。',
      },
    },
    {
      section: 'minority',
      text: '作業の日時について、朝の音がつらい人、日曜の朝に来られない人からの意見があった。9時からの開始と、月のうちの好きな時間に行う方式が挙がっている。',
      cites: [16, 18],
      editor: 'kotone',
      answer: {
        kind: 'adopted',
        division: 'midori',
        policy: '2-3-2',
        decidedAfterDays: 74,
        reason:
          '機械の使用は9時からとします。2人以上で行い、写真を添えて届け出れば、月のうちの都合のよい日に作業できます。',
      },
    },
    {
      section: 'proposals',
      text: '刈り草を農家が引き取ること、商店街が燃料代を出しあうことが提案された。処分の費用を減らし、関わる人を広げる案である。',
      cites: [8, 14],
      editor: 'shiori',
      answer: {
        kind: 'adopted',
        division: 'midori',
        policy: '2-3-2',
        decidedAfterDays: 74,
        reason:
          '東大橋の下に受け取り場を設けます。焼却していた年42トンのうち約15トンが減り、処分費は年に約27万円下がる見込みです。商店街からの燃料代は、会への寄付としてお受けください。',
      },
    },
    {
      section: 'questions',
      text: '東地区の用水路の土手が範囲に入るかが問われた。提案者は本流だけであると答え、管理する者を別に確かめるとした。',
      cites: [15],
      editor: 'shiori',
      answer: {
        kind: 'not-ours',
        division: 'midori',
        policy: '2-3-2',
        decidedAfterDays: 74,
        passedTo: 'ひなた東部土地改良区',
        reason:
          '用水路の土手は土地改良区の管理です。刈る人がいない区間の地図を渡し、次の総代会で相談すると返事がありました。',
      },
    },
  ],
  annex: [],
  answer: {
    kind: 'alternative',
    division: 'midori',
    policy: '2-3-2',
    decidedAfterDays: 74,
    nextReviewAfterDays: 440,
    reason:
      '代替案とします。ひなた川は県の管理で、市は除草の受託者です。区画ごとに市が費用を払う協定は結べません。かわりに、県の「河川里親」の登録を市が取りまとめ、市が刈払機6台と防護具を貸し、講習と保険の費用を持ちます。手をあげた区画では市の委託を一回減らし、その分を見通しの悪い所にまわします。初年度は8区画から始めます。',
  },
};
