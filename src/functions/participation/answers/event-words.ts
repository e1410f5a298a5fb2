/** F9.7, X3: what happened, in words: after the name of whoever did it, in the feed and in notices. */
import { wordSet } from '#kernel/words.ts';

export const eventWords = wordSet({
  ja: {
    verbs: {
      'answers.given': '回答しました',
      'answers.revised': '回答を改めました',
      'answers.assigned': '担当課を決めました',
      'answers.handed-over': '担当課を引き継ぎました',
      'answers.partner-asked': '関係課に意見を求めました',
      'answers.follow-up-asked': '市の回答に再質問しました',
      'answers.follow-up-answered': '再質問に答えました',
      'answers.follow-up-revised': '再質問への返事を改めました',
      'answers.follow-up-withdrawn': '再質問を取り下げました',
      'answers.briefing-scheduled': '説明会の日を決めました',
      'answers.briefing-cancelled': '説明会を取りやめました',
      'answers.overdue': '回答が期限を過ぎました',
    },
  },
  easy: {
    verbs: {
      'answers.given': '回答（かいとう）しました',
      'answers.revised': '回答（かいとう）を かえました',
      'answers.assigned': '担当（たんとう）の 課（か）を 決（き）めました',
      'answers.handed-over': '担当（たんとう）を ほかの 課（か）に わたしました',
      'answers.partner-asked': 'ほかの 課（か）に 考（かんが）えを 聞（き）きました',
      'answers.follow-up-asked': '市（し）の 回答（かいとう）に 質問（しつもん）しました',
      'answers.follow-up-answered': '質問（しつもん）に 答（こた）えました',
      'answers.follow-up-revised': '質問（しつもん）の 返事（へんじ）を 直（なお）しました',
      'answers.follow-up-withdrawn': '質問（しつもん）を 取（と）り下（さ）げました',
      'answers.briefing-scheduled': '説明会（せつめいかい）の 日（ひ）を 決（き）めました',
      'answers.briefing-cancelled': '説明会（せつめいかい）を やめました',
      'answers.overdue': '回答（かいとう）が 期限（きげん）を すぎました',
    },
  },
  en: {
    verbs: {
      'answers.given': 'answered',
      'answers.revised': 'revised an answer',
      'answers.assigned': 'assigned the lead division',
      'answers.handed-over': 'handed the lead over',
      'answers.partner-asked': 'asked another division for its part',
      'answers.follow-up-asked': 'asked a follow-up question',
      'answers.follow-up-answered': 'replied to a follow-up question',
      'answers.follow-up-revised': 'revised a reply to a follow-up question',
      'answers.follow-up-withdrawn': 'took a follow-up question back',
      'answers.briefing-scheduled': 'scheduled an explanation meeting',
      'answers.briefing-cancelled': 'called an explanation meeting off',
      'answers.overdue': 'answers are overdue',
    },
  },
});
