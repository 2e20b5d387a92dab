/**
 * 指标汇总: the five kinds of 7.6 by definition and basis, as formulas over 指标明细; the other metrics as the program added
 * them up. Cached values are the program's own, so that a spreadsheet that recalculates checks them.
 */
import { textHeight } from '../../../core/form/text-size';
import { address, columnLetters } from '../../../core/model/address';
import type { CellValue } from '../../../core/model/cell';
import type { Verdict } from '../../../core/model/metric-result';
import type { CellSpec, SheetSpec } from '../../../core/model/sheet-spec';
import { isPlain, type Definition } from '../../../core/rollup/definition';
import { isKind, KINDS, type Kind } from '../../../core/rollup/kinds';
import { Spread, type Pooled, type SpreadFigures } from '../../../core/rollup/spread';
import type { MetricLine } from '../../../core/rollup/tables';
import { verdictLabel } from '../../../core/text/labels';
import { SUMMARY_ABOUT, SUMMARY_SHEETS, SUMMARY_TITLES, versionWord } from '../../../core/text/rollup-sheet-text';
import { detailName, type DetailKey } from './details';
import { basisWord, formatsOf, metricOf, metricOrder } from './summary-input';

const HEADS = ['条款', '指标', '定义版本', '依据', '企业数', '可比', '改善', '变差', '改善占比', '变化：下四分位', '变化：中位数', '变化：上四分位', '提升前分子合计', '提升前分母合计', '提升前合计比率', '提升后分子合计', '提升后分母合计', '提升后合计比率'];
const WIDTHS = [7, 24, 11, 12, 8, 7, 7, 7, 9, 10, 10, 10, 13, 13, 10, 13, 13, 10];
const HEADER_ROW = 4;
const FIRST_ROW = 5;
const ROW_HEIGHT = 19;
export const METRIC_COLUMNS_AT = { name: 2, enterprises: 5, compared: 6, improved: 7, worsened: 8, share: 9, low: 10, median: 11, high: 12 } as const;

const plain = (key: Kind): Definition => ({ key, version: metricOf(key).version, written: null, basis: 'rows' });

/** Every kind has a line of its own for plain figures, also without any. */
function kindLines(lines: readonly MetricLine[]): readonly MetricLine[] {
  return KINDS.flatMap((key) => {
    const own = lines.filter(({ definition }) => definition.key === key);
    const first = own.find(({ definition }) => isPlain(definition) && definition.basis === 'rows') ?? { definition: plain(key), spread: new Spread() };
    return [first, ...own.filter((line) => line !== first)];
  });
}

/** `rowOf` gives the row of a kind's plain figures. */
export function metricsSheet(lines: readonly MetricLine[]): { readonly sheet: SheetSpec; readonly rowOf: (kind: Kind) => number } {
  const kinds = kindLines(lines);
  const others = lines.filter(({ definition }) => !isKind(definition.key)).sort((a, b) => metricOrder(a.definition.key) - metricOrder(b.definition.key));
  const otherRow = FIRST_ROW + kinds.length + 1;
  const last = columnLetters(HEADS.length);
  const cells: CellSpec[] = [
    { row: 1, column: 1, style: 'title', value: SUMMARY_TITLES.metrics },
    { row: 2, column: 1, style: 'howTo', value: SUMMARY_ABOUT.metrics },
    ...HEADS.map((value, c): CellSpec => ({ row: HEADER_ROW, column: c + 1, style: 'header', value })),
    ...kinds.flatMap((line, i) => lineCells(FIRST_ROW + i, line, true)),
    ...(others.length === 0 ? [] : [{ row: otherRow, column: 1, style: 'section', value: SUMMARY_ABOUT.others } as const]),
    ...others.flatMap((line, i) => lineCells(otherRow + 1 + i, line, false)),
  ];
  return {
    rowOf: (kind) => FIRST_ROW + kinds.findIndex(({ definition }) => definition.key === kind),
    sheet: {
      name: SUMMARY_SHEETS.metrics,
      columns: WIDTHS.map((width) => ({ width })), cells,
      rowHeights: { 1: 30, 2: textHeight(SUMMARY_ABOUT.metrics, 190, 9), [HEADER_ROW]: 36, ...Object.fromEntries([...kinds, ...others].map((_, i) => [i < kinds.length ? FIRST_ROW + i : i + FIRST_ROW + 2, ROW_HEIGHT])), [otherRow]: 26 },
      merges: [`A1:${last}1`, `A2:${last}2`],
      freeze: { row: FIRST_ROW, column: 3 }, protect: true, print: { orientation: 'landscape', repeatRows: `${HEADER_ROW}:${HEADER_ROW}` }, activeCell: 'A1',
    },
  };
}

