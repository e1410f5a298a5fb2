/** X8: parts that many answers are described with to programs, and the check at the type level that they are what is given. */
import { z } from 'zod';

/**
 * What JSON makes a `Told` of: wherever that has a text, a moment may stand as well. Written where an answer is made
 * (`satisfies ToJson<z.output<typeof ANSWER>>`), so that the answer and its description cannot part.
 */
export type ToJson<Told> = Told extends string
  ? Told | Date
  : Told extends readonly (infer Item)[]
    ? readonly ToJson<Item>[]
    : Told extends object
      ? { [Key in keyof Told]: ToJson<Told[Key]> }
      : Told;

/** The same of what a schema describes. */
export type Told<Schema extends z.ZodType> = ToJson<z.output<Schema>>;

/** A moment as JSON gives it: ISO 8601 with its zone. */
export const MOMENT = z.iso.datetime({ offset: true });

/** YYYY-MM-DD, in Tokyo. */
export const DAY = z.iso.date();

export const LICENCE = z.string().meta({ description: 'The licence everything in this answer is under.' });

export const NAMED = z.object({ id: z.uuid(), name: z.string() });

export const ACTOR_KINDS = ['person', 'group', 'business', 'division', 'body'] as const;

/** An object that has some of these names, each with a value of the same sort. */
export function someOf<Name extends string, Value extends z.ZodType>(names: readonly Name[], value: Value) {
  return z.object(
    Object.fromEntries(names.map((name) => [name, value.optional()])) as Record<Name, z.ZodOptional<Value>>,
  );
}
