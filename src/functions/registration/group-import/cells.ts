/** F7.5 What the cells of a list mean. Pure; a cell that doesn't say it gives a problem. */

import { foldText } from '#kernel/grams.ts';
import { BrokenText, lengthOf, normalise, normaliseLine } from '#kernel/text.ts';
import {
  CONTACT_ITEMS,
  type Contacts,
  corporateNumber,
  type Declaration,
  FIELDS,
  fieldWords,
  foundedDate,
  type GroupKind,
  LIMITS,
} from '../groups/index.ts';
import { isDissolved, PORTAL_AUTHORITY, PORTAL_FIELDS_FROM } from './columns.ts';
import { BROKEN } from './encoding.ts';
import {
  LIST_ITEMS,
  type Line,
  type ListItem,
  type Mapping,
  type Problem,
  type ProblemCode,
  type ShownEntry,
} from './list.ts';
import { NOTHING, ONLY_NO, ONLY_YES, PREFECTURE } from './list-words.ts';
import { importWords } from './words.ts';

const NAME_MAX = 120;
const PURPOSE_MAX = 2000;

const KINDS: readonly (readonly [RegExp, GroupKind])[] = [
  [/特定非営利|npo法人|ｎｐｏ/i, 'npo'],
  [/公益(社団|財団)/, 'public-interest'],
  [/一般(社団|財団)/, 'association'],
  [/社会福祉法人/, 'welfare'],
  [/協同組合|労協/, 'cooperative'],
  [/自治会|町内会|町会|区会|連合会$/, 'residents'],
  [/pta|父母|保護者|学校/i, 'school'],
  [/学生|大学/, 'student'],
  [/会社|商店|企業|事業者|\([株有]\)/, 'company'],
];

/** The kind as a list writes it, or as the name says it. */
export function kindOf(cell: string, name: string): GroupKind {
  for (const text of [cell, name]) {
    const found = KINDS.find(([pattern]) => pattern.test(text.normalize('NFKC')));
    if (found) return found[1];
  }
  return 'voluntary';
}

const FIELD_KEYS = new Map<string, number>();
for (const field of FIELDS) {
  FIELD_KEYS.set(String(field), field);
  FIELD_KEYS.set(foldText(fieldWords('ja').fields[field - 1]!), field);
  for (const word of importWords.all.ja.fieldNames[field - 1]!.split(' ')) FIELD_KEYS.set(foldText(word), field);
}

const DAY = 86_400_000;
/** Days of 1927 to 2119: shorter numbers are years, longer ones days written without signs. */
const SERIALS = { from: 10_000, to: 80_000 };

/** The day that a spreadsheet saved as the number of days since 1900, as it does where the column isn't one of dates; null: no such number. */
export function serialDay(cell: string): string | null {
  const digits = /^\d{5}(?=$|\.0*$)/.exec(cell.normalize('NFKC').trim())?.[0];
  const serial = Number(digits ?? 0);
  if (serial < SERIALS.from || serial > SERIALS.to) return null;
  // Spreadsheets count a 29 February 1900 that never was.
  return new Date(Date.UTC(1899, 11, 30) + serial * DAY).toISOString().slice(0, 10);
}

/** Numbers or names of fields, however they are separated; null: none of its words is a field. */
export function fieldsOf(cell: string): number[] | null {
  const whole = FIELD_KEYS.get(foldText(cell));
  if (whole) return [whole];
  const parts = foldText(cell)
    .split(/[,、;；/／|\n]|(?<=\d)\s|・(?=\d)/)
    .flatMap((part) => (FIELD_KEYS.has(part.trim()) ? [part] : part.split('・')))
    .map((part) => part.trim().replace(/^(第)?(\d{1,2})(号|\.|:).*$/, '$2'))
    .filter((part) => part !== '');
  const found = parts.map(
    (part) => FIELD_KEYS.get(part) ?? [...FIELD_KEYS].find(([key]) => key.length > 1 && part.includes(key))?.[1],
  );
  const fields = [...new Set(found.filter((field) => field !== undefined))].sort((a, b) => a - b);
  return fields.length === 0 && parts.length > 0 ? null : fields;
}

export interface Entry extends Pick<Line, 'line' | 'row'> {
  declaration: Declaration;
  contacts: Contacts;
  kept: Contacts;
  /** the number of days as which a spreadsheet saved the day of the foundation */
  serial?: string;
}

export interface ReadRow {
  entry: Entry | null;
  problems: Problem[];
  /** what was left empty or cut because whoever brings the list wants it so */
  emptied: Problem[];
}

const OPTIONAL_MAX: Partial<Record<ListItem, number>> = {
  name: NAME_MAX,
  purpose: PURPOSE_MAX,
  seeks: LIMITS.text,
  offers: LIMITS.text,
};
const MAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const DASH = /(?<=[\d)])[‐‑‒–—―−ー](?=\d)/g;

/** Digits and signs of a number, an address as a keyboard of half widths writes them. */
const NARROW: Partial<Record<ListItem, (cell: string) => string>> = {
  phone: (cell) => cell.normalize('NFKC').replace(DASH, '-'),
  website: (cell) => {
    const narrow = cell.normalize('NFKC');
    return /^[\w-]+(\.[\w-]+)+(\/|$)/.test(narrow) ? `http://${narrow}` : narrow;
  },
};

export interface ReadingOf {
  mapping: Mapping;
  columns: readonly string[];
  /** the national portal's own file */
  isPortal: boolean;
}

