/** An import into a workbook whose sheets people changed says what makes the figures wrong, and goes on. */
import { createXlsxFormat } from '../../src/host/xlsx/format';
import { memoryHost } from '../support/cli-host';
import { joined, sourceOf } from '../support/memory-files';

const CSV = '投诉编号,受理日期,等级,承诺期限\nTS1,2025-01-06,一般,2025-01-16\n';

test('formulas that were written over are told with their cells; an untouched workbook says nothing', async () => {
  const host = memoryHost();
  const xlsx = createXlsxFormat();
  await host.run('new', '--out', 'w.xlsx', '--sheets', '投诉');
  host.put('rows.csv', CSV.replace('投诉编号', '编号'));
  const untouched = await host.run('import', 'w.xlsx', '--sheet', '投诉', '--from', 'rows.csv', '--replace', '--json');
  expect([untouched.exit, JSON.parse(untouched.out).written, JSON.parse(untouched.out).tampered]).toEqual([0, true, []]);

  const made = host.files.get('w.xlsx') ?? new Uint8Array();
  const book = await xlsx.open(sourceOf(made));
  const edits = Array.from({ length: 7 }, (_, i) => ({ row: 5 + i, column: 4, value: i + 1 }));
  host.files.set('w.xlsx', await joined(book.patch({ sheets: [{ sheet: '指标计算', cells: edits.filter(({ row }) => row % 2 === 1) }] })));
  const { exit, out } = await host.run('import', 'w.xlsx', '--sheet', '投诉', '--from', 'rows.csv', '--replace');
  expect(exit).toBe(0);
  expect(out).toMatch(/工作簿的表被人改动过，有 \d+ 处会使数字算错/u);
  expect(out).toContain('指标计算 D5：这一格原来是公式，现在是手填的“1”');
  const document = JSON.parse((await host.run('import', 'w.xlsx', '--sheet', '投诉', '--from', 'rows.csv', '--replace', '--json')).out);
  expect(document.tampered.map(({ code, sheet }: { code: string; sheet: string }) => `${code} ${sheet}`)).toContain('formula/overwritten 指标计算');
});
