/** Edited workbooks opened by programs that are not ours: openpyxl in one run of Python, LibreOffice in a few starts. */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { findSoffice } from '../libreoffice';
import { findOpenpyxl } from '../openpyxl';
import { run } from '../tools';
import { relationshipsFrom, viewPackage } from './package-view';
import { readSheets } from './targets';

/** A file before and after. `edited` are places `sheet!row,column` that may differ, `added` a sheet that is new. */
export interface Pair {
  readonly before: Uint8Array;
  readonly after: Uint8Array;
  readonly edited: ReadonlySet<string>;
  readonly added?: string;
}

export interface Opened {
  /** The file before could be opened; where it could not, nothing is asked of the file after. */
  readonly before: boolean;
  readonly after: boolean;
  /** What differs, beginning with the first. */
  readonly differences: readonly string[];
}

const COMPARE = String.raw`
import json, os, sys, warnings
warnings.simplefilter("ignore")
import openpyxl
from lxml import etree
import zipfile
folder = sys.argv[1]
pairs = json.load(open(os.path.join(folder, "pairs.json"), encoding="utf-8"))

def looks(wb):
    known = {}
    def look(c):
        key = tuple(c._style)
        if key not in known: known[key] = hash((repr(c.font), repr(c.fill), repr(c.border), repr(c.alignment), repr(c.protection), c.number_format))
        return known[key]
    return look

def state(path):
    wb = openpyxl.load_workbook(path)
    if not wb.worksheets: raise ValueError("no sheets: a form that it does not know")
    look, found = looks(wb), {}
    for ws in wb.worksheets:
        for c in ws._cells.values():
            v = c.value
            v = getattr(v, "text", v)
            if v is None and not c.has_style: continue
            found["%s!%d,%d" % (ws.title, c.row, c.column)] = (str(v) if not isinstance(v, float) else repr(v), c.data_type if v is not None else "", look(c))
        found["%s merges" % ws.title] = tuple(sorted(str(m) for m in ws.merged_cells.ranges))
        found["%s widths" % ws.title] = tuple(sorted((k, d.width, d.hidden) for k, d in ws.column_dimensions.items() if d.customWidth))
    found["sheets"] = tuple(wb.sheetnames)
    return found

def whole(path):
    with zipfile.ZipFile(path) as z:
        bad = z.testzip()
        if bad: raise ValueError("checksum of " + bad)

before, out = {}, []
for pair in pairs:
    a, b = (os.path.join(folder, pair[k]) for k in ("before", "after"))
    if a not in before:
        try: before[a] = state(a)
        except Exception as e: before[a] = None
    old = before[a]
    try:
        whole(b); new = state(b); said = []
    except Exception as e:
        new, said = None, ["%s: %s" % (type(e).__name__, str(e)[:200])]
    if old is not None and new is not None:
        edited, added = set(pair["edited"]), pair["added"]
        for k in old.keys() | new.keys():
            if k in edited or (added and (k.startswith(added + "!") or k.startswith(added + " "))): continue
            x, y = old.get(k), new.get(k)
            if k == "sheets" and added: y = tuple(n for n in y if n != added)
            if x != y: said.append("%s: %s -> %s" % (k, str(x)[:80], str(y)[:80]))
    out.append({"before": old is not None, "after": new is not None, "differences": sorted(said)[:5]})
json.dump(out, sys.stdout)
`;

const OPENED = z.array(z.object({ before: z.boolean(), after: z.boolean(), differences: z.array(z.string()) }));

/** Files before are written once, however many edits were made of them. */
async function writePairs(folder: string, pairs: readonly Pair[]): Promise<readonly { readonly before: string; readonly after: string }[]> {
  const names = new Map<Uint8Array, string>();
  for (const { before } of pairs) if (!names.has(before)) names.set(before, `b${names.size}.xlsx`);
  await Promise.all([...names].map(([bytes, name]) => writeFile(join(folder, name), bytes)));
  return Promise.all(pairs.map(async ({ before, after }, i) => {
    await writeFile(join(folder, `a${i}.xlsx`), after);
    return { before: names.get(before) ?? '', after: `a${i}.xlsx` };
  }));
}

