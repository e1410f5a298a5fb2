/** F1.3, F7.5 Tells the status page how far an import is, beside the work: what comes too fast is left out. */
import { run } from '#kernel/database/dialect.ts';
import type { JobContext } from '#kernel/jobs.ts';
import type { ImportKind } from './kind.ts';

export interface Progress {
  /** 0 to 100; 100 itself is told by whoever ends the import */
  percent(now: number): void;
  /** Waits for what is being told. In a transaction that holds the row nothing may be told any more: it would wait for itself. */
  quiet(): Promise<void>;
}

export function progressOf({ hub, hubwise, log }: JobContext, { table }: ImportKind, id: string): Progress {
  let told = 0;
  let telling: Promise<void> | null = null;
  return {
    percent(now) {
      const percent = Math.min(99, Math.floor(now));
      if (percent <= told || telling) return;
      told = percent;
      telling = hubwise
        .write(hub.id, (db) =>
          run(db, `update ${table} set percent = $3 where hub_id = $1 and id = $2`, [hub.id, id, percent]),
        )
        .then(() => {})
        .catch((error: unknown) => log.warn('the progress of an import could not be told', { error }))
        .finally(() => {
          telling = null;
        });
    },
    async quiet() {
      await telling;
    },
  };
}
