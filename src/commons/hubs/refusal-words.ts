/** P9: why a decision about the hub itself can't be recorded as it is. */
import type { RefusalSentence } from '#kernel/module.ts';
import { wordSet } from '#kernel/words.ts';
import type { HubsRefusal } from './refusals.ts';

type Sentences = Record<HubsRefusal, RefusalSentence>;
type Facts = Record<string, string | number>;

const ja: Sentences = {
  'not-a-whole-number': '数字だけで書いてください',
  'too-few': (f: Facts) => `${f.min}以上にしてください`,
  'too-many': (f: Facts) => `${f.max}以下にしてください`,
  'bad-start': '「4月1日」のように、一行に一日ずつ書いてください。12日まで書けます',
  'same-start': '同じ日が二度あります',
  'empty-name': '三つの言葉での名前を、それぞれ80字までで書いてください。使わない行は、すべて空にしてください',
  'bad-day': '日付を、年・月・日で書いてください',
  'ends-before': '終わりの日は、始まりの日より後か、同じ日にしてください',
  'final-before-interim': '最終回答の日数は、中間回答の日数以上にしてください',
  'secretariat-only': '事務局の代表か編集の役割の人だけができます',
  'as-secretariat': '事務局として操作してください。「立場を切りかえる」から選べます',
  'changed-meanwhile': 'ほかの画面で、もう新しい版が記録されています。いまのルールを確かめて、もう一度お試しください',
  'nothing-changed': 'いまのルールと同じです。どれかを変えてから記録してください',
  'decided-later': '決めた日は、きょうまでの日付にしてください',
  'not-an-address': 'https:// で始まるリンクを書いてください',
  'no-organisation': 'その名前の団体は、この町に登録されていません',
  'not-open': 'まだひらいていません',
  'hand-raised-already': 'もう手をあげています。ひとことを変えるときは、いったん手をおろしてください',
  'hand-gone': 'その手は、もうおろされています',
  'member-only': '団体の代表か編集の役割の人が、団体として手をあげられます。いまの役割は「会員」です',
  'bad-colour': '色は #197a4b のように、# と6つの文字で書いてください',
  'pale-colour': (f: Facts) =>
    `この色は白い地の上で見分けにくい色です（比 ${f.ratio}：1）。${f.instead} くらい濃くしてください`,
};

const easy: Sentences = {
  'not-a-whole-number': '数字（すうじ）だけ 書（か）いて ください',
  'too-few': (f: Facts) => `${f.min}より 大（おお）きく して ください`,
  'too-many': (f: Facts) => `${f.max}より 小（ちい）さく して ください`,
  'bad-start': '「4月1日」のように、1行（ぎょう）に 1日（にち）ずつ 書（か）いて ください',
  'same-start': '同（おな）じ 日（ひ）が 2回（かい） あります',
  'empty-name':
    '3つの ことばで 名前（なまえ）を 書（か）いて ください。使（つか）わない ときは、ぜんぶ 消（け）して ください',
  'bad-day': '日（ひ）を 書（か）いて ください',
  'ends-before': 'おわる 日（ひ）は、はじまる 日より あとに して ください',
  'final-before-interim': 'さいごの 回答（かいとう）は、とちゅうの 回答（かいとう）より あとに して ください',
  'secretariat-only': '事務局（じむきょく）の 人（ひと）だけ できます',
  'as-secretariat': '「立場（たちば）を かえる」で、事務局（じむきょく）を えらんで ください',
  'changed-meanwhile': 'ほかの 人（ひと）が 先（さき）に ルールを かえました。もう一度（いちど） 見（み）て ください',
  'nothing-changed': '今（いま）の ルールと 同（おな）じです',
  'decided-later': 'きめた 日（ひ）は、今日（きょう）か 前（まえ）の 日に して ください',
  'not-an-address': 'https:// で はじまる リンクを 書（か）いて ください',
  'no-organisation': 'その 名前（なまえ）の 団体（だんたい）は ありません',
  'not-open': 'まだ ひらいて いません',
  'hand-raised-already':
    'もう 手（て）を あげています。ことばを かえたい ときは、一度（いちど） 手を おろして ください',
  'hand-gone': 'その 手（て）は、もう ありません',
  'member-only': '団体（だんたい）の 代表（だいひょう）か 編集（へんしゅう）の 人（ひと）だけ できます',
  'bad-colour': '色（いろ）は #197a4b のように 書（か）いて ください',
  'pale-colour': (f: Facts) =>
    `この 色（いろ）は うすくて 見（み）えにくいです（${f.ratio}）。${f.instead}くらい こく して ください`,
};

const en: Sentences = {
  'not-a-whole-number': 'Please write digits only',
  'too-few': (f: Facts) => `At least ${f.min}, please`,
  'too-many': (f: Facts) => `At most ${f.max}, please`,
  'bad-start': 'Please write one day a line, like 04-01, twelve at most',
  'same-start': 'One day is there twice',
  'empty-name': 'Please give a name of up to 80 characters in each language, or empty the whole row',
  'bad-day': 'Please give a day of the calendar',
  'ends-before': 'The last day cannot lie before the first',
  'final-before-interim': 'The final answer cannot be due before the interim one',
  'secretariat-only': 'Only representatives and editors of the secretariat can do this',
  'as-secretariat': 'Please act as the secretariat: change whom you speak for',
  'changed-meanwhile': 'A newer version was recorded meanwhile. Please look at the present rules and try again',
  'nothing-changed': 'This is the same as the present rules',
  'decided-later': 'The day of the decision cannot lie ahead',
  'not-an-address': 'Please give a link that begins with https://',
  'no-organisation': 'No organisation of this name is registered in this town',
  'not-open': 'It is not open yet',
  'hand-raised-already': 'Your hand is up already. To change your word, lower it first',
  'hand-gone': 'That hand was lowered',
  'member-only': 'Representatives and editors raise a hand for an organisation. Your role is that of a member',
  'bad-colour': 'Please write the colour like #197a4b',
  'pale-colour': (f: Facts) =>
    `This colour is hard to see on white (${f.ratio}:1). Something as dark as ${f.instead} would do`,
};

export const refusalWords = wordSet({ ja, easy, en });
