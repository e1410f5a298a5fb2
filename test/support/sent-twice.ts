/** One form sent twice with its own number, as a press too many or a page loaded again does. */
import type { Action } from '#kernel/action.ts';
import type { Reader } from '#kernel/context.ts';
import { randomId } from '#kernel/ids.ts';
import type { TestTown } from './town.ts';

/** Both answers, and what the town keeps of the first. */
export async function sentTwice<I, O>(town: TestTown, reader: Reader, act: Action<I, O>, input: unknown) {
  const once = randomId();
  const first = await town.perform(reader, act, input, { once });
  const again = await town.perform(reader, act, input, { once });
  const kept = await town.rows('select result from submissions where key = $1', [once]);
  return { first, again, kept: JSON.stringify(kept) };
}
