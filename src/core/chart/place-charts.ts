/** The sheet with the charts: three bars or two others beside each other, two rows of them on a page of A4 across. */
import { address } from '../model/address';
import type { ChartSpec } from '../model/chart-spec';
import type { CellSpec, SheetSpec } from '../model/sheet-spec';

const COLUMNS = 12;
const WIDTH = 10.5;
const ROWS = 17;
const FIRST_ROW = 4;
const ON_PAGE = 2;

interface Part {
  readonly heading: string;
  readonly charts: readonly ChartSpec[];
  /** Beside each other. */
  readonly across: number;
}

export function placeCharts(name: string, bars: readonly ChartSpec[], paretos: readonly ChartSpec[], runs: readonly ChartSpec[]): SheetSpec {
  const parts: readonly Part[] = [
    { heading: '提升前后对比', charts: bars, across: 3 }, { heading: '排列图：问题集中在哪里', charts: paretos, across: 2 }, { heading: '逐月控制图', charts: runs, across: 2 },
  ].filter(({ charts }) => charts.length > 0);
  const cells: CellSpec[] = [
    { row: 1, column: 1, value: '认证提升成效图表', style: 'title' },
    { row: 2, column: 1, value: '图和标题都随数据实时更新。灰色为提升前，深绿为提升后，虚线为目标或控制限，橙色底为异常的月份；判定规则在成效总结末尾选择。不要的图可以删，样式可以改，再次导入时保持不变。', style: 'howTo' },
    { row: 2, column: COLUMNS, value: '← 首页', style: 'link', link: "'首页'!A1" },
  ];
  const breaksAfter: number[] = [];
  const charts: ChartSpec[] = [];
  let row = FIRST_ROW;
  for (const { heading, charts: some, across } of parts) {
    const span = COLUMNS / across;
    if (row > FIRST_ROW) breaksAfter.push(row - 1);
    cells.push({ row: row - 1 + (row > FIRST_ROW ? 1 : 0), column: 1, value: heading, style: 'section' });
    if (row > FIRST_ROW) row++;
    some.forEach((chart, i) => {
      const [line, place] = [Math.floor(i / across), i % across];
      if (place === 0 && line > 0 && line % ON_PAGE === 0) breaksAfter.push(row + line * ROWS - 1);
      const left = 1 + place * span;
      charts.push({ ...chart, ref: `${address(row + line * ROWS, left)}:${address(row + (line + 1) * ROWS - 1, left + span - 1)}` });
    });
    row += Math.ceil(some.length / across) * ROWS;
  }
  const right = address(Math.max(row - 1, FIRST_ROW), COLUMNS);
  return {
    name,
    columns: Array.from({ length: COLUMNS }, () => ({ width: WIDTH })),
    cells,
    merges: ['A1:L1', 'A2:K2'],
    rowHeights: { 1: 30, 2: 28 },
    protect: true,
    print: { orientation: 'landscape', area: `A1:${right}`, ...(breaksAfter.length === 0 ? {} : { breaksAfter }) },
    activeCell: 'A1',
    charts,
  };
}
