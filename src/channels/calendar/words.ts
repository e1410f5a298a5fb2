import { wordSet } from '#kernel/words.ts';

export const words = wordSet({
  ja: { all: (hub: string) => `${hub} みんなの日程`, own: (hub: string) => `${hub} 見守っているものの日程` },
  easy: {
    all: (hub: string) => `${hub} みんなの 予定（よてい）`,
    own: (hub: string) => `${hub} 見守（みまも）って いる ものの 予定（よてい）`,
  },
  en: { all: (hub: string) => `${hub}: everybody’s dates`, own: (hub: string) => `${hub}: dates of what I follow` },
});
