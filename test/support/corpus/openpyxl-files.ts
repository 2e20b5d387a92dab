/** Workbooks made by openpyxl, all in one run of Python, which hands them back in one zip. */
import { unzipSync } from 'fflate';
import { runOpenpyxl } from '../openpyxl';
import type { CorpusFile } from './corpus-file';
import { CHARTS } from './openpyxl-charts';

const PRELUDE = String.raw`
import base64, datetime, io, sys, zipfile, openpyxl
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, GradientFill, NamedStyle, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
made = {}
MOMENT = datetime.datetime(2024, 1, 2, 3, 4, 5)
def save(name, wb):
    wb.properties.created = wb.properties.modified = MOMENT
    out = io.BytesIO(); wb.save(out); made[name] = out.getvalue()
def book(title="清单"):
    wb = openpyxl.Workbook(); wb.active.title = title; wb.properties.creator = "张三"; return wb
def table_rows(ws, rows=5):
    ws.append(["编号", "数量", "日期", "备注"])
    for r in range(1, rows + 1): ws.append(["甲%d" % r, r * 2.5, datetime.date(2024, 1, r), "注 <%d> & \"引\"" % r])
`;

const SHEETS = String.raw`
from openpyxl.worksheet.table import Table, TableStyleInfo, TableFormula
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.formatting.rule import CellIsRule, ColorScaleRule, DataBarRule, FormulaRule, IconSetRule, Rule
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.workbook.protection import WorkbookProtection

def tables():
    wb = book(); ws = wb.active; table_rows(ws)
    t = Table(displayName="清单表", ref="A1:D6"); t.tableStyleInfo = TableStyleInfo(name="TableStyleMedium9", showRowStripes=True); ws.add_table(t)
    ws["F8"] = "=SUM(清单表[数量])"
    other = wb.create_sheet("二"); other.sheet_properties.tabColor = "FF8800"
    for c, title in enumerate(["k", "v"]): other.cell(3, 2 + c, title)
    for r in range(4, 9): other.cell(r, 2, "k%d" % r); other.cell(r, 3, r)
    other.add_table(Table(displayName="T2", ref="B3:C8"))
    return wb
save("tables.xlsx", tables())

def validations():
    wb = book(); ws = wb.active; table_rows(ws)
    for kind, where, more in [("list", "A2:A99", dict(formula1='"甲1,甲2"')), ("decimal", "B2:B99", dict(operator="between", formula1="0", formula2="100")), ("date", "C2:C99", dict(operator="greaterThan", formula1="45000")),
        ("textLength", "D2:D99", dict(operator="lessThan", formula1="30")), ("custom", "F1:F5 H1:H5", dict(formula1='AND(F1<>"",LEN(F1)<9)')), ("whole", "G1", dict(operator="equal", formula1="7")), ("time", "I1", dict(operator="equal", formula1="0.5"))]:
        d = DataValidation(type=kind, allow_blank=True, showErrorMessage=True, promptTitle="题", prompt="提示", error="错", **more); d.add(where) if " " not in where else [d.add(w) for w in where.split()]
        ws.add_data_validation(d)
    return wb
save("validations.xlsx", validations())

def conditional():
    wb = book(); ws = wb.active; table_rows(ws, 9)
    red = PatternFill(bgColor="FFC7CE")
    ws.conditional_formatting.add("B2:B10", ColorScaleRule(start_type="min", start_color="F8696B", mid_type="percentile", mid_value=50, mid_color="FFEB84", end_type="max", end_color="63BE7B"))
    ws.conditional_formatting.add("B2:B10", DataBarRule(start_type="min", end_type="max", color="638EC6"))
    ws.conditional_formatting.add("B2:B10", IconSetRule("3TrafficLights1", "percent", [0, 33, 67], reverse=True))
    ws.conditional_formatting.add("A2:A10", FormulaRule(formula=["$B2>5"], fill=red, font=Font(bold=True), stopIfTrue=True))
    ws.conditional_formatting.add("C2:C10 D2:D10", CellIsRule(operator="between", formula=["1", "2"], fill=red))
    for kind, more in [("duplicateValues", {}), ("top10", dict(rank=3, percent=True)), ("aboveAverage", dict(aboveAverage=False)), ("containsText", dict(operator="containsText", text="甲", formula=['NOT(ISERROR(SEARCH("甲",A2)))'])), ("timePeriod", dict(timePeriod="lastMonth", formula=["TRUE"])), ("containsBlanks", dict(formula=["LEN(TRIM(A2))=0"]))]:
        ws.conditional_formatting.add("A2:A10", Rule(type=kind, dxf=openpyxl.styles.differential.DifferentialStyle(fill=red), **more))
    return wb
save("conditional-formats.xlsx", conditional())

def names_print():
    wb = book("数据 一"); ws = wb.active; table_rows(ws, 30)
    second = wb.create_sheet("O'Brien & Söhne")
    second["A1"] = "=SUM('数据 一'!B2:B31)"
    for name, text, local in [("区", "'数据 一'!$A$2:$A$31", None), ("税率", "0.13", None), ("本地", "'数据 一'!$B$2", 0), ("动态", "OFFSET('数据 一'!$A$1,1,0,COUNTA('数据 一'!$A:$A)-1,1)", None)]:
        d = DefinedName(name, attr_text=text, localSheetId=local); wb.defined_names.append(d) if hasattr(wb.defined_names, "append") else wb.defined_names.add(d)
    ws.print_area = "A1:D31"; ws.print_title_rows = "1:1"; ws.print_title_cols = "A:A"; second.print_area = "A1:B2"
    ws.page_setup.orientation = "landscape"; ws.page_setup.paperSize = 9; ws.page_setup.fitToHeight = 0; ws.sheet_properties.pageSetUpPr = openpyxl.worksheet.properties.PageSetupProperties(fitToPage=True)
    ws.oddHeader.center.text = "标题 &D"; ws.oddFooter.right.text = "&P / &N"; ws.print_options.gridLines = True
    ws.row_breaks.append(openpyxl.worksheet.pagebreak.Break(id=10)); ws.col_breaks.append(openpyxl.worksheet.pagebreak.Break(id=2))
    return wb
save("names-and-printing.xlsx", names_print())

def protection():
    wb = book(); ws = wb.active; table_rows(ws)
    ws.protection.set_password("秘密"); ws.protection.enable(); ws.protection.sort = False
    ws["B2"].protection = Protection(locked=False); ws["B3"].protection = Protection(hidden=True)
    wb.security = WorkbookProtection(workbookPassword="x", lockStructure=True)
    hidden = wb.create_sheet("隐"); hidden.sheet_state = "veryHidden"; hidden["A1"] = 1
    return wb
save("protection-hidden-sheets.xlsx", protection())

def links_notes():
    wb = book(); ws = wb.active; table_rows(ws)
    ws["A2"].hyperlink = "https://example.com/?q=1&r=2#x"; ws["A3"].hyperlink = "#清单!B2"; ws["A3"].hyperlink.tooltip = "内"
    for cell, text in [("B2", "第一条\n两行"), ("D4", "第二条 & <x>")]: ws[cell].comment = Comment(text, "张三", height=90, width=200)
    other = wb.create_sheet("二"); other["C3"] = 5; other["C3"].comment = Comment("另", "李四")
    return wb
save("hyperlinks-and-notes.xlsx", links_notes())

def outline():
    wb = book(); ws = wb.active; table_rows(ws, 20)
    ws.row_dimensions.group(3, 8, outline_level=1, hidden=True); ws.row_dimensions.group(4, 6, outline_level=2, hidden=True)
    ws.column_dimensions.group("B", "C", outline_level=1); ws.column_dimensions["D"].width = 33.5; ws.column_dimensions["F"].hidden = True
    ws.freeze_panes = "B2"; ws.auto_filter.ref = "A1:D21"; ws.auto_filter.add_filter_column(0, ["甲1", "甲2"]); ws.auto_filter.add_sort_condition("B2:B21")
    ws.row_dimensions[1].height = 40; ws.sheet_view.zoomScale = 70; ws.sheet_view.showGridLines = False
    ws.merge_cells("H2:J4"); ws["H2"] = "并"; ws.merge_cells("H6:H7")
    return wb
save("outline-freeze-filter-merges.xlsx", outline())

def dates_1904():
    wb = book(); wb.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904; ws = wb.active; table_rows(ws)
    ws["F1"] = datetime.datetime(2024, 2, 29, 12, 30); ws["F2"] = datetime.time(6, 30); ws["F2"].number_format = "h:mm"
    return wb
save("dates-1904.xlsx", dates_1904())

def styles():
    wb = book(); ws = wb.active; table_rows(ws)
    own = NamedStyle("自己的", font=Font(name="楷体", size=14, italic=True, underline="double"), border=Border(bottom=Side("double", color="00FF00"))); wb.add_named_style(own)
    for i, fmt in enumerate(["0.00%", "yyyy\"年\"m\"月\"", "[Red]-0;0;\"零\";@", "# ?/?", "0.00E+00", "[h]:mm:ss", "_-* #,##0.00_-"]):
        c = ws.cell(10 + i, 1, 0.5 + i); c.number_format = fmt; c.fill = PatternFill("solid", fgColor="FF%02X88AA" % (i * 30)); c.alignment = Alignment(horizontal="center", wrap_text=True, text_rotation=i * 10, indent=i % 3)
    ws["C10"] = "g"; ws["C10"].fill = GradientFill(stop=("FFFFFF", "99CCFF")); ws["C11"] = "s"; ws["C11"].style = "自己的"; ws["C12"].style = "Good"; ws["C12"] = "好"
    for r in range(14, 40):
        for c in range(1, 9): ws.cell(r, c).font = Font(color="FF%02X%02X00" % (r * 5, c * 20))
    return wb
save("styles.xlsx", styles())

def formulas():
    wb = book(); ws = wb.active; table_rows(ws)
    ws["F1"] = "=SUM(B2:B6)"; ws["F2"] = '=IF(B2>3,"大 & 小","<否>")'; ws["F3"] = "=1/0"; ws["F4"] = "=TODAY()-TODAY()"
    ws.formula_attributes["G1"] = {"t": "array", "ref": "G1:G3"} if hasattr(ws, "formula_attributes") else None
    ws["G1"] = "=B2:B4*2"
    big = wb.create_sheet("大")
    for r in range(1, 400): big.append([r, r * 1.1, "文%d" % (r % 50), r % 2 == 0, "=A%d*2" % r])
    return wb
save("formulas-and-400-rows.xlsx", formulas())

def wide():
    wb = book(); ws = wb.active; ws["A1"] = "首"; ws["XFD1"] = "末列"; ws["A1048576"] = "末行"; ws["C3"] = 1.5
    for i in range(30): wb.create_sheet("表%02d" % i)["A1"] = i
    return wb
save("corners-31-sheets.xlsx", wide())

def resaved(name):
    with open(sys.argv[1], "rb") as f: wb = openpyxl.load_workbook(f)
    save(name, wb)
resaved("pivot-preserved.xlsx")

def streamed(name, source):
    class Pipe(io.RawIOBase):
        def __init__(self): self.pieces = []
        def writable(self): return True
        def write(self, b): self.pieces.append(bytes(b)); return len(b)
    pipe, old = Pipe(), zipfile.ZipFile(io.BytesIO(made[source]))
    with zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            entry = zipfile.ZipInfo(info.filename, (2024, 1, 1, 0, 0, 0)); entry.compress_type = zipfile.ZIP_DEFLATED
            with new.open(entry, "w", force_zip64=True) as f: f.write(old.read(info))
    made[name] = b"".join(pipe.pieces)
streamed("container-data-descriptors.xlsx", "tables.xlsx")
`;

const OUT = String.raw`
out = io.BytesIO()
with zipfile.ZipFile(out, "w") as z:
    for name, data in made.items(): z.writestr(name, data)
sys.stdout.buffer.write(out.getvalue())
`;

/** `pivot` is a workbook with a pivot table, which openpyxl can keep though it cannot make one. */
export async function openpyxlFiles(pivot: Uint8Array): Promise<readonly CorpusFile[]> {
  const zip = await runOpenpyxl([PRELUDE, CHARTS, SHEETS, OUT].join('\n'), [pivot]);
  return Object.entries(unzipSync(new Uint8Array(zip))).map(([name, bytes]) => ({ name: `openpyxl-${name}`, madeBy: 'openpyxl', bytes }));
}
