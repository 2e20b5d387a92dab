/** What charts keep of their cells, renewed: in parts as several programs write them, and nothing else of the chart. */
import { beforeAll, describe, expect, it } from '@jest/globals';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { ChartSpec } from '../../../../src/core/model/chart-spec';
import type { ShownCells } from '../../../../src/core/model/workbook-patch';
import { writeWorkbook } from '../../../../src/host/xlsx/write/workbook';
import { chartCaches, withoutCaches } from '../../../support/chart-caches';
import { packageFaults } from '../../../support/excel-rules-package';
import { cellAt, sheetOf, workbookOf } from '../../../support/workbook-spec';
import { changes, parts, patched } from './patched';

const CHART = 'xl/charts/chart1.xml';
const points = (ref: string, values: readonly (string | number | null)[]): { ref: string; values: readonly (string | number | null)[] } => ({ ref: `数 据!${ref}`.replace('数 据', "'数 据'"), values });
const chart: ChartSpec = {
  name: '图', title: '原来', titleRef: "'数 据'!$D$1", description: '', ref: 'F2:L15', categoryAxis: { format: 'yyyy-mm', months: true },
  series: [{ kind: 'line', name: '值', categories: points('$A$1:$A$3', [45_292, 45_323, 45_352]), values: points('$B$1:$B$3', [3, null, 5]), colour: '1F5E6B' }],
};
const shown = (cells: string, values: readonly (string | number | null)[], from = cells): ShownCells => ({ from: `'数 据'!${from}`, ref: `'数 据'!${cells}`, values });
const caches = (bytes: Uint8Array): readonly unknown[] => chartCaches(parts(bytes)[CHART] ?? '').map(({ values }) => values);
const show = async (bytes: Uint8Array, ...cells: ShownCells[]): Promise<Uint8Array> => patched(bytes, { sheets: [{ sheet: '图', shown: cells }] });

let base: Uint8Array;
beforeAll(async () => {
  base = await writeWorkbook(workbookOf([sheetOf('数 据', { cells: [cellAt(1, 4, '原来')] }), sheetOf('图', { charts: [chart] }), sheetOf('旁')]));
});
const rewritten = (change: (xml: string) => string, path = CHART): Uint8Array => {
  const all = unzipSync(base);
  return zipSync({ ...all, [path]: strToU8(change(strFromU8(all[path] ?? new Uint8Array()))) });
};

describe('cells that charts refer to', () => {
  it('are kept anew, whatever sign or quote the reference has; nothing else of the package changes', async () => {
    const done = await show(base, shown('$D$1', ['<新> & "好"']), shown('B1:B3', [null, 4, 6.5]));
    expect(caches(done)).toEqual([['<新> & "好"'], [45_292, 45_323, 45_352], [null, 4, 6.5]]);
    expect(changes(base, done)).toEqual({ changed: [CHART], gone: [], added: [] });
    expect(withoutCaches(parts(done)[CHART] ?? '')).toBe(withoutCaches(parts(base)[CHART] ?? ''));
    expect(packageFaults(done)).toEqual([]);
  });

  it('that hold what is kept change no part; a sheet without charts has none to change', async () => {
    expect(changes(base, await show(base, shown('$D$1', ['原来']), shown('$B$1:$B$3', [3, null, 5])))).toEqual({ changed: [], gone: [], added: [] });
    expect(changes(base, await patched(base, { sheets: [{ sheet: '旁', shown: [shown('$D$1', ['新'])] }] }))).toEqual({ changed: [], gone: [], added: [] });
  });

  it('may have moved: the reference follows, and each is found by what it was', async () => {
    const done = await show(base, shown('$B$11:$B$13', [7, 8, 9], '$B$1:$B$3'), shown('$B$1:$B$3', [0, 0, 0], '$B$21:$B$23'));
    expect(chartCaches(parts(done)[CHART] ?? '').at(-1)).toEqual({ ref: "'数 据'!$B$11:$B$13", values: [7, 8, 9] });
  });

  it('are given to a chart that keeps nothing, under the prefix that it has', async () => {
    const bare = rewritten((xml) => xml.replaceAll(/<c:(?:num|str)Cache>.*?<\/c:(?:num|str)Cache>/gs, '').replaceAll(/(<\/?)c:/g, '$1z:').replace('xmlns:c=', 'xmlns:z='));
    const done = await show(bare, shown('$D$1', ['新']), shown('$B$1:$B$3', [1, null, 2]));
    const xml = (parts(done)[CHART] ?? '').replaceAll(/(<\/?)z:/g, '$1c:');
    expect(chartCaches(xml).map(({ values }) => values)).toEqual([['新'], [], [1, null, 2]]);
    expect(xml).toContain('<c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="3"/>');
  });

  it('are dates of the workbook\'s own count', async () => {
    const of1904 = rewritten((xml) => xml.replace(/<workbookPr[^>]*?\/?>/, (tag) => tag.replace('<workbookPr', '<workbookPr date1904="1"')), 'xl/workbook.xml');
    const done = await show(of1904, shown('$A$1:$A$3', [45_292, 45_323, 45_352]), shown('$B$1:$B$3', [45_292, 1, 2]));
    expect(caches(done)).toEqual([['原来'], [43_830, 43_861, 43_890], [45_292, 1, 2]]);
  });

  it('that a program keeps as texts stay as it wrote them where they are numbers', async () => {
    const texts = rewritten((xml) => xml.replace(/<c:cat><c:numRef>(.*?)<c:numCache>.*?<\/c:numCache><\/c:numRef>/s, '<c:cat><c:strRef>$1<c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>2024-01</c:v></c:pt></c:strCache></c:strRef>'));
    expect(caches(await show(texts, shown('$A$1:$A$3', [45_292, 45_323, 45_352])))[1]).toEqual(['2024-01']);
  });
});