async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'zhisheng-open-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Values, formulas, looks, merges and widths of every cell that is not edited are compared. */
export async function openInOpenpyxl(pairs: readonly Pair[], timeoutMs = 900_000): Promise<readonly Opened[]> {
  const python = findOpenpyxl();
  if (python === null) throw new Error('openpyxl is not installed');
  return inFolder(async (folder) => {
    const names = await writePairs(folder, pairs);
    await writeFile(join(folder, 'pairs.json'), JSON.stringify(pairs.map(({ edited, added }, i) => ({ ...names[i], edited: [...edited], added: added ?? '' }))));
    return OPENED.parse(JSON.parse((await run(python, ['-', folder], { input: COMPARE, timeoutMs, env: { PYTHONIOENCODING: 'utf-8', PYTHONHASHSEED: '0' } })).stdout.toString('utf8')));
  });
}

/** Files for one start: after some hundred LibreOffice gives up without a word. */
const BATCH = 60;

/** The files that LibreOffice could open, of those in the folder. A crash takes the rest of a batch with it: they are tried again. */
async function convertAll(folder: string, names: readonly string[]): Promise<ReadonlySet<string>> {
  const soffice = findSoffice();
  if (soffice === null) throw new Error('LibreOffice is not installed');
  const out = join(folder, 'out');
  await mkdir(out, { recursive: true });
  const args = [`-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`, '--headless', '--norestore', '--nolockcheck', '--convert-to', 'xlsx:Calc MS Excel 2007 XML', '--outdir', out];
  for (let at = 0; at < names.length; at += BATCH) {
    let left = names.slice(at, at + BATCH);
    while (left.length > 0) {
      await run(soffice, [...args, ...left.map((name) => join(folder, name))], { timeoutMs: 60_000 + left.length * 5000 }).catch(() => undefined);
      const made = new Set(await readdir(out));
      const still = left.filter((name) => !made.has(name));
      // Where nothing came out, the first is the one that cannot be opened.
      left = still.length === left.length ? still.slice(1) : still;
    }
  }
  return new Set(await readdir(out));
}

/** Sheets with a pivot table: LibreOffice fills them anew when it opens a file. */
function pivotSheets(bytes: Uint8Array): ReadonlySet<string> {
  const view = viewPackage(bytes);
  return new Set(readSheets(view).filter(({ path }) => relationshipsFrom(view, path).some(({ type }) => type === 'pivotTable')).map(({ name }) => name));
}

/** By place: what LibreOffice shows; formulas apart, whose results may follow the edit. */
function shown(bytes: Uint8Array): ReadonlyMap<string, string> {
  return new Map(readSheets(viewPackage(bytes)).flatMap(({ name, cells }) => cells.filter(({ value }) => value !== null && value !== '').map(({ row, column, type, formula, value }) => [`${name}!${row},${column}`, formula ? 'formula' : `${type} ${value ?? ''}`] as const)));
}

export async function openInLibreOffice(pairs: readonly Pair[]): Promise<readonly Opened[]> {
  return inFolder(async (folder) => {
    const names = await writePairs(folder, pairs);
    const made = await convertAll(folder, [...new Set(names.flatMap(({ before, after }) => [before, after]))]);
    const read = async (name: string): Promise<ReadonlyMap<string, string> | null> => (made.has(name) ? shown(new Uint8Array(await readFile(join(folder, 'out', name)))) : null);
    return Promise.all(pairs.map(async ({ before, edited, added }, i): Promise<Opened> => {
      const [old, fresh] = [await read(names[i]?.before ?? ''), await read(names[i]?.after ?? '')];
      if (old === null || fresh === null) return { before: old !== null, after: fresh !== null, differences: [] };
      const filled = pivotSheets(before);
      const places = [...new Set([...old.keys(), ...fresh.keys()])].filter((place) => !edited.has(place) && (added === undefined || !place.startsWith(`${added}!`)) && !filled.has(place.slice(0, place.lastIndexOf('!'))));
      const differences = places.filter((place) => old.get(place) !== fresh.get(place)).map((place) => `${place}: ${old.get(place) ?? ''} -> ${fresh.get(place) ?? ''}`);
      return { before: true, after: true, differences: differences.slice(0, 5) };
    }));
  });
}
