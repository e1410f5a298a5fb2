/** 本名や連絡先を書いたところの一覧の言葉。 */
import { wordSet } from '#kernel/words.ts';

export const nameWords = wordSet({
  ja: {
    title: '本名や連絡先を書いたところ',
    lead: '手続きに必要で、お名前や連絡先をうかがったものです。担当の人だけが見て、公開されません。',
    none: '本名や連絡先を書いたところはありません',
    written: (name: string) => `書いた名前：${name}`,
    over: '手続きは終わっています',
    until: (date: string) => `${date}に自動で消えます`,
    needed: '手続きの途中です。そのページで取り下げると、名前も消えます',
    forget: '名前と連絡先を消す',
    refusals: { 'name-needed': 'この名前は、もう消えているか、まだ手続きに必要です' },
  },
  easy: {
    title: '本当（ほんとう）の 名前（なまえ）や 連絡先（れんらくさき）を 書（か）いた ところ',
    lead: '手続（てつづ）きで、名前（なまえ）や 連絡先（れんらくさき）を 聞（き）いた ものです。担当（たんとう）の 人（ひと）だけが 見（み）ます。',
    none: '名前（なまえ）を 書（か）いた ところは ありません',
    written: (name) => `書（か）いた 名前（なまえ）：${name}`,
    over: '手続（てつづ）きは 終（お）わりました',
    until: (date) => `${date}に 自動（じどう）で 消（き）えます`,
    needed: '手続（てつづ）きの 途中（とちゅう）です。その ページで やめると、名前（なまえ）も 消（き）えます',
    forget: '名前（なまえ）と 連絡先（れんらくさき）を 消（け）す',
    refusals: { 'name-needed': 'もう 消（き）えて いるか、まだ 手続（てつづ）きに 必要（ひつよう）です' },
  },
  en: {
    title: 'Where you gave your name',
    lead: 'Where a procedure asked for your name or contact. Only those in charge see it; it is not public.',
    none: 'You have given your name nowhere',
    written: (name) => `Name as given: ${name}`,
    over: 'The procedure is over',
    until: (date) => `Erased by itself on ${date}`,
    needed: 'The procedure is under way. Take it back on its page, and the name is erased with it',
    forget: 'Erase name and contact',
    refusals: { 'name-needed': 'This name is erased already, or still needed by its procedure' },
  },
});
