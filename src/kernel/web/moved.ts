/**
 * X11: a town that moved to another deployment. Every address leads on to the same one there; what is sent is not passed on but refused, since
 * the other place would take it for a forgery. The log stays as it was served, so that mirrors can read it to its end.
 */
import type { Hub } from '../context.ts';

/** The files of the log; its pages lead on like all others. */
const LOG = /^\/journal\/(?:key|checkpoint|tile\/)/;

/** Whether this address is answered as ever. */
export function staysAfterMoving(method: string, path: string): boolean {
  return (method === 'GET' || method === 'HEAD') && LOG.test(path);
}

/**
 * Where `rawUrl` leads on to; null: nowhere, because something was sent, or because the town kept its host, so that the address would lead back
 * here until the host does.
 */
export function newAddress(hub: Pick<Hub, 'host' | 'movedTo'>, method: string, rawUrl: string): string | null {
  const isRead = method === 'GET' || method === 'HEAD';
  if (!hub.movedTo || !isRead || new URL(hub.movedTo).host === hub.host) return null;
  return hub.movedTo + rawUrl;
}
