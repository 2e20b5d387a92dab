/**
 * What is handed in, as it prints: diagnosis, root causes, plan, results and case of the example enterprise, with the texts
 * that the program drafts. LibreOffice prints them; pictures stay under `out/printed` for people to look at.
 */
import { join } from 'node:path';
import { buildWorkbook } from '../../src/app/build-workbook';
import { makeContent } from '../../src/app/make-content';
import { measure } from '../../src/app/measure';
import { planContent } from '../../src/app/plan-content';
import { checkWorkbook } from '../../src/app/check-workbook';
import { loadStandard } from '../../src/app/standard';
import type { SheetSpec, WorkbookSpec } from '../../src/core/model/sheet-spec';
import { demoContent } from '../support/demo-content';
import { describeWithLibreOffice } from '../support/libreoffice';
import { bare, keepPages, lowRows, printedSheets, printedTexts, type Printed } from '../support/printed';

const standard = loadStandard();
const SHEETS = ['附录D 问题诊断表', '原因分析', '附录E 提升方案', '方案实施', '成效总结', '附录F 提升案例'] as const;
/** Nobody wrote the case yet: all of it is drafted. */
const written = demoContent();
const content = makeContent({ ...written, entries: { ...written.entries, F: {} } });
const measurement = measure(content);
const planned = planContent(content, standard, { measurement }).content;
const spec: WorkbookSpec = buildWorkbook(planned, standard, measurement);
const sheetOf = (name: string): SheetSpec => {
  const found = spec.sheets.find((sheet) => sheet.name === name);
  if (found === undefined) throw new RangeError(name);
  return found;
};

test('the check finds nothing in what the program assembled and drafted', () => {
  expect(checkWorkbook({ content: planned, readIssues: [], results: measurement.results, changes: measurement.changes }, standard).issues).toEqual([]);
});

test.each(SHEETS)('%s: every row is as high as its texts need', (name) => {
  expect(lowRows(sheetOf(name))).toEqual([]);
});

describeWithLibreOffice('printed', () => {
  let print: Printed;
  beforeAll(async () => {
    print = await keepPages(await printedSheets(spec, SHEETS), join(__dirname, '../../out/printed/sheets'));
  }, 180_000);

  test('no page is blank, each is numbered and bears the name of the enterprise', () => {
    const { pages } = print;
    pages.forEach((page, i) => {
      expect(page).toContain(`第${i + 1}页共${pages.length}页`);
      expect(page).toContain('示例泵业有限公司');
      expect(page.length).toBeGreaterThan(60);
    });
  });

  test('each sheet takes the pages that its layout means it to', () => {
    const begins = SHEETS.map((name) => print.pages.findIndex((page) => page.includes(bare(titleOf(name)))));
    expect(begins).toEqual([...begins].sort((a, b) => a - b));
    const counts = begins.map((start, i) => (begins[i + 1] ?? print.pages.length) - start);
    // A page per analysis; the first page of the plan and two problems on each of the next; at most three for the rest.
    expect(counts.slice(0, 3)).toEqual([1, 10, 6]);
    for (const count of counts.slice(3)) expect(count).toBeLessThanOrEqual(5);
  });

  test('every text of every printed cell is there, whole', () => {
    const all = print.pages.join('');
    const missing = SHEETS.flatMap((name) => printedTexts(sheetOf(name)).filter(({ text }) => !all.includes(bare(text))).map(({ row, column, text }) => `${name} ${row} ${column} ${text.slice(0, 30)}`));
    expect(missing).toEqual([]);
  });
});

function titleOf(name: string): string {
  return standard.library.forms.find(({ sheet }) => sheet === name)?.title ?? '';
}
