/** F1.3 Words with which the first pages of a site begin: they become the group's own, and are changed by it. */
export const readyWords = {
  about: 'はじめに',
  who: 'わたしたちについて',
  news: 'お知らせ',
  needs: 'さがしているもの、できること',
  activities: '活動',
  what: '活動の分野',
  where: '活動している場所',
  events: 'これからの催し',
  contact: 'お問い合わせ',
  write: '連絡先',
  writeText: '見学や参加は、いつでもどうぞ。お気軽にご連絡ください。',
} as const;
