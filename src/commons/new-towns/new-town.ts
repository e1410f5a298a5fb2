/** X11: a town as somebody writes it down who was invited to make it: its input, what is refused, and the hub that comes of it. Pure. */
import { z } from 'zod';
import {
  defaultRules,
  HubMistake,
  type HubRules,
  insistOnColour,
  inThreeLanguages,
  type NewHub,
  rulesFrom,
  TOWN_LIMITS,
} from '#commons/hubs/index.ts';
import { LANGS, type Lang } from '#kernel/lang.ts';
import { refuser } from '#kernel/refusal.ts';
import { line, prose } from '#kernel/text.ts';
import { words } from './words.ts';

export type NewTownsRefusal = 'bad-key' | 'key-taken' | 'host-taken' | 'unconfirmed';
export const refuse = refuser<NewTownsRefusal>('new-towns');

export const LIMITS = { ...TOWN_LIMITS, key: 31, office: 80, reason: 400 } as const;
/** How often a year proposals become an opinion: the rest of the rules is the default, and changed at /rules. */
export const RHYTHMS = { '4': defaultRules.rounds.starts, '2': ['04-01', '10-01'] } as const;
/** What may be a town's secretariat; businesses are appointed by command alone. */
export const OFFICE_KINDS = ['body', 'division', 'group'] as const;
export const PARTS = ['name', 'tagline', 'town'] as const;
export const TEXT_FIELDS = PARTS.flatMap((part) => LANGS.map((lang) => ({ part, lang, field: `${part}-${lang}` })));

const left = (part: (typeof PARTS)[number]) => line({ min: 0, max: TOWN_LIMITS[part] }).optional().default('');
const texts = Object.fromEntries(
  TEXT_FIELDS.map(({ part, lang, field }) => [
    field,
    lang === 'ja' && part !== 'tagline' ? line({ max: TOWN_LIMITS[part] }) : left(part),
  ]),
) as Record<string, z.ZodType<string>>;

/** In the order of the page: what can't be read is told in it. */
export const newTown = z.object({
  ...texts,
  accent: line({ min: 0, max: 40 }).optional().default(''),
  key: line({ max: LIMITS.key }),
  rhythm: z.enum(['4', '2']),
  reason: prose({ max: LIMITS.reason }),
  office: line({ max: LIMITS.office }),
  officeKind: z.enum(OFFICE_KINDS),
});
export type NewTown = z.output<typeof newTown>;

function rulesOfRhythm(rhythm: NewTown['rhythm']): HubRules {
  return rulesFrom(JSON.stringify({ rounds: { starts: RHYTHMS[rhythm] } }), defaultRules);
}

const everyLanguage = (of: (lang: Lang) => string): Record<Lang, string> => ({
  ja: of('ja'),
  easy: of('easy'),
  en: of('en'),
});

/** The hub of these words at `host`. @throws Refusal when the colour can't be worn */
export function hubOf(written: NewTown, host: string): NewHub {
  const said = written as unknown as Record<string, string>;
  const of = (part: string, fallback = { ja: '', easy: '', en: '' }) =>
    inThreeLanguages({ ja: said[`${part}-ja`], easy: said[`${part}-easy`], en: said[`${part}-en`] }, fallback);
  return {
    key: written.key,
    host,
    name: of('name'),
    tagline: of(
      'tagline',
      everyLanguage((lang) => words(lang).tagline),
    ),
    town: of('town'),
    accent: insistOnColour(written.accent),
    rules: rulesOfRhythm(written.rhythm),
    reason: written.reason,
  };
}

/** A mistake that the command tells in a sentence, at its field of the form; what has no field goes on as it is. */
export function asRefusal(error: unknown): unknown {
  if (!(error instanceof HubMistake) || error.code === null) return error;
  return refuse(error.code, error.code === 'host-taken' ? {} : { field: 'key' });
}

/** A short key the host suggests: its first label, where that can be one. Pure. */
export function keyFrom(host: string): string {
  const [label = ''] = new URL(host).hostname.split('.');
  return /^[a-z][a-z0-9-]{1,30}$/.test(label) && label !== 'www' ? label : '';
}
