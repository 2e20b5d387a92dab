/**
 * Folders of workbooks for the roll-up: a few whole workbooks, and many made of them by typing other enterprises, figures and
 * texts into their cells. What is right about each is known, and so is what is wrong with the broken ones.
 */
import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createContent } from '../../../src/app/create-workbook';
import { buildWorkbook } from '../../../src/app/build-workbook';
import { readDemoEntries } from '../../../src/app/demo-entries';
import { makeContent } from '../../../src/app/make-content';
import { measure } from '../../../src/app/measure';
import { sealFile } from '../../../src/app/seal-file';
import { loadStandard } from '../../../src/app/standard';
import { serialOf } from '../../../src/core/codec/date';
import { BlockBuilder } from '../../../src/core/model/block-builder';
import type { CellValue } from '../../../src/core/model/cell';
import type { WorkbookContent } from '../../../src/core/model/content';
import { FIRST_DATA_ROW } from '../../../src/core/model/raw-sheet';
import type { CellEdit, SheetPatch } from '../../../src/core/model/workbook-patch';
import { checkUscc } from '../../../src/core/reference/uscc';
import { nodeFiles } from '../../../src/host/node/files';
import { nodeGzip } from '../../../src/host/node/gzip';
import { nodeIdentity } from '../../../src/host/node/identity';
import { createXlsxFormat } from '../../../src/host/xlsx/format';
import { joined, sourceOf } from '../memory-files';
import { BREAKS, breakBook } from './breaks';

export interface MadeBook {
  readonly file: string;
  /** What is wrong with it; '' for nothing. */
  readonly fault: string;
  /** 万元 typed into 数据_财务, before and after; null where the file cannot be read. */
  readonly revenue: readonly [number, number] | null;
  readonly uscc: string;
}

const standard = loadStandard();
const xlsx = createXlsxFormat({ gzip: nodeGzip });
/** Tests and benches run in the folder of the project. */
const SAMPLE = join(process.cwd(), 'sample/example');
const BASES = 3;
const CITIES = ['320102', '320211', '320321', '320411', '320505', '320602', '320705', '320804', '320902', '321002', '321102', '321202', '321302', '330106'];
const DIVISIONS = ['17', '26', '29', '33', '34', '35', '38', '39'];
const AGENCIES = ['示例认证咨询有限公司', '江苏某某质量服务中心', '苏北质量协会', '金陵认证中心', '长三角标准技术公司'];
const CHARACTERS = '企业质量管理体系提升检验过程改进客户交付设备人员培训标准文件记录采购供方生产计划工艺现场数据分析问题原因措施效果成本合格返工投诉响应流程责任目标考核';

/** Whole numbers below `below`, the same for the same place. */
export function scattered(place: number, below: number): number {
  return (Math.imul(place + 1, 0x9e3779b1) >>> 9) % below;
}

export function usccOf(place: number): string {
  const body = `91${CITIES[scattered(place, CITIES.length)] ?? ''}MA${String(1_000_000 + place)}`;
  const found = '0123456789ABCDEFGHJKLMNPQRTUWXY'.split('').find((check) => checkUscc(body + check).ok);
  if (found === undefined) throw new Error(`no check character for ${body}`);
  return body + found;
}

function sentence(place: number, length: number): string {
  return Array.from({ length }, (_, i) => CHARACTERS[scattered(place * 1009 + i, CHARACTERS.length)] ?? '').join('');
}

const month = (i: number): number => serialOf(2023 + Math.floor(i / 12), (i % 12) + 1, 1);

