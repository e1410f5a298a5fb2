/** A list of groups as a town keeps it, every row another group. */
const HEAD = '団体名,フリガナ,種別,活動分野,活動地域,設立,会員数,活動内容,代表者,電話番号,メールアドレス';
const WHAT = ['読み聞かせ', '清掃', '合唱', '見守り', '農園', '日本語教室', '将棋', '防災', '手話', '朝市'];
const FIELDS = ['社会教育', '環境', '文化', '地域安全', '農山漁村', '国際協力', '文化', '災害', '福祉', '経済'];
const AREAS = ['本町', '駅前', '東地区', '川沿い', '緑ヶ丘', '丘の上', '市内全域'];
const KANA = ['ア', 'カ', 'サ', 'タ', 'ナ', 'ハ', 'マ', 'ヤ', 'ラ', 'ワ'];

/** Deterministic; `rows` lines behind the head, line ends as spreadsheets write them. */
export function listText(rows: number): string {
  const lines = Array.from({ length: rows }, (_, n) => {
    const what = WHAT[n % 10]!;
    const reading = [...String(n)].map((digit) => KANA[Number(digit)]).join('');
    return [
      `${what}の会 第${n + 1}`,
      `カイ${reading}`,
      '任意団体',
      FIELDS[n % 10],
      AREAS[n % 7],
      `${1950 + (n % 70)}年${(n % 12) + 1}月`,
      `${5 + (n % 90)}`,
      `"月に${1 + (n % 4)}回、${what}をしています。だれでも、いつからでも参加できます。"`,
      `代表${n + 1}`,
      `000-${String(n % 10_000).padStart(4, '0')}-${String(n).padStart(4, '0').slice(-4)}`,
      `group${n + 1}@list.example`,
    ].join(',');
  });
  return `${HEAD}\r\n${lines.join('\r\n')}\r\n`;
}
