/** `zhisheng plan` on files that people edit, in the real format: what they wrote stays, the rest follows, and a second run changes no byte. */
import * as fc from 'fast-check';
import { buildWorkbook } from '../../src/app/build-workbook';
import { bytesSource } from '../../src/app/bytes-source';
import { measure } from '../../src/app/measure';
import { readContent } from '../../src/app/read-content';
import { MEMORY } from '../../src/core/plan/draft';
import { address } from '../../src/core/model/address';
import type { CellValue } from '../../src/core/model/cell';
import type { WorkbookContent } from '../../src/core/model/content';
import type { FieldPlace } from '../../src/core/model/form';
import { joinBytes } from '../../src/core/model/join-bytes';
import type { SheetPatch } from '../../src/core/model/workbook-patch';
import { PLAN_FORMS } from '../../src/core/plan/assemble';
import { createXlsxFormat } from '../../src/host/xlsx/format';
import { typedContent } from '../core/check/consistency/base-content';
import { inputOf, standard } from '../corruptions/base';
import { memoryHost, type MemoryHost, type Run } from '../support/cli-host';
import { describeWithOpenpyxl, runOpenpyxl } from '../support/openpyxl';

const xlsx = createXlsxFormat();
const FILE = '企业.xlsx';
const FORMS = PLAN_FORMS.filter((form) => form !== MEMORY);
/** Enough for figures before and after. */
const SHEETS = new Set(['finance', 'deliveries', 'compliance', 'innovations']);
let host: MemoryHost;
let planned: Uint8Array;
let first: Run;

const contentOf = async (bytes: Uint8Array): Promise<WorkbookContent> => (await readContent(await xlsx.open(bytesSource(bytes)), standard)).content;
const held = (): Uint8Array => host.files.get(FILE) ?? new Uint8Array();
const fieldsOf = (form: string): readonly FieldPlace[] => standard.fields[form] ?? [];

beforeAll(async () => {
  host = memoryHost();
  const { content } = inputOf({});
  const forms = new Set(standard.library.forms.map(({ key }) => key));
  // The plan is begun, results and case are still to be written.
  const bare = { ...content, chosen: content.chosen.filter((key) => key !== MEMORY && (forms.has(key) || SHEETS.has(key))), entries: { ...typedContent().entries, results: {}, F: {} } };
  host.files.set(FILE, await xlsx.write(buildWorkbook(bare, standard, measure(bare))));
  first = await host.run('plan', FILE);
  planned = held();
}, 120_000);

test('says what it proposed, sheet by sheet, and writes it with marks and reasons', async () => {
  expect([first.exit, first.err]).toEqual([0, '']);
  expect(first.out).toContain('企业.xlsx：方案共 4 个问题');
  for (const sheet of ['原因分析', '附录D 问题诊断表', '附录E 提升方案', '方案实施', '成效总结', '附录F 提升案例', '记录目录']) expect(first.out).toMatch(new RegExp(`^${sheet}：新提出 \\d+ 格，更新 \\d+ 格`, 'm'));
  const again = await host.run('plan', FILE);
  expect([again.exit, again.out.includes('与上次汇编相同，没有改动文件。')]).toEqual([0, true]);
  expect(Buffer.compare(held(), planned)).toBe(0);
});

const edit = fc.constantFrom(...FORMS).chain((form) => fc.record({ form: fc.constant(form), place: fc.constantFrom(...fieldsOf(form)), blank: fc.boolean() }));
const valueFor = ({ kind }: FieldPlace, i: number): CellValue => (kind === 'date' ? 46_000 + i : kind === 'number' || kind === 'count' || kind === 'money' ? i + 0.5 : `人写的第 ${i} 处`);

test('random edits by people stay as they are, and the run after the next changes no byte', async () => {
  await fc.assert(fc.asyncProperty(fc.uniqueArray(edit, { minLength: 8, maxLength: 25, selector: ({ form, place }) => `${form} ${place.key}` }), async (edits) => {
    const before = await contentOf(planned);
    const wanted = edits.map(({ form, place, blank }, i) => ({ form, place, value: blank ? null : valueFor(place, i) }));
    const sheets = new Map<string, SheetPatch>();
    for (const { place, value } of wanted) sheets.set(place.sheet, { sheet: place.sheet, cells: [...(sheets.get(place.sheet)?.cells ?? []), { row: place.row, column: place.column, value }] });
    host.files.set(FILE, await joinBytes((await xlsx.open(bytesSource(planned))).patch({ sheets: [...sheets.values()] })));
    const edited = await contentOf(held());
    expect((await host.run('plan', FILE)).exit).toBe(0);
    const [after, once] = [await contentOf(held()), held()];
    // Blank before and after: nobody wrote there, and something may be proposed.
    const typed = wanted.filter(({ form, place, value }) => value !== null || (before.entries[form]?.[place.key] ?? null) !== null);
    const shown = ({ entries }: WorkbookContent): readonly unknown[] => typed.map(({ form, place }) => [place.sheet, address(place.row, place.column), entries[form]?.[place.key] ?? null]);
    expect(shown(after)).toEqual(shown(edited));
    for (const form of ['home', 'A', 'B', 'C', 'workPlan']) expect(after.entries[form]).toEqual(edited.entries[form]);
    expect((await host.run('plan', FILE)).out).toContain('没有改动文件');
    expect(Buffer.compare(held(), once)).toBe(0);
  }), { numRuns: 3 });
}, 180_000);

describeWithOpenpyxl('a file that another program saved in between', () => {
  test('keeps the word that was written there; the proposals are still known as such', async () => {
    const place = fieldsOf('results').find(({ key }) => key === 'summary');
    if (place === undefined) throw new RangeError('no summary');
    const code = `import io, sys, openpyxl\nbook = openpyxl.load_workbook(sys.argv[1])\nbook['${place.sheet}'].cell(${place.row}, ${place.column}).value = '人写的总体评价'\nout = io.BytesIO()\nbook.save(out)\nsys.stdout.buffer.write(out.getvalue())`;
    host.files.set(FILE, await runOpenpyxl(code, [planned]));
    const { out } = await host.run('plan', FILE, '--json');
    const said: { readonly cells: readonly { readonly sheet: string; readonly label: string; readonly act: string }[] } = JSON.parse(out);
    expect((await contentOf(held())).entries['results']?.['summary']).toBe('人写的总体评价');
    expect(said.cells.find(({ label }) => label === '总体评价')?.act).toBe('kept');
    expect(said.cells.filter(({ act }) => act === 'updated')).toEqual([]);
  }, 60_000);
});
