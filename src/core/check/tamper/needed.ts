/** The part of a range that counts: of one that goes on to the end of a raw-data sheet, what is filled, and one row at least. */
import { MAX_ROW } from '../../model/address';
import type { Area } from '../../model/area';
import type { SheetFacts } from './tamper-rule';

export function needed(area: Area, { raw }: Pick<SheetFacts, 'raw'>): Area {
  if (raw === null || area.bottom < MAX_ROW) return area;
  return { ...area, bottom: Math.max(area.top, raw.headerRow + 1, raw.rows.at(-1) ?? 0) };
}
