/**
 * An act: validated input, one transaction, its rows and its event together or not at all.
 * Everything that changes something goes through `perform`.
 */
import type { z } from 'zod';
import type { ActionContext, Actor, Hub, Reader } from './context.ts';
import type { Hubwise } from './database/database.ts';
import { type Db, run } from './database/dialect.ts';
import { type EventParts, writeEvent } from './event.ts';
import { inputRefusal } from './input.ts';
import type { Lang } from './lang.ts';
import { Refusal } from './refusal.ts';

export interface Action<Input, Output> {
  name: string;
  input: z.ZodType<Input>;
  run(ctx: ActionContext, input: Input): Promise<Output>;
  /** What of the answer is kept, and given when the same form comes again; all of it unless given. A secret is told once and kept nowhere. */
  kept?(output: Output): Output;
}

export function action<Input, Output>(definition: Action<Input, Output>): Action<Input, Output> {
  return definition;
}

export interface Caller {
  hub: Hub;
  reader: Reader;
  lang: Lang;
  now: Date;
  /** the form's own number: the same form sent twice is carried out once and answered alike */
  once?: string | undefined;
  /** of a program: its content, hashed; the same number with other content is refused */
  print?: string | undefined;
}

export interface PerformParts extends EventParts {
  hubwise: Pick<Hubwise, 'write'>;
  /** evict these tags here, before the answer leaves */
  evict(hubId: number, tags: readonly string[]): unknown;
  notifyPayloads(hubId: number, tags: readonly string[]): string[];
  /** a named constraint as the refusal it means */
  refusalOf(error: unknown): Refusal | null;
  onAct?(name: string, outcome: 'done' | 'refused' | 'failed'): void;
}

export type Perform = <Input, Output>(caller: Caller, act: Action<Input, Output>, input: unknown) => Promise<Output>;

/** Builds `perform`. Throws Refusal for an expected no; anything else is a fault. Output must be plain JSON when `once` is used. */
export function performer(parts: PerformParts): Perform {
  return async (caller, act, raw) => {
    const parsed = act.input.safeParse(raw);
    if (!parsed.success) {
      parts.onAct?.(act.name, 'refused');
      throw inputRefusal(parsed.error, raw);
    }
    const tags = new Set<string>();
    try {
      const result = await parts.hubwise.write(caller.hub.id, async (db) => {
        if (caller.once) {
          const earlier = await claimOnce(db, caller, act.name, caller.once);
          if (earlier) return earlier.result as Awaited<ReturnType<typeof act.run>>;
        }
        const output = await act.run(contextOf(parts, caller, db, tags), parsed.data);
        if (caller.once) {
          await run(db, 'update submissions set result = $3 where hub_id = $1 and key = $2', [
            caller.hub.id,
            caller.once,
            JSON.stringify((act.kept ? act.kept(output) : output) ?? null),
          ]);
        }
        if (tags.size > 0) {
          const payloads = parts.notifyPayloads(caller.hub.id, [...tags]);
          await Promise.all(payloads.map((payload) => run(db, "select pg_notify('minna_pages', $1)", [payload])));
        }
        return output;
      });
      if (tags.size > 0) await parts.evict(caller.hub.id, [...tags]);
      parts.onAct?.(act.name, 'done');
      return result;
    } catch (fault) {
      const error = fault instanceof Refusal ? fault : (parts.refusalOf(fault) ?? fault);
      parts.onAct?.(act.name, error instanceof Refusal ? 'refused' : 'failed');
      throw error;
    }
  };
}

async function claimOnce(db: Db, caller: Caller, act: string, key: string): Promise<{ result: unknown } | null> {
  const name = caller.print ? `${act} ${caller.print}` : act;
  const claimed = await run(
    db,
    `insert into submissions (hub_id, key, person_id, action, at) values ($1, $2, $3, $4, $5)
     on conflict (hub_id, key) do nothing returning key`,
    [caller.hub.id, key, caller.reader.person.id, name, caller.now],
  );
  if (claimed.length > 0) return null;
  const [earlier] = await run<{ person_id: string; action: string; result: unknown }>(
    db,
    'select person_id, action, result from submissions where hub_id = $1 and key = $2',
    [caller.hub.id, key],
  );
  const same = earlier && earlier.person_id === caller.reader.person.id && earlier.action === name;
  if (!same) throw new Refusal('kernel', [{ code: 'forged' }], 403);
  return { result: earlier.result };
}

function contextOf(parts: PerformParts, caller: Caller, db: Db, tags: Set<string>): ActionContext {
  const { reader } = caller;
  const person: Actor = reader.person;
  return {
    db,
    hub: caller.hub,
    reader,
    person,
    actor: reader.acting,
    lang: caller.lang,
    now: caller.now,
    newId: () => parts.newId(caller.now),
    randomId: () => parts.randomId(),
    record: async (event) => {
      for (const tag of event.tags) tags.add(tag);
      if (event.public) tags.add('activity');
      const by = { hubId: caller.hub.id, now: caller.now, actorId: event.as ?? reader.acting.id, personId: person.id };
      await writeEvent(parts, db, by, event);
    },
    job: async (name, payload, key) => {
      await run(db, 'select graphile_worker.add_job($1, $2::json, job_key => $3)', [
        name,
        JSON.stringify({ ...payload, hub: caller.hub.id, by: { actorId: reader.acting.id, personId: person.id } }),
        key ?? null,
      ]);
    },
  };
}
