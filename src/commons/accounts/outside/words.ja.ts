/** ほかのところのログイン（OpenID Connect）と、共通の入口の言葉。 */
export const ja = {
  signIn: (name: string) => `${name}でログイン`,
  section: {
    title: 'ほかのログイン',
    lead: 'ほかのところのアカウントで、ここにもログインできるようにします。',
    column: 'ログイン',
    since: 'つなげた日',
    not: 'つながっていません',
    link: (name: string) => `${name}をつなげる`,
    unlink: '切りはなす',
    unlinkOf: (name: string) => `${name}を切りはなす`,
    act: '操作',
  },
  newcomer: {
    title: 'はじめての方の登録',
    lead: (name: string) => `${name}で、ご本人と確かめました。あと少しで登録できます。`,
    have: 'もう登録している方',
    haveText: 'いつものやり方でログインすると、このログインをつなげられます。次からは、どちらでもログインできます。',
    toSignIn: 'ログインして、つなげる',
    fresh: 'はじめての方',
    verified: (email: string) => `メールアドレス：${email}（確認ずみ。公開されません）`,
    submit: '登録する',
  },
  link: {
    title: 'ほかのログインをつなげる',
    lead: (name: string) => `次から、${name}でも、このアカウントにログインできるようにしますか。`,
    email: (email: string) => `そちらのメールアドレス：${email}`,
    submit: 'つなげる',
    not: 'つなげない',
  },
  /** 共通の入口と、そこから町へもどる道 */
  entrance: {
    to: (name: string) => `「${name}」のログインへ進みます`,
    toText: (town: string, name: string) => `「${town}」には、「${name}」のページでログインします。`,
    back: (town: string) => `「${town}」へもどります`,
    backText: 'ログインしています。自動で進まないときは、下のボタンを押してください。',
    go: '進む',
    forTown: (town: string) => `「${town}」の方も、ここでログインします。ログインすると、「${town}」にもどります。`,
  },
  refusals: {
    'outside-away': 'ログイン先に、いまつながりません。少し待ってから、もう一度お試しください',
    'outside-over': '時間が過ぎたか、もう使われています。はじめから、もう一度お試しください',
    'outside-refused': 'ログイン先で、ご本人を確かめられませんでした。もう一度お試しください',
    'outside-cancelled': 'ログインをとりやめました。もう一度するか、ほかのやり方をえらんでください',
    'outside-taken': 'このログインは、ほかのアカウントにつながっています',
    'outside-gone': 'このログインは、つながっていません',
    'outside-address-known':
      'このメールアドレスは、もう登録されています。いつものやり方でログインしてから、つなげてください',
    'hand-over-refused': 'ログインを引きつげませんでした。もう一度ログインしてください',
  },
};
