/** What a comparison found: as lines for people, and as the document of `--json`. */
import type { Comparison } from '../app/compare-workbooks';
import type { ListedDifference } from '../app/difference-list';
import type { Language } from '../core/text/cli';
import { compareText, differenceKind } from '../core/text/compare-texts';

/** Differences of a sheet that are listed on the screen. */
const LISTED = 60;

export function compareLines(files: { readonly a: string; readonly b: string }, comparison: Comparison, list: readonly ListedDifference[], language: Language): readonly string[] {
  const { 'own-sheet': ownSheet, ...counts } = comparison.counts;
  const sheets = [...new Set(list.map(({ sheet }) => sheet))];
  return [
    list.length === 0 ? compareText(language, 'compare/same', files) : compareText(language, 'compare/head', { ...files, ...counts, ownSheet }),
    ...(comparison.sameWorkbook === false ? [compareText(language, 'compare/other-workbook')] : []),
    ...sheets.flatMap((sheet) => {
      const of = list.filter((one) => one.sheet === sheet);
      return [
        sheet,
        ...of.slice(0, LISTED).map((one) => `  ${differenceLine(one, language)}`),
        ...(of.length > LISTED ? [compareText(language, 'compare/more', { count: of.length - LISTED })] : []),
      ];
    }),
    compareText(language, 'compare/only-content'),
  ];
}

function differenceLine({ kind, row, item, cellA, cellB, a, b, remark }: ListedDifference, language: Language): string {
  const place = cellA === cellB || cellB === '' ? cellA : cellA === '' ? cellB : `${cellA}/${cellB}`;
  const what = [`[${differenceKind(kind, language)}]`, place, row === '' ? '' : compareText(language, 'compare/row', { row }), item].filter((part) => part !== '').join(' ');
  const said = remark === '' ? compareText(language, 'compare/changed', { before: oneLine(a), after: oneLine(b) }) : remark;
  return `${what}${language === 'zh' ? '：' : ': '}${oneLine(said)}`;
}

const oneLine = (text: string): string => text.replaceAll(/\s*\n\s*/g, ' ⏎ ');

export function compareDocument(files: { readonly a: string; readonly b: string }, { stamps, sameWorkbook, hasAncestor, counts }: Comparison, list: readonly ListedDifference[], out: string | null): unknown {
  return { ...files, same: list.length === 0, sameWorkbook, hasAncestor, stamps, counts, differences: list, out };
}
