/** X3: channels (mail, push) add what they have to say to the page of settings; commons know no channel. */
import type { Db } from '#kernel/database/dialect.ts';
import type { Visit } from '#kernel/web/visit.ts';
import type { Html } from '#ui/html.ts';

export interface SettingsSection {
  /** name of the channel; the same name replaces the earlier one */
  name: string;
  /** sections stand in this order, smallest first */
  order: number;
  islands?: readonly string[];
  /** at most one query; null: nothing to show */
  render(visit: Visit, db: Db): Promise<Html | null>;
}

const sections = new Map<string, SettingsSection>();

/** Called by a channel's module when it is loaded. */
export function addSettingsSection(section: SettingsSection): void {
  sections.set(section.name, section);
}

export function settingsSections(): readonly SettingsSection[] {
  return [...sections.values()].sort((a, b) => a.order - b.order);
}
