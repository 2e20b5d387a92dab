/** Every edit done to every file, by the product's patch or by exceljs, and what came of it. */
import type { Gzip } from '../../../src/app/ports';
import { createXlsxFormat } from '../../../src/host/xlsx/format';
import { bytesSource } from '../../../src/host/xlsx/package/bytes-source';
import { compare, type Comparison } from './compare';
import type { CorpusFile } from './corpus-file';
import { editOf, editWithExceljs, type Edit, type EditName } from './edits';
import type { Opened, Pair } from './openers';
import { viewPackage, type PackageView } from './package-view';

export type Tool = 'ours' | 'exceljs';

export interface Done {
  readonly bytes: Uint8Array;
  readonly comparison: Comparison;
}

export interface Trial {
  readonly file: CorpusFile;
  readonly name: EditName;
  readonly edit: Edit;
  /** What came of it, or why nothing did. */
  readonly result: Done | string;
}

async function patched(bytes: Uint8Array, edit: Edit, gzip: Gzip | undefined): Promise<Uint8Array> {
  const open = await createXlsxFormat(gzip === undefined ? {} : { gzip }).open(bytesSource(bytes));
  const pieces: Uint8Array[] = [];
  for await (const piece of open.patch(edit.patch)) pieces.push(piece);
  return new Uint8Array(Buffer.concat(pieces));
}

/** Null where a file has nothing that the edit could be done to. Throws where the file itself cannot be read by the comparison. */
async function tryEdit(file: CorpusFile, view: PackageView, name: EditName, tool: Tool, gzip?: Gzip): Promise<Trial | null> {
  const edit = editOf(name, view);
  if (edit === null || (tool === 'exceljs' && edit.exceljs === null)) return null;
  try {
    const bytes = tool === 'ours' ? await patched(file.bytes, edit, gzip) : await editWithExceljs(file.bytes, edit);
    return { file, name, edit, result: { bytes, comparison: compare(view, bytes, edit) } };
  } catch (error) {
    return { file, name, edit, result: error instanceof Error ? error.message : String(error) };
  }
}

export async function tryEdits(files: readonly CorpusFile[], names: readonly EditName[], tool: Tool, gzip?: Gzip): Promise<readonly Trial[]> {
  const trials: Trial[] = [];
  for (const file of files) {
    const view = viewPackage(file.bytes);
    for (const name of names) {
      const trial = await tryEdit(file, view, name, tool, gzip);
      if (trial !== null) trials.push(trial);
    }
  }
  return trials;
}

/** What the programs that open files are given: the trials that came to something, in their order. */
export function pairsOf(trials: readonly Trial[]): readonly (readonly [Trial, Pair])[] {
  return trials.flatMap((trial) => (typeof trial.result === 'string' ? [] : [[trial, { before: trial.file.bytes, after: trial.result.bytes, edited: trial.edit.cells, ...(trial.edit.addedSheet === undefined ? {} : { added: trial.edit.addedSheet }) }] as const]));
}

/** All that speaks against a trial, in words; empty when nothing was damaged. */
export function damageOf({ result }: Trial, strict: boolean): readonly string[] {
  if (typeof result === 'string') return [`failed: ${result}`];
  const { comparison: { lost, touched, features, faults, cells } } = result;
  return [...features.map((each) => `lost: ${each}`), ...faults.map((each) => `fault: ${each}`), ...cells.map((each) => `cell changed: ${each}`), ...(strict ? [...lost.map((each) => `part gone: ${each}`), ...touched.map((each) => `part touched: ${each}`)] : [])];
}

export function openingDamage(program: string, { before, after, differences }: Opened): readonly string[] {
  if (!before) return [];
  return after ? differences.map((each) => `${program}: ${each}`) : [`${program} does not open it: ${differences[0] ?? ''}`];
}

/** Why a file cannot be compared (no zip, no XML, no sheets), or null: public collections hold files that are broken on purpose. */
export function brokenBefore({ bytes }: CorpusFile): string | null {
  try {
    const view = viewPackage(bytes);
    if (editOf('chart', view) === null) return 'no worksheet';
    editOf('rows', view);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
