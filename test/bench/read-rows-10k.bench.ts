import { readRowsBench } from './read-rows';

export const bench = readRowsBench(10_000, { rounds: 5, slowOnce: false });
