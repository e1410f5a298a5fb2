// Serves X1 and X4: whose limit a request counts for. Anybody can write an X-Forwarded-For header, so it is believed only as
// far as our own proxies wrote it: the peer of the socket must be one of MINNA_TRUSTED_PROXIES, and the header is read
// from its end, where the nearest proxy wrote, up to the first address that isn't one of them.
import type { IncomingMessage } from 'node:http';
import { BlockList, isIP, isIPv4 } from 'node:net';

/** Stands for the peer of a Unix socket, also in MINNA_TRUSTED_PROXIES. */
export const UNIX_PEER = 'unix';

const MAPPED_IPV4 = /^::ffff:(\d{1,3}(?:\.\d{1,3}){3})$/i;
// A header of proxies is short; one of thousands of entries was sent to keep us busy.
const MAX_HOPS = 20;

/** One spelling for each address: no zone, IPv4 as such even inside IPv6, IPv6 as RFC 5952 writes it. Null: not an address. */
export function canonicalAddress(text: string): string | null {
  const bare = text.trim().split('%', 1)[0]!;
  if (isIPv4(bare)) return bare;
  if (isIP(bare) !== 6) return null;
  const compact = new URL(`http://[${bare}]/`).hostname.slice(1, -1);
  const mapped = MAPPED_IPV4.exec(bare);
  if (mapped) return mapped[1]!;
  const mappedHex = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/.exec(compact);
  if (!mappedHex) return compact;
  const [high, low] = [Number.parseInt(mappedHex[1]!, 16), Number.parseInt(mappedHex[2]!, 16)];
  return `${high >> 8}.${high & 255}.${low >> 8}.${low & 255}`;
}

/** Address of one entry of X-Forwarded-For, which may carry a port: `192.0.2.1:8080`, `[2001:db8::1]:8080`. */
function hopAddress(entry: string): string | null {
  const text = entry.trim().replace(/^"(.*)"$/, '$1');
  const bracketed = /^\[([^\]]+)\](?::\d+)?$/.exec(text);
  if (bracketed) return canonicalAddress(bracketed[1]!);
  const withPort = /^(\d[\d.]*):\d+$/.exec(text);
  return canonicalAddress(withPort ? withPort[1]! : text);
}

/** The proxies that are believed. */
export class TrustedProxies {
  readonly #list = new BlockList();
  readonly #unix: boolean;

  /**
   * @param setting MINNA_TRUSTED_PROXIES: addresses and networks (`10.0.0.0/8`, `2001:db8::/32`) or `unix`, between commas or spaces
   * @throws RangeError naming the entry that isn't one
   */
  constructor(setting: string | undefined) {
    const entries = (setting ?? '').split(/[\s,]+/).filter(Boolean);
    this.#unix = entries.includes(UNIX_PEER);
    for (const entry of entries) if (entry !== UNIX_PEER) this.#add(entry);
  }

  #add(entry: string): void {
    const [address = '', prefix, ...rest] = entry.split('/');
    const family = isIP(address);
    const bits = prefix === undefined ? (family === 4 ? 32 : 128) : Number(prefix);
    const isPrefix = prefix === undefined || /^\d{1,3}$/.test(prefix);
    if (family === 0 || rest.length > 0 || !isPrefix || bits > (family === 4 ? 32 : 128)) {
      throw new RangeError(`not an address or network: ${entry}`);
    }
    this.#list.addSubnet(address, bits, family === 4 ? 'ipv4' : 'ipv6');
  }

  /** @param address canonical, or `unix` */
  has(address: string): boolean {
    if (address === UNIX_PEER) return this.#unix;
    return this.#list.check(address, isIPv4(address) ? 'ipv4' : 'ipv6');
  }
}

export interface PeerRequest {
  /** `request.socket.remoteAddress`; undefined for a Unix socket, or when the peer has gone. */
  socketAddress: string | undefined;
  /** The `x-forwarded-for` header, as node gives it. */
  forwardedFor: string | string[] | undefined;
  trusted: TrustedProxies;
}

/** The client's address in its canonical spelling; `unix` for a peer on a Unix socket that no trusted proxy speaks for. */
export function peerAddress({ socketAddress, forwardedFor, trusted }: PeerRequest): string {
  let peer = socketAddress === undefined ? UNIX_PEER : (canonicalAddress(socketAddress) ?? UNIX_PEER);
  if (forwardedFor === undefined || !trusted.has(peer)) return peer;
  const hops = (Array.isArray(forwardedFor) ? forwardedFor.join(',') : forwardedFor).split(',');
  for (const hop of hops.reverse().slice(0, MAX_HOPS)) {
    const address = hopAddress(hop);
    // Not written by a proxy of ours: whoever wrote it, the last address we know is the one to count for.
    if (address === null) return peer;
    peer = address;
    if (!trusted.has(peer)) return peer;
  }
  return peer;
}

/**
 * What limits count for: an IPv4 address, or the /64 network of an IPv6 address, all of which one household may have.
 * The loopback addresses stay as they are.
 */
export function peerGroup(address: string): string {
  if (!address.includes(':') || address === '::1') return address;
  const [head = '', tail] = address.split('::');
  const groups = head === '' ? [] : head.split(':');
  const rest = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : 8 - groups.length - rest.length;
  const all = [...groups, ...new Array<string>(Math.max(0, zeros)).fill('0'), ...rest];
  return `${all.slice(0, 4).join(':')}::/64`;
}

/** Gives the function that says whom a request counts for (`peerGroup`), believing the proxies of MINNA_TRUSTED_PROXIES. */
export function peerReader(setting: string | undefined): (request: IncomingMessage) => string {
  const trusted = new TrustedProxies(setting);
  return ({ socket, headers }) => {
    const forwardedFor = headers['x-forwarded-for'];
    return peerGroup(peerAddress({ socketAddress: socket.remoteAddress, forwardedFor, trusted }));
  };
}
