/** How a kind of value looks in a cell: number format and style. */
import type { ValueKind } from '../model/raw-sheet';
import type { StyleName } from '../model/sheet-spec';

/** Text formats (`@`) stand before anyone types: an 18-digit code typed into a General cell loses its last digits. */
export function kindFormat(kind: ValueKind): string {
  switch (kind) {
    case 'text':
    case 'code':
    case 'uscc':
    case 'industry':
    case 'choice':
      return '@';
    case 'date':
      return 'yyyy-mm-dd';
    case 'datetime':
      return 'yyyy-mm-dd hh:mm';
    case 'month':
      return 'yyyy-mm';
    case 'money':
      return '#,##0.00';
    case 'count':
      return '0';
    case 'number':
      return 'General';
  }
}

export function kindStyle(kind: ValueKind): StyleName {
  switch (kind) {
    case 'date':
    case 'datetime':
    case 'month':
    case 'choice':
      return 'inputCentre';
    case 'number':
    case 'count':
    case 'money':
      return 'inputNumber';
    default:
      return 'input';
  }
}
