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

/** The steps between opening and closing. */
export function inOpenSheet(sheet: SurveyedSheet, steps: readonly Step[], closeAs: Readonly<Record<string, unknown>> | null = sheet.options): readonly Step[] {
  const { name } = sheet;
  if (steps.length === 0) return steps;
  const open: Step = {
    sheet: name, bytes: RANGE_BYTES,
    carryOut: ({ workbook }) => { if (sheet.protected) workbook.worksheets.getItem(name).protection.unprotect(); },
    undo: (context) => ensure({ workbook: context.workbook, sync: () => context.sync() }, sheet, sheet.protected),
  };
  const close: Step = {
    sheet: name, bytes: RANGE_BYTES,
    carryOut: ({ workbook }) => { if (closeAs !== null) workbook.worksheets.getItem(name).protection.protect(closeAs); },
    undo: (context) => ensure({ workbook: context.workbook, sync: () => context.sync() }, sheet, false),
  };
  return sheet.protected || closeAs !== sheet.options ? [open, ...steps, close] : steps;
}
