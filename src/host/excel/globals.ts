/** The one file that reads what office.js puts into the page. Everything else is given an `Excel`. */
import { HostError } from '../../app/ports';
import type { Context, Excel, Run } from './api';

interface OfficeGlobals {
  readonly Excel?: { run<T>(batch: (context: Context) => Promise<T>): Promise<T> };
  readonly Office?: { readonly context?: { readonly requirements?: { isSetSupported(name: string, version: string): boolean } } };
}

/** After `Office.onReady`. Throws HostError `excel/too-old` where this is no Excel with the API. */
const ofPage = (): OfficeGlobals => ({ Excel: Reflect.get(globalThis, 'Excel'), Office: Reflect.get(globalThis, 'Office') });

export function excelOfPage(page: OfficeGlobals = ofPage()): Excel {
  const excel = page.Excel;
  const requirements = page.Office?.context?.requirements;
  if (excel === undefined || requirements === undefined) throw new HostError('excel/too-old', { code: 'ExcelApi 1.9' });
  const run: Run = (batch) => excel.run(batch);
  return { run, supports: (set) => requirements.isSetSupported('ExcelApi', set) };
}
