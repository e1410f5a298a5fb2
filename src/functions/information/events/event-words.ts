/** F1.1, X3: what happened, in words: after the name of whoever did it, in the feed and in notices. */
import type { NoticeFacts } from '#kernel/module.ts';
import { wordSet } from '#kernel/words.ts';

const event = (facts: NoticeFacts) => String(facts.event ?? '');

export const eventWords = wordSet({
  ja: {
    topic: '催し',
    seriesTopic: 'くりかえす催し',
    verbs: {
      'events.published': '催しを知らせました',
      'events.changed': '催しの内容を直しました',
      'events.moved': '催しの日時や場所を変えました',
      'events.cancelled': '催しを中止しました',
      'events.picture-changed': '催しの写真を変えました',
      'events.attendance-counted': '催しに参加した人の数を記録しました',
    },
    notices: {
      'events.promoted': (f: NoticeFacts) => ({
        subject: `参加できます：${event(f)}`,
        text: `席が空き、「${event(f)}」への参加がきまりました。`,
      }),
      'events.reminder': (f: NoticeFacts) => ({
        subject: `あしたです：${event(f)}`,
        text: `申し込んだ催し「${event(f)}」は、あしたです。`,
      }),
      'events.moved-registered': (f: NoticeFacts) => ({
        subject: `変わりました：${event(f)}`,
        text: `申し込んだ催し「${event(f)}」の日時か場所が変わりました。`,
      }),
      'events.cancelled-registered': (f: NoticeFacts) => ({
        subject: `中止になりました：${event(f)}`,
        text: `申し込んだ催し「${event(f)}」は中止になりました。`,
      }),
    },
  },
  easy: {
    topic: '催し（もよおし）',
    seriesTopic: 'くりかえす 催し（もよおし）',
    verbs: {
      'events.published': '催（もよお）しを 知（し）らせました',
      'events.changed': '催（もよお）しを 直（なお）しました',
      'events.moved': '催（もよお）しの 日（ひ）や 場所（ばしょ）を 変（か）えました',
      'events.cancelled': '催（もよお）しを 中止（ちゅうし）しました',
      'events.picture-changed': '催（もよお）しの 写真（しゃしん）を 変（か）えました',
      'events.attendance-counted': '催（もよお）しに 来（き）た 人（ひと）の 数（かず）を 書（か）きました',
    },
    notices: {
      'events.promoted': (f: NoticeFacts) => ({
        subject: `参加（さんか）できます：${event(f)}`,
        text: `席（せき）が あきました。「${event(f)}」に 参加（さんか）できます。`,
      }),
      'events.reminder': (f: NoticeFacts) => ({
        subject: `あしたです：${event(f)}`,
        text: `申（もう）し込（こ）んだ「${event(f)}」は あしたです。`,
      }),
      'events.moved-registered': (f: NoticeFacts) => ({
        subject: `変（か）わりました：${event(f)}`,
        text: `申（もう）し込（こ）んだ「${event(f)}」の 日（ひ）か 場所（ばしょ）が 変（か）わりました。`,
      }),
      'events.cancelled-registered': (f: NoticeFacts) => ({
        subject: `中止（ちゅうし）です：${event(f)}`,
        text: `申（もう）し込（こ）んだ「${event(f)}」は 中止（ちゅうし）に なりました。`,
      }),
    },
  },
  en: {
    topic: 'Events',
    seriesTopic: 'Repeating events',
    verbs: {
      'events.published': 'announced an event',
      'events.changed': 'changed an event',
      'events.moved': 'changed time or place of an event',
      'events.cancelled': 'called off an event',
      'events.picture-changed': 'changed the picture of an event',
      'events.attendance-counted': 'recorded how many came to an event',
    },
    notices: {
      'events.promoted': (f: NoticeFacts) => ({
        subject: `You can come: ${event(f)}`,
        text: `A place has become free: you are registered for “${event(f)}”.`,
      }),
      'events.reminder': (f: NoticeFacts) => ({
        subject: `Tomorrow: ${event(f)}`,
        text: `“${event(f)}”, for which you registered, is tomorrow.`,
      }),
      'events.moved-registered': (f: NoticeFacts) => ({
        subject: `Changed: ${event(f)}`,
        text: `Time or place of “${event(f)}”, for which you registered, have changed.`,
      }),
      'events.cancelled-registered': (f: NoticeFacts) => ({
        subject: `Called off: ${event(f)}`,
        text: `“${event(f)}”, for which you registered, was called off.`,
      }),
    },
  },
});
