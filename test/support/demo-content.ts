/** The content of the example workbook, made from the samples without writing a file. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createContent } from '../../src/app/create-workbook';
import { readDemoEntries } from '../../src/app/demo-entries';
import { customersOf, DEMO_TABLES, movedOrders, movedWorkOrders } from '../../src/app/demo-tables';
import { readImportMap } from '../../src/app/import-map';
import { importRows } from '../../src/app/import-rows';
import { makeContent } from '../../src/app/make-content';
import { readProfile } from '../../src/app/profile';
import { loadStandard } from '../../src/app/standard';
import { findHeader } from '../../src/core/import/find-header';
import type { WorkbookContent } from '../../src/core/model/content';
import { decodeCsv } from '../../src/host/csv/decode-csv';

/** `root` is the project's folder. */
export function demoContent(root: string = join(__dirname, '../..')): WorkbookContent {
  const bytes = (path: string): Uint8Array => new Uint8Array(readFileSync(join(root, 'sample', path)));
  const text = (path: string): string => readFileSync(join(root, 'sample', path), 'utf8');
  const standard = loadStandard();
  const orders = decodeCsv(bytes('northwind_orders.csv'));
  const made = new Map([
    ['northwind_orders.csv', movedOrders(orders)], ['adventureworks_work_orders.csv', movedWorkOrders(decodeCsv(bytes('adventureworks_work_orders.csv')))], ['customers.csv', customersOf(orders)],
  ]);
  const typed = readDemoEntries(JSON.parse(text('example/entries.json')), standard);
  const created = createContent(readProfile(text('example/profile.json')), 'all', standard);
  let content = makeContent({ ...created, entries: { ...typed.entries, ...created.entries }, side: typed.side });
  for (const { key, file, map } of DEMO_TABLES) {
    const def = standard.rawSheets.find((one) => one.key === key);
    if (def === undefined) throw new RangeError(`no raw-data sheet ${key}`);
    const parsed = map === undefined ? null : readImportMap(text(`example/${map}`), def).map;
    const table = findHeader(decodeCsv(made.get(file) ?? bytes(`example/${file}`)), def, parsed ?? undefined);
    content = importRows(content, def, table, parsed === null ? {} : { map: parsed }).content;
  }
  return content;
}
