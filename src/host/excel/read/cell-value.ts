/** A cell as Excel answers it, as a value. Errors come as texts: only the type of the cell tells them from typed ones. */
import type { CellValue } from '../../../core/model/cell';
import type { Matrix, Raw } from '../api';

const ERROR = /^#[A-Z/0!?]+[!?A]?$/;

/** Whether a text of the matrix may be an error. */
export function mayHoldErrors(matrix: Matrix): boolean {
  return matrix.some((row) => row.some((raw) => typeof raw === 'string' && raw.startsWith('#') && ERROR.test(raw)));
}

export function valueOf(raw: Raw | undefined, isError: boolean): CellValue {
  if (raw === undefined || raw === null || raw === '') return null;
  return isError && typeof raw === 'string' ? { error: raw } : raw;
}

/** Whether a number format shows a date or a time. */
export function isDateFormat(format: string): boolean {
  const bare = format.replace(/"[^"]*"|\\.|_.|\*./g, '').replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '');
  return bare !== 'General' && /[ymdhs]/i.test(bare);
}
