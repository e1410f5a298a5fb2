/** X11: words of the page on which an invited person makes a town. */
import type { RefusalSentence } from '#kernel/module.ts';
import { wordSet } from '#kernel/words.ts';
import type { NewTownsRefusal } from './new-town.ts';

const ja = {
  title: '新しい町をつくる',
  lead: '運営者から招待されています。ここで、あなたの町の協働のひろばをつくれます。送る前に、もう一度たしかめられます。',
  address: '町のアドレス',
  until: '招待の期限',
  leftOut: '空けておくと、日本語と同じになります',
  /** where the town gives itself none */
  tagline: '協働のひろば',
  taglineHint: '。空けておくと「協働のひろば」になります',
  keyHint: '運営者が町を区別するための、短い英字の名前です。あとから変えられません。れい：tonari',
  fields: {
    key: '短いキー',
    rhythm: '市に提案する回の数',
    reason: 'このルールにする理由',
    office: '事務局の名前',
    officeKind: '事務局の種類',
  },
  rules: 'はじめのルール',
  rulesLead: 'ここでは回の数だけを決めます。ほかは標準のルールで始まり、あとから「ルール」のページで変えられます。',
  rhythms: {
    '4': '年4回（4月1日、7月1日、10月1日、1月1日から）',
    '2': '年2回（4月1日、10月1日から）',
  },
  reasonHint: '公開され、町の記録に残ります',
  reasonFirst: '標準のルールで始めます。',
  secretariat: '事務局',
  secretariatLead: 'あなたは、この町で事務局の代表になります。ほかの人は、あとから町のページで招けます。',
  officeHint: 'れい：となり市民の会',
  lookNote: 'まだつくられません。次のページでたしかめてください。',
  toLook: 'たしかめる',
  look: {
    heading: '色とキー',
    title: 'この町をつくります',
    lead: 'まちがいがないか、見てください。',
    green: 'はじめの緑',
    consequences: [
      '町は、すぐに公開されます。',
      'あなたは事務局の代表になり、お名前が町の記録に残ります。',
      'この招待は使い終わり、もう一度は使えません。',
    ],
    make: '町をつくる',
    change: '書きなおす',
  },
  made: {
    title: (name: string) => `「${name}」ができました`,
    lead: 'おめでとうございます。あなたが事務局の代表です。',
    nextTitle: 'このあと',
    next: (host: string) => [
      `${host} をこのサーバーにつなぐよう、運営者に頼んでください。つながるまで、町のページは開けません。`,
      '町のアドレスを開き、いまと同じやり方でログインします。新しい登録はいりません。',
      '「立場を切りかえる」で事務局をえらび、「町の名前と色」「ルール」「機能を分担する」を見てください。',
    ],
    open: '町のページを開く',
  },
  over: 'この招待は使えません',
  overLead: 'アドレスがちがうか、期限がすぎたか、もう使われた招待です。',
  overTry: '町をつくりたいときは、招待した運営者に、新しい招待を頼んでください。',
  toHome: 'ホームへ',
  refusals: {
    'bad-key': 'キーは、小さい英字で始めて、小さい英字・数字・ハイフンだけで、2字から31字で書いてください',
    'key-taken': 'そのキーの町は、もうあります。ほかのキーにしてください',
    'host-taken': 'この招待のアドレスには、もう町があります。招待した運営者に知らせてください',
    unconfirmed: '先にメールアドレスを確認してください。マイページの「メールアドレスと確認の段階」からできます',
  } as Record<NewTownsRefusal, RefusalSentence>,
};

