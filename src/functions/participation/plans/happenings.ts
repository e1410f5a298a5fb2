/** F9.9, X3: plans in feed, notices and calendars. */
import { type Db, run } from '#kernel/database/dialect.ts';
import { tokyoDate } from '#kernel/dates.ts';
import { shortId } from '#kernel/ids.ts';
import type { CalendarDate, Happenings, NoticeWords } from '#kernel/module.ts';
import { eventWords } from './event-words.ts';
import type { PlanStage } from './plan.ts';
import { searchable } from './searchable.ts';
import { words } from './words.ts';

const concerned = { followersOf: ['plan', 'policy', 'actor'] };
const small = { followersOf: ['plan'], small: true as const };

interface DatedStage {
  id: string;
  plan_id: string;
  stage: PlanStage;
  title: string;
  starts_on: string;
  until_on: string | null;
}

export const plansHappenings: Happenings = {
  searchable,
  verbs: (lang) => eventWords(lang).verbs,
  places: {
    plan: (event) => `/plans/${shortId(event.object_id)}`,
    'plan-answer': (event) => `/plan-answers/${shortId(event.object_id)}`,
  },
  followable: (lang) => ({ plan: { topic: eventWords(lang).topic } }),
  tells: {
    'plans.posted': concerned,
    'plans.stage-begun': concerned,
    'plans.decided': concerned,
    'plans.date-moved': concerned,
    'plans.ended': concerned,
    'plans.comments-published': concerned,
    'plans.answered': { followersOf: ['opinion', 'plan', 'policy', 'actor'] },
    'plans.answer-revised': { followersOf: ['opinion', 'plan', 'policy', 'actor'] },
    'plans.revised': small,
    'plans.document-added': small,
    'plans.document-removed': small,
  },
  notices: (lang) =>
    Object.fromEntries(
      Object.entries(eventWords(lang).notices).map(([kind, said]): [string, NoticeWords] => [
        kind,
        ({ title = '', division = '' }) => ({
          subject: said.subject(String(title)),
          text: said.text(String(division), String(title)),
        }),
      ]),
    ),
  dates: async (db, ask) => {
    const stages = await datedStages(db, tokyoDate(ask.from), ask.thing);
    const w = eventWords(ask.lang);
    const names = words(ask.lang).stages;
    return stages.flatMap((one): CalendarDate[] => {
      const common = { href: `/plans/${shortId(one.plan_id)}`, of: [`plan:${one.plan_id}`] };
      const begins = {
        uid: `plan-${one.id}-start`,
        title: w.begins(names[one.stage], one.title),
        start: one.starts_on,
      };
      return [
        { ...begins, ...common },
        ...(one.until_on
          ? [
              {
                uid: `plan-${one.id}-until`,
                title: w.until(names[one.stage], one.title),
                start: one.until_on,
                ...common,
              },
            ]
          : []),
      ];
    });
  },
};

/** Stages whose beginning or last day of opinions is not before `from`; of one plan, where `thing` names it. */
async function datedStages(db: Db, from: string, thing: string | undefined): Promise<DatedStage[]> {
  const [kind, id] = thing?.split(':') ?? [];
  if (kind !== undefined && kind !== 'plan') return [];
  return run<DatedStage>(
    db,
    `select s.id, s.plan_id, s.stage, p.title, coalesce(s.began_on, s.planned_on) as starts_on, s.until_on
     from plan_stages s join plans p on p.hub_id = s.hub_id and p.id = s.plan_id
     where p.ended_at is null and ($2::uuid is null or p.id = $2)
       and (coalesce(s.began_on, s.planned_on) >= $1 or s.until_on >= $1)
     order by s.planned_on limit 250`,
    [from, id ?? null],
  );
}
