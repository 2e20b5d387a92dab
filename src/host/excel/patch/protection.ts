/** A protected sheet is opened for a change and closed again, whatever happens in between. No password: the product sets none. */
import { RANGE_BYTES, type Step } from '../write/step';
import type { SurveyedSheet } from './survey';

export interface Guards {
  /** All of a change come first, and are known to be done before anything else is. */
  readonly open: readonly Step[];
  readonly close: readonly Step[];
}

/** `closeAs`: the protection that the sheet has afterwards; null for none. */
export function guardsOf(sheet: SurveyedSheet, closeAs: Readonly<Record<string, unknown>> | null = sheet.protected ? sheet.options : null): Guards {
  const { name } = sheet;
  return {
    open: !sheet.protected ? [] : [{
      sheet: name, bytes: RANGE_BYTES, opens: true,
      carryOut: ({ workbook }) => workbook.worksheets.getItem(name).protection.unprotect(),
      undo: [{ what: 'protect', sheet: name, options: sheet.options }],
    }],
    close: closeAs === null ? [] : [{
      sheet: name, bytes: RANGE_BYTES,
      carryOut: ({ workbook }) => workbook.worksheets.getItem(name).protection.protect(closeAs),
      undo: [{ what: 'unprotect', sheet: name }],
    }],
  };
}
