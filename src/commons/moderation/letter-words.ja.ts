/** 手紙の言葉：書きこみの見守り。 */
export const ja = {
  greeting: (name: string) => `${name} さま`,
  somebody: '知らせてくださった方へ',
  words: (text: string) => `その書きこみ：\n「${text}」`,
  because: (ground: string, reason: string) => `理由（${ground}）：\n${reason}`,
  toDecision: '決定のページを見る',
  toWords: 'その書きこみを見る',
  grounds: {
    defamation: '誹謗中傷・名誉',
    'personal-data': '個人情報',
    discrimination: '差別',
    threat: '脅し・暴力',
    impersonation: 'なりすまし',
    advertising: '広告・宣伝',
    'off-topic': '無関係',
    election: '選挙運動',
    rights: '権利の侵害',
    other: 'そのほか',
  },
  rights: {
    honour: '名誉・信用',
    privacy: 'プライバシー',
    portrait: '肖像',
    copyright: '著作権',
    trade: '商標・営業',
    other: 'そのほかの権利',
  },
  noticed: {
    subject: 'あなたの書きこみについて（自動のお知らせ）',
    text: 'あなたの書きこみは公開されています。自動のしくみがつぎのことに気づいたので、モデレーターが一度目を通します。',
    what: {
      'many-links': 'リンクがたくさん入っています。',
      'same-text': '同じ文章が、ほかのところにも書かれています。',
      'many-an-hour': '短いあいだに、たくさん書かれています。',
    },
    next: 'まちがいがなければ、何もしなくて大丈夫です。直したいときは、その書きこみのページから直せます。',
  },
  author: {
    hidden: {
      subject: 'あなたの書きこみを非表示にしました',
      text: (title: string) =>
        `「${title}」にあるあなたの書きこみを、つぎの理由で非表示にしました。消してはいません。記録にも残っています。`,
    },
    asked: {
      subject: '書きこみを直していただけませんか',
      text: (title: string) =>
        `「${title}」にあるあなたの書きこみは、そのまま公開されています。ただ、つぎの理由で、書き直しをお願いします。`,
    },
    appeal: (until: string) => `納得できないときは、${until}まで異議申立てができます。別のモデレーターが見直します。`,
    change: '直すかどうかは、あなたが決められます。',
  },
  reporter: {
    subject: '知らせてくださった件の結果',
    outcomes: {
      hidden: '知らせてくださった書きこみを、非表示にしました。ありがとうございました。',
      left: '知らせてくださった書きこみを読み、そのまま残すことにしました。',
      asked: '知らせてくださった書きこみについて、書いた人に書き直しをお願いしました。',
    },
    appeal: (until: string) =>
      `納得できないときは、ログインして、${until}まで異議申立てができます。別のモデレーターが見直します。`,
  },
  settled: {
    subject: '異議申立ての結果',
    outcomes: {
      kept: '別のモデレーターが見直し、はじめの決定のままとしました。',
      shown: '別のモデレーターが見直し、書きこみをもとどおり公開しました。',
      hidden: '別のモデレーターが見直し、書きこみを非表示にしました。',
      unasked: '別のモデレーターが見直し、書き直しのお願いを取り消しました。',
    },
    why: (answer: string) => `理由：\n${answer}`,
  },
  claim: {
    subject: 'あなたの書きこみについて、権利侵害の申出がありました',
    text: (right: string) =>
      `あなたの書きこみが権利（${right}）を侵害しているという申出がありました。非表示にすることに同意するかどうか、おたずねします。`,
    passage: (text: string) => `申出のあった部分：\n「${text}」`,
    why: (text: string) => `申出の理由：\n${text}`,
    until: (date: string) => `${date}までにお答えください。`,
    link: '答える',
    silent: 'お答えがないときは、モデレーターが、この申出と書きこみだけを見て決めます。',
    received: '権利侵害の申出を受け取りました',
    receivedText: (date: string) =>
      `申出を受け取りました。書いた人に、${date}までに答えるようたずねています。お名前と連絡先は伝えていません。そのあとモデレーターが決め、結果をお知らせします。`,
  },
  waiting: {
    claim: '権利侵害の申出が、決定を待っています',
    appeal: '異議申立てが、決定を待っています',
    text: {
      claim: '書いた人の答えが届いたか、答える期限が過ぎました。申出を読んで、決めてください。',
      appeal: '決定に異議申立てがありました。はじめに決めた人とは別の人が見直します。',
    },
    link: '見守りの画面を開く',
  },
};
