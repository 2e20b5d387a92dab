/** The stamp and the kept state go into cells and come back, whoever saved the file between. */
import * as fc from 'fast-check';
import { firstStamp, packContent, readCopyRecord, recordPatch, recordSpec, unpackContent } from '../../src/app/copy-record';
import { createContent } from '../../src/app/create-workbook';
import { buildWorkbook } from '../../src/app/build-workbook';
import { measure } from '../../src/app/measure';
import { readContent } from '../../src/app/read-content';
import { loadStandard } from '../../src/app/standard';
import { compareContents } from '../../src/core/compare/compare-contents';
import { RECORD_SHEET } from '../../src/core/copy/record-sheet';
import type { CopyRecord } from '../../src/core/copy/stamp';
import { createXlsxFormat } from '../../src/host/xlsx/format';
import { portableGzip } from '../../src/host/xlsx/package/portable-gzip';
import { countedIdentity } from '../support/counted-identity';
import { convert, describeWithLibreOffice } from '../support/libreoffice';
import { joined, sourceOf } from '../support/memory-files';
import { memoryWorkbook } from '../support/memory-workbook';
import { describeWithOpenpyxl, runOpenpyxl } from '../support/openpyxl';
import { randomContent } from '../support/random-content';

const standard = loadStandard();
let made = 0;
const stamp = { ...firstStamp(countedIdentity(() => ++made), '王五'), to: '李四 & "帮扶"', parent: 'p' };
/** Longer than a cell holds. */
const LONG = Array.from({ length: 70_000 }, (_, i) => 'AZaz09+/'[i % 8]).join('');
const RECORD: CopyRecord = { stamp, snapshots: [{ of: 'c1', at: '2025-03-01T09:00:00+08:00', packed: LONG }, { of: 'c2', at: '2025-03-02T09:00:00+08:00', packed: '+=1' }] };
const OTHERS = [['seal', '1', '甲'], ['digest', '首页', ':abc']];
const ALL = { record: RECORD, others: OTHERS, issues: [] };

async function stamped(): Promise<Uint8Array> {
  const content = createContent({ enterprise: { name: '甲厂' } }, '数据_客户', standard);
  const spec = buildWorkbook(content, standard, measure(content));
  return createXlsxFormat().write({ ...spec, sheets: [...spec.sheets, recordSpec(RECORD, OTHERS)] });
}

async function kept(bytes: Uint8Array): Promise<unknown> {
  const workbook = await createXlsxFormat().open(sourceOf(bytes));
  return { ...(await readCopyRecord(workbook)), issues: (await readContent(workbook, standard)).issues };
}

test('in the file as it was written, and put into one that has another or none', async () => {
  const bytes = await stamped();
  expect(await kept(bytes)).toEqual(ALL);
  const workbook = await createXlsxFormat().open(sourceOf(bytes));
  const changed = await joined(workbook.patch(recordPatch(workbook, { ...RECORD, snapshots: [] }, [])));
  const again = await createXlsxFormat().open(sourceOf(changed));
  expect(await readCopyRecord(again)).toEqual({ record: { stamp, snapshots: [] }, others: [] });
  expect(await kept(await joined(again.patch(recordPatch(again, RECORD, OTHERS))))).toEqual(ALL);
  const bare = await createXlsxFormat().open(sourceOf(await joined(again.patch({ remove: [RECORD_SHEET] }))));
  expect(await readCopyRecord(bare)).toEqual({ record: null, others: [] });
  expect(await kept(await joined(bare.patch(recordPatch(bare, RECORD, OTHERS))))).toEqual(ALL);
});

describeWithLibreOffice('saved by LibreOffice', () => {
  test('all of it is there', async () => {
    const [saved = new Uint8Array()] = await convert([await stamped()], 'xlsx:Calc MS Excel 2007 XML');
    expect(await kept(saved)).toEqual(ALL);
  });
});

describeWithOpenpyxl('saved by openpyxl', () => {
  test('all of it is there', async () => {
    const saved = await runOpenpyxl('import io, sys, openpyxl\nout = io.BytesIO()\nopenpyxl.load_workbook(sys.argv[1]).save(out)\nsys.stdout.buffer.write(out.getvalue())', [await stamped()]);
    expect(await kept(saved)).toEqual(ALL);
  });
});

test('a content is packed and unpacked without a difference', async () => {
  await fc.assert(fc.asyncProperty(randomContent(12), async (content) => {
    const packed = await packContent(content, portableGzip);
    const back = await unpackContent({ packed: packed ?? '' }, portableGzip);
    expect(back === null ? null : compareContents(content, back, standard)).toEqual([]);
  }), { numRuns: 15 });
});

test.each(['', 'no base64 *', 'AAAA', LONG])('what is no packed content is none: %.20s', async (packed) => {
  expect(await unpackContent({ packed }, portableGzip)).toBeNull();
});

test('a record without its identifiers is none', async () => {
  const sheet = recordSpec({ ...RECORD, stamp: { ...stamp, workbook: '' } });
  expect((await readCopyRecord(memoryWorkbook({ sheets: [sheet], names: [] }))).record).toBeNull();
});
