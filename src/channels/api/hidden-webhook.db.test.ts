import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { type ModeratedTown, openModeratedTown } from '#commons/moderation/moderation-for-tests.ts';
import { jobOf, sequenceAll } from '#commons/notices/notices-for-tests.ts';
import { addWebhook, openPrograms } from '#commons/programs/index.ts';
import { action } from '#kernel/action.ts';
import { deliverer, queueWebhooks } from './send-webhooks.ts';

/** An act whose event tells the words in public. */
const quoted = action({
  name: 'sample.quote',
  input: z.object({ said: z.uuid() }),
  run: (ctx, { said }) =>
    ctx.record({
      verb: 'opinions.amended',
      object: { kind: 'opinion', id: said },
      public: { title: '電話は 090-0000-0000 です。' },
      tags: [],
    }),
});

let it: ModeratedTown;
beforeAll(async () => {
  openPrograms({ secret: 'x'.repeat(32), allowsPrivate: false });
  it = await openModeratedTown();
});
afterAll(() => it.town.close());

test('X8, X4 a webhook is not told the words of what was hidden before it was sent', async () => {
  const { town, iwao, fumi, kotone } = it;
  const { id: webhook } = await town.perform(fumi, addWebhook, {
    url: 'https://hooks.example.com/',
    verbs: ['opinions.amended'],
  });
  await queueWebhooks(jobOf(town));
  const said = await it.says(iwao, '電話は 090-0000-0000 です。');
  await town.perform(iwao, quoted, { said });
  await sequenceAll(town);
  await queueWebhooks(jobOf(town));
  const [due] = await town.rows<{ event_id: string }>('select event_id from webhook_deliveries where webhook_id = $1', [
    webhook,
  ]);
  const sent: string[] = [];
  const deliver = deliverer(async (_, body) => {
    sent.push(body);
    return { status: 500, failure: null };
  });
  const payload = { webhook, event: due!.event_id };
  await expect(deliver(jobOf(town), payload)).rejects.toThrow('500');
  await it.decides(kotone, await it.reports(fumi, said), 'hidden');
  expect(await it.hiddenAt(said)).not.toBeNull();
  await expect(deliver(jobOf(town), payload)).rejects.toThrow('500');
  expect(sent[0]).toContain('090-0000-0000');
  expect(sent[1]).not.toContain('090-0000-0000');
});
