/** A connection to Redis that says at once when there is none, and afterwards waits for one that went away. */
import type { Redis } from 'ioredis';
import { HostError } from '../../app/ports';

const FIRST_TRY = 5000;

/** The address without name and password. */
export function shownAddress(url: string): string {
  try {
    const { protocol, host, pathname } = new URL(url);
    return `${protocol}//${host}${pathname === '/' ? '' : pathname}`;
  } catch {
    return 'redis://…';
  }
}

/** Throws `HostError` (`queue/address`, `queue/unreachable`). */
export async function connect(url: string): Promise<Redis> {
  if (!/^rediss?:\/\/[^/]/u.test(url)) throw new HostError('queue/address', { url: shownAddress(url) });
  const { Redis: Client } = await import('ioredis');
  let reached = false;
  const client = new Client(url, { lazyConnect: true, maxRetriesPerRequest: null, connectTimeout: FIRST_TRY, retryStrategy: (times) => (reached ? Math.min(times * 200, 3000) : null) });
  let last: unknown;
  client.on('error', (error) => {
    last = error;
  });
  try {
    await client.connect();
    await client.ping();
  } catch (cause) {
    client.disconnect();
    throw new HostError('queue/unreachable', { url: shownAddress(url) }, { cause: last ?? cause });
  }
  reached = true;
  return client;
}
