/** Days with the time of day. A day alone is its midnight. */
import type { Codec } from './codec';
import { dateOf } from './date-cell';

export const datetimeCodec: Codec = {
  decode: (cell, context) => dateOf(cell, 'datetime', context),
  format: 'yyyy-mm-dd hh:mm',
};
