import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTestAccounts, PASSWORD } from '#commons/accounts/accounts-for-tests.ts';
import { collector, markupMistakes, openTestSite, type TestSite } from '#commons/accounts/site-for-tests.ts';
import { queueMail, queueNothing, writeLetter } from '#commons/letters/index.ts';
import { run } from '#kernel/database/dialect.ts';
import { randomId, uuidv7 } from '#kernel/ids.ts';
import type { JobContext } from '#kernel/jobs.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { forgetOldMails, type Message, sender } from './send-mail.ts';
import { mailSettings, withLimits } from './settings.ts';

const ENV = { MINNA_SMTP_URL: 'smtp://mail.example:587', MINNA_MAIL_FROM: 'ひなた市 <noreply@hinata.example>' };

let town: TestTown;
let site: TestSite;
let lines: string[] = [];
let sent: Message[] = [];
beforeAll(async () => {
  town = await openTestTown();
  openTestAccounts(town);
  site = await openTestSite(town);
});
beforeEach(() => {
  lines = [];
  sent = [];
});
afterAll(async () => {
  await site.close();
  await town.close();
});

const means = () => ({ now: town.now(), newId: () => uuidv7(town.now()) });
const job = (isDemo = false): JobContext => ({
  hub: { ...town.hub, isDemo },
  hubwise: town.hubwise,
  now: town.now(),
  log: collector(lines),
  newId: () => uuidv7(town.now()),
  randomId,
  by: null,
  record: async () => {},
  invalidate: async () => {},
});
const letter = writeLetter(
  {
    subject: '招待\r\nBcc: evil@example.org',
    greeting: 'こんにちは。',
    paragraphs: ['<b>1行目\n2行目'],
    link: { text: '見る', href: 'https://hinata.example/x?a=1&b=2' },
    signature: ['ひなた市'],
  },
  'ja',
);
const queue = () =>
  town.hubwise.deployment((db) => queueMail(db, { hubId: 1, to: 'fumi@hinata.example', ...letter }, means()));
const rowOf = async (id: string) =>
  (
    await town.hubwise.deployment((db) =>
      run<{ sent_at: Date | null; attempts: number; last_error: string | null }>(
        db,
        'select sent_at, attempts, last_error from mails where id = $1',
        [id],
      ),
    )
  )[0];
const deliver = async (_: unknown, message: Message) => void sent.push(message);

describe('a letter', () => {
  test('reads the same in text and in HTML, and its text is never markup', () => {
    expect(letter.text).toBe(
      'こんにちは。\n\n<b>1行目\n2行目\n\n見る\nhttps://hinata.example/x?a=1&b=2\n\n-- \nひなた市\n',
    );
    expect(letter.html).toContain('&lt;b&gt;1行目<br>2行目');
    expect(letter.html).toContain('href="https://hinata.example/x?a=1&amp;b=2"');
    expect(letter.html).not.toMatch(/<img|<style|style=/);
  });

  test('is queued with its act and goes with it when the act is rolled back', async () => {
    const count = async () => (await town.hubwise.deployment((db) => run(db, 'select 1 from mails'))).length;
    const before = await count();
    const failing = town.hubwise.deployment(async (db) => {
      await queueMail(db, { hubId: 1, to: 'fumi@hinata.example', ...letter }, means());
      throw new Error('the act failed');
    });
    await expect(failing).rejects.toThrow('the act failed');
    expect(await count()).toBe(before);
    await queue();
    expect(await count()).toBe(before + 1);
  });
});

