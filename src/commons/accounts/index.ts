/** X1: what others may know of accounts. */
export { type Accounts, type AccountsSettings, accountsOf, openAccounts } from './accounts.ts';
export { type Appointed, type Appointment, AppointmentMistake, appoint } from './appoint.ts';
export { createAccount, createAccounts, hashPassword, type NewAccount } from './create-accounts.ts';
export { enterHub } from './enter-hub.ts';
export { type Means, meansOf } from './means.ts';
export { readSession, renewSession, type SignedIn, sessionReader } from './read-session.ts';
export { resumePage, type SentForm, signInPath } from './resume.ts';
export { localPath } from './rules.ts';
