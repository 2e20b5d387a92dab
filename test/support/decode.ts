/** What a codec makes of a cell, short: the value, a day as ISO, or the problem's code. */
import type { CodecContext, SourceCell } from '../../src/core/codec/codec';
import { codecs } from '../../src/core/codec/codecs';
import type { CellValue } from '../../src/core/model/cell';
import type { ValueKind } from '../../src/core/model/raw-sheet';

export function decode(kind: ValueKind, cell: SourceCell, context: CodecContext = {}): CellValue {
  const decoded = codecs[kind].decode(cell, context);
  return 'value' in decoded ? decoded.value : decoded.problem.code;
}
