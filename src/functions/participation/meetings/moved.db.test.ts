import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { spreadAll } from '#commons/notices/notices-for-tests.ts';
import { shortId } from '#kernel/ids.ts';
import { openSite, type TestSite } from '#test/support/site.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { changeMeeting } from './change-meeting.ts';
import { type Hall, hallOf, meetingTyped } from './hall-for-tests.ts';
import { shownMeeting } from './queries.ts';

let town: TestTown;
let site: TestSite;
let hall: Hall;
const REASON = '公民館の空調が直らないため。';

beforeAll(async () => {
  town = await openTestTown();
  site = await openSite(town);
  hall = await hallOf(town);
  town.today('2026-11-02');
  const { version } = (await town.read((db) => shownMeeting(db, hall.meetingId)))!;
  await town.perform(hall.host, changeMeeting, {
    ...meetingTyped(),
    id: hall.meetingId,
    version,
    place: '市民活動センター',
    reason: REASON,
  });
  await spreadAll(town);
});
afterAll(async () => {
  expect(site.faults).toEqual([]);
  await site.close();
  await town.close();
});

describe('F9.2 a meeting that was moved', () => {
  test('says where it was before, and why', async () => {
    const { body } = await site.get(
      `/meetings/${shortId(hall.meetingId)}-${encodeURIComponent('通院のバスを話す夕べ')}`,
    );
    expect(body).toContain(REASON);
    expect(body).toContain(`/things/meeting/${shortId(hall.meetingId)}/feed.atom`);
    expect(body).toContain('action="/follows"');
  });

  test('tells its scribe, whether or not they follow it', async () => {
    const told = await town.rows<{ person_id: string }>(
      `select person_id from notices where kind = 'meetings.moved-scribe'`,
    );
    expect(told).toEqual([{ person_id: hall.scribe.person.id }]);
  });

  test('is the newer one in every calendar', async () => {
    for (const path of ['/calendar.ics', '/meetings.ics']) expect((await site.get(path)).body).toContain('SEQUENCE:1');
  });

  test('is in the feed of the meeting, and of what it is about', async () => {
    const [debate] = await town.rows<{ debate_id: string | null; round_id: string | null }>(
      'select debate_id, round_id from meetings where id = $1',
      [hall.meetingId],
    );
    const of = debate!.debate_id ? `proposal/${shortId(debate!.debate_id)}` : `round/${shortId(debate!.round_id!)}`;
    for (const thing of [`meeting/${shortId(hall.meetingId)}`, of]) {
      const { status, type, body } = await site.get(`/things/${thing}/feed.atom`);
      expect([thing, status, type]).toEqual([thing, 200, 'application/atom+xml; charset=utf-8']);
      expect(body).toContain('集まりの日時か場所を変えました');
    }
    expect((await site.get(`/things/meeting/${shortId(town.roundId)}/feed.atom`)).status).toBe(404);
    expect((await site.get(`/things/weather/${shortId(hall.meetingId)}/feed.atom`)).status).toBe(404);
  });
});
