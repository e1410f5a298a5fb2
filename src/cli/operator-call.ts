/** The frame of commands an operator types, also beside a running town: the call is read, the database opened and closed again. */
import { HubDirectory } from '#commons/hubs/index.ts';
import type { Hub } from '#kernel/context.ts';
import { Hubwise } from '#kernel/database/database.ts';
import { openDatabase } from '../database-access.ts';
import type { Settings } from '../settings.ts';

/** Said to the operator as it is. */
export class CannotBe extends Error {}

export interface OperatorCall {
  /** null: the first town */
  hubKey: string | null;
  settings: Settings;
}

interface Command<Call> {
  /** as the database's list of connections shows it */
  name: string;
  /** what the database tells while it opens: standard output is kept for answers unless said otherwise */
  log?: (line: string) => void;
  /** @throws Error with a sentence for the operator when the call itself is wrong */
  read: () => Call;
  /** Resolves with the exit code. @throws CannotBe */
  work: (hubwise: Hubwise, call: Call) => Promise<number>;
}

/** Resolves with the exit code: 1 when it can't be done, 2 when the call itself is wrong. */
export async function operate<Call extends OperatorCall>({
  name,
  log = console.error,
  read,
  work,
}: Command<Call>): Promise<number> {
  let call: Call;
  try {
    call = read();
  } catch (error) {
    console.error((error as Error).message);
    return 2;
  }
  const access = await openDatabase(call.settings, { log, join: true });
  const hubwise = new Hubwise({ connection: access.app, max: 2, applicationName: `minna ${name}`, onError: () => {} });
  try {
    return await work(hubwise, call);
  } catch (error) {
    if (!(error instanceof CannotBe)) throw error;
    console.error(error.message);
    return 1;
  } finally {
    await hubwise.close();
    await access.embedded?.stop();
  }
}

/** The town the operator names, the first when `key` is null; `origin`: MINNA_ORIGIN, for addresses in letters. @throws CannotBe */
export async function hubNamed(hubwise: Hubwise, key: string | null, origin: string | null = null): Promise<Hub> {
  const hubs = new HubDirectory(hubwise, origin);
  await hubs.load();
  const hub = key === null ? hubs.all()[0] : hubs.all().find((one) => one.key === key);
  if (hub) return hub;
  throw new CannotBe(
    key === null
      ? 'There is no town yet. Start it once: ./minna start'
      : `There is no hub "${key}". See ./minna hub list`,
  );
}
