/**
 * A workbook of somebody's with a patch applied: sheets removed, replaced and added, rows and cells, charts, names,
 * properties. All is checked before the first piece of the new file comes; sheets that the patch does not name are not read.
 */
import { HostError, type Change, type Gzip } from '../../../app/ports';
import type { WorkbookPatch } from '../../../core/model/workbook-patch';
import { editPackage, type PackageEdit } from '../package/package-edit';
import { DEFAULT_LIMITS, type Limits, type Zip } from '../package/zip';
import { addCharts } from './add-charts';
import { addSheet, assertFreeSheet } from './add-sheet';
import { calculatedOnOpening, removeCalculationChain } from './calculation';
import type { PatchContext } from './context';
import { generateSheets } from './generated';
import { linksOf } from './links';
import { assertNames, setNames } from './names';
import { setProperties } from './properties';
import { showCells } from './show-cells';
import { removeSheet } from './remove-sheet';
import { replaceSheet } from './replace-sheet';
import { patchRules } from './rules';
import { patchSheet } from './sheet/patch-sheet';
import { readTables } from './tables';
import { openVisible, type Tab } from './tabs';
import { openWorkbookEdit, type WorkbookEdit } from './workbook-edit';

export interface PatchSource {
  readonly zip: Zip;
  /** Path of the workbook part. */
  readonly workbook: string;
  readonly gzip: Gzip;
  readonly limits?: Partial<Limits>;
}

const folded = (name: string): string => name.toLowerCase();

/** A tab that has cells. Throws HostError `xlsx/sheet-missing`. */
function worksheet(edit: WorkbookEdit, name: string): { readonly tab: Tab; readonly index: number } {
  const found = edit.find(name);
  if (found.tab.kind !== 'worksheet') throw new HostError('xlsx/sheet-missing', { sheet: name });
  return found;
}

/** Some visible sheet must be left. Throws HostError `xlsx/last-sheet`, `xlsx/sheet-missing`, `xlsx/sheet-exists`. */
function assertSheets(edit: WorkbookEdit, { remove = [], replace = [], add = [] }: WorkbookPatch): void {
  for (const name of remove) edit.find(name);
  const gone = new Set(remove.map(folded));
  const left = edit.tabs().filter(({ name }) => !gone.has(folded(name)));
  const last = remove.at(-1);
  const added = add.some(({ spec }) => (spec.state ?? 'visible') === 'visible');
  if (last !== undefined && !added && !left.some(({ visible }) => visible)) throw new HostError('xlsx/last-sheet', { sheet: last });
  for (const { name } of replace) {
    if (gone.has(folded(name))) throw new HostError('xlsx/sheet-missing', { sheet: name });
    worksheet(edit, name);
  }
  const names = new Set(left.map(({ name }) => folded(name)));
  for (const { spec, before } of add) {
    if (before !== undefined && !names.has(folded(before))) throw new HostError('xlsx/sheet-missing', { sheet: before });
    if (names.has(folded(spec.name))) throw new HostError('xlsx/sheet-exists', { sheet: spec.name });
    names.add(folded(spec.name));
  }
}

async function patchSheets(edit: WorkbookEdit, patch: WorkbookPatch, gzip: Gzip): Promise<void> {
  const { remove = [], replace = [], add = [], enterpriseName } = patch;
  const generated = await generateSheets([...replace, ...add.map(({ spec }) => spec)], enterpriseName ?? '', { styles: edit.styles, dialect: edit.dialect, gzip, date1904: edit.date1904 });
  for (const name of remove) await removeSheet(edit, name);
  for (const [i, sheet] of generated.entries()) {
    if (i < replace.length) await replaceSheet(edit, sheet, enterpriseName !== undefined);
    else {
      assertFreeSheet(edit, sheet.spec.name);
      await addSheet(edit, sheet, add[i - replace.length]?.before);
      await addCharts(edit, edit.find(sheet.spec.name).tab.path, sheet.spec.charts ?? []);
    }
  }
  if (remove.length + add.length > 0) await edit.update(openVisible);
}

/** The new file, piece by piece. Throws HostError before the first one, as `OpenWorkbook.patch` says. */
export async function* patchWorkbook(source: PatchSource, patch: WorkbookPatch): AsyncGenerator<Uint8Array> {
  yield* (await patchedPackage(source, patch)).output();
}

/** The same for a copy of the file, as `OpenWorkbook.changes` says. */
export async function* changeWorkbook(source: PatchSource, patch: WorkbookPatch): AsyncGenerator<Change> {
  yield* (await patchedPackage(source, patch)).changes();
}

async function patchedPackage({ zip, workbook, gzip, limits }: PatchSource, patch: WorkbookPatch): Promise<PackageEdit> {
  const allLimits = { ...DEFAULT_LIMITS, ...limits };
  const parts = editPackage(zip, gzip, allLimits);
  // A signature holds for the bytes as they are.
  if (zip.paths.some((path) => path.toLowerCase().startsWith('_xmlsignatures/')) || (await linksOf(parts, '')).some(({ type }) => type === 'origin')) throw new HostError('xlsx/signed');
  const edit = await openWorkbookEdit(parts, workbook, allLimits);
  const { remove = [], replace = [], add = [], sheets = [], names = [], properties = {} } = patch;
  let formulas = remove.length + replace.length + add.length + names.length > 0;
  assertSheets(edit, patch);
  await patchSheets(edit, patch, gzip);
  const context: PatchContext = {
    parts,
    workbook,
    date1904: edit.date1904,
    styles: edit.styles,
    limits: allLimits,
    sheet(name) {
      const { tab, index } = worksheet(edit, name);
      return { name: tab.name, path: tab.path, sheetId: tab.sheetId, index };
    },
    formulasChanged() {
      formulas = true;
    },
  };
  for (const each of sheets) {
    const { path } = context.sheet(each.sheet);
    if (each.list !== undefined || each.cells !== undefined) await patchSheet(context, each);
    if (each.rules !== undefined) await patchRules(edit, path, each.rules, gzip);
    await addCharts(edit, path, each.charts ?? []);
    await showCells(edit, path, each.shown ?? []);
  }
  if (names.length > 0) {
    assertNames(names, (await readTables(parts)).map(({ name }) => name));
    await edit.update((xml, part) => setNames(xml, part, names));
  }
  if (Object.keys(properties).length > 0) await setProperties(parts, edit.dialect, properties);
  if (formulas) {
    await removeCalculationChain(parts, workbook);
    await edit.update(calculatedOnOpening);
  }
  await edit.styles.flush();
  return parts;
}
