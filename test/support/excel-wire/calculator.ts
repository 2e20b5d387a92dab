/** What Excel would compute: the results that a generated workbook says of its own formulas. */
import { address } from '../../../src/core/model/address';
import { isCellError } from '../../../src/core/model/cell';
import type { WorkbookSpec } from '../../../src/core/model/sheet-spec';
import type { Book, Plain } from './model';

export function calculatorOf(spec: WorkbookSpec): Book['calculate'] {
  const results = new Map<string, Plain>();
  for (const { name, cells } of spec.sheets) {
    for (const { row, column, formula, value = null } of cells) {
      if (formula !== undefined) results.set(`${name}!${address(row, column)}`, value === null ? '' : isCellError(value) ? value.error : value);
    }
  }
  return (_formula, sheet, row, column) => results.get(`${sheet}!${address(row, column)}`);
}
