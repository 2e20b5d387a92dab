/**
 * Rows that people type below the table, in an editor that does not extend tables: LibreOffice opens the workbook, types,
 * recalculates and saves. The formulas of the saved file count the rows, and so does the program that reads it.
 */
import { beforeAll, expect, it } from '@jest/globals';
import { buildWorkbook } from '../../src/app/build-workbook';
import { makeContent } from '../../src/app/make-content';
import { measure } from '../../src/app/measure';
import { readContent, type ContentReading } from '../../src/app/read-content';
import { loadStandard } from '../../src/app/standard';
import { METRIC_SHEETS } from '../../src/core/metric/sheet/metric-sheets';
import type { CellValue } from '../../src/core/model/cell';
import type { WorkbookContent } from '../../src/core/model/content';
import { FIRST_DATA_ROW } from '../../src/core/model/raw-sheet';
import { createXlsxFormat } from '../../src/host/xlsx/format';
import { describeWithLibreOffice, typeInto, type Typed } from '../support/libreoffice';
import { sourceOf } from '../support/memory-files';
import { blocksOf, day, parseTable, resultIn, sheetDef } from '../support/metric-case';
import { disagreements } from '../support/metric-workbook';
import { plainXlsx, type Grid } from '../support/plain-xlsx';

const BEFORE: Readonly<Record<string, string>> = {
  deliveries: `
    orderNo line customer quantity dueDate    deliveryDate deliveredQuantity
    "1001"  "1"  甲       10       2024-05-20 2024-05-20   10
    "1002"  "1"  乙       10       2024-05-20 2024-05-21   10
  `,
  satisfaction: `
    questionnaireNo date       surveyor item score fullScore
    "1"             2024-05-20 企业     质量 5     5
  `,
  processInspection: `
    date       product step process key inspected firstPassed
    2024-05-20 泵      1    车削    是  100       90
  `,
  finance: `
    month      revenue cost
    2023-05-01 100     70
  `,
};

/** What is typed, from so many rows below the last one on; `gap` rows stay empty between the two lots. */
const TYPED: Readonly<Record<string, { readonly gap: number; readonly lots: readonly [string, string] }>> = {
  deliveries: {
    gap: 3,
    lots: [`
      orderNo line customer quantity dueDate    deliveryDate deliveredQuantity
      "1003"  "1"  "丙（苏州）" 10   2024-06-20 2024-06-20   10
      "A-4"   "1"  龥       10       2024-06-20 .            .
    `, `
      orderNo line customer quantity dueDate    deliveryDate deliveredQuantity
      "0005"  "2"  甲       10       2024-12-31 2024-12-31   12
    `],
  },
  // Items that no row had before: digits as text, and a name with a sign of look-ups.
  satisfaction: {
    gap: 1,
    lots: [`
      questionnaireNo date       surveyor item   score fullScore
      "2"             2024-05-21 企业     "2024" 3     5
    `, `
      questionnaireNo date       surveyor item   score fullScore
      "3"             2024-05-22 第三方   交期*  1     5
    `],
  },
  processInspection: {
    gap: 0,
    lots: [`
      date       product step process key inspected firstPassed
      2024-06-01 泵      2    磨削    是  50        40
    `, `
      date       product step process key inspected firstPassed
      2024-06-02 泵      1    车削    是  100       80
    `],
  },
  // Numbers alone.
  finance: { gap: 2, lots: ['month revenue cost\n2024-05-01 130 .', 'month revenue cost\n2023-06-01 100 .'] },
};

const standard = loadStandard();
const xlsx = createXlsxFormat();

function content(): WorkbookContent {
  const home: Readonly<Record<string, CellValue>> = {
    'periods.baseline.start': day('2023-01-01'), 'periods.baseline.end': day('2023-12-31'),
    'periods.current.start': day('2024-01-01'), 'periods.current.end': day('2024-12-31'), asOf: day('2024-12-31'),
  };
  return makeContent({
    chosen: [...standard.library.forms.map(({ key }) => key), ...standard.rawSheets.map(({ key }) => key)],
    entries: { home }, side: {},
    rows: Object.fromEntries(Object.entries(BEFORE).map(([key, table]) => [key, blocksOf(key, parseTable(table).map(({ cells }) => cells))])),
  });
}

function typing(): readonly Typed[] {
  return Object.entries(TYPED).flatMap(([key, { gap, lots }]) => {
    const { sheet, columns } = sheetDef(key);
    let row = FIRST_DATA_ROW + parseTable(BEFORE[key] ?? '').length;
    return lots.flatMap((lot, i) => {
      row += i * gap;
      return parseTable(lot).flatMap(({ cells }) => {
        const at = row++;
        return columns.flatMap((column, c): readonly Typed[] => {
          const value = cells[column.key] ?? null;
          return typeof value === 'number' || typeof value === 'string' ? [{ sheet, row: at, column: c + 1, value }] : [];
        });
      });
    });
  });
}

describeWithLibreOffice('rows typed below the tables by LibreOffice', () => {
  let reading: ContentReading | null = null;
  let saved: ReadonlyMap<string, Grid> = new Map();
  const read = (): WorkbookContent => {
    if (reading === null) throw new Error('not read');
    return reading.content;
  };

  beforeAll(async () => {
    const before = content();
    const bytes = await xlsx.write(buildWorkbook(before, standard, measure(before)));
    const edited = await typeInto(bytes, typing());
    saved = plainXlsx(edited);
    reading = await readContent(await xlsx.open(sourceOf(edited)), standard);
  }, 180_000);

  it('are read where they stand', () => {
    expect(reading?.issues).toEqual([]);
    const lengths = Object.fromEntries(Object.keys(TYPED).map((key) => [key, (read().rows[key] ?? []).reduce((sum, block) => sum + block.length, 0)]));
    // Two and two rows, a gap of three and one more; and so on.
    expect(lengths).toEqual({ deliveries: 8, satisfaction: 4, processInspection: 3, finance: 5 });
  });

  it.each([
    // 1001 and 1003 and 0005 in time of five.
    ['on-time-delivery-rate', [1, 2], [3, 5]],
    // 质量 100; then 2024 at 50 and 交期* at 0 beside it.
    ['customer-satisfaction', [100, 1], [150, 3]],
    // 0.9; then 170/200 × 40/50 = 0.68.
    ['rolled-throughput-yield', [0.9, null], [0.68, null]],
    ['key-process-yield', [90, 100], [210, 250]],
    ['third-party-satisfaction', [null, null], [0, 1]],
  ] as const)('%s counts them', (id, before, after) => {
    const figures = (of: WorkbookContent): readonly unknown[] => {
      const { numerator, denominator } = resultIn(of, id);
      return [numerator, denominator].map((value) => (value === null ? null : Math.round(value * 1e12) / 1e12));
    };
    expect(figures(content())).toEqual(before);
    expect(figures(read())).toEqual(after);
  });

  it('give the formulas of the saved file the same figures as the program', () => {
    const spec = buildWorkbook(read(), standard, measure(read()));
    expect(disagreements(spec, saved).filter(({ sheet }) => METRIC_SHEETS.some((name) => name === sheet)).map(({ said }) => said)).toEqual([]);
  });

  it('and the months differ now: a month was typed for either year', () => {
    expect([resultIn(content(), 'revenue-growth-rate').reason, resultIn(read(), 'revenue-growth-rate').reason]).toEqual(['no-rows', 'months-differ']);
  });
});
