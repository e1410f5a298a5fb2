/** What web and worker share: how events are written and what refusals mean, made from the modules' manifests. */
import { randomBytes } from 'node:crypto';
import { hubWords } from '#commons/hubs/index.ts';
import { commit } from '#commons/journal/commitment.ts';
import type { EventParts } from '#kernel/event.ts';
import { randomId, uuidv7 } from '#kernel/ids.ts';
import type { Lang } from '#kernel/lang.ts';
import type { RefusalSentence } from '#kernel/module.ts';
import type { Refusal, RefusalItem } from '#kernel/refusal.ts';
import { constraintRefusal } from '#kernel/web/failure.ts';
import { modules } from './modules.ts';

export const eventParts: EventParts = {
  newId: (now) => uuidv7(now),
  randomId,
  randomSalt: () => randomBytes(32),
  commit: ({ salt, actorId, part, content }) => commit({ salt, actor: actorId, part, content: content as never }),
};

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
