/** F1.1, F1.4 The events of the demo town: announced by the groups themselves, once and again; full ones, waiting, called off, moved, counted. */
import { cancelEvent } from '#functions/information/events/cancel-event.ts';
import { changeEvent } from '#functions/information/events/change-event.ts';
import { createEvent } from '#functions/information/events/create-event.ts';
import { countAttendance } from '#functions/information/events/desk.ts';
import { type EventRow, lockedEvent } from '#functions/information/events/queries.ts';
import { typedEvent } from '#functions/information/events/typed-event.ts';
import type { Reader } from '#kernel/context.ts';
import { run } from '#kernel/database/dialect.ts';
import { addDays } from '#kernel/dates.ts';
import { uuidv7 } from '#kernel/ids.ts';
import type { DemoEvent } from './content/event-line.ts';
import { singleEvents } from './content/events.ts';
import { repeatingEvents } from './content/events-repeating.ts';
import { gridPoint } from './content/outline.ts';
import type { CastMember } from './content/types.ts';
import { byteStream, chance, idFor } from './seeded.ts';
import type { Story } from './story.ts';
import { hangEventPicture } from './tell-attachments.ts';
import { moment } from './timeline.ts';

export async function tellEvents(story: Story, cast: readonly CastMember[]): Promise<void> {
  const hosts = await groupsByName(story, cast);
  const told = new Map<string, { id: string; host: Reader }>();
  for (const [n, event] of [...repeatingEvents, ...singleEvents].entries()) {
    const host = hosts.get(event.host) ?? story.speaker(event.host);
    // Nobody announces what is over: each was announced before its first day.
    const when = moment(addDays(story.today, Math.min(event.day - 4, -1) - (n % 9)), 9 + (n % 10));
    const { id } = await story.tell(when, host, createEvent, typed(story, event));
    await hangEventPicture(story, when, host, { id, title: event.title });
    told.set(event.title, { id, host });
  }
  await tellRegistrations(story, cast);
  await tellTurns(story, told);
}

/** Somebody of the cast as the representative of each group that people of the cast registered. */
async function groupsByName(story: Story, cast: readonly CastMember[]): Promise<Map<string, Reader>> {
  const keys = new Map(cast.map(({ key }) => [idFor(`actor:${key}`), key]));
  const rows = await run<{ id: string; name: string; person_id: string }>(
    story.db,
    `select g.id, g.name, r.person_id from groups g join roles r on r.hub_id = g.hub_id and r.organisation_id = g.id
       and r.role = 'representative' and r.until is null where g.withdrawn_at is null order by g.id, r.person_id`,
    [],
  );
  const hosts = new Map<string, Reader>();
  for (const { id, name, person_id } of rows) {
    const key = keys.get(person_id);
    if (!key || hosts.has(name)) continue;
    const person = story.speaker(key);
    const organisation = { id, kind: 'group' as const, name };
    hosts.set(name, {
      ...person,
      acting: organisation,
      roles: [...person.roles, { organisation, role: 'representative' }],
    });
  }
  return hosts;
}

/** Days from today: the one written down, or the first of its weekday from then on, so that Sunday's market is on a Sunday. */
function dayOf({ today }: Story, { day, weekday }: DemoEvent): number {
  if (weekday === null) return day;
  const present = new Date(`${addDays(today, day)}T00:00:00Z`).getUTCDay();
  return day + ((weekday - present + 7) % 7);
}

function typed(story: Story, event: DemoEvent) {
  const { title, about, from, to, fee, tags, access, fields, repeat, count, capacity } = event;
  const date = addDays(story.today, dayOf(story, event));
  const [lat, lng] = event.grid ? gridPoint(event.grid) : ['', ''];
  const isOnline = access.includes('online') ? 'yes' : '';
  return {
    ...{ title, about, date, from, to, tags, access, fields, repeat: repeat || 'none', count, capacity },
    place: event.place === 'オンライン' ? '' : event.place,
    fee: fee === '0' ? '' : fee,
    ...{
      lat: String(lat),
      lng: String(lng),
      isOnline,
      onlineLink: isOnline && `https://room.example/${idFor(title).slice(0, 8)}`,
    },
    holidays: repeat === 'weekly' ? 'skip' : 'keep',
    takesRegistrations: capacity === '' ? '' : 'yes',
    companions: capacity === '' ? '' : '3',
    contact: '',
  };
}

const GUESTS = [
  'さとう',
  'たなか',
  'グエン',
  'やまもと',
  'こばやし',
  'リン',
  'いのうえ',
  'きむら',
  'シュレスタ',
  'まつだ',
  'はやし',
  'おかだ',
];

interface Filled {
  id: string;
  capacity: number;
  companions: number;
  starts_at: Date;
  ends_at: Date;
  published_at: Date;
  title: string;
}

