import { EventEmitter } from 'node:events';
import { describe, expect, test } from 'vitest';
import { onStop, READY_MESSAGE, type StoppableProcess, type StopStep } from './graceful.ts';
import { createLog } from './log.ts';
import type { Timers } from './timers.ts';

const log = createLog({ sink: { write: (_text, done) => done(), writeNow: () => {} } });

class FakeProcess extends EventEmitter implements StoppableProcess {
  exits: number[] = [];
  sent: string[] = [];
  exit(code: number): void {
    this.exits.push(code);
  }
}

class SupervisedProcess extends FakeProcess {
  send(message: string): boolean {
    this.sent.push(message);
    return true;
  }
}

class FakeTimers implements Timers {
  waiting = new Map<number, { step: () => void; ms: number }>();
  #count = 0;
  now(): number {
    return 0;
  }
  setTimeout(step: () => void, ms: number): number {
    this.#count += 1;
    this.waiting.set(this.#count, { step, ms });
    return this.#count;
  }
  clearTimeout(timer: unknown): void {
    this.waiting.delete(timer as number);
  }
  run(ms: number): void {
    for (const { step } of [...this.waiting.values()].filter((timer) => timer.ms === ms)) step();
  }
}

function prepare(steps: readonly StopStep[], own: FakeProcess = new FakeProcess()) {
  const timers = new FakeTimers();
  return { own, timers, code: onStop(steps, { log, process: own, timers, deadlineMs: 7_000 }) };
}

describe('onStop', () => {
  test.each([['SIGTERM'], ['SIGINT'], ['SIGHUP']])(
    '%s runs the steps in their order, each after the one before',
    async (signal) => {
      const done: string[] = [];
      const gate = Promise.withResolvers<void>();
      const { own, timers, code } = prepare([
        { name: 'web', run: () => gate.promise.then(() => done.push('web')) },
        { name: 'database', run: () => done.push('database') },
      ]);
      own.emit(signal);
      expect(done).toEqual([]);
      gate.resolve();
      expect(await code).toBe(0);
      expect(done).toEqual(['web', 'database']);
      expect(own.exits).toEqual([]);
      expect([...timers.waiting.values()].map(({ ms }) => ms)).toEqual([2_000]);
    },
  );

  test('a step that fails is told by the exit code and keeps no other from running', async () => {
    const done: string[] = [];
    const { own, code } = prepare([
      { name: 'web', run: () => Promise.reject(new Error('no')) },
      {
        name: 'worker',
        run: () => {
          throw new Error('no');
        },
      },
      { name: 'database', run: () => done.push('database') },
    ]);
    own.emit('SIGTERM');
    expect(await code).toBe(1);
    expect(done).toEqual(['database']);
  });

  test('at the deadline, and on a second signal, the process ends at once', () => {
    for (const end of [
      (own: FakeProcess) => own.emit('SIGINT'),
      (_own: FakeProcess, timers: FakeTimers) => timers.run(7_000),
    ]) {
      const { own, timers } = prepare([{ name: 'never', run: () => new Promise(() => {}) }]);
      own.emit('SIGTERM');
      expect(own.exits).toEqual([]);
      end(own, timers);
      expect(own.exits).toEqual([1]);
    }
  });

  test('what lingers after the last step does not hold the process for long', async () => {
    const { own, timers, code } = prepare([]);
    own.emit('SIGTERM');
    expect(await code).toBe(0);
    timers.run(2_000);
    expect(own.exits).toEqual([0]);
  });

  test('a supervised process says that it is up, and stops when its parent has gone', async () => {
    const own = new SupervisedProcess();
    const { code } = prepare([], own);
    expect(own.sent).toEqual([READY_MESSAGE]);
    own.emit('disconnect');
    expect(await code).toBe(0);
    expect(own.eventNames()).toEqual([]);
  });

  test('a parent that goes while its child is stopping does not cut it short', async () => {
    const own = new SupervisedProcess();
    const gate = Promise.withResolvers<void>();
    const { code } = prepare([{ name: 'worker', run: () => gate.promise }], own);
    own.emit('SIGTERM');
    own.emit('disconnect');
    gate.resolve();
    expect(await code).toBe(0);
    expect(own.exits).toEqual([]);
  });
});
