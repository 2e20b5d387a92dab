/** The one file that reads what office.js puts into the page. Everything else is given an `Excel`. */
import { HostError } from '../../app/ports';
import type { Context, Excel, Run } from './api';

interface OfficeTheme {
  readonly isDarkTheme?: boolean;
  readonly bodyBackgroundColor?: string;
}

interface OfficeGlobals {
  readonly Excel?: { run<T>(batch: (context: Context) => Promise<T>): Promise<T> };
  readonly Office?: {
    onReady?(): Promise<{ readonly host?: string | null; readonly platform?: string | null }>;
    readonly context?: {
      readonly requirements?: { isSetSupported(name: string, version: string): boolean };
      readonly officeTheme?: OfficeTheme;
      readonly displayLanguage?: string;
    };
  };
}

const ofPage = (): OfficeGlobals => ({ Excel: Reflect.get(globalThis, 'Excel'), Office: Reflect.get(globalThis, 'Office') });

/** After `officeReady`. Throws HostError `excel/too-old` where this is no Excel with the API. */
export function excelOfPage(page: OfficeGlobals = ofPage()): Excel {
  const excel = page.Excel;
  const requirements = page.Office?.context?.requirements;
  if (excel === undefined || requirements === undefined) throw new HostError('excel/too-old', { code: 'ExcelApi 1.9' });
  const run: Run = (batch) => excel.run(batch);
  return { run, supports: (set) => requirements.isSetSupported('ExcelApi', set) };
}

/** Waits until office.js knows where it is. Throws HostError `excel/not-in-excel` where that is not Excel, `excel/no-office` where office.js is not there. */
export async function officeReady(page: OfficeGlobals = ofPage()): Promise<void> {
  if (page.Office?.onReady === undefined) throw new HostError('excel/no-office');
  const { host } = await page.Office.onReady();
  if (host !== 'Excel') throw new HostError('excel/not-in-excel');
}

export interface OfficeLook {
  readonly dark: boolean | null;
  readonly language: 'zh' | 'en' | null;
}

/** Null where Excel does not say: its theme is not told everywhere. */
export function officeLook({ Office }: OfficeGlobals = ofPage()): OfficeLook {
  const { officeTheme, displayLanguage } = Office?.context ?? {};
  return {
    dark: officeTheme?.isDarkTheme ?? isDark(officeTheme?.bodyBackgroundColor),
    language: displayLanguage === undefined || displayLanguage === '' ? null : displayLanguage.toLowerCase().startsWith('zh') ? 'zh' : 'en',
  };
}

/** By its lightness as people see it; null for what is no `#rrggbb`. */
function isDark(colour: string | undefined): boolean | null {
  const [, red, green, blue] = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour ?? '') ?? [];
  if (red === undefined || green === undefined || blue === undefined) return null;
  return 0.299 * Number.parseInt(red, 16) + 0.587 * Number.parseInt(green, 16) + 0.114 * Number.parseInt(blue, 16) < 128;
}
