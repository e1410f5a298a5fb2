/** F7.7 A group writes its year down, or writes it anew: every version is kept. */
import { action } from '#kernel/action.ts';
import type { ActionContext } from '#kernel/context.ts';
import { run } from '#kernel/database/dialect.ts';
import { fiscalYear } from '#kernel/dates.ts';
import { lockedGroup, speaksFor } from '../groups/index.ts';
import { leftBy, type Report } from './queries.ts';
import { type ReportInput, refusalFor, reportInput } from './report.ts';
import { leftOver, reportableYears } from './rules.ts';

export type KeptReport = Pick<Report, 'id' | 'name' | 'year'>;

async function demandSums(ctx: ActionContext, input: ReportInput): Promise<void> {
  const should = leftOver(input);
  if (should !== input.carried)
    throw refusalFor('sums-differ', { field: 'carried', facts: { should, typed: input.carried } });
  const was = await leftBy(ctx.db, input.groupId, input.year);
  if (was !== null && was !== input.brought && input.note === '')
    throw refusalFor('brought-differs', { field: 'brought', facts: { was } });
}

/** Two at once: the second is told that it was changed meanwhile. Gives the report's id. */
async function written(ctx: ActionContext, input: ReportInput): Promise<string> {
  const { groupId, year, of, reach, done, people, brought, income, expense, carried, note } = input;
  const values = [reach, done, people, brought, JSON.stringify(income), JSON.stringify(expense), carried, note];
  const [row] =
    of === 0
      ? await run<{ id: string }>(
          ctx.db,
          `insert into year_reports (hub_id, group_id, fiscal_year, id, person_id, first_at, changed_at,
             reach, done, people, brought, income, expense, carried, note)
           values ($1, $2, $3, $4, $5, $6, $6, $7, $8, $9, $10, $11, $12, $13, $14) on conflict do nothing returning id`,
          [ctx.hub.id, groupId, year, ctx.newId(), ctx.person.id, ctx.now, ...values],
        )
      : await run<{ id: string }>(
          ctx.db,
          `update year_reports set version = version + 1, person_id = $5, changed_at = $6, reach = $7, done = $8, people = $9,
             brought = $10, income = $11, expense = $12, carried = $13, note = $14
           where hub_id = $1 and group_id = $2 and fiscal_year = $3 and version = $4 returning id`,
          [ctx.hub.id, groupId, year, of, ctx.person.id, ctx.now, ...values],
        );
  if (!row) throw refusalFor('changed-meanwhile');
  return row.id;
}

/** @throws Refusal sums-differ, brought-differs, not-a-year, changed-meanwhile, not-of-the-group, not-a-standing-group */
export const keepReport = action({
  name: 'yearReports.keep',
  input: reportInput,
  async run(ctx, input): Promise<KeptReport> {
    const { groupId, year, of, reach, changed } = input;
    const group = await lockedGroup(ctx.db, groupId);
    if (!speaksFor(ctx.reader, groupId)) throw refusalFor('not-of-the-group');
    if (!group.actor_id || group.withdrawn_at) throw refusalFor('not-a-standing-group');
    if (!reportableYears(fiscalYear(ctx.now)).includes(year)) throw refusalFor('not-a-year', { field: 'year' });
    await demandSums(ctx, input);
    const id = await written(ctx, input);
    const { done, people, brought, income, expense, carried, note } = input;
    const content = { reach, done, people, brought, income, expense, carried, note };
    const version = of + 1;
    await run(
      ctx.db,
      'insert into year_report_versions (hub_id, report_id, version, content, changed, person_id, at) values ($1, $2, $3, $4, $5, $6, $7)',
      [ctx.hub.id, id, version, JSON.stringify(content), changed, ctx.person.id, ctx.now],
    );
    const tags = ['year-reports', `year-report:${id}`, 'groups', `group:${groupId}`];
    if (reach === 'public')
      await ctx.record({
        verb: 'year-reports.published',
        object: { kind: 'year-report', id, version },
        public: { title: group.name, year },
        parts: [{ part: 'report', actorId: groupId, content: { year, ...content } }],
        tags,
        as: groupId,
      });
    else
      await ctx.record({ verb: 'year-reports.kept', object: { kind: 'year-report', id, version }, tags, as: groupId });
    return { id, name: group.name, year };
  },
});