/** Who registered: written down as a list, since some hundreds of letters would say nothing new. */
async function tellRegistrations(story: Story, cast: readonly CastMember[]): Promise<void> {
  const { db, hub, now } = story;
  const events = await run<Filled>(
    db,
    `select id, capacity, companions, starts_at, ends_at, published_at, title from town_events
     where takes_registrations and capacity is not null and starts_at between $1 and $2 order by starts_at, id`,
    [moment(addDays(story.today, -30), 0), moment(addDays(story.today, 33), 0)],
  );
  const people = cast.filter(({ kind }) => kind === 'person').map(({ key }) => story.actor(key).id);
  const random = byteStream('event-registrations');
  const rows: Record<string, unknown>[] = [];
  const sums: { id: string; taken: number; waiting: number; came: number }[] = [];
  for (const event of events) {
    const isOver = event.ends_at <= now;
    const isFull = chance(`${event.id}:full`) < 0.15;
    const wanted = isFull ? event.capacity + 6 : Math.floor(event.capacity * (0.2 + 0.6 * chance(`${event.id}:share`)));
    const sum = { id: event.id, taken: 0, waiting: 0, came: 0 };
    for (let n = 0; sum.taken + sum.waiting < wanted && n < 40; n += 1) {
      const asked = new Date(event.published_at.getTime() + (n + 1) * 1_800_000);
      if (asked >= now || asked >= event.starts_at) break;
      const companions = chance(`${event.id}:${n}:with`) < 0.25 ? 1 : 0;
      const isIn = sum.waiting === 0 && sum.taken + companions + 1 <= event.capacity;
      sum[isIn ? 'taken' : 'waiting'] += companions + 1;
      const came = isIn && isOver && chance(`${event.id}:${n}:came`) < 0.85;
      if (came) sum.came += companions + 1;
      const person = n % 3 === 0 ? people[(n * 7 + Math.floor(chance(event.id) * 50)) % people.length]! : null;
      const isKnown = person !== null && !rows.some((row) => row.event_id === event.id && row.person_id === person);
      rows.push({
        ...{ hub_id: hub.id, id: uuidv7(asked, random), event_id: event.id, way: isKnown ? 'account' : 'desk' },
        ...{ person_id: isKnown ? person : null, name: isKnown ? '' : GUESTS[(n * 5) % GUESTS.length], companions },
        ...{ ticket: idFor(`${event.id}:${n}:ticket`), check_code: idFor(`${event.id}:${n}:code`), asked_at: asked },
        ...{ confirmed_at: asked, admitted_at: isIn ? asked : null, checked_in_at: came ? event.starts_at : null },
      });
    }
    sums.push(sum);
  }
  await run(
    db,
    `insert into event_registrations (hub_id, id, event_id, way, person_id, name, companions, ticket, check_code, asked_at, confirmed_at,
       admitted_at, checked_in_at)
     select hub_id, id, event_id, way, person_id, name, companions, ticket, check_code, asked_at, confirmed_at, admitted_at, checked_in_at
     from jsonb_to_recordset($1::jsonb) as r (hub_id int, id uuid, event_id uuid, way text, person_id uuid, name text, companions int,
       ticket uuid, check_code uuid, asked_at timestamptz, confirmed_at timestamptz, admitted_at timestamptz, checked_in_at timestamptz)`,
    [JSON.stringify(rows)],
  );
  await run(
    db,
    `update town_events e set taken = s.taken, waiting = s.waiting, came = s.came
     from jsonb_to_recordset($2::jsonb) as s (id uuid, taken int, waiting int, came int) where e.hub_id = $1 and e.id = s.id`,
    [hub.id, JSON.stringify(sums)],
  );
}

type Told = ReadonlyMap<string, { id: string; host: Reader }>;

/** Some are called off, some moved; of some it was counted how many came. */
async function tellTurns(story: Story, told: Told): Promise<void> {
  const ago = (days: number, hours: number) => moment(addDays(story.today, -days), hours);
  const cancel = async (title: string, days: number, reason: string) => {
    const { id, host } = told.get(title)!;
    await story.tell(ago(days, 18), host, cancelEvent, { id, reason });
  };
  await cancel('川のごみを舟でひろう日', 1, '川の水が多く、舟を出せない見込みのため。次の機会をさがします。');
  await cancel('一日だけの本屋', 1, '会場の工事と重なったため。年が明けてから、もういちど計画します。');
  for (const [title, place, reason] of [
    ['やさしい日本語の書きかた', '市民活動センター 大会議室', '申し込みが多く、広い部屋に移ります。'],
    ['駅のまわりの段差しらべ', 'ひなた駅 北口広場', '南口が工事のため、集まる場所を変えます。'],
  ] as const) {
    const { id, host } = told.get(title)!;
    const event: EventRow = await lockedEvent(story.db, id);
    await story.tell(ago(1, 12), host, changeEvent, { ...typedEvent(event), id, of: event.version, place, reason });
  }
  for (const [title, attendance] of [
    ['世界のお茶の会', 34],
    ['歌とおはなしの夕べ', 97],
    ['芝生の補植', 38],
  ] as const) {
    const { id, host } = told.get(title)!;
    await story.tell(ago(1, 20), host, countAttendance, { id, attendance });
  }
}
