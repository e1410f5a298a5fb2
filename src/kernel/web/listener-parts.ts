/** What the listener is given by the composition root: the house's pages, and ways to know hub, session and time. */
import type { IncomingMessage } from 'node:http';
import type { Perform } from '../action.ts';
import type { Hub, Reader } from '../context.ts';
import type { Hubwise } from '../database/database.ts';
import type { Replica } from '../database/replica.ts';
import type { Lang } from '../lang.ts';
import type { Log } from '../log.ts';
import type { PageCache } from '../page-cache.ts';
import type { RefusalItem } from '../refusal.ts';
import type { FromReplica } from './from-replica.ts';
import type { OwnHosts } from './own-host.ts';
import type { Reply } from './reply.ts';
import type { Routes } from './router.ts';
import type { Assets, Problem, Visit, VisitParts } from './visit.ts';
import type { Served } from './writing.ts';

export interface SitePages {
  /** X11: no town has this host */
  noTown(assets: Pick<Assets, 'css' | 'icon'>): Reply;
  notFound(visit: Visit): Reply;
  wrongMethod(visit: Visit): Reply;
  /** X11: the town is served elsewhere now; `address` is where this page is there, null: something was sent */
  moved(visit: Visit, address: string | null): Reply;
  refused(visit: Visit, problem: Problem, values: Record<string, string>): Reply;
  away(visit: Visit, values: Record<string, string>): Reply;
  fault(visit: Visit, values: Record<string, string>): Reply;
  /** P9: the function this route belongs to isn't open in this hub */
  notOpen(visit: Visit, name: string): Promise<Reply> | Reply;
  /** the session ended while somebody was writing: keeps what was typed and asks to sign in */
  resume(
    visit: Visit,
    sent: { path: string; values: Record<string, string | string[]>; files?: boolean },
  ): Promise<Reply> | Reply;
}

/** What of a request is known before anybody asks who sent it. */
export type ProgramAsk = Omit<VisitParts, 'reader' | 'params' | 'sent' | 'cookies' | 'reads'> & {
  /** present where the answer may be seconds old */
  fromReplica?: FromReplica;
};

export interface ListenerParts {
  routes: Routes;
  hubByHost(host: string | undefined): Hub | null;
  /** hosts at which one thing of a hub is shown, asked before the hubs' own; absent: there are none */
  ownHosts?: OwnHosts;
  hubwise: Hubwise;
  /** where reads are sent that may be seconds old; absent: there is none */
  replica?: Replica | undefined;
  perform: Perform;
  cache: PageCache;
  readSession(token: string, hub: Hub, now: Date): Promise<Reader | null>;
  sentence(lang: Lang, module: string, item: RefusalItem): string;
  pages: SitePages;
  isOpen(hub: Hub, name: string): boolean;
  assets: Assets & { file(path: string): Served | undefined };
  now(): Date;
  newRequestId(): string;
  peerOf(request: IncomingMessage): string;
  /** false: too many requests from this address just now */
  admit(peer: string, now: Date): boolean;
  /** true while the disk is nearly full: reading goes on, nothing is accepted that couldn't be kept */
  diskLow?(): boolean;
  demo: boolean;
  log: Log;
  /** X8: answers programs below `PROGRAM_PATH`; cookies say nothing there. Absent: there is no such address */
  programs?: (ask: ProgramAsk) => Promise<{ reply: Reply; route: string }>;
  /** answers that belong to no hub: /healthz, /readyz, /metrics */
  operations(
    path: string,
    request: { remote: string; forwarded: boolean; authorization: string },
  ): Promise<Reply | null>;
  observe(route: string, status: number, seconds: number): void;
  /** told of whatever was answered well, kept pages among it: has to cost nothing */
  shown?(request: IncomingMessage, url: string): void;
}
