/**
 * F9.1, X13: pictures of the ground below the drawn map come from elsewhere only where the operator says so: MINNA_TILES holds the address
 * with {z}, {x} and {y}, a space, and the words that name where they come from. Then, and only on pages with a map, browsers may load
 * pictures from that origin.
 */
import { contentPolicy } from '#kernel/web/headers.ts';
import type { Reply } from '#kernel/web/reply.ts';
import type { MapTiles } from '#ui/outline-map.ts';

/** Encrypted, unless it never leaves this machine. */
const SAFE = /^(https:\/\/|http:\/\/(localhost|127\.0\.0\.1)(:\d+)?\/)/;

/** Null without the setting. @throws when it can't be an address of tiles */
export function tilesFrom(env: Record<string, string | undefined>): MapTiles | null {
  const given = env.MINNA_TILES?.trim();
  if (!given) return null;
  const [template = '', ...attribution] = given.split(/\s+/);
  const complete = ['{z}', '{x}', '{y}'].every((hole) => template.includes(hole));
  if (!complete || !SAFE.test(template) || attribution.length === 0)
    throw new Error('MINNA_TILES takes https://tiles.example/{z}/{x}/{y}.png and, after a space, where they come from');
  return { template, attribution: attribution.join(' ') };
}

export const tiles = tilesFrom(process.env);

/** The page with the right to load what its map shows. */
export function withTiles(reply: Reply, given: MapTiles | null = tiles): Reply {
  if (!given) return reply;
  const { origin } = new URL(given.template.replace(/[{}]/g, ''));
  return { ...reply, headers: { ...reply.headers, 'content-security-policy': contentPolicy([origin]) } };
}
