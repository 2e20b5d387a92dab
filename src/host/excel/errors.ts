/** Errors of Office.js as errors of a host: what happened, where. The sentences are in `core/text/host-texts`. */
import { HostError } from '../../app/ports';

/** What the work was about, for the blanks of the sentence. */
export interface Place {
  readonly sheet?: string;
}

const TOO_MUCH = new Set(['RequestPayloadSizeLimitExceeded', 'ResponsePayloadSizeLimitExceeded', 'RangeExceedsLimit', 'OperationCellsExceedLimit']);

const CODES: Readonly<Record<string, string>> = {
  InvalidOperationInCellEditMode: 'excel/editing-cell',
  AccessDenied: 'excel/protected',
  BadPassword: 'excel/protected',
  ItemNotFound: 'excel/sheet-gone',
  InactiveWorkbook: 'excel/other-workbook',
  InvalidSelection: 'excel/other-workbook',
  RequestAborted: 'excel/stopped',
  ApiNotFound: 'excel/too-old',
  UnsupportedFeature: 'excel/too-old',
  Busy: 'excel/busy',
  HostIsBusy: 'excel/busy',
};

export function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** The answer was larger than goes through at once: less may be asked for. */
export function isTooMuch(error: unknown): boolean {
  return TOO_MUCH.has(codeOf(error));
}

/** What was thrown, unless it is an error of Excel. */
export function hostErrorOf(error: unknown, place: Place = {}): unknown {
  if (error instanceof HostError) return error;
  const code = codeOf(error);
  if (code === '') return error;
  const params = { sheet: place.sheet ?? '', code };
  const known = TOO_MUCH.has(code) ? 'excel/too-much' : CODES[code] ?? 'excel/failed';
  return new HostError(known === 'excel/protected' && place.sheet === undefined ? 'excel/read-only' : known, params, { cause: error });
}
