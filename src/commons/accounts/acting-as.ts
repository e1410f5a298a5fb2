/** P1: a person speaks for themselves, or for an organisation in which they hold a role. Votes stay the person's own. */
import type { Reader } from '#kernel/context.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import { refuse } from './refusals.ts';

/**
 * From now on this session speaks for the organisation, or for the person itself (null).
 * @throws Refusal role-ended when the person holds no role there now, whatever the page showed
 */
export async function actAs(
  db: Db,
  hubId: number,
  reader: Pick<Reader, 'sessionId' | 'person'>,
  organisationId: string | null,
  now: Date,
): Promise<void> {
  if (organisationId === null) {
    await run(db, 'delete from auth.session_acting where hub_id = $1 and session_id = $2', [hubId, reader.sessionId]);
    return;
  }
  const done = await run(
    db,
    `insert into auth.session_acting (hub_id, session_id, organisation_id, since)
     select r.hub_id, $3, r.organisation_id, $5 from roles r
     where r.hub_id = $1 and r.person_id = $2 and r.organisation_id = $4 and (r.until is null or r.until > $5)
     on conflict (hub_id, session_id) do update set organisation_id = excluded.organisation_id, since = excluded.since
     returning session_id`,
    [hubId, reader.person.id, reader.sessionId, organisationId, now],
  );
  if (done.length === 0) throw refuse('role-ended', { field: 'actor' });
}
