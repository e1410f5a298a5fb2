/** X8: what the worker does about programs. */
import type { Work } from '#kernel/module.ts';
import { deliverer, forgetOldDeliveries, queueWebhooks } from './send-webhooks.ts';

export const apiWork: Work = {
  jobs: { 'api.deliver': deliverer() },
  ticks: [
    { name: 'api.queue-webhooks', everySeconds: 3, run: queueWebhooks },
    { name: 'api.forget-old', everySeconds: 24 * 3600, run: forgetOldDeliveries },
  ],
};
