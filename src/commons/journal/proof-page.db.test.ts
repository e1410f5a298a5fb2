import { afterAll, beforeAll, expect, test } from 'vitest';
import { randomId } from '#kernel/ids.ts';
import { openSite, type TestSite } from '#test/support/site.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { openJournal } from './opened.ts';
import { KEY } from './sample-key.ts';
import { words } from './words.ts';

let town: TestTown;
let site: TestSite;
beforeAll(async () => {
  openJournal(KEY);
  town = await openTestTown();
  site = await openSite(town);
});
afterAll(async () => {
  await site.close();
  await town.close();
});

test('P6 of a thing that has no line of its own the page says so; the data are not there', async () => {
  // A statement before its first hand, a group that came in with a list: their pages lead here, too.
  const at = `/proofs/statement/${town.roundId}`;
  const page = await site.get(at);
  expect(page.status).toBe(200);
  expect(page.body).toContain(words('ja').proof.none);
  expect((await site.get(`${at}/proof.json`)).status).toBe(404);
  expect((await site.get('/proofs/statement/nothing')).status).toBe(404);
  expect((await site.get(`/proofs/NO/${randomId()}`)).status).toBe(404);
});
