/** X13: under-18s never with full name or school. What of a young person's public words would let a stranger find them. */
import type { ActionContext } from '#kernel/context.ts';
import { run } from '#kernel/database/dialect.ts';
import { refuse } from './refusals.ts';

const SCHOOL = /(小|中|高等|支援|専門)学校|[小中高]校|高専|学園|幼稚園|保育園|[一二三四五六1-6１-６]年.{0,3}[組くみ]/u;
const SCHOOL_EN = /\b(elementary|primary|junior high|middle|high|secondary) school\b/i;
// A family name and a given name, apart from one another: 山田　太郎, Yamada Taro.
const TWO_NAMES =
  /^[\p{Script=Han}ぁ-んァ-ヶー]{1,5}[ 　・][\p{Script=Han}ぁ-んァ-ヶー]{1,5}$|^[A-Z][a-z]+[ .][A-Z][a-z]+$/u;

export interface TellingWords {
  name: string;
  about?: string;
  /** how the name is read; beside a nickname it could still be the full name */
  reading?: string;
}

/** Looks at patterns, so it is a reminder, not a guarantee. */
export function tellsWho(words: TellingWords): { field: keyof TellingWords; code: 'full-name' | 'school-name' } | null {
  const { name, about = '', reading = '' } = words;
  const says = (text: string) => SCHOOL.test(text) || SCHOOL_EN.test(text);
  if (TWO_NAMES.test(name.trim())) return { field: 'name', code: 'full-name' };
  if (says(name)) return { field: 'name', code: 'school-name' };
  if (TWO_NAMES.test(reading.trim())) return { field: 'reading', code: 'full-name' };
  return says(about) ? { field: 'about', code: 'school-name' } : null;
}

/** @throws Refusal full-name, school-name: said by somebody known to be under 18 */
export async function insistOnUntold({ db, hub, person }: ActionContext, words: TellingWords): Promise<void> {
  const tells = tellsWho(words);
  if (!tells) return;
  const young = await run(
    db,
    'select 1 from actors a join auth.minors m on m.account_id = a.account_id where a.hub_id = $1 and a.id = $2',
    [hub.id, person.id],
  );
  if (young.length > 0) throw refuse(tells.code, { field: tells.field });
}
