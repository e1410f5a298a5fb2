/** X8: where webhooks may be sent: never inside a network, or the town could be made to knock at its own doors. */
import { lookup as lookUp } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

const inside = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  inside.addSubnet(network, prefix, 'ipv4');

const outside = new BlockList();
// Of IPv6 only what is given out to the world, and of that not what wraps an IPv4 address or serves examples.
outside.addSubnet('2000::', 3, 'ipv6');
for (const [network, prefix] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  inside.addSubnet(network, prefix, 'ipv6');

/** True for an address (no name) that leads out into the world. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !inside.check(address, 'ipv4');
  return family === 6 && outside.check(address, 'ipv6') && !inside.check(address, 'ipv6');
}

export class PrivateAddress extends Error {
  override readonly name = 'PrivateAddress';
}

/** Why nothing may be sent there, as far as the address itself says. */
export function refusesUrl(text: string, allowsPrivate: boolean): 'not-https' | 'private-address' | null {
  const url = URL.parse(text);
  if (url === null) return 'not-https';
  if (url.username !== '' || url.password !== '') return 'not-https';
  if (url.protocol !== 'https:' && !(allowsPrivate && url.protocol === 'http:')) return 'not-https';
  if (allowsPrivate) return null;
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host)) return isPublicAddress(host) ? null : 'private-address';
  // Names without a dot, and those no name server outside knows, are found inside only.
  return /\.(localhost|local|internal|home\.arpa|test|invalid)\.?$|^[^.]*\.?$/i.test(host) ? 'private-address' : null;
}

/**
 * Finds addresses as usual and gives only public ones. The connection is made to the very address that was looked at, so that a name
 * cannot mean another one a moment later.
 */
export function publicLookup(
  find: typeof lookUp = lookUp,
  permits: (address: string) => boolean = isPublicAddress,
): LookupFunction {
  return (hostname, options, callback) => {
    find(hostname, { ...options, all: true }, (error, found) => {
      if (error) return callback(error, '', 0);
      const addresses = found as unknown as { address: string; family: number }[];
      // One inside address among them is reason enough.
      const bad = addresses.length === 0 || addresses.some(({ address }) => !permits(address));
      if (bad) return callback(new PrivateAddress(hostname), '', 0);
      if (options.all) return callback(null, addresses as never);
      return callback(null, addresses[0]!.address, addresses[0]!.family);
    });
  };
}
