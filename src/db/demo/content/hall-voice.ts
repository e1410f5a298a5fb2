// F9.2, F9.8: a meeting of a round that is over: what was said in its hall went all the way to a line in the budget.

import type { DemoMeeting, DemoSaying } from './meetings.ts';
import type { DemoOpinion } from './types.ts';

/** The day is counted from the round; the texts are those of the opinions. */
export const hallVoice: {
  discussion: string;
  /** place of the point that cites what was said, and of whoever took it up */
  point: number;
  editor: string;
  meeting: Omit<DemoMeeting, 'day' | 'sayings'>;
  said: (DemoOpinion & Pick<DemoSaying, 'named' | 'hands'>)[];
} = {
  discussion: 'night-clinic',
  point: 1,
  editor: 'shiori',
  meeting: {
    key: 'clinic-evening',
    host: 'akane',
    on: 'night-clinic',
    title: '急患の当番、こまった夜を話す会',
    about:
      '子どもの熱、親の転倒、ことばの壁。夜に医院をさがした人の話を聞きます。途中から来ても、途中で帰っても大丈夫です。',
    agenda: ['こまった夜の話', '紙、画面、電話のどれが助けになるか'],
    from: '19:00',
    to: '20:30',
    place: '市民活動センター 2階 和室',
    address: 'ひなた市本町1-8',
    stepFree: 'yes',
    aids: ['noteTaking'],
    contact: 'あかね（サークルこだち）',
    calledDaysBefore: 12,
    scribe: 'kotone',
    people: 22,
    minutes: {
      text: `1. こまった夜の話
9人が話した。画面で見つけた人は2人、電話で教わった人は4人、見つからず朝を待った人が3人。

2. 何が助けになるか
目の悪い人、耳の遠い人、ことばのちがう人では、助けになるものがちがう。紙と人の声は、なくさないでほしいという声が多かった。`,
    },
  },
  said: [
    {
      by: 'fumi',
      named: 'confirmed',
      text: '目が悪くなって、市の画面はもう読めません。台所の柱にはれる大きさの紙に今月の当番だけ書いてあれば、夜でも娘を起こさずにすみます。',
      hands: [19, 0, 2],
      lean: [-0.2, 0.1],
      common: 0.88,
    },
  ],
};
