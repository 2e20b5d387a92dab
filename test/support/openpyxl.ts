/** openpyxl for tests: a reader and writer of .xlsx that shares nothing with ours. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { describeWith, findProgram, run } from './tools';

const CELL = z.object({
  row: z.number(),
  column: z.number(),
  value: z.union([z.null(), z.string(), z.number(), z.boolean(), z.object({ error: z.string() })]),
  formula: z.string().nullable(),
  /** Number format and whether openpyxl takes it for a date. */
  format: z.string(),
  date: z.boolean(),
});
const SHEET = z.object({
  name: z.string(),
  state: z.string(),
  dimensions: z.string(),
  merges: z.array(z.string()),
  tables: z.array(z.object({ name: z.string(), ref: z.string() })),
  validations: z.array(z.object({ ref: z.string(), type: z.string().nullable(), formula: z.string().nullable() })),
  protected: z.boolean(),
  cells: z.array(CELL),
});
const WORKBOOK = z.object({ sheets: z.array(SHEET), names: z.record(z.string(), z.string()), creator: z.string().nullable() });

export type OpenpyxlCell = z.infer<typeof CELL>;
export type OpenpyxlSheet = z.infer<typeof SHEET>;
export type OpenpyxlWorkbook = z.infer<typeof WORKBOOK>;

let python: string | null | undefined;

/** A Python that has openpyxl, or null. */
export function findOpenpyxl(): string | null {
  python ??= findProgram(['/usr/bin/python3', 'python3'], ['-c', 'import openpyxl']);
  return python;
}

export function describeWithOpenpyxl(name: string, body: () => void): void {
  describeWith('openpyxl', findOpenpyxl() !== null, name, body);
}

/** Runs Python with openpyxl; the files are written to a temporary folder and their paths are `sys.argv[1:]`. Returns standard output. */
export async function runOpenpyxl(code: string, files: readonly Uint8Array[] = []): Promise<Buffer> {
  const path = findOpenpyxl();
  if (path === null) throw new Error('openpyxl is not installed');
  const folder = await mkdtemp(join(tmpdir(), 'zhisheng-py-'));
  try {
    const paths = files.map((_, i) => join(folder, `${i}.xlsx`));
    await Promise.all(paths.map(async (file, i) => writeFile(file, files[i] ?? new Uint8Array())));
    return (await run(path, ['-', ...paths], { input: code, env: { PYTHONIOENCODING: 'utf-8' } })).stdout;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const READ = String.raw`
import json, sys, warnings
import openpyxl.reader.excel as reader
# LibreOffice 7.4 writes the months of a date axis as texts among numbers, which this reader stops at; cells are what is read here.
charts = reader.find_images
def readable(archive, path):
    try:
        return charts(archive, path)
    except TypeError:
        return [], []
reader.find_images = readable
warnings.filterwarnings("error", message=".*(repair|corrupt|invalid|cannot).*")
import openpyxl, openpyxl.styles.stylesheet as sheetstyles
from openpyxl.styles.numbers import is_date_format
sheetstyles.is_date_format = lambda f: False
if hasattr(sheetstyles, "is_timedelta_format"): sheetstyles.is_timedelta_format = lambda f: False
out = []
for path in sys.argv[1:]:
    values, formulas = openpyxl.load_workbook(path, data_only=True), openpyxl.load_workbook(path)
    names = formulas.defined_names
    pairs = names.items() if hasattr(names, "items") else [(n.name, n) for n in names.definedName if n.localSheetId is None]
    sheets = []
    for ws in formulas.worksheets:
        vs, cells = values[ws.title], []
        for row in ws.iter_rows():
            for c in row:
                v = vs.cell(c.row, c.column)
                if v.value is None and c.value is None: continue
                f = c.value
                f = getattr(f, "text", f)
                cells.append({"row": c.row, "column": c.column,
                  "value": {"error": v.value} if v.data_type == "e" else v.value,
                  "formula": f.lstrip("=") if c.data_type == "f" and isinstance(f, str) else None,
                  "format": c.number_format, "date": bool(is_date_format(c.number_format))})
        sheets.append({"name": ws.title, "state": ws.sheet_state, "dimensions": ws.dimensions,
          "merges": sorted(str(m) for m in ws.merged_cells.ranges),
          "tables": [{"name": t.displayName, "ref": t.ref} for t in ws.tables.values()],
          "validations": [{"ref": str(d.sqref), "type": d.type, "formula": d.formula1} for d in ws.data_validations.dataValidation],
          "protected": bool(ws.protection.sheet), "cells": cells})
    out.append({"sheets": sheets, "names": {n: d.attr_text for n, d in pairs}, "creator": formulas.properties.creator})
json.dump(out, sys.stdout, ensure_ascii=False, allow_nan=False)
`;

/** What openpyxl reads from each file. Dates stay serial numbers. Rejects when openpyxl refuses the file. */
export async function openpyxlLoadsAll(files: readonly Uint8Array[]): Promise<OpenpyxlWorkbook[]> {
  return z.array(WORKBOOK).parse(JSON.parse((await runOpenpyxl(READ, files)).toString('utf8')));
}

export async function openpyxlLoads(file: Uint8Array): Promise<OpenpyxlWorkbook> {
  const [first] = await openpyxlLoadsAll([file]);
  if (first === undefined) throw new Error('openpyxl answered nothing');
  return first;
}
