/** A pool of connections that outlives a server going away. */
import pg from 'pg';

/**
 * A lost connection rejects what is under way on it; besides, the driver raises it as an event, on the pool while the
 * connection is idle or closing and on the connection while somebody holds it. An event nobody listens to ends the process:
 * both go to `onLost` here.
 */
export function steadyPool(settings: pg.PoolConfig, onLost: (error: Error) => void): pg.Pool {
  const pool = new pg.Pool(settings);
  pool.on('error', onLost);
  pool.on('connect', (client) => void client.on('error', onLost));
  return pool;
}
