/** F1.1 What an entry of the activity database consists of, by kind, and the words that may be said against an act on one. */
import { z } from 'zod';
import { isCivicDay } from '#kernel/dates.ts';
import { ACCESS, AUDIENCES, FIELDS } from '#kernel/facets.ts';
import { type Refusal, refuse as refuseKernel, refuser } from '#kernel/refusal.ts';
import { line, prose } from '#kernel/text.ts';

export const ENTRY_KINDS = ['activity', 'call', 'know-how', 'place', 'skill', 'document'] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** Files hang on a draft, then on the version it became. */
export const DRAFT = 'entry-draft';
export const ENTRY = 'entry';

/** What a kind says beside the rest, in the order in which it is asked and shown. */
export const FACTS = {
  activity: ['schedule', 'where', 'contact', 'url'],
  call: ['tasks', 'days', 'people', 'where', 'contact', 'url'],
  'know-how': ['url'],
  place: ['where', 'size', 'available', 'conditions', 'contact', 'url'],
  skill: ['available', 'conditions', 'contact', 'url'],
  document: ['url'],
} as const satisfies Record<EntryKind, readonly string[]>;
export type Fact = (typeof FACTS)[EntryKind][number];
export type Facts = Partial<Record<Fact, string>>;

/** Kinds that have days: an activity when it is on, a call until when people are looked for. */
export const DATED = { activity: ['startsOn', 'endsOn'], call: ['endsOn'] } as const;
/** Kinds of which one says for whom, at which cost and how one can take part. */
export const ATTENDED: readonly EntryKind[] = ['activity', 'call', 'place', 'skill'];

export const LIMITS = {
  title: 80,
  body: { activity: 2000, call: 2000, 'know-how': 8000, place: 2000, skill: 2000, document: 2000 },
  fact: 600,
  line: 200,
  tags: 8,
  tag: 20,
  districts: 10,
  district: 30,
  changed: 200,
  letter: 2000,
} as const satisfies Record<string, number | Record<EntryKind, number>>;

const ONE_LINE: readonly string[] = ['where', 'people', 'size', 'contact', 'url'];
export const isLine = (fact: Fact): boolean => ONE_LINE.includes(fact);

/** A day as people type it, as YYYY-MM-DD; null when there is no such day. */
export function dayOf(typed: string): string | null {
  const text = typed
    .normalize('NFKC')
    .trim()
    .replace(/[年月/.]/g, '-')
    .replace(/日/g, '');
  const found = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (!found) return null;
  const day = [found[1], found[2]!.padStart(2, '0'), found[3]!.padStart(2, '0')].join('-');
  return isCivicDay(day) ? day : null;
}

const day = z
  .string()
  .optional()
  .default('')
  .transform((typed, ctx) => {
    if (typed.trim() === '') return null;
    const found = dayOf(typed);
    if (found === null) ctx.addIssue({ code: 'custom', message: 'not-a-date' });
    return found;
  });

/** Yen as people type them; 0: free, '' says nothing. */
const fee = z
  .string()
  .optional()
  .default('')
  .transform((typed, ctx) => {
    const text = typed
      .normalize('NFKC')
      .replace(/[\s,円¥]/g, '')
      .toLowerCase();
    if (text === '') return null;
    if (!/^\d{1,7}$/.test(text)) ctx.addIssue({ code: 'custom', message: 'not-a-number' });
    return Number(text);
  });

const webAddress = line({ min: 0, max: LIMITS.line })
  .optional()
  .default('')
  .refine((typed) => typed === '' || isWebAddress(typed), 'not-a-choice');

function isWebAddress(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : null;
  return url !== null && (url.protocol === 'https:' || url.protocol === 'http:') && url.username === '';
}

