/** X8: words of refusals about tokens and webhooks, in three languages. */
import { wordSet } from '#kernel/words.ts';

type Facts = Record<string, string | number>;

export const words = wordSet<Record<string, string | ((facts: Facts) => string)>>({
  ja: {
    'not-your-role': 'この団体での役割がありません',
    'too-many-tokens': (f: Facts) => `トークンは${f.most}個までです。使わないものをやめてください`,
    'not-https': 'https:// で始まるアドレスを書いてください',
    'private-address': 'このアドレスには送れません（内側のネットワークのアドレスです）',
    'too-many-webhooks': (f: Facts) => `知らせ先は${f.most}個までです`,
  },
  easy: {
    'not-your-role': 'この 団体（だんたい）で 役割（やくわり）が ありません',
    'too-many-tokens': (f: Facts) => `トークンは ${f.most}までです。使（つか）わない ものを やめて ください`,
    'not-https': 'https:// で はじまる アドレスを 書（か）いて ください',
    'private-address': 'この アドレスには 送（おく）れません（中（なか）の ネットワークの アドレスです）',
    'too-many-webhooks': (f: Facts) => `知（し）らせる 先（さき）は ${f.most}までです`,
  },
  en: {
    'not-your-role': 'You hold no role in this organisation',
    'too-many-tokens': (f: Facts) => `There can be ${f.most} tokens at most. End those you do not use`,
    'not-https': 'Write an address that begins with https://',
    'private-address': 'Nothing can be sent there: it is an address inside a network',
    'too-many-webhooks': (f: Facts) => `There can be ${f.most} webhooks at most`,
  },
});
