/** P9, P3, X3: what a hub decided about itself, in words: after the name of whoever did it, in the feed and in notices. */
import { wordSet } from '#kernel/words.ts';

export const eventWords = wordSet({
  ja: {
    verbs: {
      'hubs.rules-changed': '決定を記録して、この町のルールを変えました',
      'hubs.function-opened': '機能をひらきました',
      'hubs.function-handed-over': '機能の担い手を変えました',
      'hubs.function-closed': '機能をいったん閉じました',
      'hubs.hand-raised': '「いっしょに始めたい」と手をあげました',
      'hubs.hand-lowered': '手をおろしました',
      'hubs.hand-answered': '手をあげた人に返事をしました',
      'hubs.town-changed': '町の名前や色を変えました',
      'hubs.moved': '町をほかのアドレスに移しました',
      'hubs.reopened': '町を、またここでひらきました',
    },
  },
  easy: {
    verbs: {
      'hubs.rules-changed': 'この 町（まち）の ルールを かえました',
      'hubs.function-opened': '新（あたら）しい しごとを ひらきました',
      'hubs.function-handed-over': 'しごとを する ところを かえました',
      'hubs.function-closed': 'しごとを 一度（いちど） とじました',
      'hubs.hand-raised': '「いっしょに はじめたい」と 手（て）を あげました',
      'hubs.hand-lowered': '手（て）を おろしました',
      'hubs.hand-answered': '手（て）を あげた 人（ひと）に 返事（へんじ）を しました',
      'hubs.town-changed': '町（まち）の 名前（なまえ）や 色（いろ）を かえました',
      'hubs.moved': '町（まち）を ほかの アドレスに うつしました',
      'hubs.reopened': '町（まち）を また ここで ひらきました',
    },
  },
  en: {
    verbs: {
      'hubs.rules-changed': 'recorded a decision and changed the rules of this town',
      'hubs.function-opened': 'opened a function',
      'hubs.function-handed-over': 'changed who runs a function',
      'hubs.function-closed': 'closed a function for the time being',
      'hubs.hand-raised': 'raised a hand to begin a function together',
      'hubs.hand-lowered': 'lowered a hand',
      'hubs.hand-answered': 'answered a raised hand',
      'hubs.town-changed': 'changed the name or colour of the town',
      'hubs.moved': 'moved the town to another address',
      'hubs.reopened': 'opened the town here again',
    },
  },
});
