/** X4, X13 Words about letters: who reads them, what whoever gets one can do. */
import { wordSet } from '#kernel/words.ts';

export const words = wordSet({
  ja: {
    note: 'この手紙は、書いた人と、受けとる人だけが読みます。受けとった人がモデレーターに知らせたときは、モデレーターが、その手紙だけを読みます。',
    report: 'この手紙を知らせる',
    block: 'この相手の手紙を受けとらない',
    hidden: 'この手紙は、きまりにより、いまは表示していません。',
    blocks: '手紙を受けとらない相手',
    lead: 'あなたや、あなたの団体が、手紙を受けとらないことにした相手です。相手には、次に手紙を書いたときに伝わります。',
    none: '受けとらないことにした相手はいません。',
    of: (receiver: string) => `「${receiver}」への手紙`,
    since: (day: string) => `${day}から`,
    lift: 'また受けとる',
    refusals: {
      blocked: '相手が、この名前からの手紙を受けとらないことにしています。送っていません',
      stopped: ({ until }: Record<string, string | number>) =>
        `前に送った手紙がきまりに反していたため、${until}まで手紙を送れません。決定のページから、異議申立てができます`,
      'no-letters': '相手は18歳になっていない人です。つながりのない人からの手紙は送れません',
    },
  },
  easy: {
    note: 'この 手紙（てがみ）は、書（か）いた 人（ひと）と もらった 人（ひと）だけが 読（よ）みます。もらった 人（ひと）が「よくない」と 知（し）らせたときは、見守（みまも）る 人（ひと）が その 手紙（てがみ）だけを 読（よ）みます。',
    report: 'この 手紙（てがみ）を 知（し）らせる',
    block: 'この 人（ひと）の 手紙（てがみ）は いりません',
    hidden: 'この 手紙（てがみ）は、きまりで 見（み）えなく しています。',
    blocks: '手紙（てがみ）を もらわない 相手（あいて）',
    lead: '手紙（てがみ）は いらないと 決（き）めた 相手（あいて）です。相手（あいて）が 次（つぎ）に 書（か）いたとき、相手（あいて）に 伝（つた）わります。',
    none: 'だれも いません。',
    of: (receiver: string) => `「${receiver}」への 手紙（てがみ）`,
    since: (day: string) => `${day}から`,
    lift: 'また もらう',
    refusals: {
      blocked: '相手（あいて）が あなたの 手紙（てがみ）は いらないと 言（い）っています。送（おく）りませんでした',
      stopped: ({ until }: Record<string, string | number>) =>
        `前（まえ）の 手紙（てがみ）が きまりに 合（あ）わなかったので、${until}まで 手紙（てがみ）を 送（おく）れません。`,
      'no-letters':
        '相手（あいて）は 18歳（さい）より 下（した）です。知（し）らない 人（ひと）からの 手紙（てがみ）は 送（おく）れません',
    },
  },
  en: {
    note: 'Only whoever writes this letter and whoever gets it read it. If the receiver reports it, the moderators read that one letter and nothing else.',
    report: 'Report this letter',
    block: 'No more letters from this sender',
    hidden: 'This letter is not shown at present, by the rules.',
    blocks: 'Senders you take no letters from',
    lead: 'You, or a group of yours, take no letters from these senders. They are told when they next write.',
    none: 'There is nobody.',
    of: (receiver: string) => `Letters to “${receiver}”`,
    since: (day: string) => `since ${day}`,
    lift: 'Take letters again',
    refusals: {
      blocked: 'The receiver takes no letters from you. It was not sent',
      stopped: ({ until }: Record<string, string | number>) =>
        `An earlier letter of yours was against the rules: you can’t send letters until ${until}. You can appeal on the page of the decision`,
      'no-letters': 'The receiver is under 18: letters from people without a tie are not sent',
    },
  },
});
