/** X4: words about letters that came before a moderator: nobody but their two sides and the moderators reads them. */
import { wordSet } from '#kernel/words.ts';

export const privateWords = wordSet({
  ja: {
    kinds: {
      'entry-letter': '「話を聞きたい」の手紙',
      'group-message': '団体どうしの手紙',
      'site-message': 'ホームページのお問い合わせ',
    } as Record<string, string>,
    outcomes: { hidden: '手紙を止めました', left: 'そのまま', asked: '注意しました' },
    choices: {
      hidden: 'この手紙を見えなくし、書いた人の手紙を止める',
      left: 'そのまま残す',
      asked: '書いた人に注意する',
    },
    hints: {
      hidden: (days: string) => `書いた人は${days}日のあいだ、だれにも手紙を送れません。異議申立てでもどせます`,
      left: 'きまりに反していないとき',
      asked: '手紙はそのまま、書いた人に理由を伝えます。書いた人は異議を申し立てられます',
    },
    onlyThis:
      '知らせのあった、この1通だけを読めます。ふたりのほかの手紙は読めません。決定の理由は公開されるので、手紙の言葉や名前を書かないでください。',
    inQueue: (days: string) => `手紙を「非表示にする」と、書いた人は${days}日のあいだ手紙を送れません。`,
    report: {
      title: '手紙を知らせる',
      thing: '知らせる手紙',
      back: '手紙へもどる',
      next: [
        'モデレーターが、この1通だけを読んで決めます。決まるまで手紙はそのまま残ります',
        '決めた理由は、名前も手紙の言葉も出さずに公開されます',
        '結果をお知らせします。納得できなければ異議を申し立てられます',
      ],
    },
    reportLead: '見守る人（モデレーター）が、この1通だけを読みます。書いた人には、だれが知らせたかを伝えません。',
    author: {
      hidden: {
        subject: 'あなたの手紙を止めました',
        text: (days: string) =>
          `あなたが送った手紙を、つぎの理由で見えなくしました。${days}日のあいだ、手紙を送れません。`,
      },
      asked: {
        subject: 'あなたの手紙について',
        text: (_days: string) => 'あなたが送った手紙について、つぎの理由で注意します。手紙はこれからも送れます。',
      },
      change: 'つぎの手紙を書くときに、気をつけてください。',
    },
    theLetter: (text: string) => `その手紙：\n「${text}」`,
    reporter: {
      hidden: (days: string) => `知らせてくださった手紙を見えなくし、書いた人の手紙を${days}日のあいだ止めました。`,
      left: (_days: string) =>
        '知らせてくださった手紙を読み、そのまま残すことにしました。受けとらないようにすることは、いつでもできます。',
      asked: (_days: string) => '知らせてくださった手紙について、書いた人に注意しました。',
    },
    settled: {
      kept: '別のモデレーターが見直し、はじめの決定のままとしました。',
      shown: '別のモデレーターが見直し、手紙を止めるのをやめました。',
      hidden: '別のモデレーターが見直し、手紙を止めました。',
      unasked: '別のモデレーターが見直し、注意を取り消しました。',
    },
    settleHints: {
      hidden: 'くつがえすと、手紙はもとどおり読め、書いた人はまた手紙を送れます。公開はされません',
      left: 'くつがえすと、手紙は見えなくなり、書いた人の手紙が止まります',
      asked: 'くつがえすと、手紙は見えなくなり、書いた人の手紙が止まります',
      unasked: 'くつがえすと、注意は取り消されます。手紙はそのままです',
    },
    ownLetter: {
      title: 'あなたの手紙についての決定',
      lead: 'このページのアドレスは、手紙を書いた人だけのものです。知っている人はだれでも読めるので、人に教えないでください。',
      stoppedUntil: '手紙を送れない期間',
      until: (day: string) => `${day}まで`,
      notYou:
        'この手紙に心あたりがないときは、だれかがあなたのアドレスを書いたのかもしれません。そのことも、異議として伝えられます。',
      link: '決定を読み、異議を申し立てる',
    },
  },
  easy: {
    kinds: {
      'entry-letter': '「話（はなし）を 聞（き）きたい」の 手紙（てがみ）',
      'group-message': '団体（だんたい）の 手紙（てがみ）',
      'site-message': 'ホームページから 来（き）た 手紙（てがみ）',
    },
    outcomes: { hidden: '手紙（てがみ）を 止（と）めました', left: 'そのまま', asked: '注意（ちゅうい）しました' },
    choices: {
      hidden: 'この 手紙（てがみ）を 見（み）えなくして、書（か）いた 人（ひと）の 手紙（てがみ）を 止（と）める',
      left: 'そのまま 残（のこ）す',
      asked: '書（か）いた 人（ひと）に 注意（ちゅうい）する',
    },
    hints: {
      hidden: (days) => `書（か）いた 人（ひと）は ${days}日（にち） 手紙（てがみ）を 送（おく）れません`,
      left: 'きまりに 合（あ）っているとき',
      asked:
        '手紙（てがみ）は そのままで、わけを 伝（つた）えます。書（か）いた 人（ひと）は「ちがう」と 言（い）えます',
    },
    onlyThis:
      '知（し）らせが あった この 1通（つう）だけを 読（よ）めます。決（き）めた わけは みんなが 読（よ）みます。手紙（てがみ）の 言葉（ことば）や 名前（なまえ）を 書（か）かないで ください。',
    inQueue: (days) =>
      `手紙（てがみ）を 見（み）えなくすると、書（か）いた 人（ひと）は ${days}日（にち） 手紙（てがみ）を 送（おく）れません。`,
    report: {
      title: '手紙（てがみ）を 知（し）らせる',
      thing: '知（し）らせる 手紙（てがみ）',
      back: '手紙（てがみ）へ もどる',
      next: [
        '見守（みまも）る 人（ひと）が この 1通（つう）だけを 読（よ）んで 決（き）めます',
        '決（き）めた わけは みんなが 読（よ）めます。名前（なまえ）や 手紙（てがみ）の 言葉（ことば）は 出（だ）しません',
        '決（き）まったら お知（し）らせします。「ちがう」と 思（おも）ったら 言（い）えます',
      ],
    },
    reportLead:
      '見守（みまも）る 人（ひと）が この 1通（つう）だけを 読（よ）みます。だれが 知（し）らせたかは、書（か）いた 人（ひと）に 言（い）いません。',
    author: {
      hidden: {
        subject: 'あなたの 手紙（てがみ）を 止（と）めました',
        text: (days) =>
          `あなたの 手紙（てがみ）を 見（み）えなく しました。わけを 読（よ）んでください。${days}日（にち） 手紙（てがみ）を 送（おく）れません。`,
      },
      asked: {
        subject: 'あなたの 手紙（てがみ）のこと',
        text: () =>
          'あなたの 手紙（てがみ）に 注意（ちゅうい）します。わけを 読（よ）んでください。手紙（てがみ）は これからも 送（おく）れます。',
      },
      change: '次（つぎ）に 手紙（てがみ）を 書（か）くとき、気（き）を つけてください。',
    },
    theLetter: (text: string) => `その 手紙（てがみ）：\n「${text}」`,
    reporter: {
      hidden: (days) =>
        `手紙（てがみ）を 見（み）えなくして、書（か）いた 人（ひと）の 手紙（てがみ）を ${days}日（にち） 止（と）めました。`,
      left: () =>
        '手紙（てがみ）を 読（よ）んで、そのまま 残（のこ）しました。その 人（ひと）の 手紙（てがみ）を もらわないことも できます。',
      asked: () => '手紙（てがみ）を 書（か）いた 人（ひと）に 注意（ちゅうい）しました。',
    },
    settled: {
      kept: 'ほかの 人（ひと）が もう一度（いちど） 見（み）ました。はじめと 同（おな）じです。',
      shown: 'ほかの 人（ひと）が もう一度（いちど） 見（み）ました。手紙（てがみ）を 止（と）めるのを やめました。',
      hidden: 'ほかの 人（ひと）が もう一度（いちど） 見（み）ました。手紙（てがみ）を 止（と）めました。',
      unasked: 'ほかの 人（ひと）が もう一度（いちど） 見（み）ました。注意（ちゅうい）を 取（と）り消（け）しました。',
    },
    settleHints: {
      hidden: '変（か）えると、手紙（てがみ）は また 読（よ）めます。書（か）いた 人（ひと）は また 送（おく）れます',
      left: '変（か）えると、手紙（てがみ）は 見（み）えなく なります。書（か）いた 人（ひと）は 送（おく）れません',
      asked: '変（か）えると、手紙（てがみ）は 見（み）えなく なります。書（か）いた 人（ひと）は 送（おく）れません',
      unasked: '変（か）えると、注意（ちゅうい）は なくなります。手紙（てがみ）は そのままです',
    },
    ownLetter: {
      title: 'あなたの 手紙（てがみ）の こと',
      lead: 'この ページの アドレスは、手紙（てがみ）を 書（か）いた 人（ひと）だけの ものです。ほかの 人（ひと）に 教（おし）えないで ください。',
      stoppedUntil: '手紙（てがみ）を 送（おく）れない 間（あいだ）',
      until: (day) => `${day}まで`,
      notYou:
        'この 手紙（てがみ）を 知（し）らない ときは、ほかの 人（ひと）が あなたの アドレスを 書（か）いたかも しれません。それも ここで 言（い）えます。',
      link: 'わけを 読（よ）む、「ちがう」と 言（い）う',
    },
  },
  en: {
    kinds: {
      'entry-letter': 'Letter about an entry',
      'group-message': 'Letter between groups',
      'site-message': 'Message from a homepage',
    },
    outcomes: { hidden: 'letters stopped', left: 'left as it is', asked: 'sender warned' },
    choices: {
      hidden: 'Hide this letter and stop letters from whoever wrote it',
      left: 'Leave it as it is',
      asked: 'Warn whoever wrote it',
    },
    hints: {
      hidden: (days) => `They can’t send letters to anybody for ${days} days. An appeal can undo it`,
      left: 'Where no rule is broken',
      asked: 'The letter stays; whoever wrote it is told why, and can appeal',
    },
    onlyThis:
      'You can read this one letter, which was reported, and no other of these two. The reason is public: don’t put words of the letter or names into it.',
    inQueue: (days) => `Hiding a letter stops letters from whoever wrote it for ${days} days.`,
    report: {
      title: 'Report a letter',
      thing: 'The letter you report',
      back: 'Back to the letters',
      next: [
        'A moderator reads this one letter and decides. Until then it stays as it is',
        'The reason is published, without names and without words of the letter',
        'You are told the result, and can appeal if you disagree',
      ],
    },
    reportLead: 'The moderators read this one letter and nothing else. Whoever wrote it isn’t told who reported it.',
    author: {
      hidden: {
        subject: 'Your letters were stopped',
        text: (days) => `A letter you sent was hidden for the reason below. You can’t send letters for ${days} days.`,
      },
      asked: {
        subject: 'About a letter you sent',
        text: () => 'This is a warning about a letter you sent, for the reason below. You can go on sending letters.',
      },
      change: 'Please keep it in mind for your next letter.',
    },
    theLetter: (text: string) => `The letter:\n“${text}”`,
    reporter: {
      hidden: (days) =>
        `The letter you reported was hidden, and letters from whoever wrote it are stopped for ${days} days.`,
      left: () =>
        'The letter you reported was read and left as it is. You can always take no more letters from its sender.',
      asked: () => 'Whoever wrote the letter you reported was warned.',
    },
    settled: {
      kept: 'Another moderator looked at it again: the first decision stands.',
      shown: 'Another moderator looked at it again: the letters are no longer stopped.',
      hidden: 'Another moderator looked at it again: the letters are stopped.',
      unasked: 'Another moderator looked at it again: the warning is withdrawn.',
    },
    settleHints: {
      hidden:
        'Overturned, the letter is read again by its two sides, and its writer can send letters. It is never public',
      left: 'Overturned, the letter is hidden and letters from its writer are stopped',
      asked: 'Overturned, the letter is hidden and letters from its writer are stopped',
      unasked: 'Overturned, the warning is withdrawn. The letter stays as it is',
    },
    ownLetter: {
      title: 'What was decided about your letter',
      lead: 'The address of this page is for whoever wrote the letter. Whoever knows it can read the page, so keep it to yourself.',
      stoppedUntil: 'No letters can be sent',
      until: (day) => `until ${day}`,
      notYou: 'If you know nothing of this letter, somebody may have given your address. You can say so in an appeal.',
      link: 'Read the decision and appeal',
    },
  },
});
