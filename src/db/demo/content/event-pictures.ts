// F1.1, X10: drawings on what is announced in the demo town. Few events have a picture, as in life.

/** Title of the event or the showcase → name of the drawing, and its words for those who don't see it. */
export const eventPictures: Readonly<Record<string, readonly [drawing: string, label: string]>> = {
  つくし子ども食堂: ['supper', '湯気の立つ鉢がならぶ長い机を、6人がかこんでいる絵'],
  日曜のにほんご教室: ['lesson', '黒板の前の二つの机に、3人ずつすわって話している絵'],
  川辺の草かりとごみ拾い: ['river', '山のふもとの川の岸で、4人が草を刈っている絵'],
  赤ちゃんと防災の話: ['toddlers', '敷物の上で、小さな子どもたちが積み木とボールで遊んでいる絵'],
  買い物の送迎バス説明と試し乗り: ['bus', '赤い送迎の車が止まり、3人が乗るのを待っている絵'],
  '展示「駅前の六十年」': ['street', '提灯をつるした店の通りを、6人が歩いている絵'],
  空き店舗を見てまわる会: ['street', '提灯をつるした商店の通りと、そこを歩く6人の絵'],
  助成金の書きかた相談会: ['meeting', '白い板のある部屋で、6人が大きな机をかこんでいる絵'],
  れんこん掘り体験: ['canal', '田のあいだの水門のそばを、4人が歩いている絵'],
  本町通りの夜店: ['festival', '提灯のならぶ夜の広場で、太鼓のやぐらを人がかこんでいる絵'],
  もちつきと豚汁の会: ['hands', '7人がならんで手をあげている絵'],
  子どもと活動をつなぐ発表会: ['hands', '7人の大人と子どもが、ならんで手をあげている絵'],
  ひなた活動展: ['estate', '団地の前の広場に、木と長いすと5人がいる絵'],
};
