/** F1.2: what all modules give as whole files; said once by the composition root. */
import { isOpen } from '#commons/hubs/index.ts';
import type { Hub } from '#kernel/context.ts';
import type { Module } from '#kernel/module.ts';
import type { Dataset } from '#kernel/open-data.ts';

interface Registered {
  dataset: Dataset;
  /** the function it belongs to: where that isn't open there is nothing to give */
  of: string | undefined;
}

let registered: readonly Registered[] = [];

export function openOpenData(modules: readonly Pick<Module, 'openData' | 'function'>[]): void {
  const all = modules.flatMap(({ openData = [], function: of }) => openData.map((dataset) => ({ dataset, of })));
  registered = [...all.filter(({ of }) => of !== undefined), ...all.filter(({ of }) => of === undefined)];
}

/** What this hub gives: first what functions are about, then what is common to them. */
export function datasetsOf(hub: Pick<Hub, 'rules'>): Dataset[] {
  return registered.flatMap(({ dataset, of }) => (of === undefined || isOpen(hub, of) ? [dataset] : []));
}

export function allDatasets(): Dataset[] {
  return registered.map(({ dataset }) => dataset);
}
