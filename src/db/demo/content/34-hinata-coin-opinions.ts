// F9.2: the opinions on trying out a currency of the shopping street. Camps: money that stays in town, no public premium for those who have money already, simple cash is enough; wide agreement that paper must stay beside the telephone.

import type { DemoOpinion } from './types.ts';

export const opinions: DemoOpinion[] = [
  {
    by: 'gen',
    text: '扇風機の羽根を1枚替えて800円。カードだと24円が消える。「24円くらい」と言われるが、うちの1日のもうけは多い日で2,600円です。',
    lean: [0.2, 0.8],
    common: 0.48,
  },
  {
    by: 'dentaku',
    text: '2万ひな買えるのは、2万円が今ある人です。1割の上乗せは、その人への贈り物になる。税金150万円の行き先としては、逆さまではありませんか。',
    lean: [0.7, 0.5],
    common: 0.4,
    replies: [
      {
        by: 'kazue',
        text: '年金日の前の私の財布、いつも3千円。2万なんて買えません。',
      },
    ],
    positions: [
      {
        by: 'tsukushi',
        stance: 'agree',
        reason: '食堂に来る家に聞いたところ、21軒のうち2万円ぶんを一度に買えるのは4軒でした。',
      },
    ],
  },
  {
    by: 'kyodo',
    kind: 'explanation',
    text: '5年前のプレミアム付き商品券は、発行8,000万円、上乗せ1,600万円（全額が国と市）でした。使われた額の61％が大型店2店、本町の店は9％です。事務費は1,140万円、期限切れは172万円でした。今回、市に求められている負担は上乗せの150万円です。',
    lean: [0, 0],
    common: 0.5,
    replies: [
      {
        by: 'natsu',
        text: '買った人の年代は残っていますか。',
      },
      {
        by: 'kyodo',
        text: '残していません。はがきの抽選だけで、集計をしませんでした。',
      },
    ],
  },
  {
    by: 'fumi',
    text: '紙を残してくださって、ほっとしました。指が乾いてね、あの画面は私をいないものとして扱うのよ。',
    lean: [0.3, -0.2],
    common: 0.78,
  },
  {
    by: 'naoki',
    text: '高校生は1回500円までしか財布に入ってない。100ひなからならコロッケに使える。2万とかは別世界の話。',
    lean: [-0.7, -0.1],
    common: 0.5,
  },
  {
    by: 'saeki',
    text: 'ノートの仕入れ先は県外、でも値札の印刷は二丁目、段ボールは隣の酒屋。受け取ったひなをそのまま払える相手が、通りに7軒ありました。数えてみて、自分でも驚いたところです。',
    lean: [-0.3, 0.7],
    common: 0.5,
    replies: [
      {
        by: 'honcho',
        text: '31店に同じことを聞いています。払える相手が一軒もない店が今のところ5軒です。',
      },
    ],
  },
  {
    by: 'natsu',
    text: '毎月公開する数字に、もう一本足してください。「ひなが無くても、その店で買っていた」と答えた人の割合です。これを聞かないと、ただの1割引きと区別がつきません。',
    lean: [-0.5, 0.3],
    common: 0.65,
    replies: [
      {
        by: 'shinkin',
        text: '玉の箱、採用します。信用組合のロビーで先に一週間ためしました。答えた人は72人、無くても買ったは44人でした。正直、痛い数字です。',
      },
    ],
    amendment: '聞き方の案です。レジで玉を二つの箱のどちらかに入れてもらう。1秒で済みます。',
  },
  {
    by: 'bishal',
    lang: 'easy',
    text: 'コンビニで 毎月（まいつき） 給料（きゅうりょう）の 半分（はんぶん）を 国（くに）に 送（おく）ります。ひなは 送れません。だから 給料を ひなで はらうのは、ぜったいに やめて ください。',
    lean: [-0.4, -0.2],
    common: 0.55,
    replies: [
      {
        by: 'shinkin',
        text: 'ごもっともです。給料を ひなで はらうことは、法律（ほうりつ）でも できません。決まりの 1番目（いちばんめ）に 書きます。',
      },
    ],
  },
  {
    by: 'yoshio',
    text: '金なら足りとる。要るのは、朝の5時に水門へ来る若い衆だ。',
    lean: [0.7, 0.4],
    common: 0.38,
  },
  {
    by: 'hashi',
    text: '草刈り1時間で300ひな配る、という話を商店街で聞いた。提案には書いていないから安心したが、もし足すなら反対です。時給300円の仕事は、仕事としても手伝いとしても恥ずかしい。',
    lean: [0.3, 0.6],
    common: 0.42,
    replies: [
      {
        by: 'kawara',
        text: '自分は逆で、300円のコロッケ3個のほうが、表彰状よりうれしい。',
      },
      {
        by: 'hashi',
        text: 'コロッケは、ひなでなくコロッケで配ればいい。',
      },
    ],
  },
  {
    by: 'emma',
    lang: 'en',
    text: "I love the idea of local money and I would never carry two wallets. If the bakery, the bus and the library copier all take it, I'm in. If it's only one street, I'll forget it in a drawer.",
    lean: [-0.7, 0],
    common: 0.38,
  },
  {
    by: 'handle',
    text: 'バスの運賃箱は紙の券を読めません。入れられたら終点で一枚ずつ数えることになる。「公共施設で受け取り」の中にバスが入るのか、はっきりさせてほしい。',
    lean: [0.4, -0.2],
    common: 0.45,
    positions: [
      {
        by: 'koutsu',
        stance: 'disagree',
        reason: '運賃箱の改修は1台約40万円、市内の路線で29台あります。半年の試しには入れられません。',
      },
    ],
  },
  {
    by: 'matsubara',
    kind: 'question',
    text: 'やめたあと、店に残ったひなは何日で、いくらで換金されますか。信用組合の経営が傾いた場合、先に買った人のお金はどこで守られますか。',
    lean: [0, -0.1],
    common: 0.58,
    replies: [
      {
        by: 'shinkin',
        answers: true,
        text: '終わる日から90日、1ひな1円で全額、手数料なしで換えます。お預かりした3,000万円と同じ額を法務局に供託し、毎月の写しを店頭に貼ります。組合に何かあっても、そこからお返しします。',
      },
    ],
  },
  {
    by: 'mio',
    text: 'お札の絵を、毎回ちがう町の人がかくのがいいです。知ってる人がかいたお金なら、すぐ使うのがもったいなくなって……あ、それだと回らないか。',
    lean: [-0.5, 0.4],
    common: 0.58,
    replies: [
      {
        by: 'saeki',
        text: '回らない分は、額に入れてくれた人の買い物ですよ。うちは額も売っています。',
      },
    ],
  },
  {
    by: 'toma',
    text: '通販の箱を1日140個運んでいる側から。うちの荷物が減るくらい本町で買うなら本物です。減らないなら、上乗せを配って終わり。うちの営業所の荷の数、公開していいか上司に聞きます。',
    lean: [-0.1, -0.4],
    common: 0.45,
  },
  {
    by: 'linh',
    lang: 'easy',
    text: 'スーパーは 値段（ねだん）が 見えます。本町の 店は、値段（ねだん）の 紙（かみ）が ない ところが あります。聞（き）くのが はずかしいです。ひなの 店は、ぜんぶ 値段を 書（か）いて ください。',
    lean: [-0.3, -0.1],
    common: 0.6,
    positions: [
      {
        by: 'honcho',
        stance: 'agree',
        reason: '参加の条件に「値札を付ける」を入れます。魚屋の「時価」だけは、聞いてください。安くなります。',
      },
    ],
  },
  {
    by: 'renkon',
    text: '朝採りのれんこんを本町の八百屋に卸して、代金をひなで半分受け取ってもいい。ただし肥料屋も軽油も、ひなでは売ってくれない。農家で止まるぞ、このお金は。',
    lean: [0.1, 0.5],
    common: 0.5,
    replies: [
      {
        by: 'shinkin',
        text: '肥料を扱う農業の資材店2軒に、いま加わるかを聞いています。止まったら、換金してください。農家さんの換金は毎週にします。',
      },
    ],
  },
  {
    by: 'tami',
    text: '昔は「つけ」で足りたんですよ。豆腐屋さんの帳面に月末まで書いてもらってね。あれがいちばんの地域のお金でした。',
    lean: [0.7, 0.1],
    common: 0.3,
  },
  {
    by: 'iwao',
    text: '緑ヶ丘から本町まで、下り坂とバスで片道230円。往復460円ぶん買わんと、1割の得も消える。団地の移動販売でも使えるようにしてくれ。',
    lean: [0.4, -0.5],
    common: 0.6,
  },
  {
    by: 'haruka',
    text: '紙の券は、切り取り線のないものを。手に力の入らない人は、ちぎるところで後ろに並んだ人に謝ることになります。',
    lean: [-0.4, -0.4],
    common: 0.65,
  },
  {
    by: 'chari',
    text: '期限6か月は長すぎ。使わない人の引き出しで眠るだけ。3か月にして、月ごとに1％ずつ減るくらいがちょうどいい。',
    lean: [-0.6, 0.2],
    common: 0.4,
    replies: [
      {
        by: 'fumi',
        text: '減っていくお金なんて、冷蔵庫の豆腐みたいで落ち着きませんよ。',
      },
    ],
  },
  {
    by: 'priya',
    lang: 'en',
    text: "Zero merchant fees are possible because the credit union pays. What happens in month seven? I've built payment software: the app is the cheap part, and support calls from shop owners are the expensive part.",
    lean: [-0.6, 0.5],
    common: 0.3,
    replies: [
      {
        by: 'shinkin',
        text: '7か月目からは店の会費を月800円とする案です。「それなら参加しない」という店が60店のうち何店か、3か月目に聞いて公開します。',
      },
    ],
  },
  {
    by: 'nagai',
    kind: 'question',
    text: 'タクシーで使えるようにしたい、と手を上げたら断られました。運賃は決まった額しか受け取れないからだと。送迎の予約料や荷物の手伝い代なら、どうですか。',
    lean: [0.2, 0.3],
    common: 0.5,
    replies: [
      {
        by: 'shinkin',
        answers: true,
        text: '運賃と切り離した料金であれば、国の運輸支局に確かめたうえで使えます。お断りの説明が足りず、失礼しました。来週、会社へうかがいます。',
      },
    ],
  },
  {
    by: 'rei',
    text: '上乗せより、落とした紙の券をだれでも使えてしまうほうが気になる。現金と同じなら、現金でよくないですか。',
    lean: [-0.5, -0.3],
    common: 0.3,
  },
  {
    by: 'toku',
    text: '消防の後援会や祭りの寄付に、期限切れの残りを回す話も出るでしょう。行き先を「子ども食堂と草刈り」から動かすときは、発行した人だけで決めず、買った人に聞くこと。これを決まりに。',
    lean: [0.5, 0.5],
    common: 0.5,
  },
];
