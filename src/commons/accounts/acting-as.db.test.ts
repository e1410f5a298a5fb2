import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor, Hub, Reader } from '#kernel/context.ts';
import { run } from '#kernel/database/dialect.ts';
import { uuidv7 } from '#kernel/ids.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { openTestAccounts, refusalOf, type TestAccounts } from './accounts-for-tests.ts';
import { actAs } from './acting-as.ts';

let town: TestTown;
let box: TestAccounts;
let token: string;
let reader: Reader;
let group: Actor;
beforeAll(async () => {
  town = await openTestTown();
  box = openTestAccounts(town);
  await box.signUp('toku@hinata.example', 'とくさん');
  token = await box.signIn('toku@hinata.example');
  reader = (await box.reader(token))!;
  group = await town.organisation('group', 'ひなた市自治会連合会', [[reader, 'representative']]);
});
afterAll(() => town.close());

const as = (organisationId: string | null, hub: Hub = town.hub) =>
  town.hubwise.write(hub.id, (db) => actAs(db, hub.id, reader, organisationId, town.now()));
const endRole = (until: Date | null) =>
  town.hubwise.write(town.hub.id, (db) =>
    run(db, 'update roles set until = $2 where person_id = $1', [reader.person.id, until]),
  );

test('a session speaks for an organisation, and for the person again; other sessions don’t change', async () => {
  const other = await box.signIn('toku@hinata.example');
  await as(group.id);
  const now = await box.reader(token);
  expect(now).toMatchObject({
    acting: group,
    person: reader.person,
    roles: [{ organisation: group, role: 'representative' }],
  });
  expect((await box.reader(other))?.acting).toEqual(reader.person);
  await as(null);
  expect((await box.reader(token))?.acting).toEqual(reader.person);
});

test('with the end of the role, the session speaks for the person at once, and can’t be turned back', async () => {
  await as(group.id);
  await endRole(town.now());
  expect(await box.reader(token)).toMatchObject({ acting: reader.person, roles: [] });
  expect(await refusalOf(as(group.id))).toBe('role-ended');
  await endRole(new Date(town.now().getTime() + 86_400_000));
  expect((await box.reader(token))?.acting).toEqual(group);
  await endRole(null);
  await as(null);
});

test('nobody speaks for an organisation without a role in it, or for one of another hub', async () => {
  const stranger = await town.organisation('business', '木下製材所');
  expect(await refusalOf(as(stranger.id))).toBe('role-ended');
  const elsewhere = uuidv7(town.now());
  await town.hubwise.write(town.neighbour.id, (db) =>
    run(db, "insert into actors (hub_id, id, kind, name, created_at) values ($1, $2, 'group', 'となりの会', $3)", [
      town.neighbour.id,
      elsewhere,
      town.now(),
    ]),
  );
  expect(await refusalOf(as(elsewhere))).toBe('role-ended');
  expect(await refusalOf(as(group.id, town.neighbour))).toBe('role-ended');
  expect((await box.reader(token))?.acting).toEqual(reader.person);
});

test('as whom a session speaks goes with the session', async () => {
  await as(group.id);
  await box.deployment((db) => run(db, 'delete from auth.sessions where id = $1', [reader.sessionId]));
  const left = await town.rows('select 1 from auth.session_acting where session_id = $1', [reader.sessionId]);
  expect(left).toEqual([]);
});
