/** A change since a signature, as it is said (`附录E 提升方案 C12`, `数据_销售交付 T1 1`), as a place to go to. */
import type { DeskState } from '../../../app/desk/desk-state';
import type { SheetPlace } from '../../hooks/workspace-context';

const CELL = /^[A-Z]{1,3}[1-9]\d*$/u;

/** The cell of a form, the sheet of rows; null where the workbook has no such sheet. */
export function changedPlace(text: string, { forms, rawSheets }: Pick<DeskState, 'forms' | 'rawSheets'>): SheetPlace | null {
  const begins = ({ sheet }: { readonly sheet: string }): boolean => text === sheet || text.startsWith(`${sheet} `);
  const form = forms.find(begins);
  if (form !== undefined) {
    const rest = text.slice(form.sheet.length + 1);
    return { sheet: form.sheet, cell: CELL.test(rest) ? rest : '' };
  }
  const raw = rawSheets.find(begins);
  return raw === undefined ? null : { sheet: raw.sheet, cell: '' };
}
