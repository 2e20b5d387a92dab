/** A workbook file of every sheet with order lines in one of them: read, measured, checked. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildWorkbook } from '../../src/app/build-workbook';
import { checkWorkbook } from '../../src/app/check-workbook';
import { loadWorkbook } from '../../src/app/load-workbook';
import { measure } from '../../src/app/measure';
import { measureFile } from '../../src/app/measure-file';
import { FIRST_DATA_ROW } from '../../src/core/model/raw-sheet';
import { nodeFiles } from '../../src/host/node/files';
import { nodeGzip } from '../../src/host/node/gzip';
import { createXlsxFormat } from '../../src/host/xlsx/format';
import { orderLine } from './sample-rows';
import { contentWith, sheetDef, standard } from './sample-workbook';

const host = { files: nodeFiles(), xlsx: createXlsxFormat({ gzip: nodeGzip }) };
const def = sheetDef('deliveries');

const fileIn = (folder: string, rows: number): string => join(folder, `orders-${rows}.xlsx`);

export async function writeOrders(folder: string, rows: number): Promise<void> {
  const content = contentWith(def.key, orderLine, rows);
  await writeFile(fileIn(folder, rows), await host.xlsx.write(buildWorkbook(content, standard, measure(content))));
}

function expectMeasured(results: ReturnType<typeof measure>['results'], rows: number): number {
  const [line] = results.filter(({ key }) => key === 'on-time-delivery-rate').map((result) => Object.values(result.rows).reduce((sum, of) => sum + of, 0));
  if (line === undefined || line < rows * 0.9) throw new Error(`${line} rows were measured, not ${rows}`);
  return rows;
}

/** Every metric in both periods, by the way that `zhisheng measure` goes. */
export async function measureOrders(folder: string, rows: number): Promise<number> {
  const { measurement } = await measureFile(fileIn(folder, rows), host, standard);
  return expectMeasured(measurement.results, rows);
}

/** Every column of the sheet of the order lines as blocks that nobody keeps; nothing else. */
export async function readOrders(folder: string, rows: number): Promise<number> {
  const workbook = await host.xlsx.open(await host.files.open(fileIn(folder, rows)));
  let found = 0;
  for await (const block of workbook.blocks(def.sheet, Object.fromEntries(def.columns.map(({ key }, i) => [key, i + 1])), { fromRow: FIRST_DATA_ROW })) found += block.length;
  if (found !== rows) throw new Error(`${found} rows were read, not ${rows}`);
  return found;
}

/** Every sheet is kept, measured and checked: what `zhisheng check` does, apart from looking for what editors changed. */
export async function checkOrders(folder: string, rows: number): Promise<number> {
  const { content, issues, places } = await loadWorkbook(fileIn(folder, rows), host, standard);
  const { results, changes } = measure(content);
  const check = checkWorkbook({ content, readIssues: issues, results, changes, places }, standard);
  if (check.issues.some(({ sheet }) => sheet === def.sheet)) throw new Error('the sample rows break a rule');
  return expectMeasured(results, rows);
}
