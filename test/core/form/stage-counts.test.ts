/**
 * 应填项 and 已填项 of 首页, recalculated by LibreOffice, against the gates of the check, whatever was typed: blank cells and
 * cells of blanks, begun rows, waived ones, errors, fields of 首页 itself.
 */
import { stageStatus } from '../../../src/core/check/stage/stage-status';
import { formWorkbookParts } from '../../../src/core/form/workbook';
import { requiredCells } from '../../../src/core/model/required-cells';
import type { CellValue } from '../../../src/core/model/cell';
import type { WorkbookContent } from '../../../src/core/model/content';
import type { FieldPlace } from '../../../src/core/model/form';
import { writeWorkbook } from '../../../src/host/xlsx/write/workbook';
import { sample as draw, constantFrom } from 'fast-check';
import { describeWithLibreOffice, recalculateAll } from '../../support/libreoffice';
import { allEqual, contentOf, fill, library, placesOf, standard } from './standard-library';

const FIELDS = Object.fromEntries(library.forms.map(({ key }) => [key, placesOf(key)]));
const FULL = fill(() => true);

type Entries = WorkbookContent['entries'];

/** By form and field key; null clears a cell. */
function changed(entries: Entries, changes: Readonly<Record<string, Readonly<Record<string, CellValue>>>>): Entries {
  return { ...entries, ...Object.fromEntries(Object.entries(changes).map(([form, fields]) => [form, { ...entries[form], ...fields }])) };
}

/** Cells of every kind at random: nothing, what looks like nothing, an error, a value. */
function random(seed: number): Entries {
  const kinds = draw(constantFrom('none', 'none', 'blank', 'error', 'value', 'value'), { numRuns: 4000, seed });
  let next = 0;
  const cell = (form: string, { key }: FieldPlace): CellValue => {
    const kind = kinds[next++ % kinds.length];
    if (kind === 'value') return FULL[form]?.[key] ?? null;
    return kind === 'none' ? null : kind === 'error' ? { error: '#N/A' } : ([' ', '\u3000', '\n', '\u00a0 '][next % 4] ?? ' ');
  };
  return Object.fromEntries(library.forms.map(({ key }) => [key, Object.fromEntries((FIELDS[key] ?? []).map((place) => [place.key, cell(key, place)]))]));
}

const RECORDS = { 'records.plan.state': '未形成', 'records.plan.who': '某人', 'records.plan.when': null, 'records.results.state': '形成中', 'records.results.who': null, 'records[2].name': '合同', 'records[2].state': '未形成', 'records[2].who': null };

const CONTENTS: readonly (readonly [what: string, content: Partial<WorkbookContent>])[] = [
  ['blank', {}],
  ['full', { entries: FULL }],
  ['half', { entries: fill(({ row }) => row % 2 === 0) }],
  ['rows begun in one cell each', { entries: { D: { 'problems[3].clause': '6.6' }, E: { 'lines[4].material': '看板' }, B: { 'talks[1].topic': '交期' }, implementation: { 'issues[9].state': '进行中' }, workPlan: { 'plan[1].content': 0 } } }],
  ['cells of blanks', { entries: { C: { system: '  ', resources: '\u3000', development: '\n', purchasing: '\u00a0', inspection: ' \n\u3000' }, E: { 'lines[0].owner': ' ' } } }],
  ['records that do not exist', { entries: changed(FULL, { records: RECORDS }) }],
  ['errors in cells', { entries: changed(FULL, { C: { system: { error: '#N/A' } }, E: { 'lines[1].target': { error: '#DIV/0!' } }, records: { 'records.plan.state': { error: '#REF!' } } }) }],
  ['no enterprise, no dates', { entries: changed(FULL, { home: { 'enterprise.name': null, asOf: null, 'agency.personnel': ' ' } }) }],
  ['steps without a form', { chosen: ['home', 'D', 'records', 'summary'], entries: FULL }],
  ['no form at all', { chosen: ['home'], entries: FULL }],
  ...[11, 12, 13, 14].map((seed) => [`at random, ${seed}`, { entries: random(seed) }] as const),
];

/** What 首页 prints by clause. */
interface Printed {
  readonly clause: string;
  readonly total: unknown;
  readonly filled: unknown;
  readonly state: unknown;
}

describeWithLibreOffice('the progress on 首页', () => {
  let printed: readonly (readonly Printed[])[] = [];

  beforeAll(async () => {
    const files: Uint8Array[] = [];
    for (const [, content] of CONTENTS) {
      const { sheets, names } = formWorkbookParts(standard, contentOf(content), allEqual, []);
      // The cached values are taken away, so that nothing but the formulas can bring them back.
      const uncached = sheets.map((sheet) => ({ ...sheet, cells: sheet.cells.map(({ value, ...cell }) => (cell.formula !== undefined || value === undefined ? cell : { ...cell, value })) }));
      // oxlint-disable-next-line no-await-in-loop -- one workbook in memory at a time
      files.push(await writeWorkbook({ sheets: uncached, names, title: '测试', active: '首页', enterpriseName: '' }));
    }
    printed = (await recalculateAll(files)).map((grids) =>
      (grids.get('首页') ?? []).flatMap((row) => (typeof row[0] === 'string' && /^7\.\d$/.test(row[0]) ? [{ clause: row[0], total: row[3], filled: row[4], state: row[7] }] : [])));
  }, 240_000);

  it.each(CONTENTS.map(([what], i) => [what, i] as const))('counts as the gates do: %s', (_, i) => {
    const content = contentOf(CONTENTS[i]?.[1] ?? {});
    const gates = stageStatus({ content, forms: library.forms, fields: FIELDS, rawSheets: [], issues: [] });
    const word = (total: number, done: number, absent: boolean): string => (absent ? '未选用' : done === 0 ? '未开始' : done < total ? '进行中' : '已填完');
    expect(printed[i]).toEqual(gates.map(({ key, total, done, state }) => ({ clause: key, total, filled: done, state: word(total, done, state === 'absent') })));
  });

  it('compares contents that differ', () => {
    const totals = new Set(printed.map((rows) => JSON.stringify(rows)));
    // Blank cells and cells of blanks count alike, and so do errors and values.
    expect(totals.size).toBe(CONTENTS.length - 2);
    expect(requiredCells(FIELDS['E'] ?? [], { 'lines[4].material': '看板' }).total).toBeGreaterThan(requiredCells(FIELDS['E'] ?? [], {}).total);
  });
});
