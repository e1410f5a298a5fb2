// F1.1, X10: drawings that hang on what was posted in the demo town.

/** Title of the entry → name of the drawing, and its words for those who don't see it. Each drawing once. */
export const pictures: Readonly<Record<string, readonly [drawing: string, label: string]>> = {
  月に一度の川そうじ: ['river', '山のふもとの川の岸で、4人が草を刈っている絵'],
  つくし子ども食堂の夕ごはん: ['supper', '湯気の立つ鉢がならぶ長い机を、6人がかこんでいる絵'],
  東地区のお出かけ車: ['bus', '赤い送迎の車が止まり、3人が乗るのを待っている絵'],
  日曜の日本語教室: ['lesson', '黒板の前の二つの机に、3人ずつすわって話している絵'],
  水曜の親子のあつまり: ['toddlers', '敷物の上で小さな子どもたちが積み木とボールで遊んでいる絵'],
  介護する人が話す日: ['tea', '花のある机で、4人がお茶を飲んでいる絵'],
  なおす会の修理日: ['repair', '作業台に扇風機と時計、壁に道具がならんでいる絵'],
  屋根を見せてくれる家: ['roof', '太陽光の板を屋根にのせた家の前に、2人が立っている絵'],
  用水の見学歩き: ['canal', '田のあいだの水門のそばを、4人が歩いている絵'],
  夏祭りの実行委員を今から: ['festival', '提灯のならぶ夜の広場で、太鼓のやぐらを人がかこんでいる絵'],
  '団地の集会室（平日の昼）': ['estate', '団地の前の広場に、木と長いすと5人がいる絵'],
  本町通りの空き店舗を一日から: ['street', '提灯をつるした店の通りを、6人が歩いている絵'],
  '信用組合の二階会議室（夜）': ['meeting', '白い板のある部屋で、6人が大きな机をかこんでいる絵'],
};
