/** X9, X3: what happened to papers, in words: after the name of the office. */
import { wordSet } from '#kernel/words.ts';

export const eventWords = wordSet({
  ja: {
    'paper.entered': '紙で受けた意見を入力しました',
    'paper.corrected': '紙で受けた意見の写しまちがいを直しました',
    'paper.taken-back': '紙で受けた意見を、書いた人の求めで取り下げました',
  },
  easy: {
    'paper.entered': '紙（かみ）で もらった 意見（いけん）を 書（か）きました',
    'paper.corrected': '紙（かみ）で もらった 意見（いけん）の まちがいを 直（なお）しました',
    'paper.taken-back': '紙（かみ）で もらった 意見（いけん）を 取（と）り下（さ）げました',
  },
  en: {
    'paper.entered': 'entered an opinion received on paper',
    'paper.corrected': 'corrected the copy of an opinion received on paper',
    'paper.taken-back': 'withdrew an opinion received on paper, as its writer asked',
  },
});
