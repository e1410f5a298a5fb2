/** X1: what people type into the forms of accounts, made sound. Every mistake is said at once, at its field. */
import { z } from 'zod';
import { tellsWho } from '#commons/actors/index.ts';
import { Refusal, type RefusalItem } from '#kernel/refusal.ts';
import { isBlank, isSound, lengthOf, normaliseLine } from '#kernel/text.ts';
import type { AccountsRefusal } from './refusals.ts';
import { mayUsePassword, PASSWORD_MAX, PASSWORD_MIN, readPassword } from './rules.ts';

export const NAME_MAX = 40;
const ADDRESS_MAX = 254;

type Item = RefusalItem & { code: AccountsRefusal };

const address = z.email();

/** The address as it is kept: half width, lower case. Null when it isn't one. */
export function readAddress(typed: string): string | null {
  const text = typed.normalize('NFKC').trim().toLowerCase();
  return text.length <= ADDRESS_MAX && address.safeParse(text).success ? text : null;
}

interface Typed {
  get(name: string): string | undefined;
}

function addressEntry(form: Typed, items: Item[]): string {
  const typed = form.get('email') ?? '';
  const read = readAddress(typed);
  if (typed.trim() === '') items.push({ code: 'address-missing', field: 'email' });
  else if (read === null) items.push({ code: 'not-an-address', field: 'email' });
  return read ?? '';
}

function newPasswordEntry(form: Typed, email: string, items: Item[]): string {
  const password = readPassword(form.get('password') ?? '');
  const field = 'password';
  if (password === '') items.push({ code: 'password-missing', field });
  else if (!isSound(password)) items.push({ code: 'broken-text', field });
  else {
    const no = mayUsePassword(password, email);
    if (no) items.push({ code: `password-${no}`, field, facts: { min: PASSWORD_MIN, max: PASSWORD_MAX } });
  }
  return password;
}

/** A nickname, or the legal name where somebody prefers it. */
export function nameEntry(typed: string, items: Item[]): string {
  const field = 'name';
  if (!isSound(typed)) items.push({ code: 'broken-text', field });
  else if (isBlank(typed)) items.push({ code: 'name-missing', field });
  else {
    const name = normaliseLine(typed);
    if (lengthOf(name) > NAME_MAX) items.push({ code: 'name-too-long', field, facts: { max: NAME_MAX } });
    return name;
  }
  return '';
}

function sound<T>(entry: T, items: readonly Item[]): T {
  if (items.length > 0) throw new Refusal('accounts', items);
  return entry;
}

export interface SignUpEntry {
  email: string;
  password: string;
  name: string;
  isMinor: boolean;
  /** of somebody under 18, where the town wants a guardian's consent */
  guardian: string | null;
}

/** `withPassword` false: somebody else vouches for them, and they have none here. @throws Refusal with every mistake */
export function signUpEntry(form: Typed, wantsGuardian = false, withPassword = true): SignUpEntry {
  const items: Item[] = [];
  const name = nameEntry(form.get('name') ?? '', items);
  const email = addressEntry(form, items);
  const password = withPassword ? newPasswordEntry(form, email, items) : '';
  const isMinor = form.get('minor') === 'yes';
  const tells = isMinor ? tellsWho({ name }) : null;
  if (tells) items.push(tells);
  const guardian = isMinor && wantsGuardian ? guardianEntry(form, email, items) : null;
  return sound({ name, email, password, isMinor, guardian }, items);
}

function guardianEntry(form: Typed, own: string, items: Item[]): string {
  const field = 'guardian';
  const typed = form.get(field) ?? '';
  const read = readAddress(typed);
  if (typed.trim() === '') items.push({ code: 'guardian-missing', field });
  else if (read === null) items.push({ code: 'not-an-address', field });
  else if (read === own) items.push({ code: 'guardian-is-self', field });
  return read ?? '';
}

/** Another address for a guardian. @throws Refusal */
export function guardianOnlyEntry(form: Typed, own: string): string {
  const items: Item[] = [];
  return sound(guardianEntry(form, own, items), items);
}

/** @throws Refusal */
export function signInEntry(form: Typed): { email: string; password: string } {
  const items: Item[] = [];
  const email = addressEntry(form, items);
  const password = readPassword(form.get('password') ?? '');
  if (password === '') items.push({ code: 'password-missing', field: 'password' });
  return sound({ email, password }, items);
}

/** @throws Refusal */
export function addressOnlyEntry(form: Typed): string {
  const items: Item[] = [];
  return sound(addressEntry(form, items), items);
}

/** @throws Refusal */
export function newPasswordOnlyEntry(form: Typed): string {
  const items: Item[] = [];
  return sound(newPasswordEntry(form, '', items), items);
}
