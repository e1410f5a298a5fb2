/** X8: what all modules offer to programs; said once by the composition root. */
import type { ApiOperation } from '#kernel/api.ts';
import type { Lang } from '#kernel/lang.ts';
import { type Module, operationsOf, type RefusalSentence } from '#kernel/module.ts';

export interface Area {
  /** of the module: the first word of its operations' names */
  name: string;
  /** its clause of the policy document */
  clause: string;
  operations: readonly ApiOperation[];
  refusals: (lang: Lang) => Record<string, RefusalSentence>;
  /** verbs of its events, as webhooks name them */
  emits: readonly string[];
}

let areas: readonly Area[] = [];

export function openApi(modules: readonly Module[]): void {
  areas = modules.map((module) => ({
    name: module.name,
    clause: module.clause,
    operations: operationsOf([module]),
    refusals: module.refusals ?? (() => ({})),
    // Private events are told to nobody; those with a sentence are the public ones.
    emits: module.verbs ? module.emits.filter((verb) => verb in module.verbs!('ja')) : [],
  }));
}

export function apiAreas(): readonly Area[] {
  return areas;
}

export function apiOperations(): ApiOperation[] {
  return areas.flatMap(({ operations }) => operations);
}
