/** A patch applied to a package made by hand; its parts as text. */
import { unzipSync } from 'fflate';
import type { SheetPatch } from '../../../../../src/core/model/workbook-patch';
import { bytesSource } from '../../../../../src/host/xlsx/package/bytes-source';
import { joinBytes } from '../../../../../src/core/model/join-bytes';
import { findWorkbook } from '../../../../../src/host/xlsx/package/parts';
import { portableGzip } from '../../../../../src/host/xlsx/package/portable-gzip';
import { DEFAULT_LIMITS } from '../../../../../src/host/xlsx/package/zip';
import { openZip } from '../../../../../src/host/xlsx/package/zip-reader';
import { patchWorkbook } from '../../../../../src/host/xlsx/patch/patch-workbook';
import { handmade, type Handmade } from '../../../../support/pack';

export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

export async function patchedBytes(bytes: Uint8Array, ...sheets: readonly SheetPatch[]): Promise<Uint8Array> {
  const zip = await openZip(bytesSource(bytes), portableGzip, DEFAULT_LIMITS);
  return joinBytes(patchWorkbook({ zip, workbook: await findWorkbook(zip), gzip: portableGzip }, { sheets }));
}

export type Parts = Readonly<Record<string, string>>;

/** With a byte order mark where there is one. */
export function partsOf(bytes: Uint8Array): Parts {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, part]) => [path, decoder.decode(part)]));
}

/** The parts of a handmade workbook after a patch of its one sheet. */
export async function patched(made: Handmade, patch: Omit<SheetPatch, 'sheet'>): Promise<Parts> {
  return partsOf(await patchedBytes(handmade(made), { sheet: '表', ...patch }));
}

/** What is between `<sheetData>` and its end. */
export function rowsOf(sheet: string | undefined): string {
  return /<(?:\w+:)?sheetData>([\s\S]*)<\/(?:\w+:)?sheetData>/.exec(sheet ?? '')?.[1] ?? '';
}

/** The rows of the one sheet after the patch. */
export async function rowsAfter(rows: string, patch: Omit<SheetPatch, 'sheet'>, made: Handmade = {}): Promise<string> {
  return rowsOf((await patched({ rows, ...made }, patch))['cells/one.xml']);
}
