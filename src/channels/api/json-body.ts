/** X8: what a program sends: one JSON object, in UTF-8, of bounded size. */
import type { IncomingMessage } from 'node:http';
import { refuse as refuseKernel } from '#kernel/refusal.ts';
import { refuse } from './problem.ts';

const MOST_BYTES = 3 * 1024 * 1024;
const utf8 = new TextDecoder('utf-8', { fatal: true });

export interface Sent {
  value: Record<string, unknown>;
  bytes: Buffer;
}

/** Nothing at all counts as an empty object: many acts need no more than their address. */
export async function readJson(request: IncomingMessage): Promise<Sent> {
  const bytes = await bytesOf(request);
  if (bytes.length === 0) return { value: {}, bytes };
  const [type] = (request.headers['content-type'] ?? '').split(';');
  if (type?.trim().toLowerCase() !== 'application/json' || request.headers['content-encoding'])
    throw refuse('not-json', { status: 415 });
  let value: unknown;
  try {
    value = JSON.parse(utf8.decode(bytes));
  } catch {
    throw refuse('not-json', { status: 400 });
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw refuse('not-json', { status: 400 });
  return { value: value as Record<string, unknown>, bytes };
}

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const tooLarge = () => refuseKernel('too-large', { status: 413 });
  if (Number(request.headers['content-length'] ?? 0) > MOST_BYTES) throw tooLarge();
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > MOST_BYTES) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
