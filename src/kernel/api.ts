/**
 * X8: what programs may do and read, said once in each module's manifest (`api.ts` beside its `routes.ts`): the same acts and reads as its
 * pages, under the same nouns below /api/v1. The document for programs is made from these, never written.
 */
import { Readable } from 'node:stream';
import { z } from 'zod';
import type { Action } from './action.ts';
import { isUuid, parseRef } from './ids.ts';
import { readInput } from './input.ts';
import type { Route } from './module.ts';
import { refuse } from './refusal.ts';
import type { Reply } from './web/reply.ts';
import type { Visit } from './web/visit.ts';

export interface ApiOperation {
  method: 'GET' | 'POST';
  /** below /api/v1; parameters as in `Route.path`, each an id or a ref but `:key` and `:name` */
  path: string;
  /** the operation's name, unlike any other: of an act its own, `module.verb-noun`; of a read `module:noun` */
  name: string;
  /** `person`: with a token that carries `scope` */
  access: 'public' | 'person';
  scope: string | null;
  kind: 'act' | 'thing' | 'list';
  /** what the body has to hold, without what the path says */
  body?: z.ZodType;
  /** fields of `body` that the path, or the operation itself, says already */
  bound: readonly string[];
  query?: z.ZodObject;
  /** what is answered; of a list: one item. Absent: the act gives nothing */
  answer?: z.ZodType;
  run(visit: Visit, sent: Record<string, unknown>): Promise<unknown>;
  /** the body is a form with files (multipart/form-data), read as it comes */
  streams?: true;
  /** address of the pages that gives the same */
  copies?: string;
  /** from the module's manifest, see `inFunction` */
  function?: string;
}

interface ActOptions {
  /** field → value this address stands for */
  fixed?: Record<string, unknown>;
  /** where one act has several addresses, the name of this one */
  name?: string;
}

/** What an act gives is described to programs, and what is described is given. */
type Described<Output, Answer extends z.ZodType> = Answer & (Output extends z.input<Answer> ? unknown : never);

/** A moment; programs are given it in UTC. */
export const WHEN = z.date();

/** Who said or did something. */
export const ACTOR = { actorId: z.uuid(), actorKind: z.string(), actorName: z.string() };

/** What most acts give that make something. */
export const MADE = z.object({ id: z.uuid() });

/** What an act gives, by its fields. */
export function gives<Shape extends z.ZodRawShape>(shape: Shape) {
  return { answer: z.object(shape) };
}

/** An act of the pages. `binds`: parameter of the path → field of the act's input. */
export function act<Input, Output, Answer extends z.ZodType>(
  path: string,
  does: Action<Input, Output>,
  binds: Readonly<Record<string, string>>,
  options: ActOptions & { answer: Described<Output, Answer> },
): ApiOperation;
export function act<Input>(
  path: string,
  does: Action<Input, void> | Action<Input, null>,
  binds?: Readonly<Record<string, string>>,
  options?: ActOptions & { answer?: undefined },
): ApiOperation;
export function act<Input, Output>(
  path: string,
  does: Action<Input, Output>,
  binds: Readonly<Record<string, string>> = {},
  { fixed = {}, name = does.name, answer }: ActOptions & { answer?: z.ZodType } = {},
): ApiOperation {
  return {
    method: 'POST',
    path,
    name,
    access: 'person',
    scope: null,
    kind: 'act',
    body: does.input,
    bound: [...Object.values(binds), ...Object.keys(fixed)],
    ...(answer ? { answer } : {}),
    run: (visit, sent) => visit.perform(does, { ...sent, ...fixed, ...boundBy(visit, binds) }),
  };
}

/** Something done that isn't an act of one transaction. */
export function deed<Body extends z.ZodType>(
  path: string,
  does: { name: string; body: Body; answer?: z.ZodType; run(visit: Visit, sent: z.output<Body>): Promise<unknown> },
): ApiOperation {
  const { name, body, answer } = does;
  return {
    method: 'POST',
    path,
    name,
    access: 'person',
    scope: null,
    kind: 'act',
    body,
    bound: [],
    ...(answer ? { answer } : {}),
    run: async (visit, sent) => does.run(visit, readInput(body, sent)),
  };
}

/** These need a token with this scope. */
export function within(scope: string, operations: readonly ApiOperation[]): ApiOperation[] {
  return operations.map((operation) => own(scope, operation));
}

/** One thing everybody may read; null: there is none that this reader may see. */
export function thing<Answer extends z.ZodType>(
  path: string,
  name: string,
  answer: Answer,
  read: (visit: Visit) => Promise<z.input<Answer> | null>,
): ApiOperation {
  return {
    method: 'GET',
    path,
    name,
    access: 'public',
    scope: null,
    kind: 'thing',
    bound: [],
    answer,
    async run(visit) {
      const found = await read(visit);
      if (found === null) throw refuse('not-found', { status: 404 });
      return found;
    },
  };
}

type CamelKey<Key extends string> = Key extends `${infer Head}_${infer Tail}`
  ? `${Head}${Capitalize<CamelKey<Tail>>}`
  : Key;

/** A row with the names programs are given: `said_at` becomes `saidAt`, all the way down. */
export type Camelled<Row> = Row extends Date
  ? Date
  : Row extends readonly (infer Item)[]
    ? Camelled<Item>[]
    : Row extends object
      ? { [Key in keyof Row as Key extends string ? CamelKey<Key> : Key]: Camelled<Row[Key]> }
      : Row;

