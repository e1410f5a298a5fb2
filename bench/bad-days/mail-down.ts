/** The mail server is away while letters are written: they wait, the town goes on, and each leaves once when it is back. */
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { queueMail } from '#commons/letters/index.ts';
import { Hubwise } from '#kernel/database/database.ts';
import { uuidv7 } from '#kernel/ids.ts';
import type { BenchTown } from '../town.ts';
import { type BadDay, look, type Seen, startBeside, until } from './stage.ts';

const LETTERS = 5;
const BACK_MS = 120_000;

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
    server = await open(port);
    const left = await until(() => arrived.length >= LETTERS, BACK_MS);
    return {
      seen: `all ${LETTERS} letters were tried and waited: ${tried && waiting}; a page meanwhile: ${page?.status}; after the server was back ${arrived.length} arrived, each once: ${new Set(arrived).size === arrived.length}`,
      passed: tried && waiting && page?.status === 200 && left && new Set(arrived).size === arrived.length,
    };
  } finally {
    await minna.stop();
    if (server) await close(server);
  }
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
  done: 'the mail server is away while letters are written, and comes back',
  play,
};
