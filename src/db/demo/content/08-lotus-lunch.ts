// F9.1, F9.5, F9.7: local lotus root in school lunches: the proposal, the points of the statement and the city's answers.

import { opinions } from './08-lotus-lunch-opinions.ts';
import type { DemoDiscussion } from './types.ts';

export const discussion: DemoDiscussion = {
  key: 'lotus-lunch',
  round: 'answering',
  kind: 'project',
  proposer: 'renkon',
  policy: '1-1-2',
  title: '給食に地元のれんこんを。田んぼの体験とセットで届ける提案',
  problem:
    '東地区では年に約190トンのれんこんがとれます。それなのに、市内の給食で使うれんこん4.1トンのうち、地元産は1.2トン。残りは県外産の水煮です。はす田を見ないまま卒業する子も多く、出荷している農家6軒のうち、あとを継ぐ人が決まっているのは1軒です。',
  proposal:
    '11月から3月まで月に2回、地元の生れんこんを給食に使います。6軒で出荷の組をつくり、規格は「太さ5センチ以上、節で切り、泥を落とす」とします。あわせて、手をあげた小学校（1年目は3校まで）の5年生を、6月の花の見学と11月の掘り取りに迎えます。',
  effect:
    '給食のれんこんの地元産を、3割から7割にふやします。3校の5年生およそ210人が、年に2回はす田に来ます。食べ残しの量を、水煮の日と生の日で比べて公開します。',
  roles:
    '農家6軒：出荷と体験の受け入れ。給食センター：献立と下ごしらえの指示。市：食材費の差とバス代。学校：参加するかどうかを選ぶ。東地区まちづくりの会と保護者：体験の日の見守り。',
  cost: '食材費の差は1食8円、年10回で約50万円（市の補助に加え、保護者の負担は上げない）。見学と体験のバスは3校×2回で30万円。合わせて年80万円ほど。',
  area: '東地区のはす田、市内2つの給食センター、手をあげた小学校',
  earlier: [
    {
      changed: '食材費の差をだれが払うかを書き足し、体験を全校から希望する3校までに減らしました。',
      proposal:
        '11月から3月まで月に2回、地元の生れんこんを給食に使います。あわせて、市内のすべての小学校の5年生を、はす田の見学と掘り取りに迎えます。',
      cost: '食材費の差は1食8円、年10回で約50万円。見学のバス代は9校で45万円。',
    },
  ],
  opinions,
  points: [
    {
      section: 'agreement',
      text: '生のれんこんの味と糸を子どもに知ってほしい、厚く切り、献立表につくった農家の名前を載せてほしい、という意見に広い賛成があった。',
      cites: [0, 1, 19],
      editor: 'shiori',
      answer: {
        kind: 'adopted',
        division: 'kosodate',
        reason:
          '地元産の日は厚さ1センチの乱切りか輪切りとし、献立表に農家の名前（本人が認めた呼び名）を載せます。次に作る献立表から始めます。',
        policy: '1-1-2',
        decidedAfterDays: 22,
      },
    },
    {
      section: 'views',
      text: '続けられる量について、調理する側が規格を決めること、月2回より多くは出荷の手が足りないことが示された。洗う作業は、食品工場の機械の空き時間を借りる案が出ている。',
      cites: [3, 12, 15],
      editor: 'shiori',
      answer: {
        kind: 'partly',
        division: 'kosodate',
        reason:
          '規格は提案のとおり認め、回数は月2回を上限とします。食品工場での洗浄は、工場の営業許可の内容を保健所に確かめる必要があり、1年目は農家での泥落としと給食センターでの二度洗いで行います。',
        policy: '1-1-2',
        decidedAfterDays: 33,
        nextReviewAfterDays: 100,
      },
    },
    {
      section: 'views',
      text: '目的をどこに置くかで考えが分かれた。売り上げではなく町を知る機会と考えるもの、規格に合わないものも生かすべきだというもの、年に一度、町じゅうで同じものを食べる日にするというものである。',
      cites: [10, 14, 18],
      editor: 'kotone',
      answer: {
        kind: 'under-study',
        division: 'kosodate',
        reason:
          '目的は「こどもが町の農業を知ること」とします。規格外のすりおろし（れんこんつくね）は、一度試作して食べ残しを量ります。全市で同じ日に食べる日は、商店街協同組合と協働推進課を交えて相談し、試作の結果と合わせてお答えします。',
        policy: '1-1-2',
        decidedAfterDays: 33,
        nextReviewAfterDays: 110,
      },
    },
    {
      section: 'dissent',
      text: '体験を全校で行うことには、先生の負担の面から反対があった。バス代の高さを問い、自転車で行けるとする意見もあったが、県道の危険が指摘された。高校生に掘らせてほしいという声もある。',
      cites: [6, 7, 17],
      editor: 'kotone',
      answer: {
        kind: 'alternative',
        division: 'kosodate',
        reason:
          '1年目は希望した2校とし、市のマイクロバスを使います。貸切バスの予算30万円は要りません。自転車での移動は認められません。高校生の掘り取りは学校行事ではなく、農家と直接の約束で行うことになります。会の窓口を高校に知らせました。',
        policy: '1-1-1',
        decidedAfterDays: 30,
      },
    },
    {
      section: 'agreement',
      text: '体験の日は、安全な深さと大人の数を先に決め、車いすの子にも役があり、外国から来た親も一緒に入れる日にすることを求める。',
      cites: [2, 13, 16],
      editor: 'shiori',
      answer: {
        kind: 'adopted',
        division: 'kosodate',
        reason:
          '児童8人に大人1人、水の深さ20センチ以下を市の条件とします。作業は「掘る、洗う、量る、刷る」の4つから児童が選びます。保護者への案内は、やさしい日本語とベトナム語、ポルトガル語、ネパール語で出します。',
        policy: '1-1-2',
        decidedAfterDays: 30,
      },
    },
    {
      section: 'questions',
      text: '食材費の差をだれが負担するか、出せない日にどうするかが問われた。提案者は、市の補助に加えて保護者の負担は上げない、足りない日は水煮に戻す、と答えた。',
      cites: [5, 20],
      editor: 'shiori',
      answer: {
        kind: 'adopted',
        division: 'kosodate',
        reason:
          '差額の50万7千円（8円×6,340食×10回）は、来年度の食材費補助に加えて予算を要求します。保護者の負担は変わりません。出荷量の連絡は前の週の水曜正午までとし、代わりの献立を毎回用意します。',
        policy: '1-1-2',
        decidedAfterDays: 33,
      },
    },
    {
      section: 'minority',
      text: '宗教などの理由で肉を食べない子も同じものを食べられるよう、れんこんの日を野菜だけの料理にしてほしいという意見があった。賛成は多くないが、理由のある意見として記す。',
      cites: [9],
      editor: 'kotone',
      answer: {
        kind: 'already-done',
        division: 'kosodate',
        reason:
          '肉と魚を使わない献立の日は、昨年度から月に1回あります（第3金曜）。知られていないことが分かったので、献立表に印をつけました。地元れんこんの日の1回を、この日に合わせます。',
        policy: '1-1-2',
        decidedAfterDays: 22,
      },
    },
    {
      section: 'minority',
      text: '15分の給食時間では味わえないとして、れんこんの日だけでも5分のばし、農家を教室に招くことを求める意見があった。',
      cites: [8],
      editor: 'shiori',
      answer: {
        kind: 'not-ours',
        division: 'kosodate',
        reason:
          '給食の時間割は校長が決めるもので、市長部局では決められません。意見書の写しを教育委員会に渡し、校長会で紹介されました。中学校1校が次の学期に試すと聞いています。農家の来校にかかる給食1食分は、市が負担します。',
        policy: '1-1-2',
        decidedAfterDays: 26,
        passedTo: '市教育委員会 学校教育課（各学校長）',
      },
    },
  ],
  annex: [
    {
      opinion: 11,
      reason: '高齢の人が学校で給食を食べる席の話で、提案の範囲の外にある。別の提案として出せることを本人に伝えた。',
      editor: 'kotone',
    },
  ],
  answer: {
    kind: 'adopted',
    division: 'kosodate',
    reason:
      '提案のとおり、来年度の11月から3月まで月2回、地元の生れんこんを給食に使います。来年度の当初予算案に、食材費の差額50万7千円を要求します。実施は予算の議決が条件です。体験は希望する2校から始めます。1年後に、地元産の割合、食べ残しの量、6軒の出荷の負担の三つを公開し、続け方を提案者と決めます。',
    policy: '1-1-2',
    decidedAfterDays: 33,
    nextReviewAfterDays: 180,
  },
};
