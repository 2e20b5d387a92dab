/** Random sheets under random patches: what independent readers find is what the patch means. */
import { describe, expect, it } from '@jest/globals';
import { assert as assertProperty, asyncProperty, integer, sample } from 'fast-check';
import { address } from '../../../../../src/core/model/address';
import type { CellValue } from '../../../../../src/core/model/cell';
import { openpyxlLoadsAll, describeWithOpenpyxl } from '../../../../support/openpyxl';
import { convert, describeWithLibreOffice } from '../../../../support/libreoffice';
import { plainXlsx, type Grid } from '../../../../support/plain-xlsx';
import { descendants, parseXml } from '../../../../support/excel-rules-xml';
import { schemaFaults } from '../../../../support/schema';
import { partsOf, patchedBytes, rowsOf } from './patched';
import { drawn, packageOf, patchedModel, patchOf, type Drawn, type Model } from './random-sheet';

type Values = Readonly<Record<string, CellValue>>;

/** Blanks and empty texts are left out. */
function values(entries: Iterable<readonly [string, CellValue]>): Values {
  return Object.fromEntries([...entries].filter(([, value]) => value !== null && value !== ''));
}

function modelValues(model: Model): Values {
  return values([...model].flatMap(([row, line]) => [...line].map(([column, { value }]) => [address(row, column), value] as const)));
}

function gridValues(grid: Grid | undefined): Values {
  return values((grid ?? []).flatMap((line, r) => line.map((value, c) => [address(r + 1, c + 1), value] as const)));
}

interface Read {
  readonly values: Values;
  readonly styles: ReadonlyMap<string, number>;
}

/** By tree: any prefix, cells and rows that are counted. */
function readSheet(xml: string): Read {
  const found: [string, CellValue][] = [];
  const styles = new Map<string, number>();
  let row = 0;
  for (const line of descendants(parseXml(xml.replaceAll(/(<\/?)m:/g, '$1')))) {
    if (line.name !== 'row') continue;
    row = Number(line.attributes.get('r') ?? row + 1);
    let column = 0;
    for (const cell of line.children) {
      const letters = /^[A-Z]+/.exec(cell.attributes.get('r') ?? '')?.[0];
      column = letters === undefined ? column + 1 : letters.charCodeAt(0) - 64;
      styles.set(address(row, column), Number(cell.attributes.get('s') ?? 0));
      const text = [...descendants(cell)].find(({ name }) => name === 'v' || name === 't')?.text;
      if (text === undefined) continue;
      const [type] = [cell.attributes.get('t') ?? 'n'];
      const plain = decode(text);
      found.push([address(row, column), type === 'n' ? Number(plain) : type === 'b' ? plain === '1' : type === 'e' ? { error: plain } : plain]);
    }
  }
  return { values: values(found), styles };
}

function decode(text: string): string {
  const entities: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' };
  return text.replaceAll(/&\w+;/g, (found) => entities[found] ?? found).replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** As LibreOffice saves them: 15 digits, a truth as the number it is; `_xHHHH_` it does not read in formula results. */
function rough(all: Values): Readonly<Record<string, string | null>> {
  return Object.fromEntries(Object.entries(all).map(([cell, value]) => [cell,
    typeof value === 'number' || typeof value === 'boolean' ? Number(value).toPrecision(11) : typeof value === 'string' ? value.replaceAll('\u0001', '_x0001_').replaceAll('_x005F_', '_') : value?.error ?? null]));
}

const isPlain = ({ form }: Drawn): boolean => !form.prefix && !form.counted;

describe('a random patch of a random sheet', () => {
  it('leaves what the patch means, and every other part as it was', async () => {
    await assertProperty(asyncProperty(drawn, async (one) => {
      const before = packageOf(one);
      const patch = patchOf(one);
      const after = await patchedBytes(before, patch);
      const parts = partsOf(after);
      const expected = patchedModel(one, patch);
      const sheet = readSheet(parts['xl/worksheets/a.xml'] ?? '');
      expect(sheet.values).toEqual(modelValues(expected));
      const looks = [...expected].flatMap(([row, line]) => [...line].filter(([, { style, value }]) => style > 0 || (style === 0 && value !== null)).map(([column, { style }]) => [address(row, column), style]));
      expect(looks.map(([cell]) => [cell, sheet.styles.get(String(cell))])).toEqual(looks);
      expect(isPlain(one) ? gridValues(plainXlsx(after).get('数据')) : sheet.values).toEqual(modelValues(expected));
      expect(schemaFaults(parseXml((parts['xl/worksheets/a.xml'] ?? '').replaceAll(/(<\/?)m:/g, '$1')))).toEqual([]);
      const changed = new Set(['xl/worksheets/a.xml', 'xl/tables/t.xml', 'xl/workbook.xml']);
      const others = (all: Readonly<Record<string, string>>): unknown => Object.entries(all).filter(([path]) => !changed.has(path));
      expect(others(parts)).toEqual(others(partsOf(before)));
    }), { numRuns: 250 });
  });

  it('leaves rows as they were written that it does not name', async () => {
    await assertProperty(asyncProperty(drawn, integer({ min: 1, max: 14 }), async (one, row) => {
      const bytes = packageOf(one);
      const before = rowsOf(partsOf(bytes)['xl/worksheets/a.xml']).split(/(?<=<\/(?:m:)?row>)/);
      const after = rowsOf(partsOf(await patchedBytes(bytes, { sheet: '数据', cells: [{ row, column: 5, value: 1.5 }] }))['xl/worksheets/a.xml']).split(/(?<=<\/(?:m:)?row>)/);
      const at = [...one.cells.keys()].filter((other) => other < row).length;
      if (one.cells.has(row)) before.splice(at, 1);
      const [written] = after.splice(at, 1);
      // A row that was counted says where it is once another comes before it.
      const counted = after.map((line, i) => (i === at && line !== before[i] ? line.replace(/ r="\d+"/, '') : line));
      expect(counted).toEqual(before);
      expect(written).toContain('<v>1.5</v>'.replaceAll('v>', `${one.form.prefix ? 'm:' : ''}v>`));
    }), { numRuns: 60 });
  });
});

describeWithOpenpyxl('openpyxl', () => {
  it('reads patched sheets alike', async () => {
    const some = sample(drawn, { numRuns: 25, seed: 5 });
    const files = await Promise.all(some.map((one) => patchedBytes(packageOf(one), patchOf(one))));
    const read = await openpyxlLoadsAll(files);
    read.forEach(({ sheets: [sheet] }, i) => {
      const one = some[i];
      if (one === undefined) throw new Error('no sheet drawn');
      // openpyxl leaves `_xHHHH_` as it is written.
      const found = values((sheet?.cells ?? []).map(({ row, column, value }) => [address(row, column), typeof value === 'string' ? decode(value) : value]));
      expect(found).toEqual(modelValues(patchedModel(one, patchOf(one))));
      expect(sheet?.tables).toHaveLength(one.form.table ? 1 : 0);
    });
  });
});

describeWithLibreOffice('LibreOffice', () => {
  it('opens patched sheets and saves them alike', async () => {
    const some = sample(drawn, { numRuns: 8, seed: 6 });
    const files = await Promise.all(some.map((one) => patchedBytes(packageOf(one), patchOf(one))));
    const saved = await convert(files, 'xlsx:Calc MS Excel 2007 XML');
    saved.forEach((bytes, i) => {
      const one = some[i];
      if (one === undefined) throw new Error('no sheet drawn');
      expect(rough(gridValues(plainXlsx(bytes).get('数据')))).toEqual(rough(modelValues(patchedModel(one, patchOf(one)))));
    });
  });
});
