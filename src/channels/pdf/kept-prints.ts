/** F9.6: a print is made once, when it is first asked for, and kept by what it was made of. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { openedFiles, StoreMissing, storeKey } from '#commons/files/index.ts';
import type { Print } from './print.ts';
import { print } from './run-press.ts';

/** What decides how a print looks: another template or reading of letters makes another file. */
const LOOK = ['blocks.typ', 'document.typ', 'sheet.typ', 'poster.typ', 'legible.ts', 'qr-svg.ts', 'typeset.ts']
  .map((name) => readFileSync(new URL(`./${name}`, import.meta.url)))
  .reduce((hash, file) => hash.update(file), createHash('sha256'))
  .digest();

/** What is being made at this moment, so that a crowd at the door has it made once. */
const underway = new Map<string, Promise<Buffer>>();

export interface KeptPrint {
  /** lower-case hexadecimal; the same for the same print */
  key: string;
  pdf(): Promise<Buffer>;
}

/** @param hubId whose print it is; hubs share none */
export function keptPrint(hubId: number, what: Print): KeptPrint {
  const key = createHash('sha256').update(LOOK).update(JSON.stringify(what)).digest('hex');
  return { key, pdf: () => made(storeKey(hubId, key), what) };
}

function made(key: string, what: Print): Promise<Buffer> {
  const running = underway.get(key);
  if (running) return running;
  const making = fetched(key, what).finally(() => underway.delete(key));
  underway.set(key, making);
  return making;
}

async function fetched(key: string, what: Print): Promise<Buffer> {
  const { store } = openedFiles();
  try {
    return await buffer(await store.read(key));
  } catch (error) {
    if (!(error instanceof StoreMissing)) throw error;
  }
  const pdf = await print(what);
  await store.put(key, { bytes: pdf });
  return pdf;
}
