/**
 * Workbooks that another program saved in between keep checking and measuring the same: LibreOffice and openpyxl
 * themselves, WPS Office as its files are known to look. So do they after an import into what that program left.
 */
import * as fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { buildWorkbook } from '../../src/app/build-workbook';
import { checkWorkbook } from '../../src/app/check-workbook';
import { makeContent } from '../../src/app/make-content';
import { measure } from '../../src/app/measure';
import { readContent } from '../../src/app/read-content';
import { loadStandard } from '../../src/app/standard';
import { serialOf } from '../../src/core/codec/date';
import { createXlsxFormat } from '../../src/host/xlsx/format';
import { bytesSource } from '../../src/host/xlsx/package/bytes-source';
import { memoryHost } from '../support/cli-host';
import { convert, describeWithLibreOffice } from '../support/libreoffice';
import { describeWithOpenpyxl, openpyxlLoads } from '../support/openpyxl';
import { randomContent } from '../support/random-content';
import { rewriteAsWps } from '../support/wps/rewrite-as-wps';
import { saveByOpenpyxl } from '../support/wps/save-by-openpyxl';

const standard = loadStandard();
const xlsx = createXlsxFormat();

/** Numbers that LibreOffice writes with 15 digits agree to 1e-9; the rest is equal. */
function rounded(value: unknown): unknown {
  if (typeof value === 'number') return Number.isFinite(value) ? Number(value.toPrecision(9)) : value;
  if (Array.isArray(value)) return value.map(rounded);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, rounded(one)]));
}

interface Said {
  readonly issues: readonly unknown[];
  readonly results: readonly unknown[];
  readonly changes: readonly unknown[];
}

async function said(bytes: Uint8Array): Promise<Said> {
  const { content, issues: readIssues, places } = await readContent(await xlsx.open(bytesSource(bytes)), standard);
  const { results, changes, variants } = measure(content);
  const { issues } = checkWorkbook({ content, readIssues, places, results, changes }, standard);
  return { issues, results: [...results, ...variants].map(rounded), changes: changes.map(rounded) };
}

/** Workbooks with every form and sheet, the dates typed, rows with every kind of trouble. */
function workbooks(): readonly ReturnType<typeof makeContent>[] {
  const home = {
    'periods.baseline.start': serialOf(2023, 1, 1), 'periods.baseline.end': serialOf(2023, 12, 31),
    'periods.current.start': serialOf(2024, 1, 1), 'periods.current.end': serialOf(2024, 12, 31), asOf: serialOf(2024, 12, 31), 'enterprise.name': ' 示例 <泵业> & "公司"',
  };
  const forms = standard.library.forms.map(({ key }) => key);
  const chosen = [...forms, ...standard.rawSheets.map(({ key }) => key)];
  return fc.sample(randomContent(14), { seed: 20_241_231, numRuns: 2 }).map(({ rows, side }) => makeContent({ chosen, entries: { home }, side, rows }));
}

const IMPORTED = '编号,受理日期,顾客,等级,承诺期限,关闭日期\r\nT-1,2024-03-01,甲,重大,2024-03-10,2024-03-09\r\nT-2,2024-04-05,"乙, 某",一般,2024-04-10,2024-04-20\r\n';

/** What the workbook says after rows were imported into it; and the file. */
async function imported(bytes: Uint8Array): Promise<Said & { readonly file: Uint8Array }> {
  const host = memoryHost();
  host.files.set('w.xlsx', bytes);
  host.put('rows.csv', IMPORTED);
  const { exit, err, out } = await host.run('import', 'w.xlsx', '--sheet', '数据_投诉', '--from', 'rows.csv', '--json');
  if (!/"accepted": ?2/.test(out)) throw new Error(`import ended with ${exit}: ${err} ${out}`);
  const file = host.files.get('w.xlsx') ?? new Uint8Array();
  return { ...(await said(file)), file };
}

let before: readonly Uint8Array[] = [];
let expected: readonly Said[] = [];
/** The first one after the import, never saved by anything else. */
let unsaved: Said;
beforeAll(async () => {
  before = await Promise.all(workbooks().map((content) => xlsx.write(buildWorkbook(content, standard, measure(content)))));
  expected = await Promise.all(before.map(said));
  unsaved = (await afterImport(before[0] ?? new Uint8Array())).now;
}, 120_000);

function saidOfAll(files: readonly Uint8Array[]): Promise<readonly Said[]> {
  return Promise.all(files.map(said));
}

/** What was said after the import into this file, and the file. */
async function afterImport(bytes: Uint8Array): Promise<{ readonly now: Said; readonly file: Uint8Array }> {
  const { file, ...now } = await imported(bytes);
  return { now, file };
}

it('the workbooks say a lot, and something else after an import: less would prove nothing', () => {
  for (const { issues, results } of expected) expect([issues.length > 20, JSON.stringify(results).split('"status":"ok"').length > 20]).toEqual([true, true]);
  expect(unsaved.results).not.toEqual(expected[0]?.results);
});

describe('WPS Office, imitated', () => {
  it('leaves what is checked and measured', async () => {
    expect(await saidOfAll(before.map(rewriteAsWps))).toEqual(expected);
  });

  it('an import keeps what WPS put in', async () => {
    const rewritten = rewriteAsWps(before[0] ?? new Uint8Array());
    const { now: after, file } = await afterImport(rewritten);
    expect(after).toEqual(unsaved);
    const [old, now] = [unzipSync(rewritten), unzipSync(file)];
    for (const path of ['xl/cellimages.xml', 'xl/_rels/cellimages.xml.rels', 'xl/media/image1.png', 'xl/worksheets/photos.xml', 'customXml/item1.xml', 'xl/theme/theme1.xml']) expect([path, now[path]]).toEqual([path, old[path]]);
    expect(strFromU8(now['docProps/custom.xml'] ?? new Uint8Array())).toContain('KSOProductBuildVer');
    expect(strFromU8(now['xl/_rels/workbook.xml.rels'] ?? new Uint8Array())).toContain('http://www.wps.cn/officeDocument/2020/cellImage');
  });
});

describeWithOpenpyxl('openpyxl', () => {
  it('opens the imitation of WPS, so that it is a workbook at all', async () => {
    const { sheets } = await openpyxlLoads(rewriteAsWps(before[0] ?? new Uint8Array()));
    const { sheets: original } = await openpyxlLoads(before[0] ?? new Uint8Array());
    const plain = (all: typeof sheets): unknown => all.filter(({ name }) => name !== '照片').map(({ name, state, tables, validations, cells }) => ({ name, state, tables, validations, cells: cells.map(({ row, column, value, formula }) => [row, column, value, formula]) }));
    expect(plain(sheets)).toEqual(plain(original));
  });

  it('leaves what is checked and measured, also after an import', async () => {
    const saved = await saveByOpenpyxl(before);
    expect(await saidOfAll(saved)).toEqual(expected);
    expect((await afterImport(saved[0] ?? new Uint8Array())).now).toEqual(unsaved);
  });
});

describeWithLibreOffice('LibreOffice', () => {
  it('leaves what is checked and measured, of the files of WPS too, also after an import', async () => {
    const saved = await convert([...before, rewriteAsWps(before[0] ?? new Uint8Array())], 'xlsx:Calc MS Excel 2007 XML', 'xlsx', 280_000);
    expect(await saidOfAll(saved)).toEqual([...expected, expected[0]]);
    expect((await afterImport(saved[0] ?? new Uint8Array())).now).toEqual(unsaved);
  }, 300_000);
});
