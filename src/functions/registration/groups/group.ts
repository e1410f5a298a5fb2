/** F7.1 What a declaration consists of, and the words that may be said against an act of registration. */
import { z } from 'zod';
import { type Refusal, refuse as refuseKernel, refuser } from '#kernel/refusal.ts';
import { line, prose } from '#kernel/text.ts';
import { corporateNumber } from './corporate-number.ts';
import { foundedDate } from './founded-date.ts';

export const GROUP_KINDS = [
  'voluntary',
  'npo',
  'association',
  'public-interest',
  'residents',
  'welfare',
  'cooperative',
  'school',
  'student',
  'company',
  'other',
] as const;
export type GroupKind = (typeof GROUP_KINDS)[number];

/** The twenty activities of the schedule of 特定非営利活動促進法, by their number there. */
export const FIELDS = Array.from({ length: 20 }, (_, at) => at + 1);

/** What a group can be reached by; of each it says whether it is public. */
export const CONTACT_ITEMS = ['representative', 'person', 'address', 'phone', 'email', 'website'] as const;
export type ContactItem = (typeof CONTACT_ITEMS)[number];
export type Contacts = Partial<Record<ContactItem, string>>;

export const LIMITS = { name: 80, reading: 120, purpose: 1000, text: 600, contact: 200, areas: 10, area: 30 } as const;

export const KNOWN_BY = ['post', 'telephone', 'desk', 'vouched'] as const;
export type KnownBy = (typeof KNOWN_BY)[number];

const number = z
  .string()
  .optional()
  .default('')
  .transform((typed, ctx) => {
    if (typed.trim() === '') return null;
    const digits = corporateNumber(typed);
    if (digits === null) ctx.addIssue({ code: 'custom', message: 'wrong-digits' });
    return digits;
  });

const founded = z
  .string()
  .optional()
  .default('')
  .transform((typed, ctx) => {
    if (typed.trim() === '') return '';
    const date = foundedDate(typed);
    if (date === null) ctx.addIssue({ code: 'custom', message: 'not-a-year' });
    return date ?? '';
  });

const memberCount = z
  .string()
  .optional()
  .default('')
  .transform((typed, ctx) => {
    const digits = typed.normalize('NFKC').replace(/[\s,人名]/g, '');
    if (digits === '') return null;
    if (!/^\d{1,6}$/.test(digits)) ctx.addIssue({ code: 'custom', message: 'not-a-number' });
    return Number(digits);
  });

const optional = (max: number) => prose({ min: 0, max }).optional().default('');
const contact = line({ min: 0, max: LIMITS.contact }).optional().default('');
const yes = z.string().optional().default('');

/** Areas as people type them, with 、 or commas or one a line. */
export function areasIn(typed: string): string[] {
  const areas = typed
    .normalize('NFC')
    .split(/[、,，\n・]/)
    .map((area) => area.trim())
    .filter((area) => area !== '');
  return [...new Set(areas)];
}

const contactFields = Object.fromEntries(
  CONTACT_ITEMS.flatMap((item) => [
    [item, contact],
    [`${item}Public`, yes],
  ]),
) as unknown as Record<ContactItem | `${ContactItem}Public`, typeof contact>;

/** The whole declaration as the form sends it; `fields` are their numbers with commas between. */
export const declarationInput = z.object({
  kind: z.enum(GROUP_KINDS, { error: 'not-a-choice' }),
  name: line({ max: LIMITS.name }),
  reading: line({ max: LIMITS.reading }),
  purpose: prose({ max: LIMITS.purpose }),
  fields: z
    .string()
    .optional()
    .default('')
    .transform((typed) =>
      [...new Set(typed.split(',').map(Number))].filter((n) => FIELDS.includes(n)).sort((a, b) => a - b),
    )
    .refine((fields) => fields.length > 0, 'required'),
  areas: optional(400)
    .transform(areasIn)
    .refine((areas) => areas.length <= LIMITS.areas && areas.every((area) => area.length <= LIMITS.area), 'too-long'),
  founded,
  memberCount,
  number,
  rules: optional(LIMITS.text),
  accounts: optional(LIMITS.text),
  seeks: optional(LIMITS.text),
  offers: optional(LIMITS.text),
  ...contactFields,
});
export type DeclarationInput = z.output<typeof declarationInput>;

export type Typed = Record<string, string>;

export interface Declaration {
  kind: GroupKind;
  name: string;
  reading: string;
  purpose: string;
  fields: number[];
  areas: string[];
  founded: string;
  memberCount: number | null;
  number: string | null;
  rules: string;
  accounts: string;
  seeks: string;
  offers: string;
}

/** The declaration and its contacts, the public ones apart from those that are kept. */
export function settled(input: DeclarationInput): { declaration: Declaration; contacts: Contacts; kept: Contacts } {
  const contacts: Contacts = {};
  const kept: Contacts = {};
  for (const item of CONTACT_ITEMS) {
    const value = input[item];
    if (value !== '') (input[`${item}Public`] === 'yes' ? contacts : kept)[item] = value;
  }
  const { kind, name, reading, purpose, fields, areas, founded: since, memberCount: members } = input;
  const { number: corporate, rules, accounts, seeks, offers } = input;
  const declaration = { kind, name, reading, purpose, fields, areas, founded: since, memberCount: members };
  return { declaration: { ...declaration, number: corporate, rules, accounts, seeks, offers }, contacts, kept };
}

export type GroupRefusal =
  | 'number-taken'
  | 'declared-already'
  | 'not-of-the-group'
  | 'not-representative'
  | 'withdrawn'
  | 'changed-meanwhile'
  | 'no-contact'
  | 'not-an-address'
  | 'too-many-drafts'
  | 'desk-only'
  | 'desk-acting'
  | 'no-way'
  | 'in-the-future'
  | 'not-at-the-desk'
  | 'code-over'
  | 'taken-over'
  | 'asked-already'
  | 'key-over'
  | 'settled-already'
  | 'own-group'
  | 'vouched-already'
  | 'voucher-unknown'
  | 'known-already'
  | 'nothing-to-confirm'
  | 'answered-already'
  | 'too-many-questions'
  | 'not-asker';

export const refuse = refuser<GroupRefusal>('groups');
export type Reason = GroupRefusal | 'sign-in' | 'level';

const NOT_YOURS: readonly string[] = [
  'not-of-the-group',
  'not-representative',
  'desk-only',
  'desk-acting',
  'own-group',
  'not-asker',
];
const TYPED: readonly string[] = [
  'number-taken',
  'no-contact',
  'not-an-address',
  'no-way',
  'in-the-future',
  'code-over',
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
