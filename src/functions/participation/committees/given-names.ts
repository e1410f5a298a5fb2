/** X13: names and contacts that committees asked for: of who applied for a seat, and of who wanted to observe a sitting. */
import { run } from '#kernel/database/dialect.ts';
import type { GivenName, GivenNames } from '#kernel/module.ts';
import { callPath, sittingPath } from './addresses.ts';
import { words } from './words.ts';

type Row = Omit<GivenName, 'what' | 'href' | 'until'> & { committee: string; place: string; number: number | null };

/** Needed until the seats are filled, or the sitting is over; at once after somebody has taken it back. */
const APPLICATION_IS_OVER = '(a.withdrawn_at is not null or c.settled_at is not null)';
const OBSERVING_IS_OVER = `(o.state = 'withdrawn' or s.cancelled_at is not null or s.ends_at < $2)`;

export const givenNames: GivenNames = {
  async of(db, { personId, lang, now }) {
    const rows = await run<Row>(
      db,
      `select a.id, a.name, a.sent_at as at, k.name as committee, c.id as place, null::int as number, ${APPLICATION_IS_OVER} as "mayForget"
       from committee_applications a join committee_calls c on c.hub_id = a.hub_id and c.id = a.call_id
       join committees k on k.hub_id = c.hub_id and k.id = c.committee_id
       where a.person_id = $1 and (a.name <> '' or a.contact <> '') and $2::timestamptz is not null
       union all
       select o.sitting_id, o.name, o.asked_at, k.name, s.id, s.number, ${OBSERVING_IS_OVER}
       from sitting_observers o join sittings s on s.hub_id = o.hub_id and s.id = o.sitting_id
       join committees k on k.hub_id = s.hub_id and k.id = s.committee_id
       where o.person_id = $1 and (o.name <> '' or o.contact <> '')`,
      [personId, now],
    );
    const w = words(lang).given;
    return rows.map(({ committee, place, number, ...row }) => ({
      ...row,
      what:
        number === null ? w.application(committee) : w.observing(`${committee} ${words(lang).show.sitting(number)}`),
      href: number === null ? callPath(place) : sittingPath(place),
      until: null,
    }));
  },
  async forget(db, { hubId, personId, id, now }) {
    const applied = await run(
      db,
      `update committee_applications a set name = '', contact = '' from committee_calls c
       where a.hub_id = $1 and a.person_id = $3 and a.id = $4 and c.hub_id = a.hub_id and c.id = a.call_id
         and ${APPLICATION_IS_OVER} and $2::timestamptz is not null returning a.id`,
      [hubId, now, personId, id],
    );
    const observed = await run(
      db,
      `update sitting_observers o set name = '', contact = '' from sittings s
       where o.hub_id = $1 and o.person_id = $3 and o.sitting_id = $4 and s.hub_id = o.hub_id and s.id = o.sitting_id
         and ${OBSERVING_IS_OVER} returning o.number`,
      [hubId, now, personId, id],
    );
    return applied.length + observed.length > 0;
  },
};
