import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { defaultRules } from '#commons/hubs/index.ts';
import { moderatedKind } from '#commons/moderation/kinds.ts';
import { followAll } from '#commons/search/search-for-tests.ts';
import { run } from '#kernel/database/dialect.ts';
import { shortId } from '#kernel/ids.ts';
import { markupMistakes, openSite, type TestSite } from '#test/support/site.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { foundWorkshop, uploadedPicture, type Workshop } from '../homepages/homepages-for-tests.ts';
import { eventPath } from './addresses.ts';
import { createEvent } from './create-event.ts';
import { typedNewEvent } from './events-for-tests.ts';
import { setPicture, takePictureOff } from './picture.ts';
import './reportable.ts';

let town: TestTown;
let site: TestSite;
let shop: Workshop;
let event: { id: string; title: string };
let file: string;

beforeAll(async () => {
  town = await openTestTown({ ...defaultRules, open: [...defaultRules.open, 'registration', 'information'] });
  town.today('2026-11-10');
  site = await openSite(town);
  shop = await foundWorkshop(town, '川辺の会', 'kawabe');
  event = { id: (await town.perform(shop.toku, createEvent, typedNewEvent({ capacity: '10' }))).id, title: '川の会' };
  await town.perform(shop.toku, createEvent, typedNewEvent({ title: '絵のない日', capacity: '10' }));
  file = await uploadedPicture(town, shop.toku);
  await town.perform(shop.toku, setPicture, { id: event.id, fileId: file, label: '岸で草を刈る4人' });
  await followAll(town);
});
afterAll(async () => {
  await site.close();
  await town.close();
});

const LISTS = [
  '/events',
  '/activities?kind=event',
  '/activities/timeline?kind=event',
  '/search?q=川を歩いて&kind=event',
];
const FILES = [
  '/events.csv',
  '/events.json',
  '/events.atom',
  '/activities.csv',
  '/activities.json',
  '/activities.atom',
];
const pictures = (body: string) => body.match(/<img class="list-picture"[^>]*>/g) ?? [];

async function everywhere(): Promise<number[]> {
  const shown = await Promise.all(LISTS.map(async (at) => pictures((await site.get(encodeURI(at))).body).length));
  const given = await Promise.all(
    FILES.map(async (at) => (await (await site.fetch(at)).text()).split(`/files/${shortId(file)}/`).length - 1),
  );
  return [...shown, ...given];
}
const none = [...LISTS, ...FILES].map(() => 0);
const one = none.map(() => 1);

describe('F1.1, X10 the picture of an event where events are listed', () => {
  test('stands small beside its title in every list, and its address in every file of the list', async () => {
    expect(await everywhere()).toEqual(one);
    const { body } = await site.get('/events');
    const [picture] = pictures(body);
    expect(picture).toContain(`src="/files/${shortId(file)}/岸で草を刈る4人.webp?w=320"`);
    expect(picture).toContain('width="320" height="240" alt="岸で草を刈る4人" loading="lazy"');
    expect(await markupMistakes(body)).toEqual([]);
  });

  test('is what sharing and search engines are shown', async () => {
    const { body } = await site.get(encodeURI(eventPath(event)));
    const address = `/files/${shortId(file)}/${encodeURIComponent('岸で草を刈る4人')}.webp`;
    expect(body).toMatch(new RegExp(`<meta property="og:image" content="https?://[^"]*${address}\\?w=1200">`));
    expect(body).toContain('<meta property="og:image:alt" content="岸で草を刈る4人">');
    expect(body).toMatch(new RegExp(`"image":"https?://[^"]*${address}"`));
  });

  test('is not read out where its words are those of the title', async () => {
    await town.perform(shop.toku, setPicture, { id: event.id, fileId: file, label: '川の会' });
    expect(pictures((await site.get('/events')).body)[0]).toContain('alt=""');
  });

  test('is gone everywhere with what is hidden, and back with it; and once it is taken off', async () => {
    const hide = (at: Date | null) =>
      town.hubwise.write(town.hub.id, (db) => moderatedKind('event')!.setHidden(db, town.hub.id, event.id, at));
    await hide(town.now());
    expect(await everywhere()).toEqual(none);
    expect((await site.get(encodeURI(eventPath(event)))).body).not.toContain(shortId(file));
    await hide(null);
    expect(await everywhere()).toEqual(one);
    await town.perform(shop.toku, takePictureOff, { id: event.id });
    expect(await everywhere()).toEqual(none);
  });

  test('a group has the one at the head of its homepage, once something is published there', async () => {
    const head = await uploadedPicture(town, shop.toku);
    const write = (sql: string, values: readonly unknown[]) =>
      town.hubwise.write(town.hub.id, (db) => run(db, sql, values));
    await write(
      `insert into attachments (hub_id, thing_kind, thing_id, file_id, place, label, person_id, at)
       values ($1, 'site', $2, $3, 1, '川と橋', $4, $5)`,
      [town.hub.id, shop.siteId, head, shop.toku.person.id, town.now()],
    );
    const shown = async () =>
      pictures((await site.get('/groups')).body + (await site.get('/activities?kind=group')).body);
    expect(await shown()).toEqual([]);
    await write('update site_pages set shown_version = 1, shown_at = made_at where hub_id = $1 and id = $2', [
      town.hub.id,
      shop.pageIds[0],
    ]);
    expect(await shown()).toHaveLength(2);
    await write('update sites set hidden_at = $2 where hub_id = $1', [town.hub.id, town.now()]);
    expect(await shown()).toEqual([]);
  });
});
