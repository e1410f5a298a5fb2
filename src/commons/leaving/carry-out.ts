/**
 * X1: the day has come. In each town: what can be taken back is, act by act, if the person wanted that; then their data is erased in one
 * transaction. When no town knows them any more, the account goes. Idempotent, and begun again where a worker died over it.
 */
import { queueMail } from '#commons/letters/index.ts';
import type { ActionContext, Hub, Reader } from '#kernel/context.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import type { JobContext } from '#kernel/jobs.ts';
import type { Lang } from '#kernel/lang.ts';
import { Refusal } from '#kernel/refusal.ts';
import { eraseAccount } from './erase-account.ts';
import { erasePerson } from './erase-person.ts';
import { type Declaring, manifests } from './holdings.ts';
import { stoppedLetter } from './letters.ts';
import { officesOf } from './offices.ts';
import { type HeldOffice, leftWithoutVoice } from './rules.ts';
import { words } from './words.ts';

interface Due {
  account_id: string;
  asked_in: number;
  withdraws: boolean;
  email: string;
  lang: Lang;
}

interface Here {
  id: string;
  name: string;
}

const AT_ONCE = 20;

/** Regular work of each hub. */
export async function carryOutDepartures(job: JobContext): Promise<void> {
  const due = await job.hubwise.deployment((db) =>
    run<Due>(
      db,
      `select d.account_id, d.asked_in, d.withdraws, u.email, u.lang from auth.departures d join auth.users u on u.id = d.account_id
       where d.due_at <= $1 order by d.due_at limit ${AT_ONCE}`,
      [job.now],
    ),
  );
  if (due.length === 0) return;
  const declared = await manifests();
  const hubIds = await job.hubwise.deployment((db) => run<{ id: number }>(db, 'select id from hubs order by id'));
  for (const one of due) await carryOut(job, one, declared, hubIds);
}

async function carryOut(
  job: JobContext,
  due: Due,
  declared: readonly Declaring[],
  hubIds: readonly { id: number }[],
): Promise<void> {
  const towns = await Promise.all(hubIds.map(({ id }) => whereabouts(job, id, due.account_id)));
  const alone = towns.flatMap(({ offices }) => leftWithoutVoice(offices));
  if (alone.length > 0) return stop(job, due, towns.find(({ person }) => person)?.person?.name ?? '', alone);
  const here = towns.find(({ hubId }) => hubId === job.hub.id)?.person;
  if (here) await leaveTown(job, due, here, declared);
  const others = towns.some(({ hubId, person }) => person && hubId !== job.hub.id);
  if (!others) await job.hubwise.deployment((db) => eraseAccount(db, due.account_id, due.email));
}

/** Who the account is in a town, and what it holds there. */
async function whereabouts(
  { hubwise, now }: JobContext,
  hubId: number,
  accountId: string,
): Promise<{ hubId: number; person: Here | null; offices: HeldOffice[] }> {
  return hubwise.read(hubId, async (db) => {
    const [person] = await run<Here>(db, 'select id, name from actors where hub_id = $1 and account_id = $2', [
      hubId,
      accountId,
    ]);
    return { hubId, person: person ?? null, offices: person ? await officesOf(db, hubId, person.id, now) : [] };
  });
}

/** An organisation was left to this person alone meanwhile: nothing is erased, and they are told what to do. */
async function stop(job: JobContext, due: Due, name: string, alone: readonly HeldOffice[]): Promise<void> {
  if (due.asked_in !== job.hub.id) return;
  await job.hubwise.write(job.hub.id, async (db) => {
    const ended = await run(db, 'delete from auth.departures where account_id = $1 returning account_id', [
      due.account_id,
    ]);
    if (ended.length === 0) return;
    const organisations = alone.map(({ organisation }) => organisation).join('、');
    const letter = stoppedLetter(job.hub, due.lang, name, organisations);
    await queueMail(db, { hubId: job.hub.id, to: due.email, ...letter }, { now: job.now, newId: job.newId });
  });
}

async function leaveTown(job: JobContext, due: Due, here: Here, declared: readonly Declaring[]): Promise<void> {
  const { hub, hubwise, now } = job;
  if (due.withdraws) await takeEverythingBack(job, due, here, declared);
  const whose = { personId: here.id, accountId: due.account_id, email: due.email };
  await hubwise.write(hub.id, async (db) => {
    const erased = await erasePerson(db, { hubId: hub.id, now, whose, declared, ghostId: job.randomId() });
    if (!erased) return;
    await job.record(db, { verb: 'leaving.left', object: { kind: 'actor', id: here.id }, tags: [] });
  });
  // A name may stand on any page: all pages of the town are made anew.
  await job.invalidate(['hub']);
}

async function takeEverythingBack(
  job: JobContext,
  { account_id, lang }: Due,
  here: Here,
  declared: readonly Declaring[],
): Promise<void> {
  const person = { id: here.id, kind: 'person' as const, name: here.name };
  const reader: Reader = { accountId: account_id, sessionId: '', person, acting: person, roles: [], level: 2 };
  const { reason } = words('ja').departure;
  const touched = new Set<string>();
  for (const { leaving } of declared) {
    if (!leaving?.takesBack) continue;
    const { things, act } = leaving.takesBack;
    const ids = await job.hubwise.read(job.hub.id, (db) => things(db, here.id));
    for (const id of ids) {
      try {
        await job.hubwise.write(job.hub.id, (db) => act.run(contextOf(job, db, reader, lang, touched), { id, reason }));
      } catch (error) {
        // What can't be taken back any more stays, without its author's name.
        if (!(error instanceof Refusal)) throw error;
      }
    }
  }
  if (touched.size > 0) await job.invalidate([...touched]);
}

/** The person's own act, carried out for them: recorded under their actor, which is about to lose its name. */
function contextOf(job: JobContext, db: Db, reader: Reader, lang: Lang, touched: Set<string>): ActionContext {
  const hub: Hub = job.hub;
  return {
    db,
    hub,
    reader,
    person: reader.person,
    actor: reader.acting,
    lang,
    now: job.now,
    newId: job.newId,
    randomId: job.randomId,
    record: async (event) => {
      for (const tag of event.tags) touched.add(tag);
      await job.record(db, { ...event, as: event.as ?? reader.acting.id });
    },
    job: async (name, payload, key) => {
      await run(db, 'select graphile_worker.add_job($1, $2::json, job_key => $3)', [
        name,
        JSON.stringify({ ...payload, hub: hub.id, by: { actorId: reader.acting.id, personId: reader.person.id } }),
        key ?? null,
      ]);
    },
  };
}
