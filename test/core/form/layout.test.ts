/** What must hold of every form's sheet, whatever was typed. */
import { assert, nat, property, uniqueArray } from 'fast-check';
import { address, columnNumber } from '../../../src/core/model/address';
import type { FieldPlace } from '../../../src/core/model/form';
import type { SheetSpec } from '../../../src/core/model/sheet-spec';
import { STYLES } from '../../../src/core/model/style';
import { formWorkbookParts, type WorkbookParts } from '../../../src/core/form/workbook';
import { allEqual, contentOf, fill, library, placesOf, standard } from './standard-library';

const blank = formWorkbookParts(standard, contentOf(), allEqual, []);
const sheetOf = (parts: WorkbookParts, name: string): SheetSpec => {
  const found = parts.sheets.find((sheet) => sheet.name === name);
  if (found === undefined) throw new Error(name);
  return found;
};

function corners(ref: string): { top: number; left: number; bottom: number; right: number } {
  const found = /^([A-Z]+)(\d+)(?::([A-Z]+)(\d+))?$/.exec(ref);
  if (found === null) throw new Error(ref);
  const [, left = '', top = '', right = left, bottom = top] = found;
  return { top: Number(top), left: columnNumber(left), bottom: Number(bottom), right: columnNumber(right) };
}

function cellsIn(ref: string): readonly string[] {
  const { top, left, bottom, right } = corners(ref);
  const cells: string[] = [];
  for (let row = top; row <= bottom; row++) for (let column = left; column <= right; column++) cells.push(address(row, column));
  return cells;
}

const forms = library.forms.map((form) => [form.key, form] as const);

describe.each(forms)('form %s', (key, form) => {
  const sheet = sheetOf(blank, form.sheet);
  const places = placesOf(key);

  it('gives no cell twice: merges and cells do not overlap', () => {
    const covered = (sheet.merges ?? []).flatMap(cellsIn);
    expect(new Set(covered).size).toBe(covered.length);
    const starts = new Set((sheet.merges ?? []).map((ref) => ref.split(':')[0]));
    const inside = new Set(covered);
    const cells = sheet.cells.map((cell) => address(cell.row, cell.column));
    expect(new Set(cells).size).toBe(cells.length);
    expect(cells.filter((cell) => inside.has(cell) && !starts.has(cell))).toEqual([]);
  });

  it('keeps cells and merges within its columns', () => {
    expect(sheet.cells.filter((cell) => cell.column > form.columns.length)).toEqual([]);
    expect((sheet.merges ?? []).filter((ref) => corners(ref).right > form.columns.length)).toEqual([]);
  });

  it('has fields with keys of their own, in cells that can be typed in', () => {
    expect(new Set(places.map((place) => place.key)).size).toBe(places.length);
    const open = new Set(sheet.cells.filter((cell) => !STYLES[cell.style].locked).map((cell) => address(cell.row, cell.column)));
    const fields = places.map((place) => address(place.row, place.column));
    const labels = places.filter((place) => place.label === '');
    // What the program keeps for itself is locked.
    expect(fields.filter((field) => open.has(field) === (form.hidden === true))).toEqual([]);
    expect([...open].filter((cell) => !fields.includes(cell))).toEqual([]);
    expect(labels).toEqual([]);
  });

  it('opens on its first field and prints all printed columns', () => {
    const first = places[0];
    expect(sheet.activeCell).toBe(first === undefined ? 'A1' : address(first.row, first.column));
    const { bottom, right } = corners(sheet.print.area ?? '');
    expect(right).toBe(form.printColumns);
    expect(bottom).toBeGreaterThanOrEqual(Math.max(...places.map((place) => place.row)));
  });

  it('chooses from named lists only', () => {
    const names = new Set(blank.names.map((name) => name.name));
    const sources = (sheet.validations ?? []).flatMap(({ rule }) => (rule.type === 'list' ? [rule.source] : []));
    expect(sources.filter((source) => !names.has(source))).toEqual([]);
  });

  it('has no row higher than Excel allows', () => {
    expect(Object.values(sheet.rowHeights ?? {}).filter((height) => height > 409)).toEqual([]);
  });
});

describe('entries', () => {
  it('come to stand in the places that formFields gives, whichever are filled', () => {
    const all = library.forms.filter((form) => form.key !== 'summary').flatMap((form) => placesOf(form.key).map((place) => ({ form: form.key, place })));
    assert(
      property(uniqueArray(nat(all.length - 1), { minLength: 1, maxLength: 40 }), (chosen) => {
        const typed: Record<string, Record<string, string>> = {};
        const wanted: { place: FieldPlace; value: string }[] = [];
        for (const index of chosen) {
          const found = all[index];
          if (found === undefined) continue;
          (typed[found.form] ??= {})[found.place.key] = `值${index}`;
          wanted.push({ place: found.place, value: `值${index}` });
        }
        const parts = formWorkbookParts(standard, contentOf({ entries: typed }), allEqual, []);
        for (const { place, value } of wanted) {
          expect(sheetOf(parts, place.sheet).cells.find((cell) => cell.row === place.row && cell.column === place.column)?.value).toBe(value);
        }
      }),
      { numRuns: 10 },
    );
  });

  it('never move a cell', () => {
    const full = formWorkbookParts(standard, contentOf({ entries: fill(() => true) }), allEqual, []);
    for (const form of library.forms) {
      expect(sheetOf(full, form.sheet).merges).toEqual(sheetOf(blank, form.sheet).merges);
      expect(sheetOf(full, form.sheet).cells.map((cell) => [cell.row, cell.column, cell.style])).toEqual(sheetOf(blank, form.sheet).cells.map((cell) => [cell.row, cell.column, cell.style]));
    }
  });
});

describe('workbook', () => {
  it('holds 首页, the chosen sheets and 参数, in that order', () => {
    const parts = formWorkbookParts(standard, contentOf({ chosen: ['deliveries', 'B', 'review'] }), allEqual, [{ name: '指标计算', clause: '7.6', purpose: '指标' }]);
    expect(parts.sheets.map((sheet) => sheet.name)).toEqual(['首页', '附录B 交流座谈表', '审核记录', '数据_销售交付', '参数']);
    const home = sheetOf(parts, '首页');
    expect(home.cells.filter((cell) => cell.link !== undefined).map((cell) => cell.value)).toEqual(['附录B 交流座谈表', '指标计算', '审核记录', '数据_销售交付']);
  });

  it('has every defined name once', () => {
    const names = blank.names.map((name) => name.name.toLowerCase());
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
    expect(names).toEqual(expect.arrayContaining(['提升前_开始', '提升前_结束', '提升后_开始', '提升后_结束', '数据截止日', '本期截止日', '同期截止日', '末行_销售交付', '销售交付_承诺交期', '满意度_题项权重_题项']));
  });

  it('puts 汇总填报 under the names that formulas use', () => {
    const metric = standard.metrics[0];
    if (metric === undefined) throw new Error('no metric');
    const parts = formWorkbookParts(standard, contentOf({ summaries: { [metric.key]: { current: { numerator: 8, denominator: 9, evidence: '月报' } } } }), allEqual, []);
    const name = parts.names.find((n) => n.name === '汇总_1_1_提升后_分母');
    const cell = /^汇总填报!\$([A-Z]+)\$(\d+)$/.exec(name?.refersTo ?? '');
    expect(sheetOf(parts, '汇总填报').cells.find((c) => c.column === columnNumber(cell?.[1] ?? '') && c.row === Number(cell?.[2]))?.value).toBe(9);
  });
});
