/** F9.9 「いま意見を出せる計画」 on the front page. */
import type { Lang } from '#kernel/lang.ts';
import { section } from '#ui/heading.ts';
import type { Html } from '#ui/html.ts';
import type { ListedPlan } from '../list-queries.ts';
import type { PlanStage } from '../plan.ts';
import { words } from '../words.ts';
import { openPlanCards } from './list.ts';

/** Null while no plan takes opinions. */
export function openPlansBand(plans: readonly ListedPlan[], now: Date, lang: Lang): Html | null {
  if (plans.length === 0) return null;
  const w = words(lang).home;
  return section({ title: w.title, more: { href: '/plans', text: w.all }, children: openPlanCards(plans, now, lang) });
}

/** 「構想」「素案」… as other modules name a plan's stage. */
export function planStageName(stage: PlanStage, lang: Lang): string {
  return words(lang).stages[stage];
}
