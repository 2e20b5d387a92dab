/** Cells of a source row, as the import looks at them before any codec does. */
import { cleanText } from '../codec/clean';
import { shown } from '../codec/codec';
import type { SourceValue } from '../model/source-table';

/** The text of a cell; '' for a blank. */
export function sourceText(cell: SourceValue): string {
  if (cell === undefined) return '';
  return cleanText(typeof cell === 'string' ? cell : shown(cell.value));
}

/** Text alone, as typed: what the order of dates and the decimal mark can be told from. */
export function typedText(cell: SourceValue): string | null {
  if (cell === undefined) return null;
  if (typeof cell === 'string') return cell;
  return typeof cell.value === 'string' ? cell.value : null;
}

export function isBlank(cell: SourceValue): boolean {
  if (cell === undefined || cell === '') return true;
  if (typeof cell !== 'string') return cell.value === null || (typeof cell.value === 'string' && cleanText(cell.value) === '');
  return cleanText(cell) === '';
}
