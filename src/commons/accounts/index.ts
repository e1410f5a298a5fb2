/** X1: what others may know of accounts. */
export { type Accounts, type AccountsSettings, accountsOf, openAccounts } from './accounts.ts';
export { type Appointed, type Appointment, AppointmentMistake, appoint, appointAccount } from './appoint.ts';
export { createAccount, createAccounts, hashPassword, type NewAccount } from './create-accounts.ts';
export { enterHub } from './enter-hub.ts';
export { countAttempt } from './limits.ts';
export { type Means, meansOf } from './means.ts';
export { keepKey, lookAtKey, useKey } from './one-time-keys.ts';
export type { Provider } from './outside/provider.ts';
export { loadProviders, ProviderMistake } from './outside/provider-file.ts';
export { ownPassword } from './own-password.ts';
export { insistOnOwner, isProved } from './proof/prove-owner.ts';
export { readSession, renewSession, type SignedIn, sessionReader } from './read-session.ts';
export { resumePage, type SentForm, signInPath } from './resume.ts';
export { localPath } from './rules.ts';
export { insistOnProof } from './safety-page.ts';
export { unlockAccount } from './second-step/unlock.ts';
export { hashOf, newToken } from './session-token.ts';
