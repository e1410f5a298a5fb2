import { afterAll, beforeAll, expect, test } from 'vitest';
import { defaultRules } from '#commons/hubs/index.ts';
import { run } from '#kernel/database/dialect.ts';
import { shortId } from '#kernel/ids.ts';
import { markupMistakes, openSite, type TestSite } from '#test/support/site.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { uploadedPicture } from '../homepages/homepages-for-tests.ts';
import { showcasePath } from './addresses.ts';
import { announceShowcase } from './announce.ts';
import { typedShowcase } from './stage-for-tests.ts';

let town: TestTown;
let site: TestSite;

beforeAll(async () => {
  town = await openTestTown({ ...defaultRules, open: [...defaultRules.open, 'registration', 'information'] });
  town.today('2026-10-10');
  site = await openSite(town);
});
afterAll(async () => {
  await site.close();
  await town.close();
});

test('F1.4, X10 a showcase has the picture of its event: on its page, in the list, in the files, for whoever shares it', async () => {
  const officer = await town.person('事務局');
  const host = town.as(officer, await town.organisation('body', 'センター', [[officer, 'representative']]));
  const { id, title } = await town.perform(host, announceShowcase, typedShowcase());
  const file = await uploadedPicture(town, host);
  const [{ event_id } = { event_id: '' }] = await town.rows<{ event_id: string }>('select event_id from showcases');
  const write = (sql: string, values: readonly unknown[]) =>
    town.hubwise.write(town.hub.id, (db) => run(db, sql, values));
  await write(
    `insert into attachments (hub_id, thing_kind, thing_id, file_id, place, label, person_id, at)
     values ($1, 'event', $2, $3, 1, '舞台に立つ5人', $4, $5)`,
    [town.hub.id, event_id, file, officer.person.id, town.now()],
  );
  const address = `/files/${shortId(file)}/`;
  const { body } = await site.get(showcasePath({ id, title }));
  expect(body).toContain(`<img src="${address}舞台に立つ5人.webp?w=960"`);
  expect(body).toMatch(new RegExp(`<meta property="og:image" content="https?://[^"]*${address}`));
  expect(body).toMatch(new RegExp(`"image":"https?://[^"]*${address}`));
  expect(await markupMistakes(body)).toEqual([]);
  const lists = ['/showcases', '/showcases.csv', '/showcases.json', '/showcases.atom'];
  const shown = async () => {
    const all = await Promise.all(lists.map(async (at) => (await site.fetch(at)).text()));
    return all.map((text) => text.includes(address));
  };
  expect(await shown()).toEqual(lists.map(() => true));
  await write('update town_events set hidden_at = $2 where hub_id = $1', [town.hub.id, town.now()]);
  expect(await shown()).toEqual(lists.map(() => false));
});
