import { readRowsBench } from './read-rows';

/** The slow ones take half a minute to a minute and up to 2 GB; leave some out with --without NAME. */
export const bench = readRowsBench(1_000_000, { rounds: 5, slowOnce: true });
