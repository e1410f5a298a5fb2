// F9.1, F9.2: discussion 42, debated: a second late evening in the library, one floor without a sound and one with voices.

import { opinions } from './42-evening-library-opinions.ts';
import { opinions as more } from './42-evening-library-opinions-more.ts';
import type { DemoDiscussion } from './types.ts';

export const discussion: DemoDiscussion = {
  key: 'evening-library',
  round: 'debating',
  kind: 'project',
  proposer: 'rei',
  policy: '3-1-1',
  title: '図書館の夜をもう一晩。2階は音のない階、1階は声のある階に',
  problem:
    '金曜の夜の図書館に、毎週通っています。家には弟が3人いて、机はこたつの角だけです。でも金曜は、テスト前の教えあいの声と、静かにしたい人の舌打ちが、同じ部屋でぶつかります。どちらも悪くないのに、どちらも小さくなって帰る。去年は席がなくて、開始30分で帰った夜が9回ありました。',
  proposal:
    '①火曜も、金曜と同じ12時から21時に時間をずらします。②夜は階で音を分けます。2階は会話も電話もキーボードもない「音のない階」、1階は小さな声なら話せて、教えあえる「声のある階」。③2階の席は紙の札で1回3時間、30分以上離れたらゆずります。④階段の吹き抜けに音を止める布、2階の床にタイルカーペットを入れます。半年で、断った人の数と苦情の数を見て直します。',
  effect:
    '静かな机のある夜が月4回から8回に増えます。満席で帰る人を一晩11人から3人以下に、音の苦情を年63件から半分にするのが目標です。',
  roles:
    '図書館：時間の移しかえ、札の管理。利用者の会（これから作ります。いま7人）：夜の声かけと片づけ、月1回の話し合い。日本語教室と高校生：1階の使い方づくり。製材所：札と札かけ。',
  cost: '火曜の遅番の手当と光熱費で年約95万円。布とカーペットで1回だけ約210万円。',
  area: '市立図書館（1階と2階）',
  earlier: [
    {
      changed:
        '館の全部を静かにする案をやめ、階で分けた。司書さんと高校生に話を聞いて、声の要る人もいるとわかったため。',
      title: '図書館の夜を、静かな場所に',
      proposal:
        '金曜と火曜の夜は、館の全部を会話なしにします。守れない人には帰ってもらいます。席は1回3時間までとします。',
      cost: '年約95万円。',
    },
  ],
  opinions: [...opinions, ...more],
};
