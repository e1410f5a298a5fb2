/** X8: what a token may be used for. Reading what is public needs none. */

/** From the most harmless to the gravest, as the page of tokens asks for them. */
export const SCOPES = [
  'read',
  'follow',
  'vote',
  'discuss',
  'propose',
  'edit',
  'report',
  'organise',
  'answer',
  'decide',
] as const;
export type Scope = (typeof SCOPES)[number];

export function isScope(text: string): text is Scope {
  return (SCOPES as readonly string[]).includes(text);
}
