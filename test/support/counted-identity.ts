/** Identifiers and times that a test can foretell: each is one later than the last. */
import type { Identity } from '../../src/app/ports';

const START = Date.UTC(2025, 2, 1, 1, 0, 0);

export function countedIdentity(next: () => number): Identity {
  return {
    newId: () => `00000000-0000-4000-8000-${String(next()).padStart(12, '0')}`,
    now: () => `${new Date(START + next() * 60_000).toISOString().slice(0, 19)}+00:00`,
  };
}
