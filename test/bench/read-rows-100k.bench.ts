import { readRowsBench } from './read-rows';

export const bench = readRowsBench(100_000, { rounds: 3, slowOnce: false });