/** Words with 、 or commas between, or one a line. */
export function listIn(typed: string): string[] {
  const all = typed
    .normalize('NFC')
    .split(/[、,，\n]/)
    .map((one) => one.trim().replace(/^[#＃]/, ''))
    .filter((one) => one !== '');
  return [...new Set(all)];
}

const words = (most: number, longest: number) =>
  prose({ min: 0, max: most * (longest + 1) })
    .optional()
    .default('')
    .transform(listIn)
    .refine((all) => all.length <= most && all.every((one) => one.length <= longest), 'too-long');

const codes = <Code extends string>(known: readonly Code[]) =>
  z
    .string()
    .optional()
    .default('')
    .transform((typed) => known.filter((code) => typed.split(',').includes(code)));

const fields = z
  .string()
  .optional()
  .default('')
  .transform((typed) => FIELDS.filter((field) => typed.split(',').includes(String(field))));

const degrees = z.string().max(40).optional().default('');
const oneLine = line({ min: 0, max: LIMITS.line }).optional().default('');
const lines = prose({ min: 0, max: LIMITS.fact }).optional().default('');
const facts = { schedule: lines, tasks: lines, days: lines, available: lines, conditions: lines } as const;

/** The whole entry as its form sends it: boxes as codes with commas between. What its kind doesn't ask is left out afterwards. */
export const entryInput = z
  .object({
    kind: z.enum(ENTRY_KINDS, { error: 'not-a-choice' }),
    title: line({ max: LIMITS.title }),
    body: prose({ max: LIMITS.body['know-how'] }),
    ...facts,
    where: oneLine,
    people: oneLine,
    size: oneLine,
    contact: oneLine,
    url: webAddress,
    startsOn: day,
    endsOn: day,
    fields,
    districts: words(LIMITS.districts, LIMITS.district),
    /** names that aren't among the choices */
    otherDistricts: words(LIMITS.districts, LIMITS.district),
    lat: degrees,
    lng: degrees,
    audience: codes(AUDIENCES),
    fee,
    accessibility: codes(ACCESS),
    tags: words(LIMITS.tags, LIMITS.tag),
    noLetters: z.string().optional().default(''),
  })
  .superRefine(({ kind, body }, ctx) => {
    const max = LIMITS.body[kind];
    if ([...body].length > max)
      ctx.addIssue({ code: 'custom', message: 'too-long', path: ['body'], params: { max, length: [...body].length } });
  });
export type EntryInput = z.output<typeof entryInput>;

export type Typed = Record<string, string>;

/** An entry as everybody reads it, and as its versions keep it. */
export interface EntryContent {
  kind: EntryKind;
  title: string;
  body: string;
  facts: Facts;
  fields: number[];
  districts: string[];
  startsOn: string | null;
  endsOn: string | null;
  lat: number | null;
  lng: number | null;
  audience: string[];
  fee: number | null;
  accessibility: string[];
  tags: string[];
}

export function hasDay(kind: EntryKind, name: 'startsOn' | 'endsOn'): boolean {
  return kind === 'activity' || (kind === 'call' && name === 'endsOn');
}

/** What the kind asks of what was typed. */
export function contentOf(
  input: EntryInput,
  point: { lat: number; lng: number } | null,
  districts: string[],
): EntryContent {
  const { kind, title, body } = input;
  const said = FACTS[kind].flatMap((fact) => (input[fact] ? [[fact, input[fact]] as const] : []));
  const isAttended = ATTENDED.includes(kind);
  return {
    kind,
    title,
    body,
    facts: Object.fromEntries(said),
    fields: input.fields,
    districts,
    startsOn: hasDay(kind, 'startsOn') ? input.startsOn : null,
    endsOn: hasDay(kind, 'endsOn') ? input.endsOn : null,
    lat: point?.lat ?? null,
    lng: point?.lng ?? null,
    audience: isAttended ? input.audience : [],
    fee: isAttended ? input.fee : null,
    accessibility: isAttended ? input.accessibility : [],
    tags: input.tags,
  };
}

export type EntryRefusal =
  | 'not-yours'
  | 'ended'
  | 'not-ended'
  | 'withdrawn'
  | 'hidden'
  | 'changed-meanwhile'
  | 'too-many-drafts'
  | 'ends-before-start'
  | 'ends-in-the-past'
  | 'no-document'
  | 'not-a-place'
  | 'too-many-districts'
  | 'no-letters'
  | 'own-entry'
  | 'too-many-letters'
  | 'tells-who';

export const refuse = refuser<EntryRefusal>('entries');
export type Reason = EntryRefusal | 'sign-in' | 'level';

const NOT_YOURS: readonly string[] = ['not-yours', 'no-letters', 'own-entry'];
const TYPED: readonly string[] = [
  'ends-before-start',
  'ends-in-the-past',
  'no-document',
  'not-a-place',
  'too-many-districts',
  'tells-who',
];

export function refusalFor(reason: Reason, field?: string): Refusal {
  if (reason === 'sign-in') return refuseKernel('sign-in', { status: 401 });
  if (reason === 'level') return refuseKernel('level', { status: 403 });
  const status = NOT_YOURS.includes(reason) ? 403 : TYPED.includes(reason) ? 422 : 409;
  return refuse(reason, { status, ...(field ? { field } : {}) });
}

export function notFound(): Refusal {
  return refuseKernel('not-found', { status: 404 });
}
