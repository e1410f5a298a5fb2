/** A page of PDF written by hand, in a font every reader of Japanese has: nothing is embedded, so it stays small. */

const ROWS: readonly (readonly [string, string, string])[] = [
  ['', 'いま', '試行のあいだ'],
  ['ひなた駅 発', '7:05', '7:05'],
  ['ひなた駅 発', '7:25', '7:35'],
  ['ひなた駅 発', '7:45', '（9時台へ）'],
  ['ひなた駅 発', '9:10', '9:10'],
  ['ひなた駅 発', '―', '9:40（火・木は病院玄関まで）'],
  ['市立病院 着', '9:38', '9:38、10:08'],
];

const NOTES = [
  '便の数は変わりません。7時台の1便を9時台へ移します。',
  '半年の試行とし、乗った人の数を毎月公表します。',
  '9時台が1便平均18人をこえ、7時台で乗れない人が一度も出なければ続けます。',
];

/** Text in UTF-16, as the font's encoding wants it. */
function shown(words: string): string {
  return `<${Buffer.from(words, 'utf16le').swap16().toString('hex').toUpperCase()}>`;
}

function line(x: number, y: number, size: number, words: string): string {
  return `BT /F1 ${size} Tf ${x} ${y} Td ${shown(words)} Tj ET`;
}

function page(): string {
  const rule = (y: number) => `0.5 w 60 ${y} m 535 ${y} l S`;
  const rows = ROWS.flatMap(([name, now, then], index) => {
    const y = 690 - index * 34;
    return [line(66, y, 12, name), line(220, y, 12, now), line(330, y, 12, then), rule(y - 12)];
  });
  return [
    line(60, 770, 20, '東地区線 平日朝の時刻表の案'),
    line(60, 742, 11, '東地区まちづくりの会'),
    rule(712),
    ...rows,
    ...NOTES.map((note, index) => line(60, 430 - index * 24, 11, `・${note}`)),
  ].join('\n');
}

/** The same bytes each time. */
export function timetable(): Buffer {
  const content = page();
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R /Lang (ja-JP) >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /HeiseiKakuGo-W5 /Encoding /UniJIS-UTF16-H /DescendantFonts [6 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /HeiseiKakuGo-W5 /CIDSystemInfo << /Registry (Adobe) /Ordering (Japan1) /Supplement 2 >> /DW 1000 /W [1 [500] 2 94 500] /FontDescriptor 7 0 R >>',
    '<< /Type /FontDescriptor /FontName /HeiseiKakuGo-W5 /Flags 4 /FontBBox [-92 -250 1010 922] /ItalicAngle 0 /Ascent 752 /Descent -221 /CapHeight 737 /StemV 114 >>',
  ];
  let body = '%PDF-1.5\n';
  const places: number[] = [];
  for (const [index, object] of objects.entries()) {
    places.push(body.length);
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
  }
  const table = places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  return Buffer.from(
    `${body}xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`,
    'latin1',
  );
}
