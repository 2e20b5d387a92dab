/** The differences of two workbooks as one list in words: for lines, for JSON and for a sheet alike. */
import type { RowValues } from '../core/compare/table';
import type { CellValue } from '../core/model/cell';
import type { Language } from '../core/text/cli';
import { compareText } from '../core/text/compare-texts';
import { issueText } from '../core/text/issue-text';
import { shownValue } from '../core/text/shown-value';
import type { Comparison, DifferenceKind, LocatedDifference } from './compare-workbooks';
import { nameOf } from './locate';
import type { Standard } from './standard';

export interface ListedDifference {
  readonly kind: DifferenceKind;
  readonly sheet: string;
  /** The row by its key; '' outside of rows. */
  readonly row: string;
  /** Field, column, or what is spoken of. */
  readonly item: string;
  readonly cellA: string;
  readonly cellB: string;
  /** Contents as people read them; '' where there is none to show. */
  readonly a: string;
  readonly b: string;
  readonly remark: string;
}

export function differenceList(comparison: Comparison, standard: Standard, language: Language): readonly ListedDifference[] {
  return [
    ...comparison.entries.map((one) => listed(one, standard, language)),
    ...comparison.oneSided.map(({ kind, side, issue }): ListedDifference => ({
      kind, sheet: issue.sheet, row: '', item: String(issue.params['column'] ?? issue.params['name'] ?? ''), a: '', b: '',
      cellA: side === 'a' ? issue.cell : '', cellB: side === 'b' ? issue.cell : '',
      remark: compareText(language, side === 'a' ? 'compare/side-a' : 'compare/side-b') + issueText(issue, language).message,
    })),
    ...comparison.ownSheets.map(({ sheet, change, cells }): ListedDifference => ({
      kind: 'own-sheet', sheet, row: '', item: '', cellA: change === 'changed' ? cells[0] ?? '' : '', cellB: change === 'changed' ? cells[0] ?? '' : '', a: '', b: '',
      remark: compareText(language, `compare/own-${change}`, { count: cells.length, cells: cells.slice(0, 20).join(language === 'zh' ? '、' : ', ') + (cells.length > 20 ? '…' : '') }),
    })),
  ];
}

function listed({ difference, name, cellA, cellB }: LocatedDifference, standard: Standard, language: Language): ListedDifference {
  const frame = { sheet: name.sheet, row: difference.row, item: name.label, cellA, cellB, a: '', b: '', remark: '' };
  const show = (value: CellValue): string => shownValue(value, name.kind, language);
  switch (difference.kind) {
    case 'entry':
    case 'row-changed':
      return { kind: difference.kind === 'entry' ? 'entry' : 'row', ...frame, a: show(difference.before), b: show(difference.after) };
    case 'row-added':
    case 'row-removed': {
      const values = rowWords(difference.owner, difference.list, difference.values, standard, language);
      const gone = difference.kind === 'row-removed';
      return { kind: 'row', ...frame, a: gone ? values : '', b: gone ? '' : values, remark: compareText(language, `compare/${difference.kind}`, { values }) };
    }
    case 'duplicate': {
      const words = (rows: readonly RowValues[]): string => rows.map((values) => rowWords(difference.owner, difference.list, values, standard, language)).join('\n');
      return { kind: 'row', ...frame, a: words(difference.before), b: words(difference.after), remark: compareText(language, 'compare/duplicate', { before: difference.before.length, after: difference.after.length }) };
    }
    default:
      return { kind: 'structure', ...frame, remark: compareText(language, `compare/${difference.kind}`) };
  }
}

/** `订单号=10248、客户=甲` */
export function rowWords(owner: string, list: string | null, values: RowValues, standard: Standard, language: Language): string {
  return Object.entries(values).map(([field, value]) => {
    const { label, kind } = nameOf({ owner, list, field }, standard);
    return `${label}=${shownValue(value, kind, language)}`;
  }).join(language === 'zh' ? '、' : ', ');
}
