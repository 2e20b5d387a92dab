/** The workbook that is open in Excel, as the use cases see it. Each question goes to Excel when it is asked. */
import { HostError, type LiveWorkbook } from '../../app/ports';
import type { Excel } from './api';
import { inExcel } from './in-excel';
import { JOURNAL_SHEET, repairWorkbook, type Repair } from './write/journal';
import { applyPatch } from './patch/apply';
import { readPart } from './read/read-part';
import { readBlocks, readRows } from './read/read-rows';
import { readMerges, readSheetStructure } from './read/read-structure';

interface Names {
  readonly name: string;
  readonly sheetNames: readonly string[];
  readonly names: ReadonlyMap<string, string>;
}

const readNames = (excel: Excel): Promise<Names> => inExcel(excel, async (context) => {
    const { workbook } = context;
    workbook.load('name');
    workbook.worksheets.load('items/name');
    workbook.names.load('items/name,items/formula,items/scope');
    await context.sync();
    return {
      name: workbook.name,
      sheetNames: workbook.worksheets.items.map((sheet) => sheet.name),
      names: new Map(workbook.names.items.filter(({ scope }) => scope === 'Workbook').map(({ name: defined, formula }) => [defined, String(formula).replace(/^=/, '')])),
    };
  });

/** Sheets and names as they are now; a change that was broken off is put right first, of which `onRepair` is told. Throws HostError `excel/...`. */
export async function openExcelWorkbook(excel: Excel, onRepair: (repair: Repair) => void = () => undefined): Promise<LiveWorkbook> {
  let said = await readNames(excel);
  if (said.sheetNames.includes(JOURNAL_SHEET)) {
    const repair = await repairWorkbook(excel);
    if (repair !== null) onRepair(repair);
    said = await readNames(excel);
  }
  const { sheetNames, names, name } = said;
  const there = (sheet: string): string => {
    if (!sheetNames.includes(sheet)) throw new HostError('xlsx/sheet-missing', { sheet });
    return sheet;
  };
  return {
    name, sheetNames, names, calculates: true, application: 'Microsoft Excel',
    // Each iteration reads anew.
    rows: (sheet, options) => ({ [Symbol.asyncIterator]: () => readRows(excel, there(sheet), options) }),
    blocks: (sheet, columns, options) => ({ [Symbol.asyncIterator]: () => readBlocks(excel, there(sheet), columns, options) }),
    part: (sheet, columns, first, last) => readPart(excel, there(sheet), columns, first, last),
    merges: (sheet) => readMerges(excel, there(sheet)),
    structure: async (sheet, { signal } = {}) => readSheetStructure(excel, there(sheet), signal),
    apply: (patch, options) => applyPatch(excel, patch, options),
  };
}
