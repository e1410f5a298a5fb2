/** F9.9 Applications and observers: for the person itself and for whoever leads the committee, nobody else. */
import { type Db, run } from '#kernel/database/dialect.ts';

export interface Application {
  id: string;
  person_id: string;
  number: number;
  name: string;
  contact: string;
  body: string;
  withdrawn_at: Date | null;
  is_chosen: boolean | null;
}

const APPLICATION = 'id, person_id, number, name, contact, body, withdrawn_at, is_chosen';

/** Those that stand, in order of their numbers. */
export function applicationsTo(db: Db, callId: string): Promise<Application[]> {
  return run<Application>(
    db,
    `select ${APPLICATION} from committee_applications where call_id = $1 and withdrawn_at is null order by number`,
    [callId],
  );
}

export async function ownApplication(db: Db, callId: string, personId: string | null): Promise<Application | null> {
  const [row] = await run<Application>(
    db,
    `select ${APPLICATION} from committee_applications where call_id = $1 and person_id = $2`,
    [callId, personId],
  );
  return row ?? null;
}

/** What is public of a settled call: numbers alone. */
export function applicationNumbers(db: Db, callId: string): Promise<{ number: number; is_chosen: boolean | null }[]> {
  return run(
    db,
    'select number, is_chosen from committee_applications where call_id = $1 and withdrawn_at is null order by number',
    [callId],
  );
}

export type ObserverState = 'asked' | 'place' | 'waiting' | 'withdrawn';

export interface Observer {
  person_id: string;
  number: number;
  rank: number | null;
  name: string;
  contact: string;
  state: ObserverState;
}

/** Those that have not withdrawn: places first, then the waiting list in its order. */
export function observersOf(db: Db, sittingId: string): Promise<Observer[]> {
  return run<Observer>(
    db,
    `select person_id, number, rank, name, contact, state from sitting_observers
     where sitting_id = $1 and state <> 'withdrawn' order by state, rank, number`,
    [sittingId],
  );
}

export interface OwnPlace {
  state: Exclude<ObserverState, 'withdrawn'>;
  number: number;
  /** how many wait before this person */
  before: number;
}

export async function ownPlace(db: Db, sittingId: string, personId: string | null): Promise<OwnPlace | null> {
  const [row] = await run<OwnPlace>(
    db,
    `select o.state, o.number,
       (select count(*)::int from sitting_observers w where w.hub_id = o.hub_id and w.sitting_id = o.sitting_id
        and w.state = 'waiting' and w.rank < o.rank) as before
     from sitting_observers o where o.sitting_id = $1 and o.person_id = $2 and o.state <> 'withdrawn'`,
    [sittingId, personId],
  );
  return row ?? null;
}
