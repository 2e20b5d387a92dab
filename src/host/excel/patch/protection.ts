/** A protected sheet is opened for a change and closed again, whatever happens in between. No password: the product sets none. */
import type { Context } from '../api';
import { RANGE_BYTES, type Step } from '../write/steps';
import type { SurveyedSheet } from './survey';

async function ensure({ workbook, sync }: { readonly workbook: Context['workbook']; readonly sync: () => Promise<unknown> }, { name, options }: SurveyedSheet, wanted: boolean): Promise<void> {
  const { protection } = workbook.worksheets.getItem(name);
  protection.load('protected');
  await sync();
  if (protection.protected === wanted) return;
  if (wanted) protection.protect(options);
  else protection.unprotect();
}

export interface Guards {
  /** All of a change come first, and are known to be done before anything else is. */
  readonly open: readonly Step[];
  readonly close: readonly Step[];
}

/** `closeAs`: the protection that the sheet has afterwards; null for none. */
export function guardsOf(sheet: SurveyedSheet, closeAs: Readonly<Record<string, unknown>> | null = sheet.protected ? sheet.options : null): Guards {
  const { name } = sheet;
  const sync = (context: Context, wanted: boolean): Promise<void> => ensure({ workbook: context.workbook, sync: () => context.sync() }, sheet, wanted);
  return {
    open: !sheet.protected ? [] : [{
      sheet: name, bytes: RANGE_BYTES, opens: true,
      carryOut: ({ workbook }) => workbook.worksheets.getItem(name).protection.unprotect(),
      undo: (context) => sync(context, true),
    }],
    close: closeAs === null ? [] : [{
      sheet: name, bytes: RANGE_BYTES,
      carryOut: ({ workbook }) => workbook.worksheets.getItem(name).protection.protect(closeAs),
      undo: (context) => sync(context, false),
    }],
  };
}
