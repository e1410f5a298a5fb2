/** What refusals mean, made from the modules' manifests; and how events are written. */
import { hubWords } from '#commons/hubs/index.ts';
import type { Lang } from '#kernel/lang.ts';
import type { RefusalSentence } from '#kernel/module.ts';
import type { Refusal, RefusalItem } from '#kernel/refusal.ts';
import { constraintRefusal } from '#kernel/web/failure.ts';
import { modules } from './modules.ts';

export { eventParts } from './event-parts.ts';

const sentences = new Map<string, (lang: Lang) => Record<string, RefusalSentence>>([
  ['kernel', (lang) => hubWords(lang).refusals],
  ...modules.flatMap((module) => (module.refusals ? [[module.name, module.refusals] as const] : [])),
]);

/** The sentence of a refusal in the reader's language. */
export function sentence(lang: Lang, module: string, item: RefusalItem): string {
  const words = sentences.get(module)?.(lang)[item.code] ?? sentences.get('kernel')!(lang)[item.code];
  if (words === undefined) throw new Error(`no words for refusal ${module}/${item.code}`);
  return typeof words === 'string' ? words : words(item.facts ?? {});
}

const constraints = Object.fromEntries(
  modules.flatMap((module) =>
    Object.entries(module.constraints ?? {}).map(([name, meaning]) => [name, { module: module.name, ...meaning }]),
  ),
);

export function refusalOf(error: unknown): Refusal | null {
  return constraintRefusal(error, constraints);
}
