// F9.5: opinions in nearly the same words, as they come when a leaflet goes round; and the draft an editor had made of them.

import type { DemoOpinion } from './types.ts';

const LEAFLET = '川原の囲いは、冬のあいだも朝6時から使えるようにしてください。仕事の前に走らせたい人がたくさんいます。';

export const alike: { discussion: string; editor: string; said: DemoOpinion[] } = {
  discussion: 'dog-run',
  editor: 'kotone',
  said: [
    { by: 'gen', text: LEAFLET, lean: [-0.3, 0.2], common: 0.62 },
    { by: 'mikan', text: LEAFLET, lean: [-0.3, 0.2], common: 0.62 },
    { by: 'toma', text: `${LEAFLET}ライトは自分で持って行きます。`, lean: [-0.3, 0.3], common: 0.6 },
    { by: 'rei', text: `${LEAFLET}うちの柴犬もです。`, lean: [-0.2, 0.2], common: 0.6 },
  ],
};
