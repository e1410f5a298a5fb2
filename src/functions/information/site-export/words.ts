/** F1.3 Words of the site as files. */
import { formatDate, tokyoDate } from '#kernel/dates.ts';
import { wordSet } from '#kernel/words.ts';

export const exportWords = wordSet({
  ja: {
    title: 'ホームページを持ち出す',
    lead: '公開しているページ、お知らせ、写真、書類を、ひとつのファイル（ZIP）にまとめて受けとります。',
    what: '開いて index.html を選ぶと、インターネットがなくてもそのまま見られます。ほかのサーバーにそのまま置くこともできます。下書きと届いたお問い合わせは入りません。',
    get: 'ZIPを受けとる',
    toolText: '持ち出す',
    toolLead: 'ホームページ全体をファイルで受けとります。',
    readme: (title: string, at: Date) =>
      `「${title}」\n${formatDate(tokyoDate(at), 'ja')}に公開されていたものです。\nindex.html を開いてください。\n`,
  },
  easy: {
    title: 'ホームページを ファイルで もらう',
    lead: '公開（こうかい）した ページと 写真（しゃしん）を ひとつの ファイル（ZIP）で もらいます。',
    what: 'ZIPを 開（ひら）いて index.html を 見（み）てください。インターネットが なくても 見（み）られます。',
    get: 'ZIPを もらう',
    toolText: 'ファイルで もらう',
    toolLead: 'ホームページを ぜんぶ もらいます。',
    readme: (title: string, at: Date) =>
      `「${title}」\n${formatDate(tokyoDate(at), 'easy')}の ページです。\nindex.html を 開（ひら）いてください。\n`,
  },
  en: {
    title: 'Take the homepage along',
    lead: 'Everything published, with its news, pictures and documents, in one file (ZIP).',
    what: 'Unpack it and open index.html: it works without the internet, and on any other server as it is. Drafts and messages are not in it.',
    get: 'Get the ZIP',
    toolText: 'Take it along',
    toolLead: 'Get the whole homepage as files.',
    readme: (title: string, at: Date) =>
      `“${title}”\nas it was published on ${formatDate(tokyoDate(at), 'en')}.\nOpen index.html.\n`,
  },
});
