/** Days: a time of day in the source is left out. */
import type { Codec } from './codec';
import { dateOf } from './date-cell';

export const dateCodec: Codec = {
  decode: (cell, context) => {
    const read = dateOf(cell, 'date', context);
    return 'value' in read && typeof read.value === 'number' ? { value: Math.floor(read.value) } : read;
  },
  format: 'yyyy-mm-dd',
};