function lineCells(row: number, { definition, spread }: MetricLine, live: boolean): readonly CellSpec[] {
  const def = metricOf(definition.key);
  const figures = spread.figures();
  const formats = formatsOf(def);
  const amounts = def.unit === 'ratio';
  const cell = (column: number, value: CellValue, formula: string | null, format: string, array = false): CellSpec => ({
    row, column, style: 'computedNumber', format, value: value ?? '', ...(live && formula !== null ? { formula, ...(array ? { array: true } : {}) } : {}),
  });
  const quartile = (which: 1 | 2 | 3): string => `IF(${address(row, METRIC_COLUMNS_AT.compared)}=0,"",QUARTILE(IF(${ofLine(row)}*${COMPARED},${detailName('difference')}),${which}))`;
  const compared = address(row, METRIC_COLUMNS_AT.compared);
  const improved = address(row, METRIC_COLUMNS_AT.improved);
  return [
    { row, column: 1, style: 'computedCentre', value: def.item },
    { row, column: 2, style: 'labelLeft', value: def.name },
    { row, column: 3, style: 'computedCentre', value: versionWord(definition.version, definition.written) },
    { row, column: 4, style: 'computedCentre', value: basisWord(definition.basis) },
    cell(5, figures.enterprises, `SUMPRODUCT(${ofLine(row)})`, '#,##0'),
    cell(6, figures.compared, `SUMPRODUCT(${ofLine(row)}*${COMPARED})`, '#,##0'),
    cell(7, figures.improved, `SUMPRODUCT(${ofLine(row)}*${verdictIs('improved')})`, '#,##0'),
    cell(8, figures.worsened, `SUMPRODUCT(${ofLine(row)}*${verdictIs('worsened')})`, '#,##0'),
    cell(9, figures.share, `IF(${compared}=0,"",${improved}/${compared})`, '0.0%'),
    ...quartileValues(figures).map((value, i) => cell(10 + i, value, quartile(i === 0 ? 1 : i === 1 ? 2 : 3), formats.difference, true)),
    ...(amounts ? pooledCells(row, figures, cell, formats.value, def.family === 'proportion' ? '#,##0' : '#,##0.00', def.scope === 'period') : dashes(row, [13, 14, 15, 16, 17, 18])),
  ];
}

function quartileValues({ quartiles }: SpreadFigures): readonly (number | null)[] {
  return quartiles === null ? [null, null, null] : [quartiles.low, quartiles.median, quartiles.high];
}

const dashes = (row: number, columns: readonly number[]): readonly CellSpec[] => columns.map((column) => ({ row, column, style: 'computedCentre', value: '—' }));

type MakeCell = (column: number, value: CellValue, formula: string | null, format: string) => CellSpec;

/** Comparisons have no figures of the baseline: theirs are in both. */
function pooledCells(row: number, { baseline, current }: SpreadFigures, cell: MakeCell, format: string, amount: string, compared: boolean): readonly CellSpec[] {
  const three = (pooled: Pooled | null, from: number, over: DetailKey, under: DetailKey): readonly CellSpec[] => {
    const sum = (key: DetailKey): string => `SUMPRODUCT(${ofLine(row)}*${COMPARED},${detailName(key)})`;
    const [above, below] = [address(row, from), address(row, from + 1)];
    return [
      cell(from, pooled?.numerator ?? 0, sum(over), amount),
      cell(from + 1, pooled?.denominator ?? 0, sum(under), amount),
      cell(from + 2, pooled?.value ?? null, `IF(${below}=0,"",${above}/${below})`, format),
    ];
  };
  return [...(compared ? three(baseline, 13, 'beforeOver', 'beforeUnder') : dashes(row, [13, 14, 15])), ...three(current, 16, 'afterOver', 'afterUnder')];
}

/** 1 in the rows of 指标明细 with the metric, version and basis that this row names. */
function ofLine(row: number): string {
  return `(${detailName('metric')}=$B${row})*(${detailName('version')}=$C${row})*(${detailName('basis')}=$D${row})`;
}

/** 1 where the verdict is this one. */
function verdictIs(verdict: Verdict): string {
  return `(${detailName('verdict')}="${verdictLabel(verdict, 'zh')}")`;
}

const COMPARED = `(${detailName('verdict')}<>"${verdictLabel('not-comparable', 'zh')}")`;
