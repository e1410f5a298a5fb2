import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Item, type Outcome, type QueueState, ScribeQueue, type Store } from './scribe-queue.ts';

function memory(): Store & { items: Item[] } {
  const store = {
    items: [] as Item[],
    read: () => store.items,
    write: (items: readonly Item[]) => {
      store.items = structuredClone([...items]);
      return true;
    },
  };
  return store;
}

const item = (id: string, more: Partial<Item> = {}): Item => ({
  id,
  path: '/p',
  entry: id,
  fields: [['body', id]],
  ...more,
});

/** What becomes of each sending: arrived and answered, arrived but the answer got lost, or never arrived. */
type Weather = 'fine' | 'answer-lost' | 'lost';

/** A server that carries out each number once, behind a network with that weather. */
function serverIn(weather: Weather[]) {
  const carriedOut: string[] = [];
  const send = async ({ id }: Item): Promise<Outcome> => {
    const today = weather.shift() ?? 'fine';
    if (today !== 'lost' && !carriedOut.includes(id)) carriedOut.push(id);
    return today === 'fine' ? { kind: 'done', result: null } : { kind: 'away' };
  };
  return { carriedOut, send };
}

const silent = { changed: () => {}, done: () => {} };

describe('F9.2 what waits on the scribe’s screen', () => {
  test('nothing is lost, nothing is there twice, the order is kept, however the network behaves', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom<Weather>('fine', 'answer-lost', 'lost'), { maxLength: 30 }),
        fc.array(fc.boolean(), { minLength: 1, maxLength: 12 }),
        async (weather, flushAfter) => {
          const server = serverIn(weather);
          const store = memory();
          const typed = flushAfter.map((_, at) => `e${at}`);
          for (const [at, flush] of flushAfter.entries()) {
            // Each time a new page: what waits survives a reload.
            const queue = new ScribeQueue({ store, send: server.send, ...silent });
            queue.add(item(typed[at]!));
            if (flush) await queue.flush();
          }
          const queue = new ScribeQueue({ store, send: server.send, ...silent });
          for (let turn = 0; turn <= 31 && store.items.length > 0; turn += 1) await queue.flush();
          expect(server.carriedOut).toEqual(typed);
          expect(store.items).toEqual([]);
        },
      ),
    );
  });

  test('asked to send twice at once, it sends once', async () => {
    const sent: string[] = [];
    const store = memory();
    const queue = new ScribeQueue({
      store,
      send: async ({ id }) => {
        sent.push(id);
        return { kind: 'done', result: null };
      },
      ...silent,
    });
    queue.add(item('a'));
    queue.add(item('b'));
    await Promise.all([queue.flush(), queue.flush()]);
    expect(sent).toEqual(['a', 'b']);
  });

  test('what is refused stands aside; what belongs to its row waits, the others go on', async () => {
    const store = memory();
    const sent: string[] = [];
    let state: QueueState | null = null;
    const queue = new ScribeQueue({
      store,
      send: async ({ id }) => {
        sent.push(id);
        return id === 'a' ? { kind: 'refused', message: 'no such name' } : { kind: 'done', result: null };
      },
      changed: (now) => {
        state = now;
      },
      done: () => {},
    });
    queue.add(item('a', { opens: true }));
    queue.add(item('hands-a', { entry: 'a' }));
    queue.add(item('b', { opens: true }));
    await queue.flush();
    expect(sent).toEqual(['a', 'b']);
    expect(state!).toMatchObject({ halt: null, sending: false });
    expect(state!.refused.map(({ id, refused }) => [id, refused])).toEqual([['a', 'no such name']]);
    queue.discard('a');
    expect(store.items).toEqual([]);
  });

  test('signed out, it stops and says so', async () => {
    const store = memory();
    let state: QueueState | null = null;
    const queue = new ScribeQueue({
      store,
      send: async () => ({ kind: 'signed-out' }),
      changed: (now) => {
        state = now;
      },
      done: () => {},
    });
    queue.add(item('a'));
    await queue.flush();
    expect(state!.halt).toBe('signed-out');
    expect(store.items).toHaveLength(1);
  });
});
