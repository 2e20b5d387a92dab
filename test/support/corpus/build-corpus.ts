/** The whole corpus. What needs a program that is not installed is left out, and named. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findSoffice } from '../libreoffice';
import { findOpenpyxl } from '../openpyxl';
import { dataFiles } from './by-hand/data-parts';
import { drawnFiles } from './by-hand/drawings';
import { packageForms } from './by-hand/package-forms';
import { sheetFiles } from './by-hand/sheet-elements';
import type { CorpusFile } from './corpus-file';
import { exceljsFiles, ownFiles, sheetjsFiles } from './javascript-files';
import { libreofficeFiles } from './libreoffice-files';
import { openpyxlFiles } from './openpyxl-files';

/** Files of others that LibreOffice saves anew: the features that it writes in its own way. */
const RESAVED = ['openpyxl-charts-flat.xlsx', 'openpyxl-conditional-formats.xlsx', 'openpyxl-validations.xlsx', 'openpyxl-tables.xlsx', 'openpyxl-styles.xlsx', 'exceljs-rich-texts-notes.xlsx', 'sparklines.xlsx', 'pivot-slicer-timeline.xlsx', '质升-form-and-rows.xlsx', 'formulas-calc-chain.xlsx'];

export interface Corpus {
  readonly files: readonly CorpusFile[];
  /** Programs that are not installed. */
  readonly without: readonly string[];
}

export function handmadeFiles(): readonly CorpusFile[] {
  return [...drawnFiles(), ...dataFiles(), ...sheetFiles(), ...packageForms()];
}

export async function buildCorpus(): Promise<Corpus> {
  const without: string[] = [];
  const files = [...handmadeFiles(), ...(await exceljsFiles()), ...sheetjsFiles(), ...(await ownFiles())];
  const named = (name: string): CorpusFile | undefined => files.find((file) => file.name === name);
  if (findOpenpyxl() === null) without.push('openpyxl');
  else files.push(...(await openpyxlFiles(named('pivot-slicer-timeline.xlsx')?.bytes ?? new Uint8Array())));
  if (findSoffice() === null) without.push('LibreOffice');
  else files.push(...(await libreofficeFiles(RESAVED.flatMap((name) => named(name) ?? []))));
  return { files, without };
}

/** Workbooks found in a folder, by their path in it. */
export function publicFiles(folder: string): readonly CorpusFile[] {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => /\.xls[xm]$/i.test(path)).sort();
  return paths.map((path) => ({ name: path.replaceAll('\\', '/'), madeBy: 'public', bytes: new Uint8Array(readFileSync(join(folder, path))) }));
}
