import { type AddressObject, type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { take } from '#cli/receive-bounce.ts';
import { defaultRules } from '#commons/hubs/index.ts';
import { jobOf, noticeRows } from '#commons/notices/notices-for-tests.ts';
import { tell } from '#commons/notices/tell.ts';
import type { Reader } from '#kernel/context.ts';
import { run } from '#kernel/database/dialect.ts';
import { randomId, uuidv7 } from '#kernel/ids.ts';
import { openSite, type TestSite } from '#test/support/site.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { addressOf, tryAgain } from './bounces.ts';
import { sender } from './send-mail.ts';
import { sendNotices } from './send-notices.ts';
import { openUnsubscribeKeys } from './unsubscribe-key.ts';

let town: TestTown;
let site: TestSite;
let server: SMTPServer;
let port = 0;
let received: { mail: ParsedMail; from: string; to: string }[] = [];
let refuseNext: string | null = null;

beforeAll(async () => {
  openUnsubscribeKeys('a secret of thirty-two characters!');
  town = await openTestTown();
  site = await openSite(town);
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_, __, done) => {
      const refusal = refuseNext;
      refuseNext = null;
      done(refusal ? Object.assign(new Error(refusal), { responseCode: 550 }) : undefined);
    },
    onData: (stream, session, done) => {
      const { mailFrom, rcptTo } = session.envelope;
      simpleParser(stream).then((mail) => {
        received.push({ mail, from: mailFrom ? mailFrom.address : '', to: rcptTo[0]!.address });
        done();
      }, done);
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.server.address() as { port: number }).port;
});
afterAll(async () => {
  await new Promise<void>((resolve) => server.close(() => resolve()));
  await site.close();
  await town.close();
});
beforeEach(() => {
  received = [];
  town.today('2026-10-10');
});

let people = 0;
async function person(lang = 'ja'): Promise<Reader & { email: string }> {
  people += 1;
  const reader = await town.person(`ふみ${people}`);
  const email = `fumi${people}@hinata.example`;
  await town.hubwise.deployment((db) =>
    run(
      db,
      `insert into auth.users (id, name, email, email_confirmed, lang, created_at, updated_at) values ($1, 'x', $2, true, $3, $4, $4)`,
      [reader.accountId, email, lang, town.now()],
    ),
  );
  return { ...reader, email };
}

const told = (to: Reader, more: object = {}) =>
  town.hubwise.write(town.hub.id, (db) =>
    tell(
      { db, hub: town.hub, now: town.now(), newId: () => uuidv7(town.now()) },
      {
        people: [to.person.id],
        kind: 'mail.address-stopped',
        about: { kind: 'proposal', id: randomId() },
        href: '/notices/settings',
        facts: { address: 'x@example' },
        ...more,
      },
    ),
  );
const later = (minutes: number) => new Date(town.now().getTime() + minutes * 60_000);
const turn = (now = later(2)) =>
  sendNotices(jobOf(town, { now, hub: { ...town.hub, origin: 'https://hinata.example' } }));
const mails = (email: string) =>
  town.hubwise.deployment((db) =>
    run<{ id: string; subject: string; body_text: string; body_html: string; unsubscribe: string }>(
      db,
      'select id, subject, body_text, body_html, unsubscribe from mails where recipient = $1 order by created_at',
      [email],
    ),
  );
const ENV = () => ({
  MINNA_SMTP_URL: `smtp://127.0.0.1:${port}`,
  MINNA_MAIL_FROM: 'ひなた市 <noreply@hinata.example>',
  MINNA_BOUNCE_ADDRESS: 'bounces@hinata.example',
});
const deliver = (id: string) =>
  sender(ENV())(jobOf(town, { hub: { ...town.hub, origin: 'https://hinata.example' } }), { id });

