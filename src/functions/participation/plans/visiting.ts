/** F9.9 What the pages of plans have in common: which plan or stage an address names, the frame around it, why an act is refused. */
import { type PageProps, page } from '#commons/hubs/index.ts';
import { endOfTokyoDay, tokyoDate } from '#kernel/dates.ts';
import { parseRef } from '#kernel/ids.ts';
import type { Reply } from '#kernel/web/reply.ts';
import type { Visit } from '#kernel/web/visit.ts';
import { planHref } from './addresses.ts';
import { notFound, refusalFor } from './limits.ts';
import { planOfStage, type ShownPlan, type ShownStage, shownPlan } from './queries.ts';
import type { Reason } from './rules.ts';
import { words } from './words.ts';

export function idIn(visit: Visit): string {
  const id = parseRef(visit.params.ref ?? '');
  if (!id) throw notFound();
  return id;
}

export async function planIn(visit: Visit): Promise<ShownPlan> {
  const id = idIn(visit);
  const plan = await visit.read((db) => shownPlan(db, id));
  if (!plan) throw notFound();
  return plan;
}

/** The stage an address names, with its plan; one that was never opened here has no page. */
export async function stageIn(visit: Visit): Promise<{ plan: ShownPlan; stage: ShownStage }> {
  const id = idIn(visit);
  const plan = await visit.read((db) => planOfStage(db, id));
  return { plan: plan ?? nothing(), stage: openedStage(plan, id) };
}

function nothing(): never {
  throw notFound();
}

export function openedStage(plan: ShownPlan | null, id: string): ShownStage {
  const stage = plan?.stages.find((one) => one.id === id);
  return stage?.began_at ? stage : nothing();
}

/** Tags the page, and lets it expire when a period closes and when the day is over. */
export function keep(visit: Visit, plan: ShownPlan): void {
  const { now } = visit;
  visit.tag(`plan:${plan.id}`, ...plan.stages.map((one) => `debate:${one.id}`));
  for (const { closes_at } of plan.stages) if (closes_at && closes_at > now) visit.expiresAt(closes_at);
  visit.expiresAt(endOfTokyoDay(tokyoDate(now)));
}

/** A page that belongs to a plan, with its way back. */
export function planPage(
  visit: Visit,
  plan: ShownPlan,
  title: string,
  props: Omit<PageProps, 'title' | 'place' | 'breadcrumb'>,
): Reply {
  return page(visit, {
    title,
    place: 'plans',
    breadcrumb: [
      { text: words(visit.lang).list.title, href: '/plans' },
      { text: plan.title, href: planHref(plan) },
      { text: title },
    ],
    responsible: plan.actor_name,
    proof: { kind: 'plan', id: plan.id },
    ...props,
  });
}

/** The sentence beside a button that is not to be pressed; null when it is. */
export function blocked(visit: Visit, reason: Reason | null): string | null {
  return reason && (visit.problem(refusalFor(reason)).items[0]?.message ?? null);
}

/** What a form brought, the first value of each field. */
export async function typedIn(visit: Visit): Promise<Record<string, string>> {
  const form = await visit.form();
  return Object.fromEntries([...form.entries()].map(([name, values]) => [name, values[0] ?? '']));
}
