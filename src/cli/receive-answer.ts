/**
 * F7.3, `./minna receive-answer`: a mail server pipes what comes to MINNA_ANSWER_ADDRESS into this, one message a call. Also beside a running
 * town. Exit codes as mail servers read them: 0 done (also for what isn't ours), 75 try again later.
 */
import { parseArgs } from 'node:util';
import { readMessage } from '#channels/mail/index.ts';
import { HubDirectory } from '#commons/hubs/index.ts';
import { type AnswerOutcome, keyInAddress, takeAnswer } from '#functions/registration/circles/index.ts';
import { Hubwise } from '#kernel/database/database.ts';
import { uuidv7 } from '#kernel/ids.ts';
import '../happenings.ts';
import { openDatabase } from '../database-access.ts';
import { settingsFrom } from '../settings.ts';

/** What somebody writes stands at the front; what is attached to it may be of any size and isn't read. */
const MOST_BYTES = 4_000_000;
const TRY_AGAIN = 75;

export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { data: { type: 'string' }, recipient: { type: 'string' } } });
  const message = await standardInput();
  if (!answerFrom(message, values.recipient)) return 0;
  const settings = settingsFrom(values.data ? ['--data', values.data] : [], process.env);
  try {
    const access = await openDatabase(settings, { log: () => {}, join: true });
    const hubwise = new Hubwise({ connection: access.app, max: 1, applicationName: 'minna answer', onError: () => {} });
    try {
      await take(hubwise, { message, recipient: values.recipient, origin: settings.origin });
      return 0;
    } finally {
      await hubwise.close();
      await access.embedded?.stop();
    }
  } catch (error) {
    console.error(`The answer could not be kept: ${(error as Error).message}`);
    return TRY_AGAIN;
  }
}

/** Null for what a machine wrote, and for what came to an address without a key. */
function answerFrom(message: Buffer, recipient = '') {
  const { to, isAutomatic, ...rest } = readMessage(message, recipient);
  const key = to.map(keyInAddress).find((found) => found !== null);
  return isAutomatic || !key ? null : { key, ...rest };
}

interface Delivered {
  message: Buffer;
  recipient?: string | undefined;
  origin: string | null;
}

/** Hands the answer to the hub whose letter carries the key; of no hub: nothing. */
export async function take(
  hubwise: Hubwise,
  { message, recipient, origin }: Delivered,
  now = new Date(),
): Promise<AnswerOutcome> {
  const answer = answerFrom(message, recipient);
  if (!answer) return 'unknown';
  const directory = new HubDirectory(hubwise, origin);
  await directory.load();
  const outcomes = await Promise.all(
    directory
      .all()
      .map((hub) => hubwise.write(hub.id, (db) => takeAnswer({ db, hub, now, newId: () => uuidv7(now) }, answer))),
  );
  return outcomes.find((outcome) => outcome !== 'unknown') ?? 'unknown';
}

async function standardInput(): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of process.stdin) {
    size += (piece as Buffer).length;
    if (size <= MOST_BYTES) pieces.push(piece as Buffer);
  }
  return Buffer.concat(pieces);
}
