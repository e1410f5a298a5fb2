/** F1.3 An act that the worker carries out for whoever asked: with the roles they have at that moment. */
import type { ActionContext, ActorKind, Reader, RoleName } from '#kernel/context.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import type { JobContext } from '#kernel/jobs.ts';

interface Held {
  id: string;
  kind: ActorKind;
  name: string;
  role: RoleName;
}

/** Null: nobody asked, or the person is gone. */
export async function actingFor(job: JobContext, db: Db): Promise<ActionContext | null> {
  const { hub, now, by } = job;
  if (!by) return null;
  const [[person], held] = await Promise.all([
    run<{ id: string; kind: ActorKind; name: string }>(db, 'select id, kind, name from actors where id = $1', [
      by.personId,
    ]),
    run<Held>(
      db,
      `select a.id, a.kind, a.name, r.role from roles r join actors a on a.hub_id = r.hub_id and a.id = r.organisation_id
       where r.person_id = $1 and (r.until is null or r.until > $2)`,
      [by.personId, now],
    ),
  ]);
  if (!person) return null;
  const roles = held.map(({ role, ...organisation }) => ({ role, organisation }));
  const acting = roles.find(({ organisation }) => organisation.id === by.actorId)?.organisation ?? person;
  const reader: Reader = { accountId: '', sessionId: '', person, acting, roles, level: 1 };
  return {
    db,
    hub,
    reader,
    person,
    actor: acting,
    lang: 'ja',
    now,
    newId: job.newId,
    randomId: job.randomId,
    // What was news elsewhere long ago is not told to followers as if it had happened now.
    record: (event) => job.record(db, { ...event, verb: event.verb.replace(/post-published$/, 'page-published') }),
    job: async () => {
      throw new TypeError('an act of the worker asks for no other work');
    },
  };
}
