/** Work with Excel: the batch is run, its errors become those of a host. */
import type { Context, Excel } from './api';
import { hostErrorOf, type Place } from './errors';

export async function inExcel<T>(excel: Excel, batch: (context: Context) => Promise<T>, place: Place = {}): Promise<T> {
  try {
    return await excel.run(batch);
  } catch (error) {
    throw hostErrorOf(error, place);
  }
}
