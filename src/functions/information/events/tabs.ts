/** F1.1, F1.4 What other modules show of an event: a page of their own among its tabs, a section on its first page. Registered when loaded. */
import type { Db } from '#kernel/database/dialect.ts';
import type { Lang } from '#kernel/lang.ts';
import type { Visit } from '#kernel/web/visit.ts';
import type { Html } from '#ui/html.ts';
import type { ShownEvent } from './queries.ts';

export interface EventTab {
  /** name of the module; the same name replaces the earlier one */
  name: string;
  order: number;
  text(lang: Lang): string;
  /** behind the event's own address: `/programme` */
  path: string;
  /** false: this event has no such page */
  isShown?(event: ShownEvent): boolean;
}

export interface EventSection {
  name: string;
  /** sections stand in this order below what was announced, smallest first */
  order: number;
  /** at most one query; null: nothing to show. `visit.tag` what it depends on */
  render(visit: Visit, db: Db, event: ShownEvent): Promise<Html | null>;
}

const tabs = new Map<string, EventTab>();
const sections = new Map<string, EventSection>();
const inOrder = <T extends { order: number; name: string }>(all: Map<string, T>): T[] =>
  [...all.values()].sort((a, b) => a.order - b.order || a.name.localeCompare(b.name));

export function addEventTab(tab: EventTab): void {
  tabs.set(tab.name, tab);
}

export function eventTabs(): readonly EventTab[] {
  return inOrder(tabs);
}

export function addEventSection(section: EventSection): void {
  sections.set(section.name, section);
}

export function eventSections(): readonly EventSection[] {
  return inOrder(sections);
}
