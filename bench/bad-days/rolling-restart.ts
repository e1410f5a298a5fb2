/**
 * Two processes behind what a proxy does (it asks /readyz, takes the next when one refuses a connection, and keeps connections open) are
 * replaced one after the other while people read and choose. A request that was sent and got no answer is lost.
 */
import { Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { page } from '../figures/requests.ts';
import type { RunningMinna } from '../minna-process.ts';
import type { BenchTown } from '../town.ts';
import { type BadDay, look, type Seen, startBeside, until } from './stage.ts';

const TURNS = 3;
const LANES = 12;
const ASK_MS = 200;
const DRAIN_SECONDS = '2';

interface Backend {
  minna: RunningMinna;
  ready: boolean;
}

type Outcome = 'answered' | 'refused' | 'lost';

async function play(town: BenchTown): Promise<Seen> {
  const start = async (): Promise<Backend> => {
    return { minna: await startBeside(town, { MINNA_DRAIN_SECONDS: DRAIN_SECONDS }), ready: true };
  };
  let backends = [await start(), await start()];
  const counts = { answered: 0, refused: 0, lost: 0, nobody: 0 };
  const agent = new Agent({ keepAlive: true, maxSockets: LANES });
  let going = true;

  async function lane(): Promise<void> {
    for (let turn = 0; going; turn += 1) {
      const ready = backends.filter((one) => one.ready);
      let outcome: Outcome = 'refused';
      for (let tries = 0; tries < ready.length && outcome === 'refused'; tries += 1) {
        outcome = await send(agent, ready[(turn + tries) % ready.length]!.minna.port);
        counts[outcome] += 1;
      }
      if (outcome === 'refused') counts.nobody += 1;
      // A steady stream rather than a flood: what is looked at is the moment of closing.
      await pause(5);
    }
  }
  async function askReady(): Promise<void> {
    while (going) {
      for (const one of backends) one.ready = (await look(one.minna.port, '/readyz', 1_000))?.status === 200;
      await pause(ASK_MS);
    }
  }
  const lanes = [askReady(), ...Array.from({ length: LANES }, () => lane())];
  try {
    await until(() => counts.answered > 500, 60_000);
    for (let turn = 0; turn < TURNS; turn += 1) {
      const fresh = await start();
      const [oldest, ...others] = backends;
      backends = [oldest!, ...others, fresh];
      process.kill(oldest!.minna.pid, 'SIGTERM');
      await oldest!.minna.exit;
      backends = [...others, fresh];
      const before = counts.answered;
      await until(() => counts.answered > before + 200, 60_000);
    }
  } finally {
    going = false;
    await Promise.all(lanes);
    agent.destroy();
    for (const { minna } of backends) await minna.stop();
  }
  const { answered, refused, lost, nobody } = counts;
  return {
    seen: `${TURNS} processes replaced: ${answered} requests answered, ${lost} lost, ${nobody} found nobody (${refused} connections refused and led on)`,
    passed: lost === 0 && nobody === 0 && answered > 1000,
  };
}

function send(agent: Agent, port: number): Promise<Outcome> {
  const { path, headers } = page('/proposals', port);
  return new Promise((resolve) => {
    const sent = request({ agent, host: '127.0.0.1', port, path, headers, timeout: 30_000 }, (answer) => {
      answer.resume();
      answer.on('end', () => resolve(answer.statusCode === 200 ? 'answered' : 'lost'));
      answer.on('error', () => resolve('lost'));
    });
    sent.on('timeout', () => sent.destroy(new Error('no answer')));
    sent.on('error', (error: NodeJS.ErrnoException) => resolve(error.code === 'ECONNREFUSED' ? 'refused' : 'lost'));
    sent.end();
  });
}

export const rollingRestart: BadDay = {
  name: 'rolling-restart',
  done: 'SIGTERM under load: web processes are replaced one after the other, each drained for 2 seconds',
  play,
};
