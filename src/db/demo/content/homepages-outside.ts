// F1.3: what came to homepages of the demo town from outside: messages to one group, a domain another one claims.

export interface DemoMessage {
  daysAgo: number;
  hour: number;
  name: string;
  email: string;
  subject: string;
  body: string;
  state: 'new' | 'read' | 'answered';
}

/** Homepage that has them, by its short name. */
export const writtenTo = 'kawabe';

export const messages: readonly DemoMessage[] = [
  {
    daysAgo: 12,
    hour: 20,
    name: '高校の先生',
    email: 'sensei@school.example',
    subject: '授業で川へ行きたいです',
    body: '二年生24人で、川の生き物を調べる授業を考えています。安全に入れる場所と時期を教えていただけますか。',
    state: 'answered',
  },
  {
    daysAgo: 5,
    hour: 9,
    name: 'ひっこしてきた人',
    email: 'hikkoshi@mail.example',
    subject: '',
    body: '先月この近くに来ました。小さい子どもと一緒でも参加できますか。\n朝8時だと少し早いのですが、途中からでもいいでしょうか。',
    state: 'read',
  },
  {
    daysAgo: 1,
    hour: 18,
    name: '軽トラックの持ち主',
    email: 'keitora@mail.example',
    subject: '軽トラックを貸せます',
    body: 'ホームページを見ました。土曜か日曜の午前なら、軽トラックを貸せます。運転もできます。',
    state: 'new',
  },
];

/** A host that is claimed, and waits for its proof. */
export const claimedHost = 'www.kawabe-no-kai.example';

/** Homepages with visits, and how often one was looked at on a quiet day. */
export const visited: readonly { key: string; views: number; pages: readonly [path: string, share: number][] }[] = [
  {
    key: 'kawabe',
    views: 22,
    pages: [
      ['/', 0.5],
      ['/news', 0.2],
      ['/contact', 0.1],
    ],
  },
];
