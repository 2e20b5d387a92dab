/** 总览: how many, how far, what became of the five kinds, as formulas over the other sheets; and the charts. */
import { absolute, address, columnLetters } from '../../../core/model/address';
import type { CellValue } from '../../../core/model/cell';
import type { ChartPoints, ChartSeries, ChartSpec } from '../../../core/model/chart-spec';
import type { CellSpec, SheetSpec } from '../../../core/model/sheet-spec';
import { STAGES } from '../../../core/model/stages';
import { KINDS, type Kind } from '../../../core/rollup/kinds';
import { isBlank } from '../../../core/rollup/duplicates';
import { isPlain } from '../../../core/rollup/definition';
import { Spread } from '../../../core/rollup/spread';
import { allDone, allSigned } from '../../../core/rollup/tables';
import { overviewLine, shareTitle, spreadTitle, stageTitle, SUMMARY_SHEETS, SUMMARY_TITLES } from '../../../core/text/rollup-sheet-text';
import { stageName } from '../../../core/text/stage-texts';
import { LEDGER_COUNTED, ledgerStageColumn, STAGE_DONE } from './lists';
import { METRIC_COLUMNS_AT } from './metrics-sheet';
import { lastListRow, RAW_HEADER_ROW } from './raw-list';
import { formatsOf, metricOf, type SummaryInput } from './summary-input';

const COLUMNS = 12;
const WIDTH = 11;
const SHEET = SUMMARY_SHEETS.overview;
const [KPI_ROW, KIND_ROW] = [4, 8];
const STAGE_ROW = KIND_ROW + KINDS.length + 3;
const CHART_ROW = STAGE_ROW + 5;
const CHART_HEIGHT = 15;
const [GREY, ACCENT, WARM] = ['8C8C8C', '1F5E6B', 'C55A11'];

export function overviewSheet({ tables, findings, aside, at, found, passed }: SummaryInput, rowOf: (kind: Kind) => number): SheetSpec {
  const counted = tables.books.filter((book) => book.counted);
  const last = lastListRow(tables.books.length);
  const ledger = (column: number): string => `${SUMMARY_SHEETS.ledger}!${absolute(RAW_HEADER_ROW + 1, column)}:${absolute(last, column)}`;
  const countedRange = ledger(LEDGER_COUNTED.column);
  const kinds = KINDS.map((key) => ({ key, def: metricOf(key), figures: (tables.lines.find(({ definition }) => definition.key === key && isPlain(definition) && definition.basis === 'rows')?.spread ?? new Spread()).figures() }));
  const stages = STAGES.map(({ key }, i) => ({
    key, name: stageName(key, 'zh'), done: counted.filter(({ stages: of }) => of.some((stage) => stage.key === key && stage.state === 'done')).length,
    formula: `SUMPRODUCT((${ledger(ledgerStageColumn(i))}="${STAGE_DONE}")*(${countedRange}="${LEDGER_COUNTED.word}"))`,
  }));
  const enterprises = new Set(counted.map(({ usccRight, uscc, file }) => (usccRight ? uscc : file))).size;
  const kpis: readonly (readonly [label: string, value: number, formula?: string])[] = [
    ['计入的工作簿', counted.length, `SUMPRODUCT(--(${countedRange}="${LEDGER_COUNTED.word}"))`],
    ['企业', enterprises], ['各环节全部完成', counted.filter(allDone).length], ['三方已签字', counted.filter(allSigned).length],
    ['重复，未计入', tables.books.filter((book) => !book.counted && !isBlank(book)).length, `SUMPRODUCT(--(${countedRange}="${LEDGER_COUNTED.double}"))`], ['核对事项', findings.length],
  ];
  const cells: CellSpec[] = [
    { row: 1, column: 1, style: 'title', value: SUMMARY_TITLES.overview },
    { row: 2, column: 1, style: 'howTo', value: overviewLine(at, found, passed) },
    ...kpis.flatMap(([label, value, formula], i): readonly CellSpec[] => [0, 1].flatMap((c): readonly CellSpec[] => [
      { row: KPI_ROW, column: i * 2 + c + 1, style: 'header', ...(c === 0 ? { value: label } : {}) },
      { row: KPI_ROW + 1, column: i * 2 + c + 1, style: 'computedCentre', format: '#,##0', ...(c === 0 ? { value, ...(formula === undefined || tables.books.length === 0 ? {} : { formula }) } : {}) },
    ])),
    { row: KIND_ROW - 1, column: 1, style: 'section', value: '7.6 五类指标（逐行数据，现行定义；汇总填报和其他版本见“指标汇总”）' },
    ...kindCells(kinds, rowOf),
    { row: STAGE_ROW - 1, column: 1, style: 'section', value: '第 6 章各环节' },
    ...stageCells(stages, counted.length),
    { row: CHART_ROW - 1, column: 1, style: 'section', value: aside.length === 0 ? '图' : `图（另有 ${aside.length} 个文件读不出，见“${SUMMARY_SHEETS.aside}”）` },
  ];
  return {
    name: SHEET,
    columns: Array.from({ length: COLUMNS }, () => ({ width: WIDTH })),
    cells,
    rowHeights: { 1: 32, 2: 20, [KPI_ROW]: 22, [KPI_ROW + 1]: 30, [KIND_ROW]: 34, [STAGE_ROW]: 34, ...Object.fromEntries([...KINDS.map((_, i) => KIND_ROW + 1 + i), STAGE_ROW + 1, STAGE_ROW + 2].map((row) => [row, 20])) },
    merges: [
      'A1:L1', 'A2:L2', ...kpis.flatMap((_, i) => [KPI_ROW, KPI_ROW + 1].map((row) => `${address(row, i * 2 + 1)}:${address(row, i * 2 + 2)}`)),
      ...[0, ...KINDS.map((_, i) => i + 1)].map((i) => `B${KIND_ROW + i}:D${KIND_ROW + i}`),
      ...[0, 1, 2].map((i) => `A${STAGE_ROW + i}:D${STAGE_ROW + i}`),
    ],
    protect: true,
    print: { orientation: 'portrait', area: `A1:L${CHART_ROW + 2 * CHART_HEIGHT}` },
    activeCell: 'A1',
    charts: charts(kinds, stages, counted.length),
  };
}

