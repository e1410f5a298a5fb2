/** F7.7, X3: reports in the feed, and the yearly question. */
import type { NoticeFacts } from '#kernel/module.ts';
import { wordSet } from '#kernel/words.ts';

export const eventWords = wordSet({
  ja: {
    verbs: { 'year-reports.published': '年度の活動と会計を報告しました' },
    notices: {
      'year-reports.asked': (f: NoticeFacts) => ({
        subject: `${f.year}年度の報告を書きませんか：${f.group ?? ''}`,
        text: `${f.year}年度の活動と会計を、かんたんな様式で報告できます。だれに見せるかは、団体が決めます。`,
      }),
    },
  },
  easy: {
    verbs: { 'year-reports.published': '1年（ねん）の まとめを 出（だ）しました' },
    notices: {
      'year-reports.asked': (f: NoticeFacts) => ({
        subject: `${f.year}年度（ねんど）の まとめを 書（か）きませんか：${f.group ?? ''}`,
        text: 'した ことと お金（かね）の ことを 書（か）けます。だれに 見（み）せるかは 団体（だんたい）が 決（き）めます。',
      }),
    },
  },
  en: {
    verbs: { 'year-reports.published': 'reported on a year’s work and accounts' },
    notices: {
      'year-reports.asked': (f: NoticeFacts) => ({
        subject: `The report of fiscal year ${f.year}: ${f.group ?? ''}`,
        text: `You can report on the work and the accounts of fiscal year ${f.year} in a simple form. Your group says who may read it.`,
      }),
    },
  },
});