/** 24 months, orders and inspections of two years: few rows, all five kinds. */
function rowsOf(base: number): WorkbookContent['rows'] {
  const rows: Readonly<Record<string, readonly (readonly CellValue[])[]>> = {
    finance: Array.from({ length: 24 }, (_, i) => [month(i), 100 + i, 70 + i, 3, 1]),
    productCost: Array.from({ length: 48 }, (_, i) => [month(i >> 1), i % 2 === 0 ? '甲泵' : '乙泵', 100, 1000 - (i > 23 ? scattered(base * 7 + i, 90) : 0)]),
    finalInspection: Array.from({ length: 48 }, (_, i) => [month(i >> 1) + 9, `L${i}`, '甲泵', 1, 400, 380 + (i > 23 ? 8 : 0) - scattered(base + i, 9)]),
    workOrders: Array.from({ length: 96 }, (_, i) => [`WO${i}`, '甲泵', 50, month(i >> 2) + 20, month(i >> 2) + 20, 50 - scattered(base * 3 + i, i < 48 ? 9 : 4), null, 2, 2.1]),
    satisfaction: Array.from({ length: 40 }, (_, i) => [`Q${i}`, month(i < 20 ? 5 : 17) + i % 20, `客户${i % 7}`, '第三方', '某调查公司', '产品质量', 3 + scattered(base + i, i < 20 ? 2 : 3), 5]),
  };
  return Object.fromEntries(standard.rawSheets.filter(({ key }) => rows[key] !== undefined).map((def) => {
    const builder = new BlockBuilder(def.columns.map(({ key }) => key));
    rows[def.key]?.forEach((row, r) => builder.add(FIRST_DATA_ROW + r, row));
    return [def.key, builder.blocks()];
  }));
}

async function baseBook(base: number): Promise<Uint8Array> {
  const periods = { baseline: [serialOf(2023, 1, 1), serialOf(2023, 12, 31)], current: [serialOf(2024, 1, 1), serialOf(2024, 12, 31)] } as const;
  const created = createContent({ enterprise: { name: '示例泵业有限公司', uscc: usccOf(0), industry: '34', employees: 86, revenue: 4200, assets: 3800 }, agency: { name: AGENCIES[0] ?? '', personnel: ['顾问甲'] }, periods: { baseline: [...periods.baseline], current: [...periods.current] }, asOf: serialOf(2024, 12, 31) }, 'starter', standard);
  const typed = readDemoEntries(JSON.parse(readFileSync(join(SAMPLE, 'entries.json'), 'utf8')), standard);
  const content = makeContent({ ...created, entries: { ...typed.entries, ...created.entries, summary: {} }, rows: rowsOf(base), side: {} });
  return xlsx.write(buildWorkbook(content, standard, measure(content)));
}

/** Cells of forms by field key. */
function entryEdits(form: string, values: Readonly<Record<string, CellValue>>): SheetPatch {
  const places = standard.fields[form] ?? [];
  const cells = Object.entries(values).map(([key, value]): CellEdit => {
    const place = places.find((one) => one.key === key);
    if (place === undefined) throw new RangeError(`${form} has no field ${key}`);
    return { row: place.row, column: place.column, value };
  });
  return { sheet: places[0]?.sheet ?? '', cells };
}

async function typedInto(bytes: Uint8Array, sheets: readonly SheetPatch[]): Promise<Uint8Array> {
  return joined((await xlsx.open(sourceOf(bytes))).patch({ sheets }));
}

interface Typing {
  readonly uscc: string;
  readonly asOf?: number;
  /** 汇总填报 in place of the rows of inspections. */
  readonly summary?: boolean;
}

