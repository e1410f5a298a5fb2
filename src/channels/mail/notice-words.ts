/** X3: what people are told about their letters. */
import type { NoticeFacts } from '#kernel/module.ts';
import { wordSet } from '#kernel/words.ts';

export const noticeWords = wordSet({
  ja: {
    'mail.address-stopped': (f: NoticeFacts) => ({
      subject: 'メールが届きませんでした',
      text: `${f.address} へのお知らせのメールがもどってきたので、送るのを止めました。アドレスを確かめてください。`,
    }),
  },
  easy: {
    'mail.address-stopped': (f: NoticeFacts) => ({
      subject: 'メールが とどきませんでした',
      text: `${f.address} へ メールを 送（おく）りましたが、とどきませんでした。いま メールを 止（と）めて います。アドレスを たしかめて ください。`,
    }),
  },
  en: {
    'mail.address-stopped': (f: NoticeFacts) => ({
      subject: 'Mail did not reach you',
      text: `Letters to ${f.address} came back, so we stopped sending notices there. Please check the address.`,
    }),
  },
});
