/**
 * F9.9: `./minna draw verify FILE|URL` draws a published lot again and says whether list and result are what was published. It needs no
 * database, no configuration and no server of the town.
 */
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { checkLot } from '#kernel/lot.ts';

const document = z.object({
  method: z.string(),
  listHash: z.string(),
  chance: z.string(),
  size: z.number().int().min(1),
  candidates: z.array(z.object({ number: z.string(), strata: z.array(z.string()) })),
  drawn: z.array(z.string()),
});

const USAGE = 'draw verify FILE|URL    くじを引きなおして確かめる / draws a published lot again';

/** Resolves with the exit code: 0 the same, 1 not the same, 2 wrong usage, 3 could not be read. */
export async function run(args: string[], out: (line: string) => void = console.log): Promise<number> {
  const [command, place, ...rest] = args;
  if (command !== 'verify' || place === undefined || rest.length > 0) {
    out(USAGE);
    return 2;
  }
  const published = document.safeParse(await read(place));
  if (!published.success) {
    out(`読めません / not a draw: ${place}`);
    return 3;
  }
  const { method, list, draw, drawn } = await checkLot(published.data);
  if (!method) out(`知らない方法です / unknown method: ${published.data.method}`);
  const say = (holds: boolean, ja: string, en: string) => out(`${holds ? '✓' : '✗'} ${ja} / ${en}`);
  say(list, '名簿のしるし', `fingerprint of the list (${published.data.candidates.length} candidates)`);
  say(draw, 'くじの結果', `the result (${published.data.size} drawn)`);
  if (method && !draw) out(`ここで引いた番号 / drawn here: ${drawn.join(' ')}`);
  return method && list && draw ? 0 : 1;
}

async function read(place: string): Promise<unknown> {
  try {
    if (!/^https?:/.test(place)) return JSON.parse(await readFile(place, 'utf8'));
    const response = await fetch(place, { headers: { accept: 'application/json' } });
    return response.ok ? await response.json() : null;
  } catch {
    return null;
  }
}
