// F9.1, F9.2: fewer offices and circulars in the neighbourhood associations, proposed by their own federation.

import { opinions } from './17-neighbourhood-duties-opinions.ts';
import type { DemoDiscussion } from './types.ts';

export const discussion: DemoDiscussion = {
  key: 'neighbourhood-duties',
  round: 'debating',
  kind: 'plan',
  proposer: 'rengo',
  policy: '3-2-1',
  title: '自治会の役と回覧板を減らし、できることだけ分けあう',
  problem:
    '62の自治会の加入率は、10年で71％から58％に下がりました。役員の平均は69歳で、昨年は9つの自治会で会長が決まらず、くじで決めた所もあります。やめる理由の一番は「役が重い」、二番は「何をしているかわからない」でした。続けるために、減らす相談を自分たちから始めます。',
  proposal:
    '1つの自治会に平均12ある役を5つにします。回覧板は月2回を1回にし、掲示板と電子の回覧を基本に、紙は希望する家へ届けます。役の代わりに、年に一度「できることカード」を配り、2時間でできることを一つ書いてもらいます。市には、自治会への頼みごと41件を3年で半分に減らす計画を求めます。',
  effect:
    '班長の仕事を年およそ60時間から20時間に減らし、加入率が下がるのを3年で止めます。減らしてはならない仕事（見守り、防災、用水）を表に残し、だれがするかをはっきりさせます。',
  roles:
    '連合会：仕事の一覧、規約のひな型、カードの見本。各自治会：できる所から試す（初年度は8自治会）。協働推進課：頼みごとの見直し、電子回覧の費用。市民活動センター：カードの集計と講習。',
  cost: '初年度120万円（電子回覧の利用料48万円、掲示板の直し40万円、講習と印刷32万円）。',
  area: '市内全域（初年度は手をあげた8自治会）',
  earlier: [
    {
      changed: '紙の回覧板をなくす案を、月1回に減らして希望する家には紙を届ける案に替えた。',
      title: '自治会の役を減らし、回覧板を電子にする',
      proposal:
        '1つの自治会に平均12ある役を5つにします。回覧板は紙をやめ、すべて電子の回覧にします。市には、自治会への頼みごとを減らすよう求めます。',
    },
  ],
  opinions,
};
