/** P1: what a person holds in organisations, for those that would be left without a voice. */
import { type Db, run } from '#kernel/database/dialect.ts';
import type { HeldOffice } from './rules.ts';

/** Present roles in one hub; `db` must be bound to it. */
export function officesOf(db: Db, hubId: number, personId: string, now: Date): Promise<HeldOffice[]> {
  return run<HeldOffice>(
    db,
    `select o.id as "organisationId", o.name as organisation, r.role,
       (select count(*) from roles s where s.hub_id = r.hub_id and s.organisation_id = r.organisation_id
          and s.person_id <> r.person_id and s.role = 'representative' and (s.until is null or s.until > $3))::int as "otherRepresentatives"
     from roles r join actors o on o.hub_id = r.hub_id and o.id = r.organisation_id
     where r.hub_id = $1 and r.person_id = $2 and (r.until is null or r.until > $3) order by o.name, o.id`,
    [hubId, personId, now],
  );
}
