/** Time and randomness of one request, handed to whatever acts in it, so that tests move the clock. */
import { randomId, uuidv7 } from '#kernel/ids.ts';
import { newToken } from './session-token.ts';

export interface Means {
  now: Date;
  /** UUIDv7 */
  newId(): string;
  /** UUIDv4 */
  randomId(): string;
  /** a one-time key for a letter: 256 bits */
  newKey(): string;
}

export function meansOf({ now }: { now: Date }): Means {
  return { now, newId: () => uuidv7(now), randomId, newKey: newToken };
}
