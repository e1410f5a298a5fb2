/** X1, X13: making an account. Whether the address has one already is told to its owner by letter, and to nobody else. */
import { queueMail } from '#commons/letters/index.ts';
import type { Hub } from '#kernel/context.ts';
import type { Lang } from '#kernel/lang.ts';
import type { Accounts } from './accounts.ts';
import { askConfirmation } from './confirmation.ts';
import { knownAddressLetter } from './letters.ts';
import type { Means } from './means.ts';
import { declareMinor } from './minors.ts';
import { hashOf } from './session-token.ts';

export interface SignUp {
  email: string;
  password: string;
  name: string;
  /** this browser's own key: whoever opens the letter in the same browser is signed in at once */
  browserKey: string;
  /** where they wanted to go: the confirmation leads back there */
  next: string | null;
  /** X13: said to be under 18; `guardian` is asked where the town wants that */
  isMinor?: boolean;
  guardian?: string | null;
}

/** Makes the account and sends the confirmation, or tells the owner of the address that it has one. Answers alike. */
export async function signUp(accounts: Accounts, hub: Hub, lang: Lang, entry: SignUp, means: Means): Promise<void> {
  const { email, password, name, browserKey, next } = entry;
  await accounts.hubwise.write(hub.id, async (db) => {
    const turn = { db, now: means.now };
    const { result, met } = await accounts.engine.use(turn, ({ api }) =>
      api.signUpEmail({ body: { email, password, name, lang } }),
    );
    if (met) {
      const letterLang = met.lang as Lang;
      await queueMail(db, { hubId: hub.id, to: email, ...knownAddressLetter(hub, letterLang, met.name) }, means);
      return;
    }
    const account = { id: result.user.id, name, email };
    if (entry.isMinor) await declareMinor(db, account.id, entry.guardian ?? null, means.now);
    await askConfirmation(db, hub, lang, account, means, { browser: hashOf(browserKey), next });
  });
}
