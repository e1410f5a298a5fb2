import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { follow } from '#commons/notices/follow.ts';
import { renewCalendarKey } from '#commons/notices/settings.ts';
import type { Reader } from '#kernel/context.ts';
import { tokyoDate } from '#kernel/dates.ts';
import { randomId, shortId } from '#kernel/ids.ts';
import { markupMistakes, openSite, type TestSite } from '#test/support/site.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { icsOf } from './ics.ts';

let town: TestTown;
let site: TestSite;
let fumi: Reader;
beforeAll(async () => {
  town = await openTestTown();
  site = await openSite(town);
  fumi = await town.person('ふみさん');
});
afterAll(async () => {
  await site.close();
  await town.close();
});

const unfolded = (ics: string) => ics.replace(/\r\n[ \t]/g, '');

describe('X3 a calendar to subscribe to', () => {
  test('is told of step by step, for any of the town’s own calendars and for nothing else', async () => {
    const told = await site.get(`/calendar/subscription?of=${encodeURIComponent('/events.ics?field=3&q=川')}`);
    expect(told.status).toBe(200);
    const file = '/events\\.ics\\?field=3&amp;q=%E5%B7%9D"';
    expect(told.body).toMatch(new RegExp(`href="webcal://[\\w.:]+${file}`));
    expect(told.body).toMatch(new RegExp(`value="https?://[\\w.:]+${file}`));
    expect(told.body).toContain('href="/events?field=3&amp;q=川"');
    expect(await markupMistakes(told.body)).toEqual([]);
    for (const of of [
      '',
      'https://yoso.example/a.ics',
      '//yoso.example/a.ics',
      '/events',
      '/../a.ics',
      'javascript:a.ics',
    ])
      expect([of, (await site.get(`/calendar/subscription?of=${encodeURIComponent(of)}`)).status]).toEqual([of, 404]);
  });
});

describe('X3 calendars', () => {
  test('a file stays the same all day while nothing in it changes', () => {
    const dates = [{ uid: 'a', title: '会', start: new Date('2026-11-22T10:00:00Z'), href: '/a', of: [] }];
    const file = (now: string) =>
      icsOf({ name: 'みんな', origin: 'https://hinata.example', lang: 'ja', now: new Date(now), dates });
    expect(file('2026-10-10T03:00:00Z')).toBe(file('2026-10-10T09:30:00Z'));
    expect(file('2026-10-10T03:00:00Z')).not.toBe(file('2026-10-11T03:00:00Z'));
  });

  test('whole days are the days of Tokyo, an hour is an hour, text is text', () => {
    const ics = unfolded(
      icsOf({
        name: 'みんな',
        origin: 'https://hinata.example',
        lang: 'ja',
        now: new Date('2026-10-10T03:00:00Z'),
        dates: [
          {
            uid: 'a',
            title: '意見交換, 前半; 後半',
            start: '2026-11-01',
            end: '2026-12-04',
            href: '/rounds/x',
            of: [],
          },
          {
            uid: 'b',
            title: '説明会',
            start: new Date('2026-11-22T10:00:00Z'),
            end: new Date('2026-11-22T11:30:00Z'),
            href: '/meetings/説明会',
            of: [],
            isCancelled: true,
          },
        ],
      }),
    );
    expect(ics).toContain('DTSTART;VALUE=DATE:20261101\r\nDTEND;VALUE=DATE:20261205');
    expect(ics).toContain('SUMMARY:意見交換\\, 前半\\; 後半');
    expect(ics).toContain('DTSTART:20261122T100000Z\r\nDTEND:20261122T113000Z');
    expect(ics).toContain('STATUS:CANCELLED');
    expect(ics).toContain('UID:a@hinata.example');
    expect(ics).toMatch(/^BEGIN:VCALENDAR\r\n(.*\r\n)*END:VCALENDAR/);
  });

  test('hold the stages of rounds, for everybody and for one round', async () => {
    const all = await site.get('/calendar.ics');
    expect(all.type).toContain('text/calendar');
    expect(unfolded(all.body)).toContain('DTSTART;VALUE=DATE:20261001');
    const one = await site.get(`/calendar/things/${shortId(town.roundId)}`, null, 'en');
    expect(one.body.match(/BEGIN:VEVENT/g)).toHaveLength(7);
    expect((await site.get(`/calendar/things/${shortId(randomId())}`)).status).toBe(404);
  });

  test('of one thing stay when they are long over: who subscribed to them gets no error', async () => {
    const before = tokyoDate(town.now());
    town.today('2028-04-01');
    const one = await site.get(`/calendar/things/${shortId(town.roundId)}`);
    expect([one.status, one.body.match(/BEGIN:VEVENT/g)?.length]).toEqual([200, 7]);
    town.today(before);
  });

  test('of one’s own stand at a secret address, hold what one follows, and end with a new address', async () => {
    const address = async () => {
      await town.perform(fumi, renewCalendarKey, {});
      const [row] = await town.rows<{ calendar_key: string }>('select calendar_key from notice_people');
      return `/calendar/own/${row!.calendar_key}`;
    };
    const first = await address();
    expect((await site.get(first)).body).not.toContain('BEGIN:VEVENT');
    await town.perform(fumi, follow, { kind: 'round', id: town.roundId, title: '2026/3', scope: 'turns' });
    expect((await site.get(first)).body.match(/BEGIN:VEVENT/g)).toHaveLength(7);
    const second = await address();
    expect((await site.get(first)).status).toBe(404);
    expect((await site.get(second)).status).toBe(200);
    expect((await site.get('/calendar/own/nobody')).status).toBe(404);
  });
});
