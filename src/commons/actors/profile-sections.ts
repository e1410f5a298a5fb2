/** P4, P6: what an actor did is shown on its page by the functions in which it was done; commons know no function. */

import type { Actor } from '#kernel/context.ts';
import type { Db } from '#kernel/database/dialect.ts';
import type { Visit } from '#kernel/web/visit.ts';
import type { Html } from '#ui/html.ts';

export interface ProfileSection {
  /** name of the module that brings it; the same name replaces the earlier one */
  name: string;
  /** sections stand in this order, smallest first */
  order: number;
  /** at most one query; null: nothing to show. `visit.tag` what it depends on. */
  render(visit: Visit, db: Db, actor: Actor): Promise<Html | null>;
}

const sections = new Map<string, ProfileSection>();

/** Called by a function's module when it is loaded. */
export function addProfileSection(section: ProfileSection): void {
  sections.set(section.name, section);
}

/** Every registered section, in order. */
export function profileSections(): readonly ProfileSection[] {
  return [...sections.values()].sort((a, b) => a.order - b.order || a.name.localeCompare(b.name));
}
