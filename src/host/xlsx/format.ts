/** The .xlsx format as the use cases see it. */
import type { WorkbookFormat } from '../../app/ports';
import { openWorkbook } from './read/workbook';
import { writeWorkbook } from './write/workbook';

export const xlsxFormat: WorkbookFormat = { open: (bytes) => openWorkbook(bytes), write: writeWorkbook };
