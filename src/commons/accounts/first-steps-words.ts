/** X1 Words for somebody who has just come: what can be done here now. */
import { wordSet } from '#kernel/words.ts';

interface Step {
  title: string;
  text: string;
}

interface FirstStepsWords {
  welcome: string;
  welcomeLead: string;
  back: string;
  nextTitle: string;
  group: Step;
  debate: Step;
  /** of somebody who can't write yet */
  read: Step;
  near: Step;
  events: Step;
  account: Step;
}

export const firstStepsWords = wordSet<FirstStepsWords>({
  ja: {
    welcome: 'ようこそ',
    welcomeLead: 'はじめてのログインですね。ここでできることを、いくつかお知らせします。どれからでもかまいません。',
    back: '開こうとしていたページへ進む',
    nextTitle: 'いまできること',
    group: {
      title: '自分の団体を登録する',
      text: 'だれでも登録でき、審査はありません。登録すると、団体のホームページを作ったり、催しを知らせたりできます。',
    },
    debate: {
      title: '市民提案を読む・意見を書く',
      text: 'いま話し合われている提案を読んで、賛成・反対をえらんだり、意見を書いたりできます。',
    },
    read: { title: '市民提案を読む', text: 'いま話し合われている提案と、みなさんの意見を読めます。' },
    near: { title: '近くの団体や活動を探す', text: '地図と、近い順の一覧から探せます。' },
    events: { title: 'これからの催しを見る', text: '気になる催しには、そのまま申し込めます。' },
    account: { title: 'マイページを見る', text: '名前、ことば、お知らせの届け方を変えられます。' },
  },
  easy: {
    welcome: 'ようこそ',
    welcomeLead: 'はじめての ログインですね。ここで できる ことを 書（か）きました。どれから はじめても いいです。',
    back: '見（み）ようと していた ページへ 行（い）く',
    nextTitle: '今（いま） できる こと',
    group: {
      title: '自分（じぶん）の 団体（だんたい）（グループ）を 登録（とうろく）する',
      text: 'だれでも 登録（とうろく）できます。団体（だんたい）の ホームページを 作（つく）ったり、催（もよお）し（イベント）を 知（し）らせたり できます。',
    },
    debate: {
      title: '提案（ていあん）を 読（よ）む・意見（いけん）を 書（か）く',
      text: '今（いま） 話（はな）し合（あ）って いる 提案（ていあん）を 読（よ）んで、賛成（さんせい）・反対（はんたい）を えらんだり、意見（いけん）を 書（か）いたり できます。',
    },
    read: {
      title: '提案（ていあん）を 読（よ）む',
      text: '今（いま） 話（はな）し合（あ）って いる 提案（ていあん）と、みんなの 意見（いけん）を 読（よ）めます。',
    },
    near: {
      title: '近（ちか）くの 団体（だんたい）や 活動（かつどう）を さがす',
      text: '地図（ちず）で さがせます。近（ちか）い ものから 見（み）られます。',
    },
    events: {
      title: 'これからの 催（もよお）し（イベント）を 見（み）る',
      text: '行（い）きたい 催（もよお）しに 申（もう）し込（こ）めます。',
    },
    account: {
      title: 'わたしの ページを 見（み）る',
      text: '名前（なまえ）、ことば、お知（し）らせの 受（う）け取（と）り方（かた）を かえられます。',
    },
  },
  en: {
    welcome: 'Welcome',
    welcomeLead:
      'You have signed in for the first time. Here are some things you can do; begin with whichever you like.',
    back: 'Go on to the page you wanted',
    nextTitle: 'What you can do now',
    group: {
      title: 'Register your group',
      text: 'Anyone can; nobody has to approve it. A registered group can make its own homepage and announce its events.',
    },
    debate: {
      title: 'Read proposals and write opinions',
      text: 'See what is being discussed, say whether you agree or disagree, and write what you think.',
    },
    read: { title: 'Read proposals', text: 'See what is being discussed, and what people say of it.' },
    near: { title: 'Find groups and activities near you', text: 'On a map, or as a list with the nearest first.' },
    events: { title: 'See what is coming up', text: 'You can register for an event straight away.' },
    account: { title: 'See your own page', text: 'Change your name, your language and how you are told of news.' },
  },
});
