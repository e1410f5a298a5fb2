/** X13: names and addresses that formal comments asked for. They go with a comment that is taken back, else by themselves some days after the plan was decided. */
import { run } from '#kernel/database/dialect.ts';
import type { GivenName, GivenNames } from '#kernel/module.ts';
import { planHref } from './addresses.ts';
import { planRulesOf } from './hub-rules.ts';
import { words } from './words.ts';

type Row = Pick<GivenName, 'id' | 'name' | 'at'> & {
  plan: string;
  title: string;
  decided_at: Date | null;
};

export const givenNames: GivenNames = {
  async of(db, { hub, personId, lang }) {
    const rows = await run<Row>(
      db,
      `select c.id, n.name, c.sent_at as at, p.id as plan, p.title, coalesce(p.decided_at, p.ended_at) as decided_at
       from plan_comments c join plan_comment_names n on n.hub_id = c.hub_id and n.comment_id = c.id
       join plans p on p.hub_id = c.hub_id and p.id = c.plan_id
       where c.person_id = $1`,
      [personId],
    );
    const keptMs = planRulesOf(hub).eraseDays * 86_400_000;
    return rows.map(({ plan, title, decided_at: decidedAt, ...row }) => ({
      ...row,
      what: words(lang).given(title),
      href: planHref({ id: plan, title }),
      mayForget: false,
      until: decidedAt && new Date(decidedAt.getTime() + keptMs),
    }));
  },
};
