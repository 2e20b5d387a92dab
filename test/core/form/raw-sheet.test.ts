/** Layout of raw-data sheets, against the rules that a sheet must keep in anyone's hands. */
import { columnLetters } from '../../../src/core/model/address';
import { headerText, type RawSheetDef } from '../../../src/core/model/raw-sheet';
import { STYLES } from '../../../src/core/model/style';
import { columnName, lastRowName, rawNames, sideColumnName, summaryName } from '../../../src/core/form/names';
import { rawSheet } from '../../../src/core/form/raw-sheet';
import { textWidth } from '../../../src/core/form/text-size';
import { formWorkbookParts } from '../../../src/core/form/workbook';
import { blocksOf } from '../../support/workbook-spec';
import { allEqual, contentOf, library, standard } from './standard-library';

const context = { wording: library.wording, homeSheet: '首页' };
const defs = standard.rawSheets.map((def) => [def.sheet, def] as const);
const satisfaction = standard.rawSheets.find((def) => def.side !== undefined);
if (satisfaction === undefined) throw new Error('no sheet with a side table');

describe.each(defs)('%s', (_sheet, def: RawSheetDef) => {
  const sheet = rawSheet(def, { blocks: [], side: [] }, context);

  it('has its header in row 3, each heading wide enough', () => {
    const headers = sheet.cells.filter((cell) => cell.row === 3 && cell.column <= def.columns.length);
    expect(headers.map((cell) => cell.value)).toEqual(def.columns.map(headerText));
    expect(sheet.table?.headers).toEqual(def.columns.map(headerText));
    expect(headers.filter((cell) => textWidth(typeof cell.value === 'string' ? cell.value : '') > (sheet.columns[cell.column - 1]?.width ?? 0))).toEqual([]);
  });

  it('styles whole columns, codes as text before anyone types, all unlocked', () => {
    const columns = sheet.columns.slice(0, def.columns.length);
    expect(columns.every((column) => column.style !== undefined && !STYLES[column.style].locked)).toBe(true);
    expect(def.columns.filter((column, i) => ['code', 'uscc', 'text'].includes(column.kind) && columns[i]?.format !== '@')).toEqual([]);
    expect(def.columns.filter((column, i) => column.kind === 'date' && columns[i]?.format !== 'yyyy-mm-dd')).toEqual([]);
    expect(sheet.protect).toBe(false);
  });

  it('has rules down to the last row of the sheet, one per column at most', () => {
    const refs = (sheet.validations ?? []).map((rule) => rule.ref);
    expect(new Set(refs).size).toBe(refs.length);
    const found = def.columns.map((_, i) => sheet.validations?.find((v) => v.ref === `${columnLetters(i + 1)}4:${columnLetters(i + 1)}1048576`));
    const kinds = def.columns.map((column, i) => [column.kind, found[i]?.rule.type, found[i]?.severity]);
    expect(kinds.filter(([kind]) => kind === 'choice')).toEqual(def.columns.filter((c) => c.kind === 'choice').map((c) => ['choice', 'list', c.open === true ? 'warning' : 'stop']));
    expect(kinds.filter(([kind]) => kind === 'date')).toEqual(def.columns.filter((c) => c.kind === 'date').map(() => ['date', 'date', 'stop']));
    expect(kinds.filter(([kind, rule]) => kind === 'count' && rule !== 'whole')).toEqual([]);
  });

  it('marks every required column', () => {
    expect(sheet.conditionalFormats).toHaveLength(def.columns.filter((column) => column.required).length);
  });

  it('says what it accepts within the limits of the file format', () => {
    for (const rule of sheet.validations ?? []) {
      expect(rule.prompt?.length ?? 0).toBeLessThanOrEqual(255);
      expect(rule.error?.length ?? 0).toBeLessThanOrEqual(225);
      expect(rule.promptTitle?.length ?? 0).toBeLessThanOrEqual(32);
    }
  });
});

describe('rows', () => {
  it('are under the table, however many', () => {
    const def = satisfaction;
    const refs = [0, 1, 3].map((count) => rawSheet(def, { blocks: count === 0 ? [] : blocksOf(def.columns.map((c) => c.key), 4, Array.from({ length: count }, () => ['Q1'])), side: [] }, context).table?.ref);
    expect(refs).toEqual(['A3:H4', 'A3:H4', 'A3:H6']);
  });
});

describe('side table', () => {
  it('stands one empty column to the right, with its values', () => {
    const sheet = rawSheet(satisfaction, { blocks: [], side: [{ item: '质量', weight: 0.4 }] }, context);
    const at = satisfaction.columns.length + 2;
    expect(sheet.cells.filter((cell) => cell.column === at - 1)).toEqual([]);
    expect(sheet.cells.filter((cell) => cell.row === 4 && cell.column >= at).map((cell) => cell.value)).toEqual(['质量', 0.4]);
    expect(rawNames([satisfaction]).find((name) => name.name === sideColumnName(satisfaction, 'weight'))?.refersTo).toBe('数据_满意度!$K$4:$K$23');
  });
});

describe('names', () => {
  it('follow the headers', () => {
    expect(columnName(satisfaction, 'score')).toBe('满意度_评分');
    expect(lastRowName(satisfaction)).toBe('末行_满意度');
    expect(summaryName('7.6a', 'baseline', 'numerator')).toBe('汇总_7_6a_提升前_分子');
    expect(() => columnName(satisfaction, 'none')).toThrow(RangeError);
  });

  it('exist for every list that a raw sheet chooses from', () => {
    const parts = formWorkbookParts(standard, contentOf(), allEqual, []);
    const names = new Set(parts.names.map((name) => name.name));
    const sources = parts.sheets.flatMap((sheet) => (sheet.validations ?? []).flatMap(({ rule }) => (rule.type === 'list' ? [rule.source] : [])));
    expect(sources.length).toBeGreaterThan(20);
    expect(sources.filter((source) => !names.has(source))).toEqual([]);
  });
});
