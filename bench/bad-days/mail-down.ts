/**
 * The mail server is away for a day while letters are written: they wait, the town goes on, and each leaves once, minutes after it is back. The day
 * itself isn't waited for: the letters' tries are set to where a day of them leads, from where the next would be hours away.
 */
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { SMTPServer } from 'smtp-server';
import { queueMail } from '#commons/letters/index.ts';
import { Hubwise } from '#kernel/database/database.ts';
import { uuidv7 } from '#kernel/ids.ts';
import type { BenchTown } from '../town.ts';
import { type BadDay, look, type Seen, startBeside, until } from './stage.ts';

const LETTERS = 5;
const BACK_MS = 300_000;
/** As many tries as a day of waiting makes, each wait longer than the one before, and how long the next one is. */
const A_DAY = { tries: 12, nextHours: 6 };

async function play(town: BenchTown): Promise<Seen> {
  const arrived: string[] = [];
  const open = (port: number) => {
    const server = new SMTPServer({
      disabledCommands: ['AUTH', 'STARTTLS'],
      onData(stream, session, done) {
        arrived.push(...session.envelope.rcptTo.map(({ address }) => address));
        stream.resume().on('end', () => done());
      },
    });
    return new Promise<SMTPServer>((resolve) => server.listen(port, '127.0.0.1', () => resolve(server)));
  };
  const close = (server: SMTPServer) => new Promise<void>((resolve) => server.close(() => resolve()));
  // A port that was free a moment ago, and at which nobody answers now.
  const before = await open(0);
  const { port } = before.server.address() as AddressInfo;
  await close(before);
  const minna = await startBeside(town, {
    MINNA_SMTP_URL: `smtp://127.0.0.1:${port}`,
    MINNA_MAIL_FROM: 'noreply@example.jp',
  });
  let server: SMTPServer | null = null;
  try {
    await writeLetters(town);
    const tried = await until(async () => {
      const [jobs] = await town.rows<{ count: number }>(
        `select count(*)::int as count from mails where sent_at is null and attempts > 0 and recipient like 'waiting-%'`,
      );
      return jobs!.count === LETTERS;
    }, BACK_MS);
    const page = await look(minna.port, '/proposals');
    const waiting = arrived.length === 0;
    await aDayLater(town);
    server = await open(port);
    const began = performance.now();
    const left = await until(() => arrived.length >= LETTERS, BACK_MS);
    const after = Math.round((performance.now() - began) / 1000);
    // A second copy would leave within the same turn.
    await pause(5_000);
    return {
      seen: `all ${LETTERS} letters were tried and waited: ${tried && waiting}; a page meanwhile: ${page?.status}; a day later the server was back, and after ${after} s ${arrived.length} had arrived, each once: ${new Set(arrived).size === arrived.length}`,
      passed: tried && waiting && page?.status === 200 && left && new Set(arrived).size === arrived.length,
    };
  } finally {
    await minna.stop();
    if (server) await close(server);
  }
}

async function aDayLater(town: BenchTown): Promise<void> {
  const { tries, nextHours } = A_DAY;
  const ours = `select 'mail.send:' || id from mails where recipient like 'waiting-%'`;
  await until(async () => {
    const moved = await town.rows(
      `update graphile_worker._private_jobs set attempts = $1, run_at = now() + make_interval(hours => $2)
       where key in (${ours}) and locked_at is null returning id`,
      [tries, nextHours],
    );
    return moved.length === LETTERS;
  }, BACK_MS);
}

async function writeLetters(town: BenchTown): Promise<void> {
  const { app } = town.server;
  const hubwise = new Hubwise({ connection: app, max: 1, applicationName: 'bench', onError: () => {} });
  try {
    const now = new Date();
    for (let at = 0; at < LETTERS; at += 1) {
      const letter = {
        hubId: 1,
        to: `waiting-${at}@example.jp`,
        subject: 'お知らせ',
        text: '夜のバスが1本ふえました。',
      };
      await hubwise.write(1, (db) => queueMail(db, letter, { now, newId: () => uuidv7(now) }));
    }
  } finally {
    await hubwise.close();
  }
}

export const mailDown: BadDay = {
  name: 'mail-down',
  done: 'the mail server is away for a day while letters are written, and comes back',
  play,
};
