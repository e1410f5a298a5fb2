/** One request as a handler sees it: who asks, in which hub and language, what was sent, and the ways to read and act. */
import type { IncomingMessage } from 'node:http';
import type { Action, Perform } from '../action.ts';
import type { Hub, Reader } from '../context.ts';
import type { Hubwise } from '../database/database.ts';
import type { Db } from '../database/dialect.ts';
import type { Reads } from '../database/replica.ts';
import type { Lang } from '../lang.ts';
import { Refusal, type RefusalItem, refuse } from '../refusal.ts';
import { type FormOptions, type FormValues, readForm } from './form-data.ts';
import type { OwnRead, PersonalPart } from './personal-parts.ts';
import { json, type Reply, seeOther } from './reply.ts';

export interface VisitParts {
  hub: Hub;
  lang: Lang;
  /** 'unseen': the page is made for every reader at once, see `Route.framed` */
  reader: Reader | null | 'unseen';
  request: IncomingMessage;
  url: URL;
  params: Record<string, string>;
  cookies: Map<string, string>;
  now: Date;
  requestId: string;
  peer: string;
  hubwise: Hubwise;
  /** where reads may be seconds old; absent: `hubwise` */
  reads?: Reads;
  perform: Perform;
  /** of a program: the number of what it sent, and what it was; a form brings its own number */
  sent?: { once: string; print: string };
  assets: Assets;
  sentence: (lang: Lang, module: string, item: RefusalItem) => string;
}

/** Addresses of the style sheet and the scripts, hashed by content. */
export interface Assets {
  css: string;
  icon: string;
  /** of what only some pages need */
  style?(name: string): string;
  island(name: string): string;
}

/** A refusal as a page shows it: sentences at their fields. */
export interface Problem {
  status: number;
  /** `on`: path of the page that has the field, where it isn't the one that says so */
  items: { field?: string; message: string; code: string; on?: string; items?: { id: string; text: string }[] }[];
}

export class Visit {
  readonly hub: Hub;
  readonly lang: Lang;
  readonly request: IncomingMessage;
  readonly url: URL;
  readonly params: Record<string, string>;
  readonly cookies: Map<string, string>;
  readonly now: Date;
  readonly requestId: string;
  /** client address for the limiter; never stored or logged */
  readonly peer: string;
  readonly hubwise: Hubwise;
  readonly assets: Assets;
  readonly #parts: VisitParts;
  readonly tags = new Set<string>();
  validUntil: Date | null = null;
  /** what of this page differs between readers, by number */
  readonly parts: PersonalPart[] = [];
  /** what those parts need to know of a reader */
  readonly ownReads: OwnRead<unknown>[] = [];
  #form: Promise<FormValues> | null = null;

  constructor(parts: VisitParts) {
    this.#parts = parts;
    this.hub = parts.hub;
    this.lang = parts.lang;
    this.request = parts.request;
    this.url = parts.url;
    this.params = parts.params;
    this.cookies = parts.cookies;
    this.now = parts.now;
    this.requestId = parts.requestId;
    this.peer = parts.peer;
    this.hubwise = parts.hubwise;
    this.assets = parts.assets;
  }

  get reader(): Reader | null {
    const { reader } = this.#parts;
    if (reader === 'unseen') throw new Error('a framed page looks at its reader in its personal parts only');
    return reader;
  }

  /** Declares a part of the page that differs between readers; its number is what `markOf` takes. */
  part<State>(part: PersonalPart<State>): number {
    return this.parts.push(part as PersonalPart) - 1;
  }

  /** Declares a read for the reader alone; its result is in the `own` that parts are given. */
  ownRead<T>(read: OwnRead<T>): OwnRead<T> {
    this.ownReads.push(read as OwnRead<unknown>);
    return read;
  }

  /** The signed-in reader, or the refusal that asks to sign in. */
  get signedIn(): Reader {
    if (!this.reader) throw refuse('sign-in', { status: 401 });
    return this.reader;
  }

  get wantsJson(): boolean {
    return (this.request.headers.accept ?? '').startsWith('application/json');
  }

  query(name: string): string {
    return this.url.searchParams.get(name) ?? '';
  }

  read<T>(work: (db: Db) => Promise<T>): Promise<T> {
    return (this.#parts.reads ?? this.hubwise).read(this.hub.id, work);
  }

  /** Names what this page depends on: it leaves the page cache when an event carries one of these tags. */
  tag(...tags: string[]): void {
    for (const tag of tags) this.tags.add(tag);
  }

  /** The page is wrong from `at` on, whatever happens (a round moves by the clock, 「あと12日」 by the day). */
  expiresAt(at: Date): void {
    if (!this.validUntil || at < this.validUntil) this.validUntil = at;
  }

  /** True once a handler has begun to read the form. */
  get formRead(): boolean {
    return this.#form !== null;
  }

  form(): Promise<FormValues> {
    this.#form ??= readForm(this.request);
    return this.#form;
  }

  /** The form with its files, taken as they come (on routes that stream). Acts after it know its fields and its number. */
  formWith<F>(options: FormOptions<F>): Promise<FormValues<F>> {
    const form = readForm<F>(this.request, options);
    this.#form = form as Promise<FormValues>;
    return form;
  }

  async perform<Input, Output>(act: Action<Input, Output>, input: unknown): Promise<Output> {
    const form = this.request.method === 'POST' && this.#form ? await this.#form : null;
    const once = form?.get('once');
    return this.#parts.perform(
      {
        hub: this.hub,
        reader: this.signedIn,
        lang: this.lang,
        now: this.now,
        once: once && /^[0-9a-f-]{36}$/.test(once) ? once : undefined,
        ...this.#parts.sent,
      },
      act,
      input,
    );
  }

  /**
   * Performs an act for a form: on success goes to `done`, on refusal shows `again` with the sentences at their fields (422),
   * or the same as JSON when the page's script asked.
   */
  async attempt<Input, Output>(
    act: Action<Input, Output>,
    input: unknown,
    ways: { done: (output: Output) => string | Reply; again: (problem: Problem) => Reply | Promise<Reply> },
  ): Promise<Reply> {
    try {
      const output = await this.perform(act, input);
      const next = ways.done(output);
      if (typeof next !== 'string') return next;
      return this.wantsJson ? json({ ok: true, location: next, result: output ?? null }) : seeOther(next);
    } catch (error) {
      if (!(error instanceof Refusal) || error.status === 401 || error.status === 404) throw error;
      const problem = this.problem(error);
      if (this.wantsJson) return problemJson(problem);
      const page = await ways.again(problem);
      return { ...page, status: problem.status };
    }
  }

  problem(refusal: Refusal): Problem {
    return {
      status: refusal.status,
      items: refusal.all.map((item) => ({
        ...(item.field ? { field: item.field } : {}),
        ...(item.items ? { items: item.items } : {}),
        code: item.code,
        message: this.#parts.sentence(this.lang, refusal.module, item),
      })),
    };
  }
}

/** RFC 9457 problem details with the same codes and sentences. */
export function problemJson(problem: Problem): Reply {
  const [first] = problem.items;
  return json(
    {
      type: `about:blank#${first?.code ?? 'problem'}`,
      title: first?.message ?? '',
      status: problem.status,
      errors: problem.items,
    },
    problem.status,
    'application/problem+json; charset=utf-8',
  );
}
