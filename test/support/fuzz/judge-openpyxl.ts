/** What openpyxl reads, cell by cell: values, dates as serials, formulas; a file that it refuses comes back as its words. */
import { z } from 'zod';
import { runOpenpyxl } from '../openpyxl';

const VALUE = z.union([z.null(), z.string(), z.number(), z.boolean(), z.object({ error: z.string() })]);
const FILE = z.union([
  z.object({ refused: z.string() }),
  z.object({ sheets: z.array(z.tuple([z.string(), z.array(z.tuple([z.string(), VALUE, z.boolean(), z.string().nullable()]))])) }),
]);
export type OpenpyxlReading = z.infer<typeof FILE>;

const READ = String.raw`
import json, sys, datetime, warnings
warnings.filterwarnings("ignore")
import openpyxl, openpyxl.styles.stylesheet as st
from openpyxl.styles.numbers import is_date_format
from openpyxl.utils.datetime import to_excel
# Numbers stay numbers, whatever their format.
st.is_date_format = lambda f: False
if hasattr(st, "is_timedelta_format"): st.is_timedelta_format = lambda f: False
EAST_ASIA = set(range(27, 37)) | set(range(50, 59))
def plain(v, epoch):
    if isinstance(v, (datetime.datetime, datetime.date)): return to_excel(v, epoch)
    if isinstance(v, (datetime.time, datetime.timedelta)): return to_excel(v)
    return v
out = []
for path in sys.argv[1:]:
    try:
        values, formulas = openpyxl.load_workbook(path, data_only=True), openpyxl.load_workbook(path)
    except Exception as e:
        out.append({"refused": "%s: %s" % (type(e).__name__, e)})
        continue
    sheets = []
    for ws in formulas.worksheets:
        vs, cells = values[ws.title], []
        # Only cells that are there: sheets may reach to the last row.
        for key in sorted(ws._cells):
            c, v = ws._cells[key], vs._cells.get(key)
            if v is None or (v.value is None and c.value is None): continue
            f = getattr(c.value, "text", c.value)
            formula = f[1:] if c.data_type == "f" and isinstance(f, str) and f.startswith("=") else (f if c.data_type == "f" and isinstance(f, str) else None)
            value = {"error": v.value} if v.data_type == "e" else plain(v.value, formulas.epoch)
            # ISO dates are dates in any format; openpyxl has no codes for the built-in formats of East Asia.
            date = bool(is_date_format(c.number_format)) or isinstance(v.value, datetime.date) or c._style.numFmtId in EAST_ASIA
            cells.append([c.coordinate, value, date, formula])
        sheets.append([ws.title, cells])
    out.append({"sheets": sheets})
json.dump(out, sys.stdout, ensure_ascii=True, allow_nan=False)
`;

export async function readByOpenpyxl(files: readonly Uint8Array[]): Promise<readonly OpenpyxlReading[]> {
  return z.array(FILE).parse(JSON.parse((await runOpenpyxl(READ, files)).toString('utf8')));
}
