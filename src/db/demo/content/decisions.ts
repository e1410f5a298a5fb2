// P9, P3, F9.4: what the demo town decided about itself: its rules, its functions, a date that was moved.
import type { HubRules } from '#commons/hubs/index.ts';

/** The rules the town began with: what the decisions below have changed since. */
export function firstRules(present: HubRules): HubRules {
  return {
    ...present,
    limits: { ...present.limits, opinion: 500 },
    answers: { ...present.answers, followUpDays: 30 },
  };
}

export interface DemoDecision {
  /** days before today on which it was recorded; the decision itself is some days older */
  daysAgo: number;
  decidedDaysBefore: number;
  values: Record<string, string>;
  reason: string;
  decision: string;
  decidedBy: string;
  link: string;
}

export const ruleDecisions: readonly DemoDecision[] = [
  {
    daysAgo: 420,
    decidedDaysBefore: 6,
    values: { 'limits.opinion': '400' },
    reason:
      '500字の意見には二つ三つのことが入りがちで、賛成・反対をえらびにくいという声が多くありました。ひとつの意見にひとつのことを書けるよう、400字までにします。理由の欄は別にあるので、書ける量は減りません。',
    decision: '運営会議 第7回 議事録（議題2）',
    decidedBy: 'センター運営会議',
    link: 'https://center.hinata.example/meetings/7.pdf',
  },
  {
    daysAgo: 60,
    decidedDaysBefore: 9,
    values: { 'answers.followUpDays': '14' },
    reason:
      '再質問の答えを一か月待つあいだに、話の続きがわからなくなることがありました。市の協働推進課と話しあい、答えるまでを30日から14日に縮めます。',
    decision: '運営会議 第11回 議事録（議題4）、協働推進課との確認書',
    decidedBy: 'センター運営会議',
    link: 'https://center.hinata.example/meetings/11.pdf',
  },
];

/** Participation was open from the first day; this says who runs it. */
export const participation = {
  steward: 'center',
  people: 3,
  hours: 14,
  how: '事務局は火曜から土曜の10時〜18時。事務局長と受付のふたりで分担し、意見書の編集委員には毎月第2土曜に集まる場を用意しています。',
  reason: '市民提案の受付から提出までを、市民活動センターが事務局として担うことにしたため。',
  decision: '設立準備会 第5回 議事録',
  decidedBy: '協働のしくみ設立準備会',
};

export interface DemoFunctionHand {
  by: string;
  function: string;
  daysAgo: number;
  word: string;
  reply: string;
  repliedDaysAgo: number;
}

export const functionHands: readonly DemoFunctionHand[] = [
  {
    by: 'tsukushi',
    function: 'places',
    daysAgo: 33,
    word: '子ども食堂の物置に空きがあります。備品を貸しあうところからなら、会員ふたりで週に一度、鍵の受け渡しができます。',
    reply:
      'ありがとうございます。備品の貸しあいから始める案で、12日の運営会議の議題にします。場所の下見にうかがってもよいでしょうか。',
    repliedDaysAgo: 30,
  },
  {
    by: 'saeki',
    function: 'advice',
    daysAgo: 17,
    word: '月に二度、夕方なら話を聞けます。団体の会計や書類のことなら、わかる範囲でお手伝いします。',
    reply: '心強いです。もうひとり聞き役がそろったら、第1・第3木曜の夕方に相談の時間をひらきましょう。',
    repliedDaysAgo: 15,
  },
];

/** The end of the debate that runs now was moved. */
export const movedDate = {
  daysAgo: 8,
  byDays: 7,
  reason:
    '台風で東地区の話し合いの会が中止になりました。代わりの会を開いてから意見をまとめられるよう、意見交換の終わりを一週間のばします。意見書を書く期間は47日から40日になりますが、編集委員のみなさんの了承を得ています。',
};
