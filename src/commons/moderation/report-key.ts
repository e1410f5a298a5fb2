/**
 * X4: the address under which somebody who reported without signing in reads what became of it, and appeals. It says which report, and is
 * signed (HMAC-SHA-256, cut to 128 bits), so that letters can give it again and nothing is kept. Whoever holds it may act on that report.
 */
import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

let key: Buffer | null = null;

/** Called once by web and worker with the deployment's secret. */
export function openReportKeys(secret: string): void {
  key = Buffer.from(hkdfSync('sha256', secret, '', 'minna report', 32));
}

const KEY_WAYS = ['report', 'claim', 'letter'] as const;
export type KeyWay = (typeof KEY_WAYS)[number];

export interface OwnReport {
  hubId: number;
  way: KeyWay;
  /** of the report, of the claim's case, or of the decision about a letter: for whoever wrote it */
  id: string;
}

const SIGNATURE = 16;
const DATA = 21;

function signed(data: Buffer): Buffer {
  if (!key) throw new Error('openReportKeys() must be called before reports are taken');
  return createHmac('sha256', key).update(data).digest().subarray(0, SIGNATURE);
}

export function reportKey({ hubId, way, id }: OwnReport): string {
  const data = Buffer.alloc(DATA);
  data.writeUInt32BE(hubId);
  data.writeUInt8(KEY_WAYS.indexOf(way), 4);
  data.write(id.replaceAll('-', ''), 5, 'hex');
  return Buffer.concat([data, signed(data)]).toString('base64url');
}

/** Null for anything we didn't sign. */
export function readReportKey(text: string): OwnReport | null {
  if (!/^[A-Za-z0-9_-]{50}$/.test(text)) return null;
  const bytes = Buffer.from(text, 'base64url');
  const data = bytes.subarray(0, DATA);
  if (!timingSafeEqual(bytes.subarray(DATA), signed(data))) return null;
  const id = data
    .subarray(5)
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  const way = KEY_WAYS[data.readUInt8(4)];
  return way ? { hubId: data.readUInt32BE(), way, id } : null;
}

export const ownReportPath = (report: OwnReport): string => `/moderation/own-reports/${reportKey(report)}`;