interface KindLine {
  readonly key: Kind;
  readonly def: ReturnType<typeof metricOf>;
  readonly figures: ReturnType<Spread['figures']>;
}

const KIND_HEADS = ['条款', '指标', '', '', '企业数', '可比', '改善', '变差', '改善占比', '下四分位', '变化中位数', '上四分位'];

function kindCells(kinds: readonly KindLine[], rowOf: (kind: Kind) => number): readonly CellSpec[] {
  return [
    ...KIND_HEADS.map((value, c): CellSpec => ({ row: KIND_ROW, column: c + 1, style: 'header', ...(value === '' ? {} : { value }) })),
    ...kinds.flatMap(({ key, def, figures }, i): readonly CellSpec[] => {
      const row = KIND_ROW + 1 + i;
      const from = (column: number): string => `${SUMMARY_SHEETS.metrics}!${absolute(rowOf(key), column)}`;
      const { quartiles } = figures;
      const shown: readonly (readonly [number, CellValue, string])[] = [
        [METRIC_COLUMNS_AT.enterprises, figures.enterprises, '#,##0'], [METRIC_COLUMNS_AT.compared, figures.compared, '#,##0'], [METRIC_COLUMNS_AT.improved, figures.improved, '#,##0'],
        [METRIC_COLUMNS_AT.worsened, figures.worsened, '#,##0'], [METRIC_COLUMNS_AT.share, figures.share, '0.0%'],
        [METRIC_COLUMNS_AT.low, quartiles?.low ?? null, formatsOf(def).difference], [METRIC_COLUMNS_AT.median, quartiles?.median ?? null, formatsOf(def).difference], [METRIC_COLUMNS_AT.high, quartiles?.high ?? null, formatsOf(def).difference],
      ];
      return [
        { row, column: 1, style: 'computedCentre', value: def.item }, { row, column: 2, style: 'labelLeft', value: def.name }, { row, column: 3, style: 'labelLeft' }, { row, column: 4, style: 'labelLeft' },
        ...shown.map(([column, value, format]): CellSpec => ({ row, column, style: 'computedNumber', format, value: value ?? '', formula: from(column) })),
      ];
    }),
  ];
}

interface StageLine {
  readonly key: string;
  readonly name: string;
  readonly done: number;
  readonly formula: string;
}

const FIRST_STAGE = 5;

