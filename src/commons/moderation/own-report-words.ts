/** 見守りの言葉：ログインせずに知らせた人のページ。 */
import { wordSet } from '#kernel/words.ts';

export const ownReportWords = wordSet({
  ja: {
    title: 'あなたが知らせた件',
    lead: 'このページのアドレスは、あなただけのものです。知っている人はだれでも読めるので、人に教えないでください。',
    sent: '知らせた日',
    about: 'どこの書きこみか',
    state: '今のようす',
    waiting: 'モデレーターが、届いた順に読んでいます。結果はこのページに出ます。',
    asking: (date: string) => `書いた人に、${date}までに答えるようたずねています。そのあとモデレーターが決めます。`,
    toDecision: '決定のページを見る',
    toReport: '結果のページを見る',
    keep: '結果は、つぎのページで見られます。このアドレスを、ブックマークするかメモしておいてください。',
    copy: 'コピー',
    copied: 'コピーしました',
    address: '結果のページのアドレス',
    appealBy: (until: string) =>
      `納得できないときは、${until}まで、上のページで異議を申し立てられます。ログインはいりません。別のモデレーターが見直します。`,
    claimOn: (title: string) => `「${title}」についての権利侵害の申出`,
    appealSent: '異議申立てを受け取りました。別のモデレーターが見直し、結果はこのページに出ます。',
  },
  easy: {
    title: 'あなたが 知（し）らせた こと',
    lead: 'この ページの アドレスは あなただけの ものです。知（し）って いる 人（ひと）は だれでも 読（よ）めます。ほかの 人（ひと）に 教（おし）えないで ください。',
    sent: '知（し）らせた 日（ひ）',
    about: 'どこに 書（か）いて あったか',
    state: '今（いま）の ようす',
    waiting:
      '係（かかり）の 人（ひと）が 順番（じゅんばん）に 読（よ）んで います。結果（けっか）は この ページに 出（で）ます。',
    asking: (date) =>
      `書（か）いた 人（ひと）に、${date}までに 答（こた）えて くださいと 言（い）いました。その あと、係（かかり）の 人（ひと）が 決（き）めます。`,
    toDecision: '決（き）まった ことの ページを 見（み）る',
    toReport: '結果（けっか）の ページを 見（み）る',
    keep: '結果（けっか）は、この アドレスの ページで 見（み）る ことが できます。アドレスを メモして ください。',
    copy: 'コピー',
    copied: 'コピーしました',
    address: '結果（けっか）の ページの アドレス',
    appealBy: (until) =>
      `この 結果（けっか）は おかしいと 思（おも）ったら、${until}までに、上（うえ）の ページで 言（い）って ください。ログインは いりません。べつの 人（ひと）が もう一度（いちど） 見（み）ます。`,
    claimOn: (title) => `「${title}」に ついて、権利（けんり）の ことを 言（い）った とき`,
    appealSent:
      '受（う）け取（と）りました。べつの 人（ひと）が もう一度（いちど） 見（み）ます。結果（けっか）は この ページに 出（で）ます。',
  },
  en: {
    title: 'What you reported',
    lead: 'The address of this page is yours alone. Whoever knows it can read the page, so keep it to yourself.',
    sent: 'Reported on',
    about: 'Where it stands',
    state: 'How it stands',
    waiting: 'A moderator reads what comes in, in order. The result will appear on this page.',
    asking: (date) => `Whoever wrote it has been asked to answer by ${date}. After that a moderator decides.`,
    toDecision: 'See the page of the decision',
    toReport: 'See what became of it',
    keep: 'The result will appear on a page of your own. Please bookmark its address or write it down.',
    copy: 'Copy',
    copied: 'Copied',
    address: 'Address of the result',
    appealBy: (until) =>
      `If you do not agree, you can appeal on that page until ${until}, without signing in. Another moderator will look again.`,
    claimOn: (title) => `Claim of a right, on “${title}”`,
    appealSent: 'Your appeal has arrived. Another moderator will look again; the result will appear on this page.',
  },
});
