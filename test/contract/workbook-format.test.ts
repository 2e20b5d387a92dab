/** The contract of workbook formats, held by the real one and by the one in memory. */
import { createXlsxFormat } from '../../src/host/xlsx/format';
import { memoryFormat } from '../support/memory-workbook';
import { workbookFormatContract } from './workbook-format.contract';

workbookFormatContract('in memory', memoryFormat);
workbookFormatContract('.xlsx', createXlsxFormat());
