/**
 * A workbook of one sheet as Excel 365 writes it: attributes in its order with spans and descent, every text in the table of
 * shared strings, dates by their style, doubles with as many digits as they need, deflated at level 6. Written row by row, by
 * nothing of ours, so that a million rows take little memory.
 */
import { strToU8, Zip, ZipDeflate } from 'fflate';
import { createWriteStream } from 'node:fs';
import { once } from 'node:events';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';
const CHUNK = 1 << 18;

/** 8 columns: order number (a new one every third row), customer, product, quantity, price, two dates, amount. */
export const COLUMNS = { order: 1, customer: 2, product: 3, quantity: 4, price: 5, due: 6, delivered: 7, amount: 8 } as const;
const HEADERS = ['订单号', '客户', '产品', '数量', '单价', '交期', '实际交付', '金额'];
const CUSTOMERS = ['徐州示例泵业有限公司', '江苏样本阀门制造有限公司', '南京测试机械厂', '苏州某某精密部件有限公司', '无锡演示电机有限公司'];

const scattered = (i: number, below: number): number => (Math.imul(i + 1, 0x9e3779b1) >>> 7) % below;

const PARTS: Readonly<Record<string, string>> = {
  '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
    + ['workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml', 'worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml',
      'styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml', 'sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml'].map((part) => `<Override PartName="/xl/${part}"/>`).join('') + '</Types>',
  '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${REL}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${REL}"><workbookPr defaultThemeVersion="166925"/><sheets><sheet name="数据" sheetId="1" r:id="rId1"/></sheets><calcPr calcId="191029"/></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${['worksheet" Target="worksheets/sheet1', 'styles" Target="styles', 'sharedStrings" Target="sharedStrings'].map((part, i) => `<Relationship Id="rId${i + 1}" Type="${REL}/${part}.xml"/>`).join('')}</Relationships>`,
  'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><fonts count="1"><font><sz val="11"/><name val="等线"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>`
    + '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>',
};

/** The table that Excel builds while it writes: every text once, by first use. */
class Strings {
  readonly indexes = new Map<string, number>();
  uses = 0;

  of(text: string): number {
    this.uses++;
    const known = this.indexes.get(text);
    if (known !== undefined) return known;
    const index = this.indexes.size;
    this.indexes.set(text, index);
    return index;
  }
}

function rowXml(row: number, strings: Strings): string {
  const start = `<row r="${row}" spans="1:8" x14ac:dyDescent="0.25">`;
  const text = (column: string, value: string): string => `<c r="${column}${row}" t="s"><v>${strings.of(value)}</v></c>`;
  if (row === 1) return `${start}${HEADERS.map((header, c) => text('ABCDEFGH'[c] ?? '', header)).join('')}</row>`;
  const i = row - 2;
  const quantity = 1 + scattered(i, 500);
  const price = scattered(i + 3, 100_000) / 100;
  const due = 44_562 + scattered(i + 7, 1096);
  const delivered = scattered(i, 23) === 0 ? '' : `<c r="G${row}" s="1"><v>${due + scattered(i, 9) - 6}</v></c>`;
  return `${start}${text('A', `SO${10_000_000 + Math.floor(i / 3)}`)}${text('B', CUSTOMERS[scattered(i, 5)] ?? '')}${text('C', `产品-${scattered(i, 77)}`)}`
    + `<c r="D${row}"><v>${quantity}</v></c><c r="E${row}"><v>${price}</v></c><c r="F${row}" s="1"><v>${due}</v></c>${delivered}<c r="H${row}"><v>${quantity * price}</v></c></row>`;
}

/** `rows` below the header. */
export async function writeExcelLike(path: string, rows: number): Promise<void> {
  const file = createWriteStream(path);
  const zip = new Zip((error, data) => {
    if (error !== null) throw error;
    file.write(data);
  });
  async function add(name: string, texts: Iterable<string>): Promise<void> {
    const entry = new ZipDeflate(name, { level: 6 });
    zip.add(entry);
    let waiting = HEAD;
    for (const text of texts) {
      waiting += text;
      if (waiting.length < CHUNK) continue;
      entry.push(strToU8(waiting));
      waiting = '';
      if (file.writableNeedDrain) await once(file, 'drain');
    }
    entry.push(strToU8(waiting), true);
  }
  for (const [name, text] of Object.entries(PARTS)) await add(name, [text]);
  const strings = new Strings();
  await add('xl/worksheets/sheet1.xml', (function* sheet() {
    yield `<worksheet xmlns="${MAIN}" xmlns:r="${REL}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="x14ac" xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac"><dimension ref="A1:H${rows + 1}"/><sheetViews><sheetView tabSelected="1" workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="13.8" x14ac:dyDescent="0.25"/><sheetData>`;
    for (let row = 1; row <= rows + 1; row++) yield rowXml(row, strings);
    yield '</sheetData><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/></worksheet>';
  })());
  await add('xl/sharedStrings.xml', (function* table() {
    yield `<sst xmlns="${MAIN}" count="${strings.uses}" uniqueCount="${strings.indexes.size}">`;
    for (const text of strings.indexes.keys()) yield `<si><t>${text}</t><phoneticPr fontId="1" type="noConversion"/></si>`;
    yield '</sst>';
  })());
  zip.end();
  file.end();
  await once(file, 'finish');
}