function stageCells(stages: readonly StageLine[], books: number): readonly CellSpec[] {
  return [
    ...['环节', '完成的工作簿', '占计入的工作簿'].flatMap((label, i) => [1, 2, 3, 4].map((column): CellSpec => ({ row: STAGE_ROW + i, column, style: i === 0 ? 'header' : 'labelLeft', ...(column === 1 ? { value: label } : {}) }))),
    ...stages.flatMap(({ key, name, done, formula }, i): readonly CellSpec[] => {
      const column = FIRST_STAGE + i;
      return [
        { row: STAGE_ROW, column, style: 'header', value: `${key} ${name}` },
        { row: STAGE_ROW + 1, column, style: 'computedNumber', format: '#,##0', value: done, ...(books === 0 ? {} : { formula }) },
        { row: STAGE_ROW + 2, column, style: 'computedNumber', format: '0.0%', value: books === 0 ? '' : done / books, ...(books === 0 ? {} : { formula: `IF(${absolute(KPI_ROW + 1, 1)}=0,"",${address(STAGE_ROW + 1, column)}/${absolute(KPI_ROW + 1, 1)})` }) },
      ];
    }),
  ];
}

function charts(kinds: readonly KindLine[], stages: readonly StageLine[], books: number): readonly ChartSpec[] {
  const down = (column: number, count: number): string => `${SHEET}!${absolute(KIND_ROW + 1, column)}:${absolute(KIND_ROW + count, column)}`;
  const across = (row: number): string => `${SHEET}!${absolute(row, FIRST_STAGE)}:${absolute(row, FIRST_STAGE + stages.length - 1)}`;
  const ratios = kinds.filter(({ def }) => def.unit === 'ratio');
  const names = (some: readonly KindLine[]): ChartPoints => ({ ref: down(2, some.length), values: some.map(({ def }) => def.name) });
  const place = (line: number, side: 0 | 1, wide = false): string => `${columnLetters(1 + side * 6)}${CHART_ROW + line * CHART_HEIGHT}:${columnLetters(wide ? COLUMNS : 6 + side * 6)}${CHART_ROW + (line + 1) * CHART_HEIGHT - 1}`;
  const spread = (name: string, column: number, value: (line: KindLine) => number | null, more: Partial<ChartSeries>): ChartSeries => ({ kind: 'line', name, colour: GREY, categories: names(ratios), values: { ref: down(column, ratios.length), values: ratios.map(value) }, pointsOnly: true, ...more });
  return [
    {
      name: '改善占比', title: shareTitle(kinds.map(({ def, figures }) => ({ name: def.name, share: figures.share }))), description: '五类指标中有证据改善的企业占可比企业的比例，数值见上表。', ref: place(0, 0),
      series: [{ kind: 'bar', name: '改善占比', colour: ACCENT, labels: 'all', labelFormat: '0%', categories: names(kinds), values: { ref: down(METRIC_COLUMNS_AT.share, kinds.length), values: kinds.map(({ figures }) => figures.share) } }],
      valueAxis: { format: '0%', min: 0, max: 1 },
    },
    {
      name: '变化分布', title: spreadTitle(ratios.map(({ def, figures }) => ({ name: def.name, median: figures.quartiles?.median ?? null }))), description: '比率类指标变化的中位数与上下四分位，数值见上表。', ref: place(0, 1), legend: true,
      series: [
        { kind: 'bar', name: '中位数', colour: ACCENT, labels: 'all', labelFormat: '+0.0%;-0.0%;0.0%', categories: names(ratios), values: { ref: down(METRIC_COLUMNS_AT.median, ratios.length), values: ratios.map(({ figures }) => figures.quartiles?.median ?? null) } },
        spread('下四分位', METRIC_COLUMNS_AT.low, ({ figures }) => figures.quartiles?.low ?? null, {}),
        spread('上四分位', METRIC_COLUMNS_AT.high, ({ figures }) => figures.quartiles?.high ?? null, { colour: WARM }),
      ],
      valueAxis: { format: '0%' },
    },
    {
      name: '环节', title: stageTitle(stages, books), description: '第 6 章各环节完成的工作簿占计入的工作簿的比例，数值见上表。', ref: place(1, 0, true),
      series: [{ kind: 'bar', name: '完成', colour: ACCENT, labels: 'all', labelFormat: '0%', categories: { ref: across(STAGE_ROW), values: stages.map(({ key, name }) => `${key} ${name}`) }, values: { ref: across(STAGE_ROW + 2), values: stages.map(({ done }) => (books === 0 ? null : done / books)) } }],
      valueAxis: { format: '0%', min: 0, max: 1 },
    },
  ];
}
