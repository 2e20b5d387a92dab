/** Charts of the sheets of a new workbook, put into the finished package: what is packed already is copied as it is. */
import type { Gzip } from '../../../app/ports';
import type { SheetSpec } from '../../../core/model/sheet-spec';
import { bytesSource } from '../package/bytes-source';
import { joinBytes } from '../../../core/model/join-bytes';
import { editPackage } from '../package/package-edit';
import { DEFAULT_LIMITS } from '../package/zip';
import { openZip } from '../package/zip-reader';
import { addCharts } from '../patch/add-charts';
import { TRANSITIONAL_DIALECT } from '../patch/dialect';

/** No limits for what we made ourselves. */
const NO_LIMITS = { ...DEFAULT_LIMITS, maxEntryBytes: Infinity, maxTotalBytes: Infinity, maxRatio: Infinity, maxPartBytes: Infinity };

/** `sheets` are those of the package, whose parts are numbered from 1 in their order. Throws RangeError for a chart that is wrong in itself. */
export async function withCharts(bytes: Uint8Array, sheets: readonly SheetSpec[], gzip: Gzip): Promise<Uint8Array> {
  if (!sheets.some(({ charts = [] }) => charts.length > 0)) return bytes;
  const parts = editPackage(await openZip(bytesSource(bytes), gzip, NO_LIMITS), gzip);
  for (const [index, { charts = [] }] of sheets.entries()) {
    // oxlint-disable-next-line no-await-in-loop -- parts are numbered in the order of the sheets
    await addCharts({ parts, dialect: TRANSITIONAL_DIALECT }, `xl/worksheets/sheet${index + 1}.xml`, charts);
  }
  return joinBytes(parts.output());
}