export function camelled<Row>(row: Row): Camelled<Row> {
  if (Array.isArray(row)) return row.map(camelled) as Camelled<Row>;
  if (typeof row !== 'object' || row === null || row instanceof Date) return row as Camelled<Row>;
  return Object.fromEntries(
    Object.entries(row).map(([key, value]) => [
      key.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase()),
      camelled(value),
    ]),
  ) as Camelled<Row>;
}

/** Where a page of a list begins and how long it is. */
export interface Keyset {
  /** the `next` of the page before; null: the first page */
  after: string | null;
  limit: number;
}

export interface KeysetPage<Item> {
  items: Item[];
  /** key of the page after this one; null: this is the last */
  next: string | null;
}

/** A list everybody may read, page by page. `query`: what it can be narrowed by, texts as in the address of its page. */
export function list<Item extends z.ZodType>(
  path: string,
  name: string,
  item: Item,
  read: (visit: Visit, keyset: Keyset) => Promise<KeysetPage<z.input<Item>>>,
  query?: z.ZodObject,
): ApiOperation {
  return {
    method: 'GET',
    path,
    name,
    access: 'public',
    scope: null,
    kind: 'list',
    bound: [],
    answer: item,
    ...(query ? { query } : {}),
    run: (visit) => read(visit, keysetOf(visit)),
  };
}

/** What an address of the pages gives as JSON already, whole: the same handler answers. */
export function copied(path: string, name: string, [routes, from]: Copied, answer: z.ZodType): ApiOperation {
  const route = routeAt(routes, from);
  const run = async (visit: Visit) => jsonIn(await route.handle(visit));
  return { ...thing(path, name, answer, async () => null), copies: from, run };
}

/** The `items` such an address gives, page by page; for lists that are never long. */
export function copiedList<Item extends z.ZodType>(
  path: string,
  name: string,
  [routes, from]: Copied,
  item: Item,
): ApiOperation {
  const route = routeAt(routes, from);
  const listed = list(path, name, item, async (visit, keyset) => {
    const { items } = (await jsonIn(await route.handle(visit))) as { items: { id: string }[] };
    return slice(items, keyset) as KeysetPage<z.input<Item>>;
  });
  return { ...listed, copies: from };
}

/** A module's routes, and the path of one of them. */
type Copied = readonly [routes: readonly Route[], from: string];

function routeAt(routes: readonly Route[], path: string): Route {
  const found = routes.find((route) => route.method === 'GET' && route.path === path);
  if (!found) throw new Error(`there is no page ${path} to copy`);
  return found;
}

async function jsonIn({ body }: Reply): Promise<unknown> {
  if (typeof body === 'string') return JSON.parse(body);
  const chunks: Buffer[] = [];
  if (body instanceof Readable) for await (const chunk of body) chunks.push(Buffer.from(chunk));
  return JSON.parse((Buffer.isBuffer(body) ? body : Buffer.concat(chunks)).toString('utf8'));
}

/** What only the person itself may read. */
export function own(scope: string, operation: ApiOperation): ApiOperation {
  return { ...operation, access: 'person', scope };
}

const MOST_ITEMS = 200;
const ITEMS = 50;

function keysetOf(visit: Visit): Keyset {
  const after = visit.query('after');
  const asked = visit.query('limit');
  if (asked !== '' && !/^[1-9]\d{0,2}$/.test(asked))
    throw refuse('not-a-number', { field: 'limit', status: 400, facts: { min: 1, max: MOST_ITEMS } });
  return { after: after === '' ? null : after, limit: asked === '' ? ITEMS : Math.min(Number(asked), MOST_ITEMS) };
}

/** The key as an id. @throws Refusal for what no page of this API gave */
export function idKey(after: string | null): string | null {
  if (after !== null && !isUuid(after)) throw refuse('not-a-choice', { field: 'after', status: 400 });
  return after;
}

/** Rows of a keyset page as programs are given them. */
export function paged<Row extends { id: string }>(rows: readonly Row[], more: boolean): KeysetPage<Camelled<Row>> {
  return { items: rows.map((row) => camelled(row)), next: more ? rows.at(-1)!.id : null };
}

/** A page of a list that is short enough to be read whole. @throws Refusal for a key that no item of it has (any more) */
export function slice<Item extends { id: string }>(items: readonly Item[], { after, limit }: Keyset): KeysetPage<Item> {
  const from = after === null ? 0 : items.findIndex(({ id }) => id === after) + 1;
  // Beginning anew would lead whoever follows the pages round in a circle.
  if (after !== null && from === 0) throw refuse('not-a-choice', { field: 'after', status: 400 });
  const shown = items.slice(from, from + limit);
  return { items: shown, next: from + limit < items.length ? shown.at(-1)!.id : null };
}

/** The id a parameter of the path names, as UUID or as ref. @throws Refusal not-found */
export function idIn(visit: Visit, name: string): string {
  const said = visit.params[name] ?? '';
  const id = isUuid(said) ? said : parseRef(said);
  if (!id) throw refuse('not-found', { status: 404 });
  return id;
}

/** Parameters that are words, not ids. */
const WORDS = new Set(['key', 'name']);

function boundBy(visit: Visit, binds: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(binds).map(([name, field]) => [
      field,
      WORDS.has(name) ? (visit.params[name] ?? '') : idIn(visit, name),
    ]),
  );
}
