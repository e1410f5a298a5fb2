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

/** 2009, 2009-04 or 2009-04-12, also as 平成21年4月 or H21.4; null where it is nothing of the kind. */
export function foundedDate(typed: string): string | null {
  const text = westernYear(typed)
    .trim()
    .replace(/[年月/.]/g, '-')
    .replace(/日/g, '')
    .replace(/-+$/, '');
  const found = /^(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?$/.exec(text);
  if (!found) return null;
  const [, year, month, day] = found;
  if (Number(year) < 1600 || Number(year) > 2100) return null;
  if (month && (Number(month) < 1 || Number(month) > 12)) return null;
  if (day && (Number(day) < 1 || Number(day) > 31)) return null;
  return [year, month?.padStart(2, '0'), day?.padStart(2, '0')].filter(Boolean).join('-');
}
