/** F9.5, F9.8: what functions make of opinions and debates is shown on their pages by those functions; commons know no function. */
import type { Visit } from '#kernel/web/visit.ts';
import type { Html } from '#ui/html.ts';

/** At most one query; null: nothing to show. Tags the page with what it depends on. */
export type OpinionSection = (visit: Visit, opinionId: string) => Promise<Html | null>;
export type DebateSection = (visit: Visit, debateId: string) => Promise<Html | null>;

/** Where an opinion went: a function pushes its own when its module is loaded. Shown in that order on the opinion's page. */
export const opinionSections: OpinionSection[] = [];

/** Shown between the figures and the opinions on the page of a debate that has its own (an imported one). */
export const debateSections: DebateSection[] = [];
