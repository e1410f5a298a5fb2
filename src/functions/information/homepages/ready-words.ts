/** F1.3 Words with which the first pages of a site begin: they become the group's own, and are changed by it. */
export const readyWords = {
  about: 'はじめに',
  who: 'わたしたちについて',
  fillIn: 'どんな思いで、何をしている団体かを、ここに書いてください。',
  news: 'お知らせ',
  needs: 'さがしているもの、できること',
  activities: '活動',
  what: 'していること',
  whatText: 'ふだんの活動を、ここに書いてください。\n\n・いつ\n・どこで\n・だれと',
  where: '活動している場所',
  events: 'これからのイベント',
  contact: 'お問い合わせ',
  write: '連絡先',
  writeText: '見学や参加は、いつでもどうぞ。お気軽にご連絡ください。',
} as const;
