/**
 * X3, `./minna receive-bounce`: a mail server pipes what comes back to MINNA_BOUNCE_ADDRESS into this, one message a call. Also beside a running
 * town. Exit codes as mail servers read them: 0 done (also for what isn't ours), 75 try again later.
 */
import { parseArgs } from 'node:util';
import { noteBounce, readDeliveryReport } from '#channels/mail/index.ts';
import { Hubwise } from '#kernel/database/database.ts';
import { run as runSql } from '#kernel/database/dialect.ts';
import { uuidv7 } from '#kernel/ids.ts';
import '../happenings.ts';
import { openDatabase } from '../database-access.ts';
import { settingsFrom } from '../settings.ts';

const MOST_BYTES = 2_000_000;
const TRY_AGAIN = 75;

export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { data: { type: 'string' }, recipient: { type: 'string' } },
  });
  const report = readDeliveryReport(await standardInput(), values.recipient);
  if (!report?.mailId || !report.isFailure) return 0;
  const settings = settingsFrom(values.data ? ['--data', values.data] : [], process.env);
  try {
    const access = await openDatabase(settings, { log: () => {}, join: true });
    const hubwise = new Hubwise({ connection: access.app, max: 1, applicationName: 'minna bounce', onError: () => {} });
    try {
      await take(hubwise, report.mailId, report.status);
      return 0;
    } finally {
      await hubwise.close();
      await access.embedded?.stop();
    }
  } catch (error) {
    console.error(`The report could not be kept: ${(error as Error).message}`);
    return TRY_AGAIN;
  }
}

/** Notes the report with the hub that sent the letter; nothing for a letter that was forgotten. */
export async function take(hubwise: Hubwise, mailId: string, status: string, now = new Date()): Promise<void> {
  const [mail] = await hubwise.deployment((db) =>
    runSql<{ hub_id: number }>(db, 'select hub_id from mails where id = $1', [mailId]),
  );
  if (!mail) return;
  const means = { now, newId: () => uuidv7(now) };
  await hubwise.write(mail.hub_id, (db) => noteBounce(db, { id: mail.hub_id }, mailId, status, means));
}

async function standardInput(): Promise<string> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of process.stdin) {
    size += (piece as Buffer).length;
    // A report stands at the front; the returned letter behind it may be of any size.
    if (size <= MOST_BYTES) pieces.push(piece as Buffer);
  }
  return Buffer.concat(pieces).toString('utf8');
}