/** Another enterprise with other figures. */
async function madeOf(base: Uint8Array, place: number, { uscc, asOf, summary = false }: Typing): Promise<{ readonly bytes: Uint8Array; readonly revenue: readonly [number, number] }> {
  const revenue = Array.from({ length: 24 }, (_, i) => 80 + scattered(place * 31 + i, 60) + (i > 11 ? scattered(place, 25) : 0));
  const cells = revenue.map((value, i): CellEdit => ({ row: FIRST_DATA_ROW + i, column: 2, value }));
  const sum = (from: number): number => revenue.slice(from, from + 12).reduce((all, value) => all + value, 0);
  // Costs, and pieces passed, of the second year: some rise, some fall.
  const later = (column: number, value: (i: number) => number): readonly CellEdit[] => Array.from({ length: 24 }, (_, i): CellEdit => ({ row: FIRST_DATA_ROW + 24 + i, column, value: value(i) }));
  const [cost, passed] = [scattered(place + 17, 160) - 60, scattered(place + 41, 14) - 4];
  const bytes = await typedInto(base, [
    { sheet: '数据_财务', cells },
    { sheet: '数据_产品成本', cells: later(4, (i) => 1000 - cost - scattered(place * 3 + i, 20)) },
    ...(summary ? [] : [{ sheet: '数据_成品检验', cells: later(6, (i) => 376 + passed + scattered(place * 5 + i, 9)) }]),
    entryEdits('home', {
      'enterprise.name': `第${place}号示例有限公司`, 'enterprise.uscc': uscc, 'enterprise.industry': DIVISIONS[scattered(place + 5, DIVISIONS.length)] ?? '34',
      'enterprise.employees': 12 + scattered(place, 180), 'agency.name': AGENCIES[scattered(place + 3, AGENCIES.length)] ?? '', ...(asOf === undefined ? {} : { asOf }),
    }),
    entryEdits('F', Object.fromEntries((['intro', 'problems', 'results', 'highlights', 'lessons'] as const).map((part, i) => [part, sentence(place * 5 + i, 60 + 40 * i)]))),
    ...(summary ? [{ sheet: '数据_成品检验', list: { headerRow: FIRST_DATA_ROW - 1, columns: { date: 1, lot: 2, product: 3, submission: 4, submitted: 5, passed: 6 }, remove: 'all' } } as const,
      entryEdits('summary', { 'metrics.product-pass-rate.baseline.numerator': 900, 'metrics.product-pass-rate.baseline.denominator': 1000, 'metrics.product-pass-rate.current.numerator': 960, 'metrics.product-pass-rate.current.denominator': 1000 })] : []),
  ]);
  return { bytes, revenue: [sum(0), sum(12)] };
}

/** `count` workbooks in the folder, `broken` of them in all the ways there are; every tenth of the others is filled as 汇总填报. */
export async function makeBooks(folder: string, count: number, broken: number): Promise<readonly MadeBook[]> {
  const bases = await Promise.all(Array.from({ length: BASES }, (_, base) => baseBook(base)));
  const made: MadeBook[] = [];
  for (let i = 0; i < count; i++) {
    const base = bases[i % BASES];
    if (base === undefined) throw new Error('no base');
    const city = join(folder, `批次${String(i % 5)}`);
    const file = join(city, `企业${String(i).padStart(5, '0')}.xlsx`);
    // oxlint-disable-next-line no-await-in-loop -- one workbook in memory at a time
    await mkdir(city, { recursive: true });
    const fault = i < broken ? (BREAKS[i % BREAKS.length] ?? '') : '';
    // A double is one of the first whole workbook, with an earlier as-of date.
    const uscc = fault === 'wrong-code' ? usccOf(i).replace(/.$/u, 'I') : usccOf(fault === 'double' ? broken : i);
    // oxlint-disable-next-line no-await-in-loop
    const { bytes, revenue } = await madeOf(base, i, { uscc, summary: i % 10 === 7, ...(fault === 'double' ? { asOf: serialOf(2024, 11, 30) } : {}) });
    // oxlint-disable-next-line no-await-in-loop
    await writeFile(file, breakBook(bytes, fault, base));
    const readable = ['', 'wrong-code', 'double', 'edited'].includes(fault);
    // oxlint-disable-next-line no-await-in-loop
    if (fault === 'edited') await edited(file);
    made.push({ file, fault, revenue: readable ? revenue : null, uscc });
  }
  return made;
}

/** Sealed, and a cell changed afterwards. */
async function edited(file: string): Promise<void> {
  await sealFile({ file, by: '' }, { files: nodeFiles(), xlsx, gzip: nodeGzip, identity: nodeIdentity }, standard);
  await writeFile(file, await typedInto(readFileSync(file), [entryEdits('F', { lessons: sentence(77, 220) })]));
}
