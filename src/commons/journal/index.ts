/** P6: the journal, an append-only public log that anybody can verify. */
export { canonicalJson } from './canonical-json.ts';
export { commit } from './commitment.ts';
export { openJournal } from './opened.ts';
export { loadSigningKey, type SigningKey, signingKeyOf, signingKeyPath } from './signing-key.ts';
