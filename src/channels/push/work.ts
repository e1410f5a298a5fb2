/** X3: what the worker does about pushes. */
import type { Work } from '#kernel/module.ts';
import { deliverer, takePushes } from './send-push.ts';

export const pushWork: Work = {
  jobs: { 'push.deliver': deliverer() },
  ticks: [{ name: 'push.take', everySeconds: 5, run: takePushes }],
};
