/** F1.3 What other modules add to the workshop of a site: a way to a page of theirs. Registered when loaded. */
import type { Lang } from '#kernel/lang.ts';

export interface SiteTool {
  /** the same name replaces the earlier one */
  name: string;
  order: number;
  text(lang: Lang): string;
  /** one sentence on what it is for */
  lead(lang: Lang): string;
  /** behind the address of the workshop: `/visits` */
  path: string;
}

const tools = new Map<string, SiteTool>();

export function addSiteTool(tool: SiteTool): void {
  tools.set(tool.name, tool);
}

export function siteTools(): readonly SiteTool[] {
  return [...tools.values()].sort((a, b) => a.order - b.order || a.name.localeCompare(b.name));
}
