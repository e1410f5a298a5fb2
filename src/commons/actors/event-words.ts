/** P1, X3: what happened, in words: after the name of whoever did it, in the feed and in notices. */
import { wordSet } from '#kernel/words.ts';

export const eventWords = wordSet({
  ja: {
    topic: '人・団体',
    verbs: {
      'actors.organisation-created': '団体や事業者を登録しました',
      'actors.organisation-changed': '団体や事業者の紹介を書き直しました',
      'actors.member-joined': '団体や事業者の仲間になりました',
      'actors.role-changed': '団体や事業者での役割を変えました',
      'actors.member-left': '団体や事業者から抜けました',
      'actors.secretariat-appointed': '事務局をまかせました',
    },
  },
  easy: {
    topic: '人（ひと）・団体（だんたい）',
    verbs: {
      'actors.organisation-created': '団体（だんたい）や 会社（かいしゃ）を 登録（とうろく）しました',
      'actors.organisation-changed':
        '団体（だんたい）や 会社（かいしゃ）の 紹介（しょうかい）を 書（か）き直（なお）しました',
      'actors.member-joined': '団体（だんたい）や 会社（かいしゃ）に 入（はい）りました',
      'actors.role-changed': '団体（だんたい）や 会社（かいしゃ）での 役（やく）を かえました',
      'actors.member-left': '団体（だんたい）や 会社（かいしゃ）を やめました',
      'actors.secretariat-appointed': '事務局（じむきょく）を きめました',
    },
  },
  en: {
    topic: 'People and organisations',
    verbs: {
      'actors.organisation-created': 'registered an organisation',
      'actors.organisation-changed': 'rewrote what an organisation says of itself',
      'actors.member-joined': 'joined an organisation',
      'actors.role-changed': 'changed a role in an organisation',
      'actors.member-left': 'left an organisation',
      'actors.secretariat-appointed': 'named the secretariat',
    },
  },
});