describe('X3 letters of notices', () => {
  test('gather what happened within a minute in one letter, sent once', async () => {
    const fumi = await person();
    await told(fumi);
    await told(fumi);
    await turn(town.now());
    expect(await mails(fumi.email)).toEqual([]);
    await Promise.all([turn(), turn()]);
    await turn();
    expect(await mails(fumi.email)).toHaveLength(1);
  });

  test('carry no words of people on the days of an election, its last day included', async () => {
    const fumi = await person();
    const name = { ja: '市長選挙', easy: '市長選挙', en: 'Mayoral election' };
    const elections = [{ name, from: '2026-10-08', until: '2026-10-10' }];
    const rules = { ...defaultRules, moderation: { ...defaultRules.moderation, elections } };
    const hub = { ...town.hub, rules, origin: 'https://hinata.example' };
    for (const day of ['2026-10-10', '2026-10-11']) {
      town.today(day);
      await told(fumi, { facts: { address: '候補者を応援' } });
      await sendNotices(jobOf(town, { now: later(2), hub }));
    }
    const bodies = (await mails(fumi.email)).map((one) => one.body_text);
    expect(bodies.map((body) => body.includes('候補者を応援'))).toEqual([false, true]);
  });

  test('are none where all was read meanwhile', async () => {
    const fumi = await person();
    await told(fumi);
    await town.rows('select 1');
    await town.hubwise.write(town.hub.id, (db) =>
      run(db, 'update notices set read_at = $2 where person_id = $1', [fumi.person.id, town.now()]),
    );
    await turn();
    expect(await mails(fumi.email)).toEqual([]);
  });

  test('are neither lost nor doubled when the queue fails in the middle', async () => {
    const fumi = await person();
    await told(fumi);
    const job = jobOf(town, { now: later(2), newId: () => 'no id' });
    await expect(sendNotices(job)).rejects.toThrow();
    await turn();
    await turn();
    expect(await mails(fumi.email)).toHaveLength(1);
  });

  test.each(['ja', 'easy', 'en'])('arrive readable in %s, with what ends them at one click', async (lang) => {
    const fumi = await person(lang);
    await told(fumi);
    await turn();
    const [queued] = await mails(fumi.email);
    await deliver(queued!.id);
    const [{ mail, from, to }] = received as [(typeof received)[number]];
    expect(to).toBe(fumi.email);
    expect((mail.from as AddressObject).text).toContain('noreply@hinata.example');
    expect(from).toBe(`bounces+${queued!.id.replaceAll('-', '')}@hinata.example`);
    expect(mail.messageId).toBe(`<${queued!.id}@hinata.example>`);
    expect(mail.headerLines.find(({ key }) => key === 'list-unsubscribe')?.line.replace(/\r\n\s/, ' ')).toMatch(
      /^List-Unsubscribe: <https:\/\/hinata\.example\/unsubscriptions\/[\w-]{48}>$/,
    );
    expect(mail.headerLines.find(({ key }) => key === 'list-unsubscribe-post')?.line).toBe(
      'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
    );
    expect(mail.headers.get('auto-submitted')).toBe('auto-generated');
    expect(mail.text).toContain(queued!.unsubscribe);
    expect(mail.html).toContain(`<html lang="${lang === 'en' ? 'en' : 'ja'}">`);
  });
});

describe('X3 ending letters', () => {
  const oneClick = (path: string, body: string) =>
    fetch(new URL(path, site.origin), {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body,
    });
  const pathOf = async (fumi: { email: string }) => new URL((await mails(fumi.email))[0]!.unsubscribe).pathname;

  test('works at one click without session and without Origin, twice as once, and what waits is not sent', async () => {
    const fumi = await person();
    await told(fumi);
    await turn();
    const path = await pathOf(fumi);
    await told(fumi);
    for (let time = 0; time < 2; time += 1) {
      const answer = await oneClick(path, 'List-Unsubscribe=One-Click');
      expect(answer.status).toBe(200);
    }
    await turn();
    await told(fumi);
    await turn();
    expect(await mails(fumi.email)).toHaveLength(1);
    expect(await noticeRows(town, fumi.person.id)).toHaveLength(3);
  });

  test('asks people first: opening the link changes nothing, a choice may be one letter a week', async () => {
    const fumi = await person();
    await told(fumi);
    await turn();
    const path = await pathOf(fumi);
    expect((await site.get(path)).body).toContain('rhythm');
    const settings = () =>
      town.rows('select topic, rhythm from notice_settings where person_id = $1', [fumi.person.id]);
    expect(await settings()).toEqual([]);
    expect((await site.post(path, { rhythm: 'weekly' })).status).toBe(200);
    expect(await settings()).toEqual([{ topic: '', rhythm: 'weekly' }]);
  });

  test('is refused for a key that was not given', async () => {
    expect((await oneClick(`/unsubscriptions/${'A'.repeat(48)}`, 'List-Unsubscribe=One-Click')).status).toBe(404);
  });

  test('opens no other address to foreign forms', async () => {
    expect((await oneClick('/follows', 'kind=proposal')).status).toBe(403);
  });
});

describe('X3 letters that come back', () => {
  const stoppedAt = async (fumi: Reader) =>
    (await town.hubwise.deployment((db) => addressOf(db, fumi.accountId)))?.stoppedAt ?? null;

  test('stop the letters to an address that is gone; its person is told on the site, and can try again', async () => {
    const fumi = await person();
    await told(fumi);
    await turn();
    const [letter] = await mails(fumi.email);
    await take(town.hubwise, letter!.id, '5.1.1', town.now());
    await take(town.hubwise, letter!.id, '5.1.1', town.now());
    expect(await stoppedAt(fumi)).toEqual(town.now());
    expect((await noticeRows(town, fumi.person.id)).filter(({ facts }) => facts.address === fumi.email)).toHaveLength(
      1,
    );
    await told(fumi);
    await turn();
    expect(await mails(fumi.email)).toHaveLength(1);
    await town.hubwise.deployment((db) => tryAgain(db, fumi.accountId));
    await told(fumi);
    await turn();
    expect(await mails(fumi.email)).toHaveLength(2);
  });

  test('of a passing sort need three letters', async () => {
    const fumi = await person();
    for (let time = 1; time <= 3; time += 1) {
      await told(fumi);
      await turn();
      await take(town.hubwise, (await mails(fumi.email)).at(-1)!.id, '5.2.2', town.now());
      expect((await stoppedAt(fumi)) !== null).toBe(time === 3);
    }
  });

  test('are known at once when the server refuses the address', async () => {
    const fumi = await person();
    await told(fumi);
    await turn();
    refuseNext = '5.1.1 no such user';
    await deliver((await mails(fumi.email))[0]!.id);
    expect(received).toEqual([]);
    expect(await stoppedAt(fumi)).not.toBeNull();
  });

  test('of a letter nobody knows change nothing', async () => {
    await expect(take(town.hubwise, randomId(), '5.1.1', town.now())).resolves.toBeUndefined();
  });
});
