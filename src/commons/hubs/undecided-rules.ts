/** P9: what holds where a hub has never decided anything: parts of the rules that came later than its last decision. Pure. */
import type { HubRules } from './rules.ts';

type Undecided = Required<
  Pick<HubRules, 'files' | 'plans' | 'exports' | 'groups' | 'patronage' | 'letters' | 'people'>
>;

export const undecided: Undecided = {
  files: { megabytes: 10, most: 20 },
  plans: { commentDays: 30, eraseDays: 365 },
  exports: { leastVoters: 10 },
  groups: { confirmDays: 365, restDays: 60 },
  patronage: { dueDays: 21, paperDays: 90 },
  letters: { stopDays: 180 },
  people: { guardianConsent: true, leavingDays: 3 },
};

/** The rules with everything that holds in them, decided or not: so it is shown, and can be changed. */
export function wholeRules(rules: HubRules): HubRules {
  const { open, ...decided } = rules;
  return { ...decided, ...undecided, ...present(rules), open };
}

function present(rules: HubRules): Partial<Undecided> {
  return Object.fromEntries(PARTS.flatMap((part) => (rules[part] ? [[part, rules[part]]] : [])));
}

const PARTS = Object.keys(undecided) as (keyof Undecided)[];

/** What a decision writes down: parts that were undecided and stay as they were are left undecided. */
export function decidedOnly(rules: HubRules, before: HubRules): HubRules {
  const left = PARTS.filter((part) => !before[part] && JSON.stringify(rules[part]) === JSON.stringify(undecided[part]));
  return Object.fromEntries(Object.entries(rules).filter(([part]) => !(left as string[]).includes(part))) as HubRules;
}
