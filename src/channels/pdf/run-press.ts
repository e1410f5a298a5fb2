/** F9.6: prints one after the other, each in a process of its own: the web goes on meanwhile, and the memory is given back at the end. */
import { spawn } from 'node:child_process';
import { buffer, text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { Print } from './print.ts';

const PRESS = fileURLToPath(new URL('./press.ts', import.meta.url));
/** Ten times what the largest round takes; whatever needs longer never ends. */
const LONGEST_MS = 120_000;

let last: Promise<unknown> = Promise.resolve();

/** One at a time. @throws PressFailed */
export function print(what: Print): Promise<Buffer> {
  const turn = last.then(() => press(what));
  last = turn.catch(() => {});
  return turn;
}

/** What the press said before it ended, or why it never began: a platform without a typesetter. For the log, never for readers. */
export class PressFailed extends Error {
  override readonly name = 'PressFailed';
}

async function press(what: Print): Promise<Buffer> {
  const child = spawn(process.execPath, [PRESS], { stdio: 'pipe', timeout: LONGEST_MS, killSignal: 'SIGKILL' });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', (cause) => reject(new PressFailed('the press could not be started', { cause })));
    child.once('close', resolve);
  });
  // A press that dies closes its input; that it died is said by its end.
  child.stdin.on('error', () => {});
  child.stdin.end(JSON.stringify(what));
  const [pdf, said, code] = await Promise.all([buffer(child.stdout), text(child.stderr), ended]);
  if (code !== 0 || pdf.length === 0) throw new PressFailed(`the press ended with ${code}: ${said.slice(-2000)}`);
  return pdf;
}
