// X5: Tokyo time and 和暦 beside the Gregorian year. A civic day is a string, YYYY-MM-DD, in Tokyo;
// an instant is a Date. Japan keeps UTC+9 all year, so plain arithmetic is exact and needs no Intl.

import type { Lang } from './lang.ts';

/** How much of a day is written: with year and weekday, without year, or the weekday alone. */
export type DateStyle = 'long' | 'short' | 'weekday';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const OFFSET = 9 * HOUR;

const WEEKDAYS_JA = ['日', '月', '火', '水', '木', '金', '土'];
const WEEKDAYS_EN = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS_EN = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

type Era = { from: string; year: number; ja: string; easy: string; en: string };

// First days by the era laws and edicts. Before 1868-10-23 no era is shown.
const ERAS: readonly Era[] = [
  { from: '2019-05-01', year: 2019, ja: '令和', easy: 'れいわ', en: 'Reiwa' },
  { from: '1989-01-08', year: 1989, ja: '平成', easy: 'へいせい', en: 'Heisei' },
  { from: '1926-12-25', year: 1926, ja: '昭和', easy: 'しょうわ', en: 'Showa' },
  { from: '1912-07-30', year: 1912, ja: '大正', easy: 'たいしょう', en: 'Taisho' },
  { from: '1868-10-23', year: 1868, ja: '明治', easy: 'めいじ', en: 'Meiji' },
];

type Parts = { year: number; month: number; day: number; weekday: number };

const two = (n: number): string => (n < 10 ? `0${n}` : `${n}`);
const four = (n: number): string => (n < 1000 ? `${n}`.padStart(4, '0') : `${n}`);

/** Milliseconds at 00:00 UTC of that calendar day. Throws RangeError for anything but a real YYYY-MM-DD. */
function midnight(date: string): number {
  const year = Number(date.slice(0, 4));
  const month = Number(date.slice(5, 7));
  const day = Number(date.slice(8));
  const time = Date.UTC(year, month - 1, day);
  if (date.length !== 10 || fromMidnight(time) !== date) throw new RangeError(`not a date: ${date.slice(0, 40)}`);
  return time;
}

function fromMidnight(time: number): string {
  const d = new Date(time);
  return `${four(d.getUTCFullYear())}-${two(d.getUTCMonth() + 1)}-${two(d.getUTCDate())}`;
}

function partsOf(date: string | Date): Parts {
  const d = new Date(typeof date === 'string' ? midnight(date) : date.getTime() + OFFSET);
  const year = d.getUTCFullYear();
  if (Number.isNaN(year)) throw new RangeError('not a date');
  return { year, month: d.getUTCMonth() + 1, day: d.getUTCDate(), weekday: d.getUTCDay() };
}

