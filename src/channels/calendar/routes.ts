/** X3: dates for calendar programs: everybody's, one thing's, and, by a secret address, those of what one follows. */
import { readDates } from '#commons/happenings/index.ts';
import { isUuid, parseRef } from '#kernel/ids.ts';
import { htmlLang } from '#kernel/lang.ts';
import { get, type Route } from '#kernel/module.ts';
import { refuse } from '#kernel/refusal.ts';
import type { Reply } from '#kernel/web/reply.ts';
import type { Visit } from '#kernel/web/visit.ts';
import { icsReply } from './ics.ts';
import { followedBy } from './queries.ts';
import { subscriptionPage } from './subscription.ts';
import { words } from './words.ts';

const DAY = 86_400_000;
/** What began so long ago stays in the file, so that it doesn't vanish from calendars the day after. */
const BACK_DAYS = 90;

/** The dates of one thing are few: they stay, or a calendar that subscribed to them would one day get an error. */
const EVER = new Date(0);

function frame({ hub, lang, now }: Visit) {
  return { origin: hub.origin, lang: htmlLang(lang), now };
}

function asked({ hub, lang, now }: Visit) {
  return { hub, lang, from: new Date(now.getTime() - BACK_DAYS * DAY) };
}

async function everybodys(visit: Visit): Promise<Reply> {
  const dates = await visit.read((db) => readDates(db, asked(visit)));
  return icsReply({ ...frame(visit), name: words(visit.lang).all(visit.hub.name[visit.lang]), dates });
}

async function ofThing(visit: Visit): Promise<Reply> {
  const thing = parseRef(visit.params.ref ?? '');
  if (!thing) throw refuse('not-found', { status: 404 });
  const dates = await visit.read((db) => readDates(db, { ...asked(visit), from: EVER, thing }));
  if (dates.length === 0) throw refuse('not-found', { status: 404 });
  return icsReply({ ...frame(visit), name: words(visit.lang).all(visit.hub.name[visit.lang]), dates });
}

/** Whoever holds the address: a calendar program signs in nowhere. */
async function own(visit: Visit): Promise<Reply> {
  const key = visit.params.key ?? '';
  const [followed, dates] = isUuid(key)
    ? await visit.read((db) => Promise.all([followedBy(db, key), readDates(db, asked(visit))]))
    : [null, []];
  if (!followed) throw refuse('not-found', { status: 404 });
  return icsReply({
    ...frame(visit),
    name: words(visit.lang).own(visit.hub.name[visit.lang]),
    dates: dates.filter(({ of }) => of.some((tag) => followed.has(tag.slice(tag.indexOf(':') + 1)))),
  });
}

export const routes: readonly Route[] = [
  get('/calendar.ics', 'public', ['X3'], everybodys),
  get('/calendar/subscription', 'public', ['X3'], subscriptionPage),
  get('/calendar/things/:ref', 'public', ['X3'], ofThing),
  get('/calendar/own/:key', 'public', ['X3'], own),
];
