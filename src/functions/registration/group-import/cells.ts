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
import { isDissolved, PORTAL_FIELDS_FROM } from './columns.ts';
import { LIST_ITEMS, type ListItem, type Mapping, type Problem, type ProblemCode } from './list.ts';
import { NOTHING } from './list-words.ts';
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
  [/会社|商店|企業|事業者/, 'company'],
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

export interface Entry {
  line: number;
  declaration: Declaration;
  contacts: Contacts;
  kept: Contacts;
}

export interface ReadRow {
  entry: Entry | null;
  problems: Problem[];
}

const OPTIONAL_MAX: Partial<Record<ListItem, number>> = {
  purpose: PURPOSE_MAX,
  seeks: LIMITS.text,
  offers: LIMITS.text,
};
const MAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** One line of the list. No entry and no problem: the line is empty, or a corporation that is dissolved. */
export function readRow(
  line: number,
  cells: readonly string[],
  mapping: Mapping,
  columns: readonly string[],
  isPortal: boolean,
): ReadRow {
  if (cells.every((cell) => cell.trim() === '') || (isPortal && isDissolved(cells)))
    return { entry: null, problems: [] };
  const problems: Problem[] = [];
  const say = (item: ListItem, code: ProblemCode, cell: string) =>
    problems.push({ line, column: columns[mapping.columns[item] ?? -1] ?? item, code, cell: cell.slice(0, 40) });
  const text = (item: ListItem): string => {
    const at = mapping.columns[item];
    const raw = at === undefined ? '' : (cells[at] ?? '');
    try {
      const tidy = item === 'purpose' ? normalise(raw) : normaliseLine(raw);
      if (lengthOf(tidy) <= (item === 'name' ? NAME_MAX : (OPTIONAL_MAX[item] ?? LIMITS.contact))) return tidy;
      if (mapping.isLenient && item !== 'name')
        return [...tidy].slice(0, OPTIONAL_MAX[item] ?? LIMITS.contact).join('');
      say(item, 'too-long', tidy);
    } catch (error) {
      if (!(error instanceof BrokenText)) throw error;
      say(item, 'broken-text', '');
    }
    return '';
  };
  /** A cell with a meaning of its own. */
  const meant = <T>(item: ListItem, code: ProblemCode, none: T, read: (cell: string) => T | null): T => {
    const cell = text(item);
    if (NOTHING.includes(cell)) return none;
    const value = read(cell);
    if (value !== null) return value;
    if (!mapping.isLenient) say(item, code, cell);
    return none;
  };
  const name = text('name');
  if (name === '' && problems.length === 0) say('name', 'no-name', '');
  const values = Object.fromEntries(
    CONTACT_ITEMS.filter((item) => item !== 'email').map((item) => [item, text(item)]),
  ) as Contacts;
  values.email = meant('email', 'bad-address', '', (cell) =>
    MAIL.test(cell.normalize('NFKC')) ? cell.normalize('NFKC') : null,
  );
  const contacts: Contacts = {};
  const kept: Contacts = {};
  for (const item of CONTACT_ITEMS)
    if (values[item]) (mapping.open.includes(item) ? contacts : kept)[item] = values[item];
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
    founded: meant('founded', 'bad-date', '', (cell) => foundedDate(cell)),
    memberCount: meant<number | null>('memberCount', 'bad-count', null, countOf),
    number: meant<string | null>('number', 'bad-number', null, corporateNumber),
    rules: '',
    accounts: '',
    seeks: text('seeks'),
    offers: text('offers'),
  };
  return { entry: problems.length > 0 ? null : { line, declaration, contacts, kept }, problems };
}

function portalFields(cells: readonly string[]): number[] {
  return FIELDS.filter((field) => (cells[PORTAL_FIELDS_FROM + field - 1] ?? '').trim() !== '');
}

function countOf(cell: string): number | null {
  const digits = /^約?([\d,]{1,7})\s*(人|名|世帯|団体)?(程度|ほど)?$/
    .exec(cell.normalize('NFKC'))?.[1]
    ?.replace(/,/g, '');
  return digits === undefined ? null : Number(digits);
}

/** An entry as a preview shows it. */
export function shownEntry({ line, declaration, contacts, kept }: Entry): Record<string, string> {
  const all: Record<string, string> = { line: String(line) };
  const of = { ...declaration, ...kept, ...contacts } as Record<string, unknown>;
  for (const item of LIST_ITEMS) {
    const value = of[item];
    all[item] = Array.isArray(value)
      ? value.join('、')
      : value === null || value === undefined
        ? ''
        : String(value).slice(0, 60);
  }
  return all;
}
