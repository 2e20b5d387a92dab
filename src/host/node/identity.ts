/** Random identifiers and the clock of the machine. */
import { randomUUID } from 'node:crypto';
import type { Identity } from '../../app/ports';

const two = (n: number): string => String(n).padStart(2, '0');

export const nodeIdentity: Identity = {
  newId: () => randomUUID(),
  now: () => {
    const date = new Date();
    const offset = -date.getTimezoneOffset();
    const local = new Date(date.getTime() + offset * 60_000).toISOString().slice(0, 19);
    return `${local}${offset < 0 ? '-' : '+'}${two(Math.floor(Math.abs(offset) / 60))}:${two(Math.abs(offset) % 60)}`;
  },
};
