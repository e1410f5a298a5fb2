/** F7.1, F7.3 What other modules show of a group: a page of their own among its tabs, a section on its first page. Registered when loaded. */
import { isOpen } from '#commons/hubs/index.ts';
import type { Hub } from '#kernel/context.ts';
import type { Db } from '#kernel/database/dialect.ts';
import type { Lang } from '#kernel/lang.ts';
import type { Visit } from '#kernel/web/visit.ts';
import type { Html } from '#ui/html.ts';
import type { ShownGroup } from './queries.ts';

export interface GroupTab {
  /** name of the module; the same name replaces the earlier one */
  name: string;
  order: number;
  text(lang: Lang): string;
  /** behind the group's own address: `/ties`; '' is the first page */
  path: string;
  /** false: this group has no such page */
  isShown?(group: ShownGroup): boolean;
}

export interface GroupSection {
  name: string;
  /** sections stand in this order below what the group declared, smallest first */
  order: number;
  /** at most one query; null: nothing to show. `visit.tag` what it depends on */
  render(visit: Visit, db: Db, group: ShownGroup): Promise<Html | null>;
}

/** What whoever speaks for the group begins in its name. */
export interface GroupAct {
  name: string;
  order: number;
  /** offered where this one is open */
  function: string;
  text(lang: Lang): string;
  /** the page one comes to, speaking for the group; `/…` of the town, or one of the group's own, given its path */
  path: string | ((group: string) => string);
}

const tabs = new Map<string, GroupTab>();
const sections = new Map<string, GroupSection>();
const acts = new Map<string, GroupAct>();
const inOrder = <T extends { order: number; name: string }>(all: Map<string, T>): T[] =>
  [...all.values()].sort((a, b) => a.order - b.order || a.name.localeCompare(b.name));

export function addGroupTab(tab: GroupTab): void {
  tabs.set(tab.name, tab);
}

export function groupTabs(): readonly GroupTab[] {
  return inOrder(tabs);
}

export function addGroupSection(section: GroupSection): void {
  sections.set(section.name, section);
}

export function groupSections(): readonly GroupSection[] {
  return inOrder(sections);
}

export function addGroupAct(act: GroupAct): void {
  acts.set(act.name, act);
}

export function groupActsIn(hub: Hub): readonly GroupAct[] {
  return inOrder(acts).filter((act) => isOpen(hub, act.function));
}
