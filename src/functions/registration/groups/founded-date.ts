/** F7.1, F7.5 Since when a group is there, as people write it: with or without month and day, in either way of counting years. */

const ERAS: Readonly<Record<string, number>> = {
  令和: 2018,
  平成: 1988,
  昭和: 1925,
  大正: 1911,
  明治: 1867,
  R: 2018,
  H: 1988,
  S: 1925,
};

/** Years of eras as 西暦: 平成21年4月, H21.4.1. */
export function westernYear(cell: string): string {
  return cell
    .normalize('NFKC')
    .trim()
    .replace(/^(令和|平成|昭和|大正|明治|R|H|S)\s*(\d{1,2}|元)/, (_, era: string, year: string) =>
      // 元年 is the first year of an era.
      String(ERAS[era]! + (Number(year) || 1)),
    );
}

const KANJI: Readonly<Record<string, number>> = {
  〇: 0,
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};

/** 五十八 as 58; numbers below a hundred, as years, months and days are. */
function kanjiNumber(text: string): string {
  const digit = (sign: string | undefined) => KANJI[sign ?? ''] ?? 0;
  const [tens, ones] = text.split(/十/);
  if (ones === undefined) return [...text].map(digit).join('');
  return String((tens === '' ? 1 : digit(tens)) * 10 + digit(ones));
}

/** Without what spreadsheets and people set beside a date: the time of day, the day of the week, the same year in the other way of counting, 頃. */
function bareDate(typed: string): string {
  return typed
    .normalize('NFKC')
    .trim()
    .replace(/[〇一二三四五六七八九十]{1,4}(?=[年月日])/g, kanjiNumber)
    .replace(/\s*\(.*?\)/g, '')
    .replace(/[\sT]+\d{1,2}:\d{2}(:\d{2})?.*$/, '')
    .replace(/\s*(頃|ごろ|ころ|創立|設立|結成|発足)$/, '')
    .replace(/^西暦\s*/, '')
    .replace(/(?<=年)度$/, '')
    .replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3');
}

/** 2009, 2009-04 or 2009-04-12, also as 平成21年4月, H21.4 or 20090412; null where it is nothing of the kind, or a day that never was. */
export function foundedDate(typed: string): string | null {
  const text = westernYear(bareDate(typed))
    .trim()
    .replace(/[年月/.]\s*/g, '-')
    .replace(/日/g, '')
    .replace(/-+$/, '');
  const found = /^(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?$/.exec(text);
  if (!found) return null;
  const [, year, month, day] = found;
  if (Number(year) < 1600 || Number(year) > 2100) return null;
  if (month && (Number(month) < 1 || Number(month) > 12)) return null;
  const date = [year, month?.padStart(2, '0'), day?.padStart(2, '0')].filter(Boolean).join('-');
  return day && new Date(`${date}T00:00:00Z`).toJSON()?.slice(0, 10) !== date ? null : date;
}
