/** A small workbook with rows, forms and metrics, for what people's editors do to it. */
import { buildWorkbook } from '../../src/app/build-workbook';
import { inspectWorkbook } from '../../src/app/inspect-workbook';
import { makeContent } from '../../src/app/make-content';
import { measure } from '../../src/app/measure';
import type { OpenWorkbook } from '../../src/app/ports';
import { readContent, type ContentReading } from '../../src/app/read-content';
import { loadStandard } from '../../src/app/standard';
import type { Issue } from '../../src/core/issue/issue';
import type { CellValue } from '../../src/core/model/cell';
import type { WorkbookSpec } from '../../src/core/model/sheet-spec';
import { createXlsxFormat } from '../../src/host/xlsx/format';
import { sourceOf } from '../support/memory-files';
import { blocksOf } from '../support/workbook-spec';

const standard = loadStandard();
const START = 45_292; // 2024-01-01

/** Twenty deliveries, one a fortnight. */
function deliveries(): readonly (readonly CellValue[])[] {
  const def = standard.rawSheets.find(({ key }) => key === 'deliveries');
  return Array.from({ length: 20 }, (_, i) => (def?.columns ?? []).map(({ key }): CellValue => {
    const cells: Readonly<Record<string, CellValue>> = {
      orderNo: `00${i + 1}`, line: '1', customer: `客户${i % 4}`, product: '泵', quantity: 10 + i, dueDate: START - 360 + 14 * i, deliveryDate: START - 362 + 15 * i, deliveredQuantity: 10 + i,
    };
    return cells[key] ?? null;
  }));
}

export function tamperSpec(): WorkbookSpec {
  const def = standard.rawSheets.find(({ key }) => key === 'deliveries');
  if (def === undefined) throw new Error('no deliveries');
  const content = makeContent({
    chosen: ['home', 'C', 'results', 'deliveries', 'customers'],
    entries: { home: {
      'enterprise.name': '示例泵业有限公司', 'enterprise.uscc': '91320500MA1XXXXX0T',
      'periods.baseline.start': START - 365, 'periods.baseline.end': START - 184, 'periods.current.start': START - 183, 'periods.current.end': START - 2, asOf: START - 2,
    } },
    rows: { deliveries: blocksOf(def.columns.map(({ key }) => key), 4, deliveries()), customers: [] }, side: {},
  });
  return buildWorkbook(content, standard, measure(content));
}

export interface Opened {
  readonly workbook: OpenWorkbook;
  readonly reading: ContentReading;
  readonly spec: WorkbookSpec;
}

export async function openedBook(bytes: Uint8Array): Promise<Opened> {
  const workbook = await createXlsxFormat().open(sourceOf(bytes));
  const reading = await readContent(workbook, standard);
  return { workbook, reading, spec: buildWorkbook(reading.content, standard, measure(reading.content)) };
}

export async function inspected(bytes: Uint8Array): Promise<readonly Issue[]> {
  const { workbook, reading, spec } = await openedBook(bytes);
  return inspectWorkbook(workbook, reading, standard, spec);
}

/** `sheet cell code`, in this order. */
export const told = (issues: readonly Issue[]): readonly string[] => issues.map(({ sheet, cell, code }) => `${sheet} ${cell} ${code}`).sort();
