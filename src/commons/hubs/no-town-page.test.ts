import { expect, test } from 'vitest';
import { markupMistakes } from '#test/support/site.ts';
import { noTownPage } from './no-town-page.ts';

test('X11 an address without a town says so in every language, and names no town', async () => {
  const { status, headers, body } = noTownPage({ css: '/assets/style.css' });
  expect([status, headers['content-type']]).toEqual([404, 'text/html; charset=utf-8']);
  for (const said of ['このアドレスの町は、まだありません', 'まだ ありません', 'There is no town at this address yet'])
    expect(body).toContain(said);
  expect(body).not.toContain('<a ');
  expect(await markupMistakes(String(body))).toEqual([]);
});
