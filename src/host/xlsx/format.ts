/** The .xlsx format as the use cases see it: read as a stream, written anew, or changed in place. */
import type { Gzip, WorkbookFormat } from '../../app/ports';
import { portableGzip } from './package/portable-gzip';
import type { Limits } from './package/zip';
import { changeWorkbook, patchWorkbook } from './patch/patch-workbook';
import { openWorkbook } from './read/workbook';
import { writeWorkbook } from './write/workbook';

/** `gzip` is the fastest that the place has. */
export function createXlsxFormat({ gzip = portableGzip, limits = {} }: { readonly gzip?: Gzip; readonly limits?: Partial<Limits> } = {}): WorkbookFormat {
  return {
    async open(source) {
      const { zip, outline, ...readable } = await openWorkbook(source, { gzip, limits });
      const own = { zip, workbook: outline.path, gzip, limits };
      return { ...readable, patch: (patch) => patchWorkbook(own, patch), changes: (patch) => changeWorkbook(own, patch) };
    },
    write: (spec) => writeWorkbook(spec, gzip),
  };
}
