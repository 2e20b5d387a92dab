/** The selected cell by what Excel gives as its address. */
import { expect, test } from '@jest/globals';
import type { Context, Excel } from '../../../src/host/excel/api';
import { selectedCell } from '../../../src/host/excel/selection';

function excelWith(address: string): Excel {
  const loaded: string[] = [];
  const range = {
    load: (names: string) => void loaded.push(names),
    get address() {
      if (!loaded.includes('address')) throw new Error('address is not loaded');
      return address;
    },
  };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only what is asked for is there
  const context = { workbook: { getSelectedRange: () => range }, sync: async () => undefined } as unknown as Context;
  return { run: (batch) => batch(context), supports: () => true };
}

test.each([
  ["'附录E 提升方案'!C12", { sheet: '附录E 提升方案', cell: 'C12' }],
  ['首页!$AB$7', { sheet: '首页', cell: 'AB7' }],
  ['数据_销售交付!B5:D9', { sheet: '数据_销售交付', cell: 'B5' }],
  ["'张''三!的表'!A1", { sheet: "张'三!的表", cell: 'A1' }],
  ['首页!3:4', null],
  ['首页!B:B', null],
  ['', null],
])('%s', async (address, cell) => {
  expect(await selectedCell(excelWith(address))).toEqual(cell);
});