/** One line of the list. No entry and no problem: none of its columns says anything, or a corporation that is dissolved. */
export function readRow({ line, row, cells }: Line, { mapping, columns, isPortal }: ReadingOf): ReadRow {
  const used = Object.values(mapping.columns);
  if (used.every((at) => (cells[at] ?? '').trim() === '') || (isPortal && isDissolved(cells)))
    return { entry: null, problems: [], emptied: [] };
  const problems: Problem[] = [];
  const emptied: Problem[] = [];
  const at = row === line ? { line } : { line, row };
  const say = (item: ListItem, code: ProblemCode, cell: string) =>
    (mapping.isLenient && item !== 'name' ? emptied : problems).push({
      ...at,
      column: columns[mapping.columns[item] ?? -1] || item,
      code,
      cell: cell.slice(0, 40),
    });
  const text = (item: ListItem): string => {
    const column = mapping.columns[item];
    const raw = column === undefined ? '' : (cells[column] ?? '');
    try {
      if (raw.includes(BROKEN)) throw new BrokenText('a sign that could not be read');
      const tidy = item === 'purpose' ? normalise(raw) : normaliseLine(raw);
      const max = OPTIONAL_MAX[item] ?? LIMITS.contact;
      if (lengthOf(tidy) <= max) return NARROW[item]?.(tidy) ?? tidy;
      say(item, 'too-long', tidy);
      return mapping.isLenient ? [...tidy].slice(0, max).join('') : '';
    } catch (error) {
      if (!(error instanceof BrokenText)) throw error;
      say(item, 'broken-text', raw.replaceAll('\0', BROKEN));
    }
    return '';
  };
  /** A cell with a meaning of its own. */
  const meant = <T>(item: ListItem, code: ProblemCode, none: T, read: (cell: string) => T | null): T => {
    const cell = text(item);
    if (NOTHING.includes(cell)) return none;
    const value = read(cell);
    if (value !== null) return value;
    say(item, code, cell);
    return none;
  };
  /** 会員募集: 有 says what is looked for by the name of its column. */
  const wish = (item: 'seeks' | 'offers'): string => {
    const cell = text(item);
    if (NOTHING.includes(cell) || ONLY_NO.includes(cell)) return '';
    return ONLY_YES.includes(cell) ? (columns[mapping.columns[item] ?? -1] ?? '') : cell;
  };
  const name = text('name');
  if (name === '' && problems.length === 0) say('name', 'no-name', '');
  const values = Object.fromEntries(
    CONTACT_ITEMS.filter((item) => item !== 'email').map((item) => [item, text(item)]),
  ) as Contacts;
  if (isPortal && values.address) values.address = withPrefecture(values.address, cells[PORTAL_AUTHORITY] ?? '');
  values.email = meant('email', 'bad-address', '', (cell) =>
    MAIL.test(cell.normalize('NFKC')) ? cell.normalize('NFKC') : null,
  );
  const contacts: Contacts = {};
  const kept: Contacts = {};
  for (const item of CONTACT_ITEMS)
    if (!NOTHING.includes(values[item] ?? '')) (mapping.open.includes(item) ? contacts : kept)[item] = values[item];
  let serial = '';
  const founded = meant('founded', 'bad-date', '', (cell) => {
    const day = serialDay(cell);
    if (day !== null) serial = cell.normalize('NFKC').trim();
    return day ?? foundedDate(cell);
  });
  const declaration: Declaration = {
    kind: isPortal ? 'npo' : kindOf(text('kind'), name),
    name,
    reading: text('reading'),
    purpose: text('purpose'),
    fields: isPortal ? portalFields(cells) : meant('fields', 'unknown-field', [], fieldsOf),
    areas: text('areas')
      .split(/[、,，・/／]/)
      .map((area) => area.trim().slice(0, LIMITS.area))
      .filter((area) => area !== '')
      .slice(0, LIMITS.areas),
    founded,
    memberCount: meant<number | null>('memberCount', 'bad-count', null, countOf),
    number: meant<string | null>('number', 'bad-number', null, corporateNumber),
    rules: '',
    accounts: '',
    seeks: wish('seeks'),
    offers: wish('offers'),
  };
  const entry = { line, row, declaration, contacts, kept, ...(serial ? { serial } : {}) };
  return { entry: problems.length > 0 ? null : entry, problems, emptied };
}

/** The portal's addresses often begin with the town; whoever certified the corporation is a prefecture, or a city that is large enough. */
function withPrefecture(address: string, authority: string): string {
  return PREFECTURE.test(authority.trim()) && !PREFECTURE.test(address) ? `${authority.trim()}${address}` : address;
}

function portalFields(cells: readonly string[]): number[] {
  return FIELDS.filter((field) => (cells[PORTAL_FIELDS_FROM + field - 1] ?? '').trim() !== '');
}

function countOf(cell: string): number | null {
  const digits = /^(?:約|およそ|会員)?\s*([\d,]{1,7})\s*(人|名|世帯|団体|社)?(程度|ほど|余り?|弱|強|以上)?(\(.*\))?$/
    .exec(cell.normalize('NFKC').trim())?.[1]
    ?.replace(/,/g, '');
  return digits === undefined ? null : Number(digits);
}

/** An entry as a preview shows it. */
export function shownEntry({ line, declaration, contacts, kept, serial }: Entry): ShownEntry {
  const all: ShownEntry = { line: String(line) };
  const of = { ...declaration, ...kept, ...contacts } as Record<string, unknown>;
  for (const item of LIST_ITEMS) {
    const value = of[item];
    all[item] = Array.isArray(value)
      ? value.join('、')
      : value === null || value === undefined
        ? ''
        : String(value).slice(0, 60);
  }
  if (serial) all.founded = `${serial} → ${all.founded}`;
  return all;
}
