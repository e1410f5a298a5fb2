/** Accounts of a test town: signing up through the letter, as people do. */
import type { Hub, Reader } from '#kernel/context.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import { randomId, uuidv7 } from '#kernel/ids.ts';
import type { TestTown } from '#test/support/town.ts';
import { type Accounts, type AccountsSettings, openAccounts } from './accounts.ts';
import { confirmAddress } from './confirmation.ts';
import type { Means } from './means.ts';
import { readSession } from './read-session.ts';
import { newToken } from './session-token.ts';
import { signIn } from './sign-in.ts';
import { signUp } from './sign-up.ts';

export const PASSWORD = '川べりを朝夕あるく柴犬';
export const DEVICE = 'firefox/linux';

export interface TestAccounts {
  accounts: Accounts;
  means(): Means;
  /** the newest letter to an address, with the first link in it */
  letter(to: string): Promise<{ subject: string; text: string; link: string } | null>;
  letterCount(to: string): Promise<number>;
  /** the link to `path` in the latest letter to an address that has one */
  link(to: string, path: string): Promise<URL>;
  signUp(email: string, name?: string): Promise<void>;
  /** presses the button of the newest letter; in the browser that signed up when `sameBrowser` */
  confirm(email: string, sameBrowser?: boolean): Promise<string | undefined>;
  signIn(email: string, password?: string, hub?: Hub): Promise<string>;
  reader(token: string, hub?: Hub): Promise<Reader | null>;
  deployment<T>(work: (db: Db) => Promise<T>): Promise<T>;
}

const BROWSER_KEY = 'b'.repeat(43);

export function openTestAccounts(town: TestTown, demo = true, more: Partial<AccountsSettings> = {}): TestAccounts {
  const accounts = openAccounts({
    hubwise: town.hubwise,
    secret: 's'.repeat(40),
    baseUrl: town.hub.origin,
    demo,
    ...more,
  });
  const means = (): Means => {
    const now = town.now();
    return { now, newId: () => uuidv7(now), randomId, newKey: newToken };
  };
  const deployment: TestAccounts['deployment'] = (work) => town.hubwise.deployment(work);
  const test: TestAccounts = {
    accounts,
    means,
    deployment,
    async letter(to) {
      const [row] = await deployment((db) =>
        run<{ subject: string; body_text: string }>(
          db,
          'select subject, body_text from mails where recipient = $1 order by id desc limit 1',
          [to],
        ),
      );
      return row
        ? { subject: row.subject, text: row.body_text, link: /https:\S+/.exec(row.body_text)?.[0] ?? '' }
        : null;
    },
    async letterCount(to) {
      const rows = await deployment((db) => run(db, 'select id from mails where recipient = $1', [to]));
      return rows.length;
    },
    async link(to, path) {
      const rows = await deployment((db) =>
        run<{ body_text: string }>(db, 'select body_text from mails where recipient = $1 order by created_at, id', [
          to,
        ]),
      );
      const links = rows.flatMap(({ body_text }) => body_text.match(/https?:\S+/g) ?? []).map((link) => new URL(link));
      const found = links.findLast(({ pathname }) => pathname === path);
      if (!found) throw new Error(`no letter to ${to} leads to ${path}`);
      return found;
    },
    signUp: (email, name = 'ポチの飼い主') =>
      signUp(
        accounts,
        town.hub,
        'ja',
        { email, password: PASSWORD, name, browserKey: BROWSER_KEY, next: '/proposals' },
        means(),
      ),
    async confirm(email, sameBrowser = false) {
      const key = (await test.link(email, '/email-confirmation')).searchParams.get('key')!;
      const sent = { key, browserKey: sameBrowser ? BROWSER_KEY : undefined, device: DEVICE };
      return (await confirmAddress(accounts, town.hub, sent, means())).token;
    },
    async signIn(email, password = PASSWORD, hub = town.hub) {
      const { token } = await signIn(accounts, hub, { email, password, device: DEVICE }, means());
      if (token === undefined) throw new Error(`${email} has a second step`);
      return token;
    },
    reader: (token, hub = town.hub) => town.hubwise.read(hub.id, (db) => readSession(db, token, hub, town.now())),
  };
  return test;
}

/** Codes of the refusal `work` ends with, or 'done'. */
export async function refusalOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'done';
  } catch (error) {
    const { all } = error as { all?: { code: string }[] };
    if (!all) throw error;
    return all.map((item) => item.code).join(' ');
  }
}
