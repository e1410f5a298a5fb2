/** X11: the real web process over two towns, each at a host of its own, both full; asked as a browser asks, by host name. */
import { Agent, request } from 'node:http';
import pg from 'pg';
import { vi } from 'vitest';
import { openUnsubscribeKeys } from '#channels/mail/index.ts';
import { openJournal } from '#commons/journal/index.ts';
import { KEY } from '#commons/journal/sample-key.ts';
import { openReportKeys } from '#commons/moderation/report-key.ts';
import { openPrograms } from '#commons/programs/index.ts';
import { createLog } from '#kernel/log.ts';
import { startWeb } from '../../src/web.ts';
import { DEMO_NOW, demoDatabase } from './demo-database.ts';
import { makeTwin } from './twin-town.ts';

const SECRET = 'a secret for the two towns of the tests';
export const HINATA = 'hinata.example';
export const TONARI = 'tonari.example';

export interface Sent {
  host?: string;
  method?: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
}

export interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

export interface TwoTowns {
  port: number;
  /** bound by no policy */
  superuser: pg.Client;
  ask(path: string, sent?: Sent): Promise<Answer>;
  /** the session cookie of somebody of the cast, in the town at `host` */
  signIn(name: string, host: string): Promise<string>;
  /** lines of the log, as they are written */
  log: string[];
  close(): Promise<void>;
}

/** @param neighbour false: only the first town */
export async function openTwoTowns({ neighbour }: { neighbour: boolean }): Promise<TwoTowns> {
  const database = await demoDatabase(`http://${HINATA}`);
  const superuser = new pg.Client(database.superuser);
  await superuser.connect();
  if (neighbour) await makeTwin(superuser, `http://${TONARI}`);
  openJournal(KEY);
  openReportKeys(SECRET);
  openUnsubscribeKeys(SECRET);
  openPrograms({ secret: SECRET, allowsPrivate: false });
  const log: string[] = [];
  const web = await startWeb({
    app: database.app,
    port: 0,
    host: '127.0.0.1',
    origin: null,
    demo: true,
    secret: SECRET,
    trustedProxies: '',
    metricsToken: null,
    now: () => DEMO_NOW,
    log: createLog({
      level: 'debug',
      sink: {
        write(text, done) {
          log.push(text);
          done();
        },
        writeNow: (text) => void log.push(text),
      },
    }),
  });
  await vi.waitFor(async () => {
    if (!(await web.isReady())) throw new Error('not ready');
  });
  const port = Number(new URL(web.address).port);
  const agent = new Agent({ keepAlive: true, maxSockets: 8 });

  function ask(path: string, { host = HINATA, method = 'GET', headers: more = {}, body }: Sent = {}): Promise<Answer> {
    // As a browser writes what a link has in letters.
    const written = path.replace(/[^\x21-\x7e]+/gu, (letters) => encodeURIComponent(letters.toWellFormed()));
    return new Promise((resolve, reject) => {
      const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
      const headers = { host, origin: `http://${host}`, ...length, ...more };
      const outgoing = request({ agent, port, host: '127.0.0.1', method, path: written, headers }, (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('error', reject);
        answer.on('end', () =>
          resolve({ status: answer.statusCode!, headers: answer.headers, body: Buffer.concat(parts).toString() }),
        );
      });
      outgoing.on('error', reject);
      outgoing.end(body);
    });
  }

  return {
    port,
    superuser,
    ask,
    log,
    async signIn(name, host) {
      const cast = (await ask('/dev/cast')).body;
      const account = new RegExp(`${name}[\\s\\S]*?name="account" value="([0-9a-f-]{36})"`).exec(cast)![1]!;
      const answer = await ask('/dev/cast', {
        host,
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ account }).toString(),
      });
      return [answer.headers['set-cookie'] ?? []]
        .flat()
        .map((one) => one.split(';')[0])
        .join('; ');
    },
    async close() {
      agent.destroy();
      await web.stop();
      await superuser.end();
      await database.drop();
    },
  };
}
