/** Texts that are handed to Excel come to be what they were, however Excel would read them when typed. */
import * as fc from 'fast-check';
import { HostError } from '../../../src/app/ports';
import { retyped, typedText, typedValue } from '../../../src/host/excel/write/typed';
import { cellAt, createBook, enter, ensureCell, type Cell } from '../../support/excel-wire/model';

function entered(typed: string | number | boolean, format: string): Cell | undefined {
  const book = createBook();
  const [sheet] = book.sheets;
  if (sheet === undefined) throw new Error('no sheet');
  ensureCell(sheet, 1, 1).format = format;
  enter(book, sheet, 1, 1, typed);
  return cellAt(sheet, 1, 1);
}

const TRAPS = ['001', '1/2', '3月5日', '2024年1月', '=1+1', '+1', '-x', '@a', "'a", "''", 'TRUE', 'false', '50%', '¥12', '1,234', '12:30', '1e5', '#N/A', '9132050512345678XY', 'Mar-5', '5 Jan 2024', '1-2', '2024.1.2', '(12)', '1 1/2', ' 12 '];

describe.each(['General', '@', 'yyyy-mm-dd', '0.00%'])('in a cell of format %s', (format) => {
  test.each(TRAPS)('%s stays the text that it is', (text) => {
    const cell = entered(typedText(text, format), format);
    expect([cell?.value, cell?.formula, cell?.error]).toEqual([text, undefined, undefined]);
  });

  test('so does any text, and it can be put back as it was read', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.constantFrom(...TRAPS), fc.integer().map(String), fc.stringMatching(/^[=+\-@'\d.,/年月日:% ]{1,9}$/)), (text) => {
      const cell = entered(typedText(text, format), format);
      expect([cell?.value, cell?.formula]).toEqual([text, undefined]);
      const again = entered(retyped(text, text, format) ?? '', format);
      expect([again?.value, again?.formula]).toEqual([text, undefined]);
    }));
  });
});

test('a common text gets no apostrophe: people would see it', () => {
  for (const text of ['示例泵业有限公司', '附录B 第 3 次座谈', 'A-100 型', 'O\'Neil', '合格']) expect(typedText(text, 'General')).toBe(text);
});

test('what no cell holds is refused with its place', () => {
  const place = { sheet: '表', cell: 'A1' };
  const failure = (work: () => unknown): unknown => {
    try {
      return work();
    } catch (error) {
      return error instanceof HostError ? [error.code, error.params] : error;
    }
  };
  expect(failure(() => typedValue('x'.repeat(32_768), 'General', place))).toEqual(['xlsx/text-too-long', { ...place, length: 32_768, limit: 32_767 }]);
  expect(failure(() => typedValue(Infinity, 'General', place))).toEqual(['xlsx/not-finite', place]);
});
