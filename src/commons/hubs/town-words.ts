/** X11: words of the page on which a town says what it is called. */
import { wordSet } from '#kernel/words.ts';

const ja = {
  title: '町の名前と色',
  lead: 'この町のサイトの名前、添えることば、色です。どのページの上にも出ます。',
  parts: { name: 'サイトの名前', tagline: '添えることば', town: '町の名前' },
  partHints: {
    name: '短い名前。れい：みんな',
    tagline: '名前の下に出ます。れい：ひなた市 協働のひろば',
    town: '文の中で使います。れい：ひなた市',
  },
  languages: { ja: '日本語', easy: 'やさしい日本語', en: 'English' },
  accent: '色',
  accentHint: '#197a4b のように書きます。空けておくと、はじめの緑になります。文字は、読める濃さまで自動で濃くします',
  accentNow: (ratio: string) => `いまの色と白の明るさの比は ${ratio}：1 です（3：1 以上が必要です）。`,
  save: '保存する',
  actAs: '事務局として操作すると、保存できます',
};

const easy: typeof ja = {
  title: '町（まち）の 名前（なまえ）と 色（いろ）',
  lead: 'この サイトの 名前（なまえ）と 色（いろ）です。どの ページにも 出（で）ます。',
  parts: { name: 'サイトの 名前（なまえ）', tagline: 'そえる ことば', town: '町（まち）の 名前（なまえ）' },
  partHints: {
    name: 'みじかい 名前（なまえ）',
    tagline: '名前（なまえ）の 下（した）に 出（で）ます',
    town: '文（ぶん）の 中（なか）で 使（つか）います',
  },
  languages: { ja: '日本語', easy: 'やさしい日本語', en: 'English' },
  accent: '色（いろ）',
  accentHint: '#197a4b のように 書（か）きます。書かないと 緑（みどり）です',
  accentNow: (ratio) =>
    `今（いま）の 色（いろ）と 白（しろ）の 差（さ）は ${ratio}です（3 より 大（おお）きく して ください）。`,
  save: '保存（ほぞん）する',
  actAs: '事務局（じむきょく）として 入（はい）ると、保存（ほぞん）できます',
};

const en: typeof ja = {
  title: 'Name and colour of the town',
  lead: 'What this site is called, the words beside it, and its colour. They stand on every page.',
  parts: { name: 'Name of the site', tagline: 'Words beside it', town: 'Name of the town' },
  partHints: {
    name: 'Short, e.g. Minna',
    tagline: 'Below the name, e.g. Hinata City, where everybody takes part',
    town: 'Used in sentences, e.g. Hinata City',
  },
  languages: { ja: '日本語', easy: 'やさしい日本語', en: 'English' },
  accent: 'Colour',
  accentHint: 'Like #197a4b. Left empty, it is the green of the house. Text is darkened until it can be read',
  accentNow: (ratio) => `Its contrast with white is ${ratio}:1 (at least 3:1 is needed).`,
  save: 'Save',
  actAs: 'You can save once you act as the secretariat',
};

export const townWords = wordSet({ ja, easy, en });