const easy: typeof ja = {
  title: '新（あたら）しい 町（まち）を つくる',
  lead: 'あなたは 招待（しょうたい）されて います。ここで、あなたの 町（まち）の サイトを つくれます。',
  address: '町（まち）の アドレス',
  until: 'いつまで',
  leftOut: '書（か）かないと、日本語（にほんご）と 同（おな）じに なります',
  /** where the town gives itself none */
  tagline: 'みんなの ひろば',
  taglineHint: '。書（か）かなくても いいです',
  keyHint: 'みじかい 英語（えいご）の 文字（もじ）です。あとで かえられません。れい：tonari',
  fields: {
    key: 'みじかい 名前（なまえ）',
    rhythm: '1年（ねん）に 何回（なんかい） 提案（ていあん）するか',
    reason: 'このルールに する わけ',
    office: '事務局（じむきょく）の 名前（なまえ）',
    officeKind: '事務局（じむきょく）の 種類（しゅるい）',
  },
  rules: 'はじめの ルール',
  rulesLead: 'ここでは 回数（かいすう）だけ きめます。ほかの ルールは、あとで かえられます。',
  rhythms: {
    '4': '1年（ねん）に 4回（かい）（4月、7月、10月、1月から）',
    '2': '1年（ねん）に 2回（かい）（4月、10月から）',
  },
  reasonHint: 'だれでも 読（よ）めます',
  reasonFirst: 'ふつうの ルールで 始（はじ）めます。',
  secretariat: '事務局（じむきょく）',
  secretariatLead: 'あなたが この 町（まち）の 事務局（じむきょく）の 代表（だいひょう）に なります。',
  officeHint: 'れい：となり市民（しみん）の会（かい）',
  lookNote: 'まだ つくりません。つぎの ページで たしかめて ください。',
  toLook: 'たしかめる',
  look: {
    heading: '色（いろ）と みじかい 名前（なまえ）',
    title: 'この 町（まち）を つくります',
    lead: 'まちがいが ないか、見（み）て ください。',
    green: 'はじめの 緑（みどり）',
    consequences: [
      '町（まち）は すぐに だれでも 見（み）られます。',
      'あなたは 事務局（じむきょく）の 代表（だいひょう）に なります。あなたの 名前（なまえ）が のこります。',
      'この 招待（しょうたい）は もう 使（つか）えなく なります。',
    ],
    make: '町（まち）を つくる',
    change: '書（か）きなおす',
  },
  made: {
    title: (name) => `「${name}」が できました`,
    lead: 'あなたが 事務局（じむきょく）の 代表（だいひょう）です。',
    nextTitle: 'この あと',
    next: (host) => [
      `${host} を このサーバーに つなぐように、招待（しょうたい）した 人（ひと）に たのんで ください。つながるまで、町（まち）の ページは 見（み）られません。`,
      '町（まち）の アドレスを ひらいて、今（いま）と 同（おな）じ やりかたで ログインします。',
      '「立場（たちば）を かえる」で 事務局（じむきょく）を えらんで ください。名前（なまえ）や ルールを かえられます。',
    ],
    open: '町（まち）の ページを ひらく',
  },
  over: 'この 招待（しょうたい）は 使（つか）えません',
  overLead: 'アドレスが ちがうか、日（ひ）が すぎたか、もう 使（つか）った 招待（しょうたい）です。',
  overTry:
    '町（まち）を つくりたい ときは、招待（しょうたい）した 人（ひと）に、もう一度（いちど） たのんで ください。',
  toHome: 'ホームへ',
  refusals: {
    'bad-key':
      'みじかい 名前（なまえ）は、小（ちい）さい 英語（えいご）の 文字（もじ）と 数字（すうじ）で 書（か）いて ください',
    'key-taken': 'その 名前（なまえ）は もう あります。ほかの 名前（なまえ）に して ください',
    'host-taken':
      'この アドレスには もう 町（まち）が あります。招待（しょうたい）した 人（ひと）に 言（い）って ください',
    unconfirmed: '先（さき）に メールアドレスを 確認（かくにん）して ください。マイページで できます',
  },
};

const en: typeof ja = {
  title: 'Make a new town',
  lead: 'The operator invited you. Here you make the site of your own town. You can look at all of it before it is made.',
  address: 'Address of the town',
  until: 'Invited until',
  leftOut: 'Left empty, it is the same as in Japanese',
  /** where the town gives itself none */
  tagline: 'where everybody takes part',
  taglineHint: '. Left empty, it is “where everybody takes part” (協働のひろば)',
  keyHint: 'A short name by which the operator tells towns apart. It can’t be changed later. E.g. tonari',
  fields: {
    key: 'Short key',
    rhythm: 'Rounds of proposals a year',
    reason: 'Why these rules',
    office: 'Name of the secretariat',
    officeKind: 'What the secretariat is',
  },
  rules: 'The first rules',
  rulesLead:
    'Only the number of rounds is decided here. All else begins with the usual rules, and is changed later on the page “Rules”.',
  rhythms: {
    '4': 'Four a year (from 1 April, 1 July, 1 October and 1 January)',
    '2': 'Two a year (from 1 April and 1 October)',
  },
  reasonHint: 'Public, and kept in the town’s journal',
  reasonFirst: 'We begin with the usual rules.',
  secretariat: 'Secretariat',
  secretariatLead: 'You represent the secretariat of this town. Others are invited later, on the town’s own pages.',
  officeHint: 'E.g. Citizens of Tonari',
  lookNote: 'Nothing is made yet. You look at it on the next page.',
  toLook: 'Look at it',
  look: {
    heading: 'Colour and key',
    title: 'This town will be made',
    lead: 'See whether everything is right.',
    green: 'the green of the house',
    consequences: [
      'The town is public at once.',
      'You represent its secretariat, and your name stands in its journal.',
      'This invitation is used up and can’t be used again.',
    ],
    make: 'Make the town',
    change: 'Change something',
  },
  made: {
    title: (name) => `“${name}” is made`,
    lead: 'Congratulations. You represent its secretariat.',
    nextTitle: 'What is next',
    next: (host) => [
      `Ask the operator to lead ${host} to this server. Until then the town’s pages can’t be opened.`,
      'Open the town’s address and sign in as you do here, with the same e-mail address. You need not sign up again.',
      'Choose the secretariat at “Act as”, then see to name and colour, rules, and functions.',
    ],
    open: 'Open the town',
  },
  over: 'This invitation can’t be used',
  overLead: 'Its address is mistyped, its time is over, or it was used already.',
  overTry: 'If you want to make a town, ask the operator who invited you for a new invitation.',
  toHome: 'To the home page',
  refusals: {
    'bad-key': 'The key begins with a small letter and has only small letters, digits and hyphens, 2 to 31 of them',
    'key-taken': 'There is a town with that key already. Choose another one',
    'host-taken': 'There is a town at the address of this invitation already. Tell the operator who invited you',
    unconfirmed: 'Confirm your e-mail address first, on your own page under “E-mail address and level”',
  },
};

export const words = wordSet({ ja, easy, en });
