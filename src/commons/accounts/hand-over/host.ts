/** X1, X11: where people sign in. A browser keeps a passkey for one host; towns on unrelated domains share one that all of them send to. */
import type { Hub } from '#kernel/context.ts';

export interface Host {
  /** scheme and host of the accounts host; null: each town signs in by itself */
  origin: string | null;
  /** True on a town that sends to the accounts host instead of signing in itself. */
  isElsewhere(hub: Pick<Hub, 'origin'>): boolean;
}

export function hostsOf(origin: string | null): Host {
  return { origin, isElsewhere: (hub) => origin !== null && hub.origin !== origin };
}

/** The host passkeys of this town belong to (WebAuthn's rpID): a name without scheme and port. */
export function rpIdOf(hub: Pick<Hub, 'origin'>): string {
  return new URL(hub.origin).hostname;
}