describe('X3 sending', () => {
  test('gives a letter to the server once, under its own number, with a subject of one line', async () => {
    const id = await queue();
    const send = sender(ENV, deliver);
    await send(job(), { id });
    await send(job(), { id });
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({
      messageId: `<${id}@hinata.example>`,
      from: ENV.MINNA_MAIL_FROM,
      to: 'fumi@hinata.example',
    });
    expect(sent[0]?.subject).toBe('招待 Bcc: evil@example.org');
    expect(await rowOf(id)).toMatchObject({ attempts: 1, last_error: null, sent_at: town.now() });
  });

  test('does nothing for a letter that isn’t there', async () => {
    await town.hubwise.deployment((db) => queueNothing(db, 1, means()));
    await sender(ENV, deliver)(job(), { id: uuidv7(town.now()) });
    expect(sent).toEqual([]);
  });

  test('is tried again when the server can’t, and not when it won’t take this letter', async () => {
    const id = await queue();
    const failing = (error: object) =>
      sender(ENV, async () => Promise.reject(Object.assign(new Error('to fumi@hinata.example'), error)))(job(), { id });
    await expect(failing({ code: 'ETIMEDOUT' })).rejects.toThrow();
    await expect(failing({ code: 'EENVELOPE', responseCode: 451 })).rejects.toThrow();
    await expect(failing({ code: 'EENVELOPE', responseCode: 550 })).resolves.toBeUndefined();
    expect(await rowOf(id)).toEqual({ sent_at: null, attempts: 3, last_error: 'bounced 5.0.0' });
    expect(lines.join()).not.toContain('fumi@');
  });

  test('waits in the table in a demo, and tells an operator what to set elsewhere', async () => {
    const id = await queue();
    await sender({}, deliver)(job(true), { id });
    expect(lines).toEqual([]);
    await expect(sender({}, deliver)(job(false), { id })).rejects.toThrow('MINNA_SMTP_URL');
    expect(lines.join()).toContain('set MINNA_SMTP_URL');
    expect(await rowOf(id)).toMatchObject({ sent_at: null });
    expect(sent).toEqual([]);
  });

  test('needs both settings, and never waits without end for a silent server', () => {
    expect(mailSettings(ENV)).toEqual({ smtpUrl: ENV.MINNA_SMTP_URL, from: ENV.MINNA_MAIL_FROM, bounces: null });
    expect(mailSettings({ ...ENV, MINNA_BOUNCE_ADDRESS: 'not an address' })).toHaveProperty('missing');
    expect(mailSettings({ ...ENV, MINNA_MAIL_FROM: ' ' })).toHaveProperty('missing');
    expect(mailSettings({ ...ENV, MINNA_SMTP_URL: 'http://mail.example' })).toHaveProperty('missing');
    expect(withLimits('smtp://u:p@mail.example:587?socketTimeout=5')).toBe(
      'smtp://u:p@mail.example:587?socketTimeout=5&connectionTimeout=10000&greetingTimeout=10000',
    );
  });
});

test('letters are forgotten after a month', async () => {
  const id = await queue();
  town.today('2026-11-08');
  await forgetOldMails(job());
  expect(await rowOf(id)).toBeDefined();
  town.today('2026-11-10');
  await forgetOldMails(job());
  expect(await rowOf(id)).toBeUndefined();
  town.today('2026-10-10');
});

test('a demo shows its letters, with links that work', async () => {
  const box = openTestAccounts(town);
  await box.signUp('mio@hinata.example', 'みお');
  const browser = site.browser();
  const all = await browser.get('/dev/mail');
  const path = /href="(\/dev\/mail\/[^"]+)"/.exec(all.body)![1]!;
  const page = await browser.get(path);
  expect(page.body).toContain('mio@hinata.example');
  expect(page.body).toMatch(/<a href="https:\/\/hinata\.example\/email-confirmation\?key=/);
  expect(await markupMistakes(page.body)).toEqual([]);
  expect((await browser.get(`${path}/text`)).body).toMatch(/^みお さま\n/);
  expect((await browser.get(`${path}/html`)).body).toContain('<p>みお さま</p>');
  expect((await browser.get('/dev/mail/x')).status).toBe(404);
  expect(page.body).not.toContain(PASSWORD);
});
