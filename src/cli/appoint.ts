/** `./minna appoint`: gives somebody who has signed up a role in an organisation, and names the hub's secretariat. Also beside a running town. */
import { parseArgs } from 'node:util';
import { type Appointment, AppointmentMistake, appoint, meansOf } from '#commons/accounts/index.ts';
import type { Hubwise } from '#kernel/database/database.ts';
import { run as runSql } from '#kernel/database/dialect.ts';
import { writeEvent } from '#kernel/event.ts';
import { notifyPayloads } from '#kernel/page-cache-listener.ts';
import { eventParts } from '../parts.ts';
import { SettingMistake, settingsFrom } from '../settings.ts';
import { CannotBe, hubNamed, type OperatorCall, operate } from './operator-call.ts';

const KINDS = ['group', 'business', 'division', 'body'] as const;
const ROLES = ['representative', 'editor', 'member'] as const;

const USAGE = `Usage: ./minna appoint EMAIL --organisation NAME --kind ${KINDS.join('|')}
         [--role ${ROLES.join('|')}] [--secretariat] [--hub KEY] [--data DIR]`;

interface Call extends OperatorCall {
  appointment: Appointment;
}

/** Resolves with the exit code, see `operate`. */
export function run(args: string[]): Promise<number> {
  return operate({ name: 'appoint', log: console.log, read: () => callFrom(args), work: carryOut });
}

/** @throws SettingMistake with a sentence for the operator */
export function callFrom(args: string[]): Call {
  const { values, positionals } = parse(args);
  const [email] = positionals;
  const kind = KINDS.find((one) => one === values.kind);
  const role = ROLES.find((one) => one === (values.role ?? 'representative'));
  const organisation = values.organisation?.trim() ?? '';
  const isWhole = email?.includes('@') && positionals.length === 1 && kind && role && organisation !== '';
  if (!isWhole || organisation.length > 80) throw new SettingMistake(USAGE);
  return {
    appointment: { email: email!, organisation, kind, role, secretariat: values.secretariat === true },
    hubKey: values.hub ?? null,
    settings: settingsFrom(values.data ? ['--data', values.data] : [], process.env),
  };
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        organisation: { type: 'string' },
        kind: { type: 'string' },
        role: { type: 'string' },
        secretariat: { type: 'boolean' },
        hub: { type: 'string' },
        data: { type: 'string' },
      },
    });
  } catch {
    throw new SettingMistake(USAGE);
  }
}

async function carryOut(hubwise: Hubwise, { appointment, hubKey, settings }: Call): Promise<number> {
  const hub = await hubNamed(hubwise, hubKey, settings.origin);
  const means = meansOf({ now: new Date() });
  const done = await hubwise
    .write(hub.id, async (db) => {
      const by = { hubId: hub.id, now: means.now, actorId: null, personId: null };
      const appointed = await appoint(db, hub, appointment, means, (event) => writeEvent(eventParts, db, by, event));
      const payloads = notifyPayloads(hub.id, appointed.tags);
      await Promise.all(payloads.map((payload) => runSql(db, "select pg_notify('minna_pages', $1)", [payload])));
      return appointed;
    })
    .catch((error: unknown) => {
      throw error instanceof AppointmentMistake ? new CannotBe(error.message) : error;
    });
  const { organisation, role, secretariat } = appointment;
  if (done.confirmedNow) console.log(`The address ${appointment.email} counts as confirmed from now on.`);
  console.log(`${done.person} is ${role} of ${organisation}${done.isNew ? ', which was registered now' : ''}.`);
  if (secretariat) console.log(`${organisation} is the secretariat of ${hub.name.ja} (within a minute on every page).`);
  return 0;
}
