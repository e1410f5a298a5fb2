import { afterAll, beforeAll, expect, test } from 'vitest';
import { callFrom } from '#cli/appoint.ts';
import { run } from '#kernel/database/dialect.ts';
import { writeEvent } from '#kernel/event.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { eventParts } from '../../parts.ts';
import { openTestAccounts, type TestAccounts } from './accounts-for-tests.ts';
import { type Appointment, AppointmentMistake, appoint } from './appoint.ts';

let town: TestTown;
let box: TestAccounts;
beforeAll(async () => {
  town = await openTestTown();
  box = openTestAccounts(town);
});
afterAll(() => town.close());

const appointment: Appointment = {
  email: 'Ogata@hinata.example',
  organisation: '市民活動センター',
  kind: 'body',
  role: 'representative',
  secretariat: true,
};
const carryOut = (given: Appointment) =>
  town.hubwise.write(town.hub.id, (db) => {
    const by = { hubId: town.hub.id, now: town.now(), actorId: null, personId: null };
    return appoint(db, town.hub, given, box.means(), (event) => writeEvent(eventParts, db, by, event));
  });

test('nobody is appointed who hasn’t signed up', async () => {
  await expect(carryOut(appointment)).rejects.toThrow(AppointmentMistake);
  expect(await town.rows("select 1 from actors where kind = 'body'")).toEqual([]);
});

test('the first desk: address confirmed, organisation made, role given, all of it on record', async () => {
  await box.signUp('ogata@hinata.example', '緒方 まさえ');
  const done = await carryOut(appointment);
  expect(done).toMatchObject({ person: '緒方 まさえ', isNew: true, confirmedNow: true });
  const reader = await box.reader(await box.signIn('ogata@hinata.example'));
  expect(reader).toMatchObject({
    level: 1,
    roles: [{ role: 'representative', organisation: { name: '市民活動センター' } }],
  });
  const [hub] = await box.deployment((db) =>
    run<{ secretariat_id: string }>(db, 'select secretariat_id from hubs where id = 1'),
  );
  expect(hub?.secretariat_id).toBe(reader?.roles[0]?.organisation.id);
  const verbs = await town.rows<{ verb: string; is_public: boolean }>('select verb, is_public from events order by id');
  expect(verbs).toEqual([
    { verb: 'actors.organisation-created', is_public: true },
    { verb: 'actors.member-joined', is_public: true },
    { verb: 'actors.secretariat-appointed', is_public: true },
  ]);
});

test('a second call makes no second organisation, and refuses another kind under its name', async () => {
  expect(await carryOut({ ...appointment, role: 'editor', secretariat: false })).toMatchObject({
    isNew: false,
    confirmedNow: false,
  });
  await expect(carryOut({ ...appointment, kind: 'group' })).rejects.toThrow('registered already');
});

test('the command says how it is called when it is called wrongly', () => {
  const good = ['a@b.example', '--organisation', '公園緑地課', '--kind', 'division', '--data', '/tmp/x'];
  expect(callFrom(good).appointment).toEqual({
    email: 'a@b.example',
    organisation: '公園緑地課',
    kind: 'division',
    role: 'representative',
    secretariat: false,
  });
  for (const bad of [
    [],
    ['a@b.example'],
    [...good, '--role', 'king'],
    [...good, '--what'],
    ['x', ...good.slice(1)],
    ['a@b.example', '--organisation', 'x', '--kind', 'person'],
  ]) {
    expect(() => callFrom(bad)).toThrow('Usage: ./minna appoint');
  }
});
