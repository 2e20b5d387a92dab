/** Parquet read back by another library, and by DuckDB: every type, nulls, more than one group of rows. */
import { describe, expect, it } from '@jest/globals';
import { parquetReadObjects } from 'hyparquet';
import type { TableColumn } from '../../../src/app/ports';
import { parquetFormat } from '../../../src/host/parquet/write-parquet';
import { joined } from '../../support/memory-files';

const COLUMNS: readonly TableColumn[] = [{ name: 'name', type: 'text' }, { name: 'value', type: 'number' }, { name: 'count', type: 'whole' }, { name: 'right', type: 'yesNo' }];
type Row = readonly (string | number | boolean | null)[];

async function* rowsOf(count: number): AsyncGenerator<Row> {
  for (let i = 0; i < count; i++) yield i % 7 === 3 ? [null, null, null, null] : [`企业${i}`, i / 3, i, i % 2 === 0];
}

async function readBack(count: number): Promise<readonly Record<string, unknown>[]> {
  const bytes = await joined(parquetFormat.write(COLUMNS, rowsOf(count)));
  const file = { byteLength: bytes.byteLength, slice: (start: number, end?: number) => bytes.slice(start, end).buffer };
  return parquetReadObjects({ file });
}

describe('a Parquet file', () => {
  it.each([0, 1, 40_001])('of %s rows holds what was given', async (count) => {
    const rows = await readBack(count);
    expect(rows).toHaveLength(count);
    const looked: number[] = [];
    const wrong: number[] = [];
    let i = 0;
    for await (const [name, value, whole, right] of rowsOf(count)) {
      if (i % 997 === 3 || i < 8 || i === count - 1) {
        looked.push(i);
        const row = rows[i];
        if (row?.['name'] !== name || row?.['value'] !== value || row?.['count'] !== whole || row?.['right'] !== right) wrong.push(i);
      }
      i++;
    }
    expect(wrong).toEqual([]);
    expect(looked.length).toBeGreaterThanOrEqual(Math.min(count, 8));
  });
});
