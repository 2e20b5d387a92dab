/** Formulas after rows are taken out of a list, held against LibreOffice deleting the same cells upwards. */
import { expect, it } from '@jest/globals';
import { type Arbitrary, array, constantFrom, integer, nat, oneof, record, sample, tuple, uniqueArray } from 'fast-check';
import { strToU8, zipSync, unzipSync, strFromU8 } from 'fflate';
import { columnLetters } from '../../../../../src/core/model/address';
import { describeWithLibreOffice, editWithBasic } from '../../../../support/libreoffice';
import { describeWithOpenpyxl, openpyxlLoads } from '../../../../support/openpyxl';
import { MAIN, patchedBytes } from './patched';

const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const HEADER = 3;
const END = 12;

const fixed = constantFrom('', '$');
const column = constantFrom('A', 'B', 'C', 'D', 'E', 'F');
const row = integer({ min: 1, max: END });
const cellRef = tuple(fixed, column, fixed, row).map((parts) => parts.join(''));
const range = tuple(fixed, nat(5), nat(5), fixed, row, row).map(([a, c, d, b, top, bottom]) =>
  `SUM(${a}${columnLetters(Math.min(c, d) + 1)}${b}${Math.min(top, bottom)}:${columnLetters(Math.max(c, d) + 1)}${Math.max(top, bottom)})`);
const term = oneof(cellRef, range, constantFrom('SUM(B:B)', 'SUM($4:$6)', '"B6"', 'LOG10(5)', 'other!B6'));
const formula = array(term, { minLength: 1, maxLength: 3 }).map((terms) => terms.join('*'));

interface Case {
  /** By row, for columns A (beside) and D (in the list). */
  readonly formulas: readonly (readonly [string, string])[];
  /** Lowest first. */
  readonly remove: readonly number[];
}

const drawn: Arbitrary<Case> = record({
  formulas: array(tuple(formula, formula), { minLength: END, maxLength: END }),
  remove: uniqueArray(integer({ min: HEADER + 1, max: END }), { minLength: 1, maxLength: 5 }).map((rows) => {
    rows.sort((a, b) => b - a);
    return rows;
  }),
});

/** List in B3:D12; formulas in A and D, no value refers to itself as none is calculated. */
function sheetXml({ formulas }: Case): string {
  const rows = formulas.map(([beside, inside], i) => {
    const r = i + 1;
    return `<row r="${r}"><c r="A${r}"><f>${beside.replaceAll('"', '&quot;')}</f><v>1</v></c><c r="B${r}"><v>${r}</v></c><c r="C${r}"><v>${r}</v></c><c r="D${r}"><f>${inside.replaceAll('"', '&quot;')}</f><v>1</v></c><c r="F${r}"><v>6</v></c></row>`;
  });
  return `<worksheet xmlns="${MAIN}"><sheetData>${rows.join('')}</sheetData></worksheet>`;
}

function workbook(cases: readonly Case[]): Uint8Array {
  const names = [...cases.map((_, i) => `s${i}`), 'other'];
  const relationships = (all: string): string => `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all}</Relationships>`;
  const parts: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>${names.map((name) => `<Override PartName="/xl/${name}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`).join('')}</Types>`,
    '_rels/.rels': relationships(`<Relationship Id="w" Type="${REL}/officeDocument" Target="xl/workbook.xml"/>`),
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${REL}"><sheets>${names.map((name, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="${name}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships(names.map((name) => `<Relationship Id="${name}" Type="${REL}/worksheet" Target="${name}.xml"/>`).join('')),
    ...Object.fromEntries(cases.map((one, i) => [`xl/s${i}.xml`, sheetXml(one)])),
    'xl/other.xml': `<worksheet xmlns="${MAIN}"><sheetData/></worksheet>`,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)])));
}

/** By sheet and cell. */
async function formulasOf(bytes: Uint8Array): Promise<Readonly<Record<string, string>>> {
  const { sheets } = await openpyxlLoads(bytes);
  return Object.fromEntries(sheets.flatMap(({ name, cells }) => cells.flatMap(({ row: r, column: c, formula: text }) =>
    (text === null ? [] : [[`${name}!${columnLetters(c)}${r}`, text.replaceAll('$', '').replaceAll(/\b(\d+):(\d+)\b/g, 'A$1:XFD$2').replaceAll(/\bB:B\b/g, 'B1:B1048576')]]))));
}

describeWithOpenpyxl('read by openpyxl', () => {
  describeWithLibreOffice('rows taken out', () => {
    it('leave formulas as LibreOffice leaves them', async () => {
      const cases = sample(drawn, { numRuns: 12, seed: 11 });
      const before = workbook(cases);
      const ours = await patchedBytes(before, ...cases.map(({ remove }, i) => ({ sheet: `s${i}`, list: { headerRow: HEADER, columns: { b: 2, d: 4 }, remove } })));
      const code = cases.flatMap(({ remove }, i) => remove.map((gone) =>
        `doc.Sheets.getByName("s${i}").removeRange(doc.Sheets.getByName("s${i}").getCellRangeByName("B${gone}:D${gone}").getRangeAddress(), com.sun.star.sheet.CellDeleteMode.UP)`));
      const theirs = await formulasOf(await editWithBasic(before, code.join('\n')));
      expect(Object.keys(theirs).length).toBeGreaterThan(200);
      expect(await formulasOf(ours)).toEqual(theirs);
      expect(strFromU8(unzipSync(ours)['xl/other.xml'] ?? new Uint8Array())).toContain('<sheetData/>');
    });
  });
});