/** A real day, written YYYY-MM-DD, of a year that is no slip of the hand: 1800 to 2999. */
export function isCivicDay(text: string): boolean {
  if (!/^(1[89]|2\d)\d\d-\d\d-\d\d$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && fromMidnight(time) === text;
}

/** The civic day (YYYY-MM-DD) in Tokyo at this instant. */
export function tokyoDate(instant: Date): string {
  return fromMidnight(instant.getTime() + OFFSET);
}

/** The instant at which this civic day begins in Tokyo. Throws RangeError for an impossible date. */
export function startOfTokyoDay(date: string): Date {
  return new Date(midnight(date) - OFFSET);
}

/** The instant at which this civic day is over in Tokyo: the start of the next. A deadline "until 10 December" ends here. */
export function endOfTokyoDay(date: string): Date {
  return new Date(midnight(date) + DAY - OFFSET);
}

/** The civic day n days later (earlier when n is negative). */
export function addDays(date: string, n: number): string {
  return fromMidnight(midnight(date) + n * DAY);
}

/** Whole days from a to b; negative when b is earlier. Used for 「あと12日」. */
export function daysBetween(a: string, b: string): number {
  return (midnight(b) - midnight(a)) / DAY;
}

/** The fiscal year (April–March) a day or instant lies in, by its first calendar year: 2027-03-31 → 2026. */
export function fiscalYear(date: string | Date): number {
  const { year, month } = partsOf(date);
  return month >= 4 ? year : year - 1;
}

/** The time element's value: 2026-11-22T19:00+09:00. */
export function tokyoDateTime(instant: Date): string {
  const d = new Date(instant.getTime() + OFFSET);
  return `${fromMidnight(d.getTime())}T${two(d.getUTCHours())}:${two(d.getUTCMinutes())}+09:00`;
}

/** The year by era, as words: 令和8年, 令和元年, れいわ8年, Reiwa 8. Empty before 1868-10-23. */
export function eraYear(date: string | Date, lang: Lang): string {
  const day = typeof date === 'string' ? date : tokyoDate(date);
  return eraOf(day, partsOf(date).year, lang, '年');
}

function eraOf(day: string, year: number, lang: Lang, unit: string): string {
  const era = ERAS.find((e) => day >= e.from);
  if (era === undefined) return '';
  const n = year - era.year + 1;
  if (lang === 'en') return `${era.en} ${n}`;
  if (lang === 'easy') return `${era.easy}${n}${unit}`;
  return `${era.ja}${n === 1 ? '元' : n}${unit}`;
}

/** A fiscal year in words: 2026年度（令和8年度）, 2026年度（れいわ8年度）, fiscal year 2026 (Reiwa 8). */
export function formatFiscalYear(year: number, lang: Lang): string {
  // The era that gives the year its usual name is that of 1 May: 2019 is 令和元年度, 1989 平成元年度.
  const era = eraOf(`${four(year)}-05-01`, year, lang, '年度');
  if (lang === 'en') return era === '' ? `fiscal year ${year}` : `fiscal year ${year} (${era})`;
  return era === '' ? `${year}年度` : `${year}年度（${era}）`;
}

/**
 * A civic day in words. A Date is read as its day in Tokyo; a string must be a real YYYY-MM-DD.
 * long 2026年（令和8年）11月22日（日） · short 11月22日（日） · weekday 日曜日; in English Sunday 22 November 2026 (Reiwa 8) · Sun 22 November · Sunday.
 */
export function formatDate(date: string | Date, lang: Lang, style: DateStyle = 'long'): string {
  const { year, month, day, weekday } = partsOf(date);
  if (lang === 'en') {
    const name = WEEKDAYS_EN[weekday]!;
    if (style === 'weekday') return name;
    if (style === 'short') return `${name.slice(0, 3)} ${day} ${MONTHS_EN[month - 1]}`;
    const era = eraYear(date, lang);
    return `${name} ${day} ${MONTHS_EN[month - 1]} ${year}${era === '' ? '' : ` (${era})`}`;
  }
  const name = WEEKDAYS_JA[weekday]!;
  if (style === 'weekday') return `${name}曜日`;
  const tail = `${month}月${day}日（${name}${lang === 'easy' ? '曜日' : ''}）`;
  if (style === 'short') return tail;
  const era = eraYear(date, lang);
  return `${year}年${era === '' ? '' : `（${era}）`}${tail}`;
}

/** The time of day in Tokyo: 19:05; in easy Japanese 午後7時5分. */
export function formatTime(instant: Date, lang: Lang): string {
  const d = new Date(instant.getTime() + OFFSET);
  const hour = d.getUTCHours();
  const minute = d.getUTCMinutes();
  if (lang !== 'easy') return `${hour}:${two(minute)}`;
  return `${hour < 12 ? '午前' : '午後'}${hour % 12}時${minute === 0 ? '' : `${minute}分`}`;
}

/** Day and time in Tokyo: 2026年（令和8年）11月22日（日）19:00; Sunday 22 November 2026 (Reiwa 8), 19:00. */
export function formatDateTime(instant: Date, lang: Lang, style: 'long' | 'short' = 'long'): string {
  return `${formatDate(instant, lang, style)}${lang === 'en' ? ', ' : lang === 'easy' ? ' ' : ''}${formatTime(instant, lang)}`;
}

/** From a day to a day, both included: 11月1日（日）〜12月4日（金）; easy …から…まで; English "… to …". The year is written when style is long. */
export function formatPeriod(from: string, to: string, lang: Lang, style: 'long' | 'short' = 'short'): string {
  const a = formatDate(from, lang, style);
  const b = formatDate(to, lang, from.slice(0, 4) === to.slice(0, 4) ? 'short' : style);
  if (lang === 'en') return `${a} to ${formatDate(to, lang, style)}`;
  return lang === 'easy' ? `${a}から ${b}まで` : `${a}〜${b}`;
}

/** A number with separators: 12,345 or -1,234.5. Takes bigint (yen) as well; numbers keep the digits they have. */
export function formatNumber(value: number | bigint): string {
  const text = value.toString();
  const start = text.charCodeAt(0) === 45 ? 1 : 0;
  const point = text.indexOf('.');
  const end = point === -1 ? text.length : point;
  if (end - start <= 3 || text.includes('e') || !(text.charCodeAt(start) <= 57)) return text;
  let out = text.slice(end - 3);
  let at = end - 3;
  for (; at - 3 > start; at -= 3) out = `${text.slice(at - 3, at)},${out}`;
  return `${text.slice(0, at)},${out}`;
}

/** An amount in yen: 12,345円; in English 12,345 yen. */
export function formatYen(amount: number | bigint, lang: Lang): string {
  return lang === 'en' ? `${formatNumber(amount)} yen` : `${formatNumber(amount)}円`;
}
