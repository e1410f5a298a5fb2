import type { IncomingMessage } from 'node:http';
import { describe, expect, test } from 'vitest';
import { type Place, VisitCounter } from './counter.ts';

const BROWSER = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
const noon = new Date('2026-11-23T12:00:00+09:00');
const nextDay = new Date('2026-11-24T00:00:01+09:00');

const asked = (peer: string, more: Record<string, string> = {}, method = 'GET') =>
  ({ method, headers: { host: 'hinata.example', 'user-agent': BROWSER, ...more }, peer }) as unknown as IncomingMessage;

function counter(): VisitCounter {
  return new VisitCounter({
    placeOf: (_, url): Place | null =>
      url.startsWith('/sites/kawabe')
        ? { hubId: 1, site: { key: 'kawabe' }, path: url.slice('/sites/kawabe'.length) }
        : null,
    peerOf: (request) => (request as unknown as { peer: string }).peer,
  });
}
const viewsOf = (it: VisitCounter) => it.take().map(({ day, views, fresh }) => [day, Object.fromEntries(views), fresh]);

describe('F1.3 visits are counted without cookies', () => {
  test('pages by day, whoever comes twice once as a visitor', () => {
    const it = counter();
    it.seen(asked('192.0.2.1'), '/sites/kawabe', noon);
    it.seen(asked('192.0.2.1'), '/sites/kawabe/about?lang=en', noon);
    it.seen(asked('192.0.2.2'), '/sites/kawabe/about/', noon);
    it.seen(asked('192.0.2.2'), '/groups', noon);
    expect(viewsOf(it)).toEqual([['2026-11-23', { '/': 1, '/about': 2 }, 2]]);
    it.seen(asked('192.0.2.1'), '/sites/kawabe', noon);
    expect(viewsOf(it)).toEqual([['2026-11-23', { '/': 1 }, 0]]);
    expect(viewsOf(it)).toEqual([]);
  });

  test('the next day everybody is new, and nothing of the day before is left', () => {
    const it = counter();
    it.seen(asked('192.0.2.1'), '/sites/kawabe', noon);
    it.seen(asked('192.0.2.1'), '/sites/kawabe', nextDay);
    expect(viewsOf(it)).toEqual([
      ['2026-11-23', { '/': 1 }, 1],
      ['2026-11-24', { '/': 1 }, 1],
    ]);
    expect(JSON.stringify(it.take())).not.toContain('192.0.2');
  });

  test('programs, looks ahead, feeds and forms are no visits', () => {
    const it = counter();
    for (const agent of [
      'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
      'curl/8.5.0',
      '',
      'Mozilla/5.0 HeadlessChrome/140',
    ])
      it.seen(asked('192.0.2.1', { 'user-agent': agent }), '/sites/kawabe', noon);
    it.seen(asked('192.0.2.1', { 'sec-purpose': 'prefetch;prerender' }), '/sites/kawabe', noon);
    it.seen(asked('192.0.2.1', {}, 'POST'), '/sites/kawabe/contact', noon);
    it.seen(asked('192.0.2.1', {}, 'HEAD'), '/sites/kawabe', noon);
    it.seen(asked('192.0.2.1'), '/sites/kawabe/news.atom', noon);
    it.seen(asked('192.0.2.1'), '/sites/kawabe/%E0%A4%A', noon);
    expect(viewsOf(it)).toEqual([]);
  });

  test('a piece of news is the same whatever its title is now', () => {
    const it = counter();
    it.seen(asked('192.0.2.1'), '/sites/kawabe/news/1BpkVdcP9jAmtoH24qXdNe-秋の清掃', noon);
    it.seen(asked('192.0.2.1'), `/sites/kawabe/news/1BpkVdcP9jAmtoH24qXdNe-${encodeURIComponent('冬の清掃')}`, noon);
    expect(viewsOf(it)).toEqual([['2026-11-23', { '/news/1BpkVdcP9jAmtoH24qXdNe': 2 }, 1]]);
  });
});
